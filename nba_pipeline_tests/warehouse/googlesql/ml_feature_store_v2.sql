-- rows
SELECT
  `t26`.`game_date`,
  `t26`.`game_id`,
  `t26`.`player_id`,
  CAST(ROUND(`t26`.`points_avg_last_5`, 4) AS FLOAT64) AS `points_avg_last_5`,
  `t26`.`points_avg_last_5_source`,
  CAST(ROUND(`t26`.`points_avg_last_10`, 4) AS FLOAT64) AS `points_avg_last_10`,
  `t26`.`points_avg_last_10_source`,
  CAST(ROUND(`t26`.`points_avg_season`, 4) AS FLOAT64) AS `points_avg_season`,
  `t26`.`points_avg_season_source`,
  CAST(ROUND(`t26`.`points_std_last_10`, 4) AS FLOAT64) AS `points_std_last_10`,
  `t26`.`points_std_last_10_source`,
  CAST(ROUND(`t26`.`games_in_last_7_days`, 4) AS FLOAT64) AS `games_in_last_7_days`,
  `t26`.`games_in_last_7_days_source`,
  CAST(ROUND(`t26`.`fatigue_score`, 4) AS FLOAT64) AS `fatigue_score`,
  `t26`.`fatigue_score_source`,
  CAST(ROUND(`t26`.`shot_zone_mismatch_score`, 4) AS FLOAT64) AS `shot_zone_mismatch_score`,
  `t26`.`shot_zone_mismatch_score_source`,
  CAST(ROUND(`t26`.`pace_score`, 4) AS FLOAT64) AS `pace_score`,
  `t26`.`pace_score_source`,
  CAST(ROUND(`t26`.`usage_spike_score`, 4) AS FLOAT64) AS `usage_spike_score`,
  `t26`.`usage_spike_score_source`,
  CAST(ROUND(`t26`.`rest_advantage`, 4) AS FLOAT64) AS `rest_advantage`,
  `t26`.`rest_advantage_source`,
  CAST(ROUND(`t26`.`injury_risk`, 4) AS FLOAT64) AS `injury_risk`,
  `t26`.`injury_risk_source`,
  CAST(ROUND(`t26`.`recent_trend`, 4) AS FLOAT64) AS `recent_trend`,
  `t26`.`recent_trend_source`,
  CAST(ROUND(`t26`.`minutes_change`, 4) AS FLOAT64) AS `minutes_change`,
  `t26`.`minutes_change_source`,
  CAST(ROUND(`t26`.`opponent_def_rating`, 4) AS FLOAT64) AS `opponent_def_rating`,
  `t26`.`opponent_def_rating_source`,
  CAST(ROUND(`t26`.`opponent_pace`, 4) AS FLOAT64) AS `opponent_pace`,
  `t26`.`opponent_pace_source`,
  CAST(ROUND(`t26`.`home_away`, 4) AS FLOAT64) AS `home_away`,
  `t26`.`home_away_source`,
  CAST(ROUND(`t26`.`back_to_back`, 4) AS FLOAT64) AS `back_to_back`,
  `t26`.`back_to_back_source`,
  CAST(ROUND(`t26`.`playoff_game`, 4) AS FLOAT64) AS `playoff_game`,
  `t26`.`playoff_game_source`,
  CAST(ROUND(`t26`.`pct_paint`, 4) AS FLOAT64) AS `pct_paint`,
  `t26`.`pct_paint_source`,
  CAST(ROUND(`t26`.`pct_mid_range`, 4) AS FLOAT64) AS `pct_mid_range`,
  `t26`.`pct_mid_range_source`,
  CAST(ROUND(`t26`.`pct_three`, 4) AS FLOAT64) AS `pct_three`,
  `t26`.`pct_three_source`,
  CAST(ROUND(`t26`.`pct_free_throw`, 4) AS FLOAT64) AS `pct_free_throw`,
  `t26`.`pct_free_throw_source`,
  CAST(ROUND(`t26`.`team_pace`, 4) AS FLOAT64) AS `team_pace`,
  `t26`.`team_pace_source`,
  CAST(ROUND(`t26`.`team_off_rating`, 4) AS FLOAT64) AS `team_off_rating`,
  `t26`.`team_off_rating_source`,
  CAST(ROUND(`t26`.`team_win_pct`, 4) AS FLOAT64) AS `team_win_pct`,
  `t26`.`team_win_pct_source`,
  CAST(ROUND(`t26`.`vegas_points_line`, 4) AS FLOAT64) AS `vegas_points_line`,
  `t26`.`vegas_points_line_source`,
  CAST(ROUND(`t26`.`vegas_opening_line`, 4) AS FLOAT64) AS `vegas_opening_line`,
  `t26`.`vegas_opening_line_source`,
  CAST(ROUND(`t26`.`vegas_line_move`, 4) AS FLOAT64) AS `vegas_line_move`,
  `t26`.`vegas_line_move_source`,
  CAST(ROUND(`t26`.`has_vegas_line`, 4) AS FLOAT64) AS `has_vegas_line`,
  `t26`.`has_vegas_line_source`,
  CAST(ROUND(`t26`.`avg_points_vs_opponent`, 4) AS FLOAT64) AS `avg_points_vs_opponent`,
  `t26`.`avg_points_vs_opponent_source`,
  CAST(ROUND(`t26`.`games_vs_opponent`, 4) AS FLOAT64) AS `games_vs_opponent`,
  `t26`.`games_vs_opponent_source`,
  CAST(ROUND(`t26`.`minutes_avg_last_10`, 4) AS FLOAT64) AS `minutes_avg_last_10`,
  `t26`.`minutes_avg_last_10_source`,
  CAST(ROUND(`t26`.`ppm_avg_last_10`, 4) AS FLOAT64) AS `ppm_avg_last_10`,
  `t26`.`ppm_avg_last_10_source`,
  `t26`.`required_defaults`,
  `t26`.`required_missing`,
  `t26`.`matchup_known`,
  CAST(ROUND(`t26`.`feature_quality_score`, 4) AS FLOAT64) AS `feature_quality_score`,
  CASE
    WHEN `t26`.`feature_quality_score` >= 95
    THEN 'gold'
    WHEN `t26`.`feature_quality_score` >= 85
    THEN 'silver'
    WHEN `t26`.`feature_quality_score` >= 70
    THEN 'bronze'
    WHEN `t26`.`feature_quality_score` >= 50
    THEN 'poor'
    WHEN `t26`.`feature_quality_score` >= 0
    THEN 'critical'
    ELSE NULL
  END AS `quality_tier`,
  CASE
    WHEN `t26`.`required_defaults` > 0
    THEN 'required_defaults'
    WHEN `t26`.`feature_quality_score` < 70
    THEN 'quality_too_low'
    WHEN (
      `t26`.`matchup_known` * 2
    ) < 6
    THEN 'matchup_unknown'
    ELSE NULL
  END IS NULL AS `is_quality_ready`,
  CASE
    WHEN `t26`.`required_defaults` > 0
    THEN 'required_defaults'
    WHEN `t26`.`feature_quality_score` < 70
    THEN 'quality_too_low'
    WHEN (
      `t26`.`matchup_known` * 2
    ) < 6
    THEN 'matchup_unknown'
    ELSE NULL
  END AS `not_ready_because`
FROM (
  SELECT
    `t25`.*
    EXCEPT (`weight`)
  FROM (
    SELECT
      `t24`.`game_date`,
      `t24`.`game_id`,
      `t24`.`player_id`,
      `t24`.`points_avg_last_5`,
      `t24`.`points_avg_last_5_source`,
      `t24`.`points_avg_last_10`,
      `t24`.`points_avg_last_10_source`,
      `t24`.`points_avg_season`,
      `t24`.`points_avg_season_source`,
      `t24`.`points_std_last_10`,
      `t24`.`points_std_last_10_source`,
      `t24`.`games_in_last_7_days`,
      `t24`.`games_in_last_7_days_source`,
      `t24`.`fatigue_score`,
      `t24`.`fatigue_score_source`,
      `t24`.`shot_zone_mismatch_score`,
      `t24`.`shot_zone_mismatch_score_source`,
      `t24`.`pace_score`,
      `t24`.`pace_score_source`,
      `t24`.`usage_spike_score`,
      `t24`.`usage_spike_score_source`,
      `t24`.`rest_advantage`,
      `t24`.`rest_advantage_source`,
      `t24`.`injury_risk`,
      `t24`.`injury_risk_source`,
      `t24`.`recent_trend`,
      `t24`.`recent_trend_source`,
      `t24`.`minutes_change`,
      `t24`.`minutes_change_source`,
      `t24`.`opponent_def_rating`,
      `t24`.`opponent_def_rating_source`,
      `t24`.`opponent_pace`,
      `t24`.`opponent_pace_source`,
      `t24`.`home_away`,
      `t24`.`home_away_source`,
      `t24`.`back_to_back`,
      `t24`.`back_to_back_source`,
      `t24`.`playoff_game`,
      `t24`.`playoff_game_source`,
      `t24`.`pct_paint`,
      `t24`.`pct_paint_source`,
      `t24`.`pct_mid_range`,
      `t24`.`pct_mid_range_source`,
      `t24`.`pct_three`,
      `t24`.`pct_three_source`,
      `t24`.`pct_free_throw`,
      `t24`.`pct_free_throw_source`,
      `t24`.`team_pace`,
      `t24`.`team_pace_source`,
      `t24`.`team_off_rating`,
      `t24`.`team_off_rating_source`,
      `t24`.`team_win_pct`,
      `t24`.`team_win_pct_source`,
      `t24`.`vegas_points_line`,
      `t24`.`vegas_points_line_source`,
      `t24`.`vegas_opening_line`,
      `t24`.`vegas_opening_line_source`,
      `t24`.`vegas_line_move`,
      `t24`.`vegas_line_move_source`,
      `t24`.`has_vegas_line`,
      `t24`.`has_vegas_line_source`,
      `t24`.`avg_points_vs_opponent`,
      `t24`.`avg_points_vs_opponent_source`,
      `t24`.`games_vs_opponent`,
      `t24`.`games_vs_opponent_source`,
      `t24`.`minutes_avg_last_10`,
      `t24`.`minutes_avg_last_10_source`,
      `t24`.`ppm_avg_last_10`,
      `t24`.`ppm_avg_last_10_source`,
      `t24`.`required_defaults`,
      `t24`.`required_missing`,
      `t24`.`matchup_known`,
      `t24`.`weight`,
      LEAST(
        ieee_divide(`t24`.`weight`, 30),
        CASE
          WHEN `t24`.`required_defaults` >= 5
          THEN 49.0
          WHEN `t24`.`required_defaults` >= 1
          THEN 69.0
          ELSE 100.0
        END
      ) AS `feature_quality_score`
    FROM (
      SELECT
        `t23`.`game_date`,
        `t23`.`game_id`,
        `t23`.`player_id`,
        `t23`.`points_avg_last_5`,
        `t23`.`points_avg_last_5_source`,
        `t23`.`points_avg_last_10`,
        `t23`.`points_avg_last_10_source`,
        `t23`.`points_avg_season`,
        `t23`.`points_avg_season_source`,
        `t23`.`points_std_last_10`,
        `t23`.`points_std_last_10_source`,
        `t23`.`games_in_last_7_days`,
        `t23`.`games_in_last_7_days_source`,
        `t23`.`fatigue_score`,
        `t23`.`fatigue_score_source`,
        `t23`.`shot_zone_mismatch_score`,
        `t23`.`shot_zone_mismatch_score_source`,
        `t23`.`pace_score`,
        `t23`.`pace_score_source`,
        `t23`.`usage_spike_score`,
        `t23`.`usage_spike_score_source`,
        `t23`.`rest_advantage`,
        `t23`.`rest_advantage_source`,
        `t23`.`injury_risk`,
        `t23`.`injury_risk_source`,
        `t23`.`recent_trend`,
        `t23`.`recent_trend_source`,
        `t23`.`minutes_change`,
        `t23`.`minutes_change_source`,
        `t23`.`opponent_def_rating`,
        `t23`.`opponent_def_rating_source`,
        `t23`.`opponent_pace`,
        `t23`.`opponent_pace_source`,
        `t23`.`home_away`,
        `t23`.`home_away_source`,
        `t23`.`back_to_back`,
        `t23`.`back_to_back_source`,
        `t23`.`playoff_game`,
        `t23`.`playoff_game_source`,
        `t23`.`pct_paint`,
        `t23`.`pct_paint_source`,
        `t23`.`pct_mid_range`,
        `t23`.`pct_mid_range_source`,
        `t23`.`pct_three`,
        `t23`.`pct_three_source`,
        `t23`.`pct_free_throw`,
        `t23`.`pct_free_throw_source`,
        `t23`.`team_pace`,
        `t23`.`team_pace_source`,
        `t23`.`team_off_rating`,
        `t23`.`team_off_rating_source`,
        `t23`.`team_win_pct`,
        `t23`.`team_win_pct_source`,
        `t23`.`vegas_points_line`,
        `t23`.`vegas_points_line_source`,
        `t23`.`vegas_opening_line`,
        `t23`.`vegas_opening_line_source`,
        `t23`.`vegas_line_move`,
        `t23`.`vegas_line_move_source`,
        `t23`.`has_vegas_line`,
        `t23`.`has_vegas_line_source`,
        `t23`.`avg_points_vs_opponent`,
        `t23`.`avg_points_vs_opponent_source`,
        `t23`.`games_vs_opponent`,
        `t23`.`games_vs_opponent_source`,
        `t23`.`minutes_avg_last_10`,
        `t23`.`minutes_avg_last_10_source`,
        `t23`.`ppm_avg_last_10`,
        `t23`.`ppm_avg_last_10_source`,
        CAST(`t23`.`points_avg_last_5_source` = 'default' AS INT64) + 0 + CAST(`t23`.`points_avg_last_10_source` = 'default' AS INT64) + CAST(`t23`.`points_avg_season_source` = 'default' AS INT64) + CAST(`t23`.`points_std_last_10_source` = 'default' AS INT64) + CAST(`t23`.`games_in_last_7_days_source` = 'default' AS INT64) + CAST(`t23`.`fatigue_score_source` = 'default' AS INT64) + CAST(`t23`.`shot_zone_mismatch_score_source` = 'default' AS INT64) + CAST(`t23`.`pace_score_source` = 'default' AS INT64) + CAST(`t23`.`usage_spike_score_source` = 'default' AS INT64) + CAST(`t23`.`rest_advantage_source` = 'default' AS INT64) + CAST(`t23`.`injury_risk_source` = 'default' AS INT64) + CAST(`t23`.`recent_trend_source` = 'default' AS INT64) + CAST(`t23`.`minutes_change_source` = 'default' AS INT64) + CAST(`t23`.`opponent_def_rating_source` = 'default' AS INT64) + CAST(`t23`.`opponent_pace_source` = 'default' AS INT64) + CAST(`t23`.`home_away_source` = 'default' AS INT64) + CAST(`t23`.`back_to_back_source` = 'default' AS INT64) + CAST(`t23`.`playoff_game_source` = 'default' AS INT64) + CAST(`t23`.`pct_paint_source` = 'default' AS INT64) + CAST(`t23`.`pct_mid_range_source` = 'default' AS INT64) + CAST(`t23`.`pct_three_source` = 'default' AS INT64) + CAST(`t23`.`pct_free_throw_source` = 'default' AS INT64) + CAST(`t23`.`team_pace_source` = 'default' AS INT64) + CAST(`t23`.`team_off_rating_source` = 'default' AS INT64) + CAST(`t23`.`team_win_pct_source` = 'default' AS INT64) + CAST(`t23`.`has_vegas_line_source` = 'default' AS INT64) + CAST(`t23`.`avg_points_vs_opponent_source` = 'default' AS INT64) + CAST(`t23`.`games_vs_opponent_source` = 'default' AS INT64) + CAST(`t23`.`minutes_avg_last_10_source` = 'default' AS INT64) + CAST(`t23`.`ppm_avg_last_10_source` = 'default' AS INT64) AS `required_defaults`,
        CAST(`t23`.`points_avg_last_5_source` = 'missing' AS INT64) + 0 + CAST(`t23`.`points_avg_last_10_source` = 'missing' AS INT64) + CAST(`t23`.`points_avg_season_source` = 'missing' AS INT64) + CAST(`t23`.`points_std_last_10_source` = 'missing' AS INT64) + CAST(`t23`.`games_in_last_7_days_source` = 'missing' AS INT64) + CAST(`t23`.`fatigue_score_source` = 'missing' AS INT64) + CAST(`t23`.`shot_zone_mismatch_score_source` = 'missing' AS INT64) + CAST(`t23`.`pace_score_source` = 'missing' AS INT64) + CAST(`t23`.`usage_spike_score_source` = 'missing' AS INT64) + CAST(`t23`.`rest_advantage_source` = 'missing' AS INT64) + CAST(`t23`.`injury_risk_source` = 'missing' AS INT64) + CAST(`t23`.`recent_trend_source` = 'missing' AS INT64) + CAST(`t23`.`minutes_change_source` = 'missing' AS INT64) + CAST(`t23`.`opponent_def_rating_source` = 'missing' AS INT64) + CAST(`t23`.`opponent_pace_source` = 'missing' AS INT64) + CAST(`t23`.`home_away_source` = 'missing' AS INT64) + CAST(`t23`.`back_to_back_source` = 'missing' AS INT64) + CAST(`t23`.`playoff_game_source` = 'missing' AS INT64) + CAST(`t23`.`pct_paint_source` = 'missing' AS INT64) + CAST(`t23`.`pct_mid_range_source` = 'missing' AS INT64) + CAST(`t23`.`pct_three_source` = 'missing' AS INT64) + CAST(`t23`.`pct_free_throw_source` = 'missing' AS INT64) + CAST(`t23`.`team_pace_source` = 'missing' AS INT64) + CAST(`t23`.`team_off_rating_source` = 'missing' AS INT64) + CAST(`t23`.`team_win_pct_source` = 'missing' AS INT64) + CAST(`t23`.`has_vegas_line_source` = 'missing' AS INT64) + CAST(`t23`.`avg_points_vs_opponent_source` = 'missing' AS INT64) + CAST(`t23`.`games_vs_opponent_source` = 'missing' AS INT64) + CAST(`t23`.`minutes_avg_last_10_source` = 'missing' AS INT64) + CAST(`t23`.`ppm_avg_last_10_source` = 'missing' AS INT64) AS `required_missing`,
        CAST(NOT (
          `t23`.`fatigue_score_source` IN ('default', 'missing')
        ) AS INT64) + 0 + CAST(NOT (
          `t23`.`shot_zone_mismatch_score_source` IN ('default', 'missing')
        ) AS INT64) + CAST(NOT (
          `t23`.`pace_score_source` IN ('default', 'missing')
        ) AS INT64) + CAST(NOT (
          `t23`.`usage_spike_score_source` IN ('default', 'missing')
        ) AS INT64) + CAST(NOT (
          `t23`.`opponent_def_rating_source` IN ('default', 'missing')
        ) AS INT64) + CAST(NOT (
          `t23`.`opponent_pace_source` IN ('default', 'missing')
        ) AS INT64) AS `matchup_known`,
        CASE `t23`.`points_avg_last_5_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + 0 + CASE `t23`.`points_avg_last_10_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`points_avg_season_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`points_std_last_10_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`games_in_last_7_days_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`fatigue_score_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`shot_zone_mismatch_score_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`pace_score_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`usage_spike_score_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`rest_advantage_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`injury_risk_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`recent_trend_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`minutes_change_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`opponent_def_rating_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`opponent_pace_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`home_away_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`back_to_back_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`playoff_game_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`pct_paint_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`pct_mid_range_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`pct_three_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`pct_free_throw_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`team_pace_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`team_off_rating_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`team_win_pct_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`has_vegas_line_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`avg_points_vs_opponent_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`games_vs_opponent_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`minutes_avg_last_10_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END + CASE `t23`.`ppm_avg_last_10_source`
          WHEN 'phase4'
          THEN 100
          WHEN 'computed'
          THEN 100
          WHEN 'line'
          THEN 100
          WHEN 'minutes'
          THEN 95
          WHEN 'opponent_history'
          THEN 90
          WHEN 'fallback_phase3'
          THEN 87
          WHEN 'default'
          THEN 40
          WHEN 'missing'
          THEN 0
          ELSE NULL
        END AS `weight`
      FROM (
        SELECT
          `t22`.`game_date`,
          `t22`.`game_id`,
          `t22`.`player_id`,
          `t22`.`points_avg_last_5`,
          IF(`t22`.`points_avg_last_5` IS NOT NULL, 'phase4', 'missing') AS `points_avg_last_5_source`,
          `t22`.`points_avg_last_10`,
          IF(`t22`.`points_avg_last_10` IS NOT NULL, 'phase4', 'missing') AS `points_avg_last_10_source`,
          `t22`.`points_avg_season`,
          IF(`t22`.`points_avg_season` IS NOT NULL, 'phase4', 'missing') AS `points_avg_season_source`,
          `t22`.`points_std_last_10`,
          IF(`t22`.`points_std_last_10` IS NOT NULL, 'phase4', 'missing') AS `points_std_last_10_source`,
          CAST(`t22`.`games_last_7` AS FLOAT64) AS `games_in_last_7_days`,
          IF(CAST(`t22`.`games_last_7` AS FLOAT64) IS NOT NULL, 'computed', 'missing') AS `games_in_last_7_days_source`,
          CAST(`t22`.`fatigue_score` AS FLOAT64) AS `fatigue_score`,
          IF(CAST(`t22`.`fatigue_score` AS FLOAT64) IS NOT NULL, 'phase4', 'missing') AS `fatigue_score_source`,
          `t22`.`shot_zone_mismatch_score`,
          IF(`t22`.`shot_zone_mismatch_score` IS NOT NULL, 'phase4', 'missing') AS `shot_zone_mismatch_score_source`,
          `t22`.`pace_score`,
          IF(`t22`.`pace_score` IS NOT NULL, 'phase4', 'missing') AS `pace_score_source`,
          `t22`.`usage_spike_score`,
          IF(`t22`.`usage_spike_score` IS NOT NULL, 'phase4', 'missing') AS `usage_spike_score_source`,
          CAST(CASE
            WHEN (
              `t22`.`own_rest` - `t22`.`opponent_rest`
            ) < -2
            THEN -2
            WHEN (
              `t22`.`own_rest` - `t22`.`opponent_rest`
            ) > 2
            THEN 2
            ELSE `t22`.`own_rest` - `t22`.`opponent_rest`
          END AS FLOAT64) AS `rest_advantage`,
          IF(
            CAST(CASE
              WHEN (
                `t22`.`own_rest` - `t22`.`opponent_rest`
              ) < -2
              THEN -2
              WHEN (
                `t22`.`own_rest` - `t22`.`opponent_rest`
              ) > 2
              THEN 2
              ELSE `t22`.`own_rest` - `t22`.`opponent_rest`
            END AS FLOAT64) IS NOT NULL,
            'computed',
            'missing'
          ) AS `rest_advantage_source`,
          CASE `t22`.`injury_status`
            WHEN 'available'
            THEN 0.0
            WHEN 'probable'
            THEN 1.0
            WHEN 'questionable'
            THEN 2.0
            WHEN 'doubtful'
            THEN 3.0
            WHEN 'out'
            THEN 3.0
            ELSE NULL
          END AS `injury_risk`,
          IF(
            CASE `t22`.`injury_status`
              WHEN 'available'
              THEN 0.0
              WHEN 'probable'
              THEN 1.0
              WHEN 'questionable'
              THEN 2.0
              WHEN 'doubtful'
              THEN 3.0
              WHEN 'out'
              THEN 3.0
              ELSE NULL
            END IS NOT NULL,
            'computed',
            'missing'
          ) AS `injury_risk_source`,
          CASE
            WHEN (
              `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
            ) >= 5
            THEN 2.0
            WHEN (
              `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
            ) >= 2
            THEN 1.0
            WHEN (
              `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
            ) <= -5
            THEN -2.0
            WHEN (
              `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
            ) <= -2
            THEN -1.0
            WHEN (
              `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
            ) IS NOT NULL
            THEN 0.0
            ELSE CAST(NULL AS FLOAT64)
          END AS `recent_trend`,
          IF(
            CASE
              WHEN (
                `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
              ) >= 5
              THEN 2.0
              WHEN (
                `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
              ) >= 2
              THEN 1.0
              WHEN (
                `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
              ) <= -5
              THEN -2.0
              WHEN (
                `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
              ) <= -2
              THEN -1.0
              WHEN (
                `t22`.`points_avg_last_2` - `t22`.`points_avg_games_3_to_5`
              ) IS NOT NULL
              THEN 0.0
              ELSE CAST(NULL AS FLOAT64)
            END IS NOT NULL,
            'computed',
            'missing'
          ) AS `recent_trend_source`,
          CASE
            WHEN (
              ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
            ) >= 0.2
            THEN 2.0
            WHEN (
              ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
            ) >= 0.1
            THEN 1.0
            WHEN (
              ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
            ) <= -0.2
            THEN -2.0
            WHEN (
              ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
            ) <= -0.1
            THEN -1.0
            WHEN (
              ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
            ) IS NOT NULL
            THEN 0.0
            ELSE CAST(NULL AS FLOAT64)
          END AS `minutes_change`,
          IF(
            CASE
              WHEN (
                ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
              ) >= 0.2
              THEN 2.0
              WHEN (
                ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
              ) >= 0.1
              THEN 1.0
              WHEN (
                ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
              ) <= -0.2
              THEN -2.0
              WHEN (
                ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
              ) <= -0.1
              THEN -1.0
              WHEN (
                ieee_divide(`t22`.`minutes_avg_last_10`, NULLIF(`t22`.`minutes_avg_season`, 0)) - 1
              ) IS NOT NULL
              THEN 0.0
              ELSE CAST(NULL AS FLOAT64)
            END IS NOT NULL,
            'computed',
            'missing'
          ) AS `minutes_change_source`,
          `t22`.`defensive_rating` AS `opponent_def_rating`,
          IF(`t22`.`defensive_rating` IS NOT NULL, 'phase4', 'missing') AS `opponent_def_rating_source`,
          `t22`.`pace` AS `opponent_pace`,
          IF(`t22`.`pace` IS NOT NULL, 'phase4', 'missing') AS `opponent_pace_source`,
          CAST(CAST(`t22`.`is_home` AS INT64) AS FLOAT64) AS `home_away`,
          IF(CAST(CAST(`t22`.`is_home` AS INT64) AS FLOAT64) IS NOT NULL, 'computed', 'missing') AS `home_away_source`,
          CAST(CAST(`t22`.`back_to_back` AS INT64) AS FLOAT64) AS `back_to_back`,
          IF(
            CAST(CAST(`t22`.`back_to_back` AS INT64) AS FLOAT64) IS NOT NULL,
            'computed',
            'missing'
          ) AS `back_to_back_source`,
          CAST(CAST(`t22`.`playoff_game` AS INT64) AS FLOAT64) AS `playoff_game`,
          IF(
            CAST(CAST(`t22`.`playoff_game` AS INT64) AS FLOAT64) IS NOT NULL,
            'computed',
            'missing'
          ) AS `playoff_game_source`,
          ieee_divide(`t22`.`paint_rate_last_10`, 100) AS `pct_paint`,
          IF(ieee_divide(`t22`.`paint_rate_last_10`, 100) IS NOT NULL, 'phase4', 'missing') AS `pct_paint_source`,
          ieee_divide(`t22`.`mid_range_rate_last_10`, 100) AS `pct_mid_range`,
          IF(ieee_divide(`t22`.`mid_range_rate_last_10`, 100) IS NOT NULL, 'phase4', 'missing') AS `pct_mid_range_source`,
          ieee_divide(`t22`.`three_rate_last_10`, 100) AS `pct_three`,
          IF(ieee_divide(`t22`.`three_rate_last_10`, 100) IS NOT NULL, 'phase4', 'missing') AS `pct_three_source`,
          CASE
            WHEN `t22`.`free_throw_share_last_10` < 0.0
            THEN 0.0
            WHEN `t22`.`free_throw_share_last_10` > 0.5
            THEN 0.5
            ELSE `t22`.`free_throw_share_last_10`
          END AS `pct_free_throw`,
          IF(
            CASE
              WHEN `t22`.`free_throw_share_last_10` < 0.0
              THEN 0.0
              WHEN `t22`.`free_throw_share_last_10` > 0.5
              THEN 0.5
              ELSE `t22`.`free_throw_share_last_10`
            END IS NOT NULL,
            'phase4',
            'missing'
          ) AS `pct_free_throw_source`,
          `t22`.`team_pace_last_10` AS `team_pace`,
          IF(`t22`.`team_pace_last_10` IS NOT NULL, 'phase4', 'missing') AS `team_pace_source`,
          `t22`.`team_offensive_rating_last_10` AS `team_off_rating`,
          IF(`t22`.`team_offensive_rating_last_10` IS NOT NULL, 'phase4', 'missing') AS `team_off_rating_source`,
          `t22`.`team_win_pct`,
          IF(`t22`.`team_win_pct` IS NOT NULL, 'phase4', 'missing') AS `team_win_pct_source`,
          `t22`.`points_line_mean` AS `vegas_points_line`,
          IF(`t22`.`points_line_mean` IS NOT NULL, 'line', 'missing') AS `vegas_points_line_source`,
          `t22`.`opening_line` AS `vegas_opening_line`,
          IF(`t22`.`opening_line` IS NOT NULL, 'line', 'missing') AS `vegas_opening_line_source`,
          `t22`.`line_move` AS `vegas_line_move`,
          IF(`t22`.`line_move` IS NOT NULL, 'line', 'missing') AS `vegas_line_move_source`,
          CAST(CAST(`t22`.`points_line` IS NOT NULL AS INT64) AS FLOAT64) AS `has_vegas_line`,
          IF(
            CAST(CAST(`t22`.`points_line` IS NOT NULL AS INT64) AS FLOAT64) IS NOT NULL,
            'computed',
            'missing'
          ) AS `has_vegas_line_source`,
          `t22`.`meetings_points` AS `avg_points_vs_opponent`,
          IF(`t22`.`meetings_points` IS NOT NULL, 'opponent_history', 'missing') AS `avg_points_vs_opponent_source`,
          CAST(IF(`t22`.`opponent` IS NOT NULL, COALESCE(`t22`.`meetings`, 0), NULL) AS FLOAT64) AS `games_vs_opponent`,
          IF(
            CAST(IF(`t22`.`opponent` IS NOT NULL, COALESCE(`t22`.`meetings`, 0), NULL) AS FLOAT64) IS NOT NULL,
            'opponent_history',
            'missing'
          ) AS `games_vs_opponent_source`,
          `t22`.`minutes_avg_last_10`,
          IF(`t22`.`minutes_avg_last_10` IS NOT NULL, 'minutes', 'missing') AS `minutes_avg_last_10_source`,
          `t22`.`points_per_minute_last_10` AS `ppm_avg_last_10`,
          IF(`t22`.`points_per_minute_last_10` IS NOT NULL, 'minutes', 'missing') AS `ppm_avg_last_10_source`
        FROM (
          SELECT
            `t21`.*
            EXCEPT (`state_opponent`, `state_player_id`, `state_until`)
          FROM (
            SELECT
              `t7`.`game_date`,
              `t7`.`game_id`,
              `t7`.`player_id`,
              `t7`.`player_name`,
              `t7`.`player_lookup`,
              `t7`.`expected_because`,
              `t7`.`team`,
              `t7`.`opponent`,
              `t7`.`is_home`,
              `t7`.`season`,
              `t7`.`season_type`,
              `t7`.`playoff_game`,
              `t7`.`tipoff_at`,
              `t7`.`days_rest`,
              `t7`.`back_to_back`,
              `t7`.`games_last_7`,
              `t7`.`games_last_14`,
              `t7`.`minutes_last_7`,
              `t7`.`minutes_last_14`,
              `t7`.`games_this_season`,
              `t7`.`minutes_rank`,
              `t7`.`points_line`,
              `t7`.`points_line_mean`,
              `t7`.`opening_line`,
              `t7`.`line_move`,
              `t7`.`n_books`,
              `t7`.`line_source`,
              `t7`.`over_price`,
              `t7`.`under_price`,
              `t7`.`market_over_probability`,
              `t7`.`spread`,
              `t7`.`total`,
              `t7`.`injury_status`,
              `t7`.`star_teammates_out`,
              `t8`.`last_game_date`,
              `t8`.`games_known`,
              `t8`.`games_this_season` AS `games_this_season_right`,
              `t8`.`points_avg_last_2`,
              `t8`.`points_avg_games_3_to_5`,
              `t8`.`points_avg_last_5`,
              `t8`.`points_avg_last_10`,
              `t8`.`points_avg_season`,
              `t8`.`points_std_last_10`,
              `t8`.`minutes_avg_last_10`,
              `t8`.`minutes_avg_season`,
              `t8`.`points_per_minute_last_10`,
              `t8`.`usage_rate_last_7`,
              `t8`.`usage_rate_last_20`,
              `t8`.`ts_pct_last_10`,
              `t8`.`free_throw_share_last_10`,
              `t8`.`team_pace_last_10`,
              `t8`.`team_offensive_rating_last_10`,
              `t8`.`team_win_pct`,
              `t9`.`back_to_backs_last_14`,
              `t9`.`fatigue_score`,
              `t9`.`primary_zone`,
              `t9`.`shot_zone_mismatch_score`,
              `t9`.`expected_pace`,
              `t9`.`pace_score`,
              `t9`.`usage_spike_score`,
              `t10`.`games_last_10`,
              `t10`.`games_with_zones_last_10`,
              `t10`.`fga_last_10`,
              `t10`.`paint_rate_last_10`,
              `t10`.`mid_range_rate_last_10`,
              `t10`.`three_rate_last_10`,
              `t10`.`paint_fg_pct_last_10`,
              `t10`.`mid_range_fg_pct_last_10`,
              `t10`.`three_fg_pct_last_10`,
              `t10`.`games_last_20`,
              `t10`.`games_with_zones_last_20`,
              `t10`.`fga_last_20`,
              `t10`.`paint_rate_last_20`,
              `t10`.`mid_range_rate_last_20`,
              `t10`.`three_rate_last_20`,
              `t10`.`paint_fg_pct_last_20`,
              `t10`.`mid_range_fg_pct_last_20`,
              `t10`.`three_fg_pct_last_20`,
              `t10`.`primary_zone` AS `zones_primary_zone`,
              `t14`.`game_id` AS `own_game_id`,
              `t14`.`team` AS `own_team`,
              `t14`.`own_rest`,
              `t15`.`game_id` AS `rest_game_id`,
              `t15`.`opponent` AS `rest_opponent`,
              `t15`.`opponent_rest`,
              `t16`.`game_date` AS `defense_game_date`,
              `t16`.`defensive_rating`,
              `t16`.`pace`,
              `t16`.`opponent` AS `defense_opponent`,
              `t20`.`player_id` AS `state_player_id`,
              `t20`.`opponent` AS `state_opponent`,
              `t20`.`meetings`,
              `t20`.`meetings_points`,
              `t20`.`state_date`,
              `t20`.`state_until`
            FROM `upcoming_player_game_context` AS `t7`
            INNER JOIN `player_daily_cache` AS `t8`
              ON `t7`.`game_date` = `t8`.`game_date`
              AND `t7`.`game_id` = `t8`.`game_id`
              AND `t7`.`player_id` = `t8`.`player_id`
            INNER JOIN `player_composite_factors` AS `t9`
              ON `t7`.`game_date` = `t9`.`game_date`
              AND `t7`.`game_id` = `t9`.`game_id`
              AND `t7`.`player_id` = `t9`.`player_id`
            INNER JOIN `player_shot_zone_analysis` AS `t10`
              ON `t7`.`game_date` = `t10`.`game_date` AND `t7`.`player_id` = `t10`.`player_id`
            LEFT OUTER JOIN (
              SELECT
                `t4`.`game_id`,
                `t4`.`team`,
                `t4`.`days_since_last_game` AS `own_rest`
              FROM `upcoming_team_game_context` AS `t4`
            ) AS `t14`
              ON `t7`.`game_id` = `t14`.`game_id` AND `t7`.`team` = `t14`.`team`
            LEFT OUTER JOIN (
              SELECT
                `t4`.`game_id`,
                `t4`.`team` AS `opponent`,
                `t4`.`days_since_last_game` AS `opponent_rest`
              FROM `upcoming_team_game_context` AS `t4`
            ) AS `t15`
              ON `t7`.`game_id` = `t15`.`game_id` AND `t7`.`opponent` = `t15`.`opponent`
            LEFT OUTER JOIN (
              SELECT
                `t5`.`game_date`,
                `t5`.`defensive_rating`,
                `t5`.`pace`,
                `t5`.`team` AS `opponent`
              FROM `team_defense_zone_analysis` AS `t5`
            ) AS `t16`
              ON `t7`.`game_date` = `t16`.`game_date` AND `t7`.`opponent` = `t16`.`opponent`
            LEFT OUTER JOIN (
              SELECT
                `t18`.`player_id`,
                `t18`.`opponent`,
                `t18`.`meetings`,
                `t18`.`meetings_points`,
                `t18`.`game_date` AS `state_date`,
                COALESCE(
                  LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`player_id`, `t18`.`opponent` ORDER BY `t18`.`game_date` ASC),
                  DATE(9999, 12, 31)
                ) AS `state_until`
              FROM (
                SELECT
                  `t17`.`game_date`,
                  `t17`.`player_id`,
                  `t17`.`opponent`,
                  COUNT(*) OVER (
                    PARTITION BY `t17`.`player_id`, `t17`.`opponent`
                    ORDER BY `t17`.`game_date` ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS `meetings`,
                  ieee_divide(
                    CAST(ROUND(
                      ieee_divide(
                        SUM(CAST(ROUND(`t17`.`points` * 10000, 0) AS INT64)) OVER (
                          PARTITION BY `t17`.`player_id`, `t17`.`opponent`
                          ORDER BY `t17`.`game_date` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ),
                        NULLIF(
                          COUNT(`t17`.`points`) OVER (
                            PARTITION BY `t17`.`player_id`, `t17`.`opponent`
                            ORDER BY `t17`.`game_date` ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                          ),
                          0
                        )
                      ),
                      0
                    ) AS INT64),
                    10000
                  ) AS `meetings_points`
                FROM (
                  SELECT
                    *
                  FROM `player_game_summary` AS `t6`
                  WHERE
                    `t6`.`status` = 'PLAYED'
                ) AS `t17`
              ) AS `t18`
            ) AS `t20`
              ON `t7`.`player_id` = `t20`.`player_id`
              AND `t7`.`opponent` = `t20`.`opponent`
              AND `t20`.`state_date` < `t7`.`game_date`
              AND `t7`.`game_date` <= `t20`.`state_until`
          ) AS `t21`
        ) AS `t22`
      ) AS `t23`
    ) AS `t24`
  ) AS `t25`
) AS `t26`

-- expected_games
SELECT DISTINCT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `upcoming_player_game_context` AS `t0`

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`player_id`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2,
    3
) AS `t1`
GROUP BY
  1

-- broken_rows
SELECT
  `t2`.`game_date`,
  `t2`.`game_id`,
  MIN(`t2`.`reason`) AS `reason`,
  COUNT(*) AS `broken`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      CASE
        WHEN `t0`.`game_date` IS NULL
        THEN 'game_date is null'
        WHEN `t0`.`game_id` IS NULL
        THEN 'game_id is null'
        WHEN `t0`.`player_id` IS NULL
        THEN 'player_id is null'
        WHEN IS_NAN(`t0`.`points_avg_last_5`) OR IS_INF(`t0`.`points_avg_last_5`)
        THEN 'points_avg_last_5 is not a number'
        WHEN `t0`.`points_avg_last_5` < 0
        THEN 'points_avg_last_5 is below 0'
        WHEN `t0`.`points_avg_last_5` > 90
        THEN 'points_avg_last_5 is above 90'
        WHEN `t0`.`points_avg_last_5_source` IS NULL
        THEN 'points_avg_last_5_source is null'
        WHEN NOT (
          `t0`.`points_avg_last_5_source` IN ('phase4', 'missing')
        )
        THEN 'points_avg_last_5_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`points_avg_last_10`) OR IS_INF(`t0`.`points_avg_last_10`)
        THEN 'points_avg_last_10 is not a number'
        WHEN `t0`.`points_avg_last_10` < 0
        THEN 'points_avg_last_10 is below 0'
        WHEN `t0`.`points_avg_last_10` > 90
        THEN 'points_avg_last_10 is above 90'
        WHEN `t0`.`points_avg_last_10_source` IS NULL
        THEN 'points_avg_last_10_source is null'
        WHEN NOT (
          `t0`.`points_avg_last_10_source` IN ('phase4', 'missing')
        )
        THEN 'points_avg_last_10_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`points_avg_season`) OR IS_INF(`t0`.`points_avg_season`)
        THEN 'points_avg_season is not a number'
        WHEN `t0`.`points_avg_season` < 0
        THEN 'points_avg_season is below 0'
        WHEN `t0`.`points_avg_season` > 90
        THEN 'points_avg_season is above 90'
        WHEN `t0`.`points_avg_season_source` IS NULL
        THEN 'points_avg_season_source is null'
        WHEN NOT (
          `t0`.`points_avg_season_source` IN ('phase4', 'missing')
        )
        THEN 'points_avg_season_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`points_std_last_10`) OR IS_INF(`t0`.`points_std_last_10`)
        THEN 'points_std_last_10 is not a number'
        WHEN `t0`.`points_std_last_10` < 0
        THEN 'points_std_last_10 is below 0'
        WHEN `t0`.`points_std_last_10` > 60
        THEN 'points_std_last_10 is above 60'
        WHEN `t0`.`points_std_last_10_source` IS NULL
        THEN 'points_std_last_10_source is null'
        WHEN NOT (
          `t0`.`points_std_last_10_source` IN ('phase4', 'missing')
        )
        THEN 'points_std_last_10_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`games_in_last_7_days`) OR IS_INF(`t0`.`games_in_last_7_days`)
        THEN 'games_in_last_7_days is not a number'
        WHEN `t0`.`games_in_last_7_days` < 0
        THEN 'games_in_last_7_days is below 0'
        WHEN `t0`.`games_in_last_7_days` > 7
        THEN 'games_in_last_7_days is above 7'
        WHEN `t0`.`games_in_last_7_days_source` IS NULL
        THEN 'games_in_last_7_days_source is null'
        WHEN NOT (
          `t0`.`games_in_last_7_days_source` IN ('computed', 'missing')
        )
        THEN 'games_in_last_7_days_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`fatigue_score`) OR IS_INF(`t0`.`fatigue_score`)
        THEN 'fatigue_score is not a number'
        WHEN `t0`.`fatigue_score` < 0
        THEN 'fatigue_score is below 0'
        WHEN `t0`.`fatigue_score` > 100
        THEN 'fatigue_score is above 100'
        WHEN `t0`.`fatigue_score_source` IS NULL
        THEN 'fatigue_score_source is null'
        WHEN NOT (
          `t0`.`fatigue_score_source` IN ('phase4', 'missing')
        )
        THEN 'fatigue_score_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`shot_zone_mismatch_score`)
        OR IS_INF(`t0`.`shot_zone_mismatch_score`)
        THEN 'shot_zone_mismatch_score is not a number'
        WHEN `t0`.`shot_zone_mismatch_score` < -10
        THEN 'shot_zone_mismatch_score is below -10'
        WHEN `t0`.`shot_zone_mismatch_score` > 10
        THEN 'shot_zone_mismatch_score is above 10'
        WHEN `t0`.`shot_zone_mismatch_score_source` IS NULL
        THEN 'shot_zone_mismatch_score_source is null'
        WHEN NOT (
          `t0`.`shot_zone_mismatch_score_source` IN ('phase4', 'missing')
        )
        THEN 'shot_zone_mismatch_score_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`pace_score`) OR IS_INF(`t0`.`pace_score`)
        THEN 'pace_score is not a number'
        WHEN `t0`.`pace_score` < -3
        THEN 'pace_score is below -3'
        WHEN `t0`.`pace_score` > 3
        THEN 'pace_score is above 3'
        WHEN `t0`.`pace_score_source` IS NULL
        THEN 'pace_score_source is null'
        WHEN NOT (
          `t0`.`pace_score_source` IN ('phase4', 'missing')
        )
        THEN 'pace_score_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`usage_spike_score`) OR IS_INF(`t0`.`usage_spike_score`)
        THEN 'usage_spike_score is not a number'
        WHEN `t0`.`usage_spike_score` < -3
        THEN 'usage_spike_score is below -3'
        WHEN `t0`.`usage_spike_score` > 3
        THEN 'usage_spike_score is above 3'
        WHEN `t0`.`usage_spike_score_source` IS NULL
        THEN 'usage_spike_score_source is null'
        WHEN NOT (
          `t0`.`usage_spike_score_source` IN ('phase4', 'missing')
        )
        THEN 'usage_spike_score_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`rest_advantage`) OR IS_INF(`t0`.`rest_advantage`)
        THEN 'rest_advantage is not a number'
        WHEN `t0`.`rest_advantage` < -2
        THEN 'rest_advantage is below -2'
        WHEN `t0`.`rest_advantage` > 2
        THEN 'rest_advantage is above 2'
        WHEN `t0`.`rest_advantage_source` IS NULL
        THEN 'rest_advantage_source is null'
        WHEN NOT (
          `t0`.`rest_advantage_source` IN ('computed', 'missing')
        )
        THEN 'rest_advantage_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`injury_risk`) OR IS_INF(`t0`.`injury_risk`)
        THEN 'injury_risk is not a number'
        WHEN `t0`.`injury_risk` < 0
        THEN 'injury_risk is below 0'
        WHEN `t0`.`injury_risk` > 3
        THEN 'injury_risk is above 3'
        WHEN `t0`.`injury_risk_source` IS NULL
        THEN 'injury_risk_source is null'
        WHEN NOT (
          `t0`.`injury_risk_source` IN ('computed', 'missing')
        )
        THEN 'injury_risk_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`recent_trend`) OR IS_INF(`t0`.`recent_trend`)
        THEN 'recent_trend is not a number'
        WHEN `t0`.`recent_trend` < -2
        THEN 'recent_trend is below -2'
        WHEN `t0`.`recent_trend` > 2
        THEN 'recent_trend is above 2'
        WHEN `t0`.`recent_trend_source` IS NULL
        THEN 'recent_trend_source is null'
        WHEN NOT (
          `t0`.`recent_trend_source` IN ('computed', 'missing')
        )
        THEN 'recent_trend_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`minutes_change`) OR IS_INF(`t0`.`minutes_change`)
        THEN 'minutes_change is not a number'
        WHEN `t0`.`minutes_change` < -2
        THEN 'minutes_change is below -2'
        WHEN `t0`.`minutes_change` > 2
        THEN 'minutes_change is above 2'
        WHEN `t0`.`minutes_change_source` IS NULL
        THEN 'minutes_change_source is null'
        WHEN NOT (
          `t0`.`minutes_change_source` IN ('computed', 'missing')
        )
        THEN 'minutes_change_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`opponent_def_rating`) OR IS_INF(`t0`.`opponent_def_rating`)
        THEN 'opponent_def_rating is not a number'
        WHEN `t0`.`opponent_def_rating` < 50
        THEN 'opponent_def_rating is below 50'
        WHEN `t0`.`opponent_def_rating` > 180
        THEN 'opponent_def_rating is above 180'
        WHEN `t0`.`opponent_def_rating_source` IS NULL
        THEN 'opponent_def_rating_source is null'
        WHEN NOT (
          `t0`.`opponent_def_rating_source` IN ('phase4', 'missing')
        )
        THEN 'opponent_def_rating_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`opponent_pace`) OR IS_INF(`t0`.`opponent_pace`)
        THEN 'opponent_pace is not a number'
        WHEN `t0`.`opponent_pace` < 65
        THEN 'opponent_pace is below 65'
        WHEN `t0`.`opponent_pace` > 140
        THEN 'opponent_pace is above 140'
        WHEN `t0`.`opponent_pace_source` IS NULL
        THEN 'opponent_pace_source is null'
        WHEN NOT (
          `t0`.`opponent_pace_source` IN ('phase4', 'missing')
        )
        THEN 'opponent_pace_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`home_away`) OR IS_INF(`t0`.`home_away`)
        THEN 'home_away is not a number'
        WHEN `t0`.`home_away` < 0
        THEN 'home_away is below 0'
        WHEN `t0`.`home_away` > 1
        THEN 'home_away is above 1'
        WHEN `t0`.`home_away_source` IS NULL
        THEN 'home_away_source is null'
        WHEN NOT (
          `t0`.`home_away_source` IN ('computed', 'missing')
        )
        THEN 'home_away_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`back_to_back`) OR IS_INF(`t0`.`back_to_back`)
        THEN 'back_to_back is not a number'
        WHEN `t0`.`back_to_back` < 0
        THEN 'back_to_back is below 0'
        WHEN `t0`.`back_to_back` > 1
        THEN 'back_to_back is above 1'
        WHEN `t0`.`back_to_back_source` IS NULL
        THEN 'back_to_back_source is null'
        WHEN NOT (
          `t0`.`back_to_back_source` IN ('computed', 'missing')
        )
        THEN 'back_to_back_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`playoff_game`) OR IS_INF(`t0`.`playoff_game`)
        THEN 'playoff_game is not a number'
        WHEN `t0`.`playoff_game` < 0
        THEN 'playoff_game is below 0'
        WHEN `t0`.`playoff_game` > 1
        THEN 'playoff_game is above 1'
        WHEN `t0`.`playoff_game_source` IS NULL
        THEN 'playoff_game_source is null'
        WHEN NOT (
          `t0`.`playoff_game_source` IN ('computed', 'missing')
        )
        THEN 'playoff_game_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`pct_paint`) OR IS_INF(`t0`.`pct_paint`)
        THEN 'pct_paint is not a number'
        WHEN `t0`.`pct_paint` < 0
        THEN 'pct_paint is below 0'
        WHEN `t0`.`pct_paint` > 1
        THEN 'pct_paint is above 1'
        WHEN `t0`.`pct_paint_source` IS NULL
        THEN 'pct_paint_source is null'
        WHEN NOT (
          `t0`.`pct_paint_source` IN ('phase4', 'missing')
        )
        THEN 'pct_paint_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`pct_mid_range`) OR IS_INF(`t0`.`pct_mid_range`)
        THEN 'pct_mid_range is not a number'
        WHEN `t0`.`pct_mid_range` < 0
        THEN 'pct_mid_range is below 0'
        WHEN `t0`.`pct_mid_range` > 1
        THEN 'pct_mid_range is above 1'
        WHEN `t0`.`pct_mid_range_source` IS NULL
        THEN 'pct_mid_range_source is null'
        WHEN NOT (
          `t0`.`pct_mid_range_source` IN ('phase4', 'missing')
        )
        THEN 'pct_mid_range_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`pct_three`) OR IS_INF(`t0`.`pct_three`)
        THEN 'pct_three is not a number'
        WHEN `t0`.`pct_three` < 0
        THEN 'pct_three is below 0'
        WHEN `t0`.`pct_three` > 1
        THEN 'pct_three is above 1'
        WHEN `t0`.`pct_three_source` IS NULL
        THEN 'pct_three_source is null'
        WHEN NOT (
          `t0`.`pct_three_source` IN ('phase4', 'missing')
        )
        THEN 'pct_three_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`pct_free_throw`) OR IS_INF(`t0`.`pct_free_throw`)
        THEN 'pct_free_throw is not a number'
        WHEN `t0`.`pct_free_throw` < 0
        THEN 'pct_free_throw is below 0'
        WHEN `t0`.`pct_free_throw` > 0.5
        THEN 'pct_free_throw is above 0.5'
        WHEN `t0`.`pct_free_throw_source` IS NULL
        THEN 'pct_free_throw_source is null'
        WHEN NOT (
          `t0`.`pct_free_throw_source` IN ('phase4', 'missing')
        )
        THEN 'pct_free_throw_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`team_pace`) OR IS_INF(`t0`.`team_pace`)
        THEN 'team_pace is not a number'
        WHEN `t0`.`team_pace` < 70
        THEN 'team_pace is below 70'
        WHEN `t0`.`team_pace` > 140
        THEN 'team_pace is above 140'
        WHEN `t0`.`team_pace_source` IS NULL
        THEN 'team_pace_source is null'
        WHEN NOT (
          `t0`.`team_pace_source` IN ('phase4', 'missing')
        )
        THEN 'team_pace_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`team_off_rating`) OR IS_INF(`t0`.`team_off_rating`)
        THEN 'team_off_rating is not a number'
        WHEN `t0`.`team_off_rating` < 60
        THEN 'team_off_rating is below 60'
        WHEN `t0`.`team_off_rating` > 160
        THEN 'team_off_rating is above 160'
        WHEN `t0`.`team_off_rating_source` IS NULL
        THEN 'team_off_rating_source is null'
        WHEN NOT (
          `t0`.`team_off_rating_source` IN ('phase4', 'missing')
        )
        THEN 'team_off_rating_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`team_win_pct`) OR IS_INF(`t0`.`team_win_pct`)
        THEN 'team_win_pct is not a number'
        WHEN `t0`.`team_win_pct` < 0
        THEN 'team_win_pct is below 0'
        WHEN `t0`.`team_win_pct` > 1
        THEN 'team_win_pct is above 1'
        WHEN `t0`.`team_win_pct_source` IS NULL
        THEN 'team_win_pct_source is null'
        WHEN NOT (
          `t0`.`team_win_pct_source` IN ('phase4', 'missing')
        )
        THEN 'team_win_pct_source is not one of phase4, missing'
        WHEN IS_NAN(`t0`.`vegas_points_line`) OR IS_INF(`t0`.`vegas_points_line`)
        THEN 'vegas_points_line is not a number'
        WHEN `t0`.`vegas_points_line` < 0.5
        THEN 'vegas_points_line is below 0.5'
        WHEN `t0`.`vegas_points_line` > 60
        THEN 'vegas_points_line is above 60'
        WHEN `t0`.`vegas_points_line_source` IS NULL
        THEN 'vegas_points_line_source is null'
        WHEN NOT (
          `t0`.`vegas_points_line_source` IN ('line', 'missing')
        )
        THEN 'vegas_points_line_source is not one of line, missing'
        WHEN IS_NAN(`t0`.`vegas_opening_line`) OR IS_INF(`t0`.`vegas_opening_line`)
        THEN 'vegas_opening_line is not a number'
        WHEN `t0`.`vegas_opening_line` < 0.5
        THEN 'vegas_opening_line is below 0.5'
        WHEN `t0`.`vegas_opening_line` > 60
        THEN 'vegas_opening_line is above 60'
        WHEN `t0`.`vegas_opening_line_source` IS NULL
        THEN 'vegas_opening_line_source is null'
        WHEN NOT (
          `t0`.`vegas_opening_line_source` IN ('line', 'missing')
        )
        THEN 'vegas_opening_line_source is not one of line, missing'
        WHEN IS_NAN(`t0`.`vegas_line_move`) OR IS_INF(`t0`.`vegas_line_move`)
        THEN 'vegas_line_move is not a number'
        WHEN `t0`.`vegas_line_move` < -60
        THEN 'vegas_line_move is below -60'
        WHEN `t0`.`vegas_line_move` > 60
        THEN 'vegas_line_move is above 60'
        WHEN `t0`.`vegas_line_move_source` IS NULL
        THEN 'vegas_line_move_source is null'
        WHEN NOT (
          `t0`.`vegas_line_move_source` IN ('line', 'missing')
        )
        THEN 'vegas_line_move_source is not one of line, missing'
        WHEN IS_NAN(`t0`.`has_vegas_line`) OR IS_INF(`t0`.`has_vegas_line`)
        THEN 'has_vegas_line is not a number'
        WHEN `t0`.`has_vegas_line` < 0
        THEN 'has_vegas_line is below 0'
        WHEN `t0`.`has_vegas_line` > 1
        THEN 'has_vegas_line is above 1'
        WHEN `t0`.`has_vegas_line_source` IS NULL
        THEN 'has_vegas_line_source is null'
        WHEN NOT (
          `t0`.`has_vegas_line_source` IN ('computed', 'missing')
        )
        THEN 'has_vegas_line_source is not one of computed, missing'
        WHEN IS_NAN(`t0`.`avg_points_vs_opponent`) OR IS_INF(`t0`.`avg_points_vs_opponent`)
        THEN 'avg_points_vs_opponent is not a number'
        WHEN `t0`.`avg_points_vs_opponent` < 0
        THEN 'avg_points_vs_opponent is below 0'
        WHEN `t0`.`avg_points_vs_opponent` > 90
        THEN 'avg_points_vs_opponent is above 90'
        WHEN `t0`.`avg_points_vs_opponent_source` IS NULL
        THEN 'avg_points_vs_opponent_source is null'
        WHEN NOT (
          `t0`.`avg_points_vs_opponent_source` IN ('opponent_history', 'missing')
        )
        THEN 'avg_points_vs_opponent_source is not one of opponent_history, missing'
        WHEN IS_NAN(`t0`.`games_vs_opponent`) OR IS_INF(`t0`.`games_vs_opponent`)
        THEN 'games_vs_opponent is not a number'
        WHEN `t0`.`games_vs_opponent` < 0
        THEN 'games_vs_opponent is below 0'
        WHEN `t0`.`games_vs_opponent` > 24
        THEN 'games_vs_opponent is above 24'
        WHEN `t0`.`games_vs_opponent_source` IS NULL
        THEN 'games_vs_opponent_source is null'
        WHEN NOT (
          `t0`.`games_vs_opponent_source` IN ('opponent_history', 'missing')
        )
        THEN 'games_vs_opponent_source is not one of opponent_history, missing'
        WHEN IS_NAN(`t0`.`minutes_avg_last_10`) OR IS_INF(`t0`.`minutes_avg_last_10`)
        THEN 'minutes_avg_last_10 is not a number'
        WHEN `t0`.`minutes_avg_last_10` < 0
        THEN 'minutes_avg_last_10 is below 0'
        WHEN `t0`.`minutes_avg_last_10` > 63
        THEN 'minutes_avg_last_10 is above 63'
        WHEN `t0`.`minutes_avg_last_10_source` IS NULL
        THEN 'minutes_avg_last_10_source is null'
        WHEN NOT (
          `t0`.`minutes_avg_last_10_source` IN ('minutes', 'missing')
        )
        THEN 'minutes_avg_last_10_source is not one of minutes, missing'
        WHEN IS_NAN(`t0`.`ppm_avg_last_10`) OR IS_INF(`t0`.`ppm_avg_last_10`)
        THEN 'ppm_avg_last_10 is not a number'
        WHEN `t0`.`ppm_avg_last_10` < 0
        THEN 'ppm_avg_last_10 is below 0'
        WHEN `t0`.`ppm_avg_last_10` > 30
        THEN 'ppm_avg_last_10 is above 30'
        WHEN `t0`.`ppm_avg_last_10_source` IS NULL
        THEN 'ppm_avg_last_10_source is null'
        WHEN NOT (
          `t0`.`ppm_avg_last_10_source` IN ('minutes', 'missing')
        )
        THEN 'ppm_avg_last_10_source is not one of minutes, missing'
        WHEN `t0`.`required_defaults` IS NULL
        THEN 'required_defaults is null'
        WHEN `t0`.`required_defaults` < 0
        THEN 'required_defaults is below 0'
        WHEN `t0`.`required_defaults` > 30
        THEN 'required_defaults is above 30'
        WHEN `t0`.`required_missing` IS NULL
        THEN 'required_missing is null'
        WHEN `t0`.`required_missing` < 0
        THEN 'required_missing is below 0'
        WHEN `t0`.`required_missing` > 30
        THEN 'required_missing is above 30'
        WHEN `t0`.`matchup_known` IS NULL
        THEN 'matchup_known is null'
        WHEN `t0`.`matchup_known` < 0
        THEN 'matchup_known is below 0'
        WHEN `t0`.`matchup_known` > 6
        THEN 'matchup_known is above 6'
        WHEN `t0`.`feature_quality_score` IS NULL
        THEN 'feature_quality_score is null'
        WHEN IS_NAN(`t0`.`feature_quality_score`) OR IS_INF(`t0`.`feature_quality_score`)
        THEN 'feature_quality_score is not a number'
        WHEN `t0`.`feature_quality_score` < 0
        THEN 'feature_quality_score is below 0'
        WHEN `t0`.`feature_quality_score` > 100
        THEN 'feature_quality_score is above 100'
        WHEN `t0`.`quality_tier` IS NULL
        THEN 'quality_tier is null'
        WHEN NOT (
          `t0`.`quality_tier` IN ('gold', 'silver', 'bronze', 'poor', 'critical')
        )
        THEN 'quality_tier is not one of gold, silver, bronze, poor, critical'
        WHEN `t0`.`is_quality_ready` IS NULL
        THEN 'is_quality_ready is null'
        WHEN NOT (
          `t0`.`not_ready_because` IN ('required_defaults', 'quality_too_low', 'matchup_unknown')
        )
        THEN 'not_ready_because is not one of required_defaults, quality_too_low, matchup_unknown'
        ELSE CAST(NULL AS STRING)
      END AS `reason`
    FROM `asked` AS `t0`
  ) AS `t1`
  WHERE
    `t1`.`reason` IS NOT NULL
) AS `t2`
GROUP BY
  1,
  2

-- hashable
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`,
  `t0`.`player_id`,
  CASE
    WHEN ABS(`t0`.`points_avg_last_5`) < 900719925474.0992
    THEN `t0`.`points_avg_last_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_last_5`,
  `t0`.`points_avg_last_5_source`,
  CASE
    WHEN ABS(`t0`.`points_avg_last_10`) < 900719925474.0992
    THEN `t0`.`points_avg_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_last_10`,
  `t0`.`points_avg_last_10_source`,
  CASE
    WHEN ABS(`t0`.`points_avg_season`) < 900719925474.0992
    THEN `t0`.`points_avg_season`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_season`,
  `t0`.`points_avg_season_source`,
  CASE
    WHEN ABS(`t0`.`points_std_last_10`) < 900719925474.0992
    THEN `t0`.`points_std_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_std_last_10`,
  `t0`.`points_std_last_10_source`,
  CASE
    WHEN ABS(`t0`.`games_in_last_7_days`) < 900719925474.0992
    THEN `t0`.`games_in_last_7_days`
    ELSE CAST(NULL AS FLOAT64)
  END AS `games_in_last_7_days`,
  `t0`.`games_in_last_7_days_source`,
  CASE
    WHEN ABS(`t0`.`fatigue_score`) < 900719925474.0992
    THEN `t0`.`fatigue_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `fatigue_score`,
  `t0`.`fatigue_score_source`,
  CASE
    WHEN ABS(`t0`.`shot_zone_mismatch_score`) < 900719925474.0992
    THEN `t0`.`shot_zone_mismatch_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `shot_zone_mismatch_score`,
  `t0`.`shot_zone_mismatch_score_source`,
  CASE
    WHEN ABS(`t0`.`pace_score`) < 900719925474.0992
    THEN `t0`.`pace_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pace_score`,
  `t0`.`pace_score_source`,
  CASE
    WHEN ABS(`t0`.`usage_spike_score`) < 900719925474.0992
    THEN `t0`.`usage_spike_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `usage_spike_score`,
  `t0`.`usage_spike_score_source`,
  CASE
    WHEN ABS(`t0`.`rest_advantage`) < 900719925474.0992
    THEN `t0`.`rest_advantage`
    ELSE CAST(NULL AS FLOAT64)
  END AS `rest_advantage`,
  `t0`.`rest_advantage_source`,
  CASE
    WHEN ABS(`t0`.`injury_risk`) < 900719925474.0992
    THEN `t0`.`injury_risk`
    ELSE CAST(NULL AS FLOAT64)
  END AS `injury_risk`,
  `t0`.`injury_risk_source`,
  CASE
    WHEN ABS(`t0`.`recent_trend`) < 900719925474.0992
    THEN `t0`.`recent_trend`
    ELSE CAST(NULL AS FLOAT64)
  END AS `recent_trend`,
  `t0`.`recent_trend_source`,
  CASE
    WHEN ABS(`t0`.`minutes_change`) < 900719925474.0992
    THEN `t0`.`minutes_change`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_change`,
  `t0`.`minutes_change_source`,
  CASE
    WHEN ABS(`t0`.`opponent_def_rating`) < 900719925474.0992
    THEN `t0`.`opponent_def_rating`
    ELSE CAST(NULL AS FLOAT64)
  END AS `opponent_def_rating`,
  `t0`.`opponent_def_rating_source`,
  CASE
    WHEN ABS(`t0`.`opponent_pace`) < 900719925474.0992
    THEN `t0`.`opponent_pace`
    ELSE CAST(NULL AS FLOAT64)
  END AS `opponent_pace`,
  `t0`.`opponent_pace_source`,
  CASE
    WHEN ABS(`t0`.`home_away`) < 900719925474.0992
    THEN `t0`.`home_away`
    ELSE CAST(NULL AS FLOAT64)
  END AS `home_away`,
  `t0`.`home_away_source`,
  CASE
    WHEN ABS(`t0`.`back_to_back`) < 900719925474.0992
    THEN `t0`.`back_to_back`
    ELSE CAST(NULL AS FLOAT64)
  END AS `back_to_back`,
  `t0`.`back_to_back_source`,
  CASE
    WHEN ABS(`t0`.`playoff_game`) < 900719925474.0992
    THEN `t0`.`playoff_game`
    ELSE CAST(NULL AS FLOAT64)
  END AS `playoff_game`,
  `t0`.`playoff_game_source`,
  CASE
    WHEN ABS(`t0`.`pct_paint`) < 900719925474.0992
    THEN `t0`.`pct_paint`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pct_paint`,
  `t0`.`pct_paint_source`,
  CASE
    WHEN ABS(`t0`.`pct_mid_range`) < 900719925474.0992
    THEN `t0`.`pct_mid_range`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pct_mid_range`,
  `t0`.`pct_mid_range_source`,
  CASE
    WHEN ABS(`t0`.`pct_three`) < 900719925474.0992
    THEN `t0`.`pct_three`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pct_three`,
  `t0`.`pct_three_source`,
  CASE
    WHEN ABS(`t0`.`pct_free_throw`) < 900719925474.0992
    THEN `t0`.`pct_free_throw`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pct_free_throw`,
  `t0`.`pct_free_throw_source`,
  CASE
    WHEN ABS(`t0`.`team_pace`) < 900719925474.0992
    THEN `t0`.`team_pace`
    ELSE CAST(NULL AS FLOAT64)
  END AS `team_pace`,
  `t0`.`team_pace_source`,
  CASE
    WHEN ABS(`t0`.`team_off_rating`) < 900719925474.0992
    THEN `t0`.`team_off_rating`
    ELSE CAST(NULL AS FLOAT64)
  END AS `team_off_rating`,
  `t0`.`team_off_rating_source`,
  CASE
    WHEN ABS(`t0`.`team_win_pct`) < 900719925474.0992
    THEN `t0`.`team_win_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `team_win_pct`,
  `t0`.`team_win_pct_source`,
  CASE
    WHEN ABS(`t0`.`vegas_points_line`) < 900719925474.0992
    THEN `t0`.`vegas_points_line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `vegas_points_line`,
  `t0`.`vegas_points_line_source`,
  CASE
    WHEN ABS(`t0`.`vegas_opening_line`) < 900719925474.0992
    THEN `t0`.`vegas_opening_line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `vegas_opening_line`,
  `t0`.`vegas_opening_line_source`,
  CASE
    WHEN ABS(`t0`.`vegas_line_move`) < 900719925474.0992
    THEN `t0`.`vegas_line_move`
    ELSE CAST(NULL AS FLOAT64)
  END AS `vegas_line_move`,
  `t0`.`vegas_line_move_source`,
  CASE
    WHEN ABS(`t0`.`has_vegas_line`) < 900719925474.0992
    THEN `t0`.`has_vegas_line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `has_vegas_line`,
  `t0`.`has_vegas_line_source`,
  CASE
    WHEN ABS(`t0`.`avg_points_vs_opponent`) < 900719925474.0992
    THEN `t0`.`avg_points_vs_opponent`
    ELSE CAST(NULL AS FLOAT64)
  END AS `avg_points_vs_opponent`,
  `t0`.`avg_points_vs_opponent_source`,
  CASE
    WHEN ABS(`t0`.`games_vs_opponent`) < 900719925474.0992
    THEN `t0`.`games_vs_opponent`
    ELSE CAST(NULL AS FLOAT64)
  END AS `games_vs_opponent`,
  `t0`.`games_vs_opponent_source`,
  CASE
    WHEN ABS(`t0`.`minutes_avg_last_10`) < 900719925474.0992
    THEN `t0`.`minutes_avg_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_avg_last_10`,
  `t0`.`minutes_avg_last_10_source`,
  CASE
    WHEN ABS(`t0`.`ppm_avg_last_10`) < 900719925474.0992
    THEN `t0`.`ppm_avg_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `ppm_avg_last_10`,
  `t0`.`ppm_avg_last_10_source`,
  `t0`.`required_defaults`,
  `t0`.`required_missing`,
  `t0`.`matchup_known`,
  CASE
    WHEN ABS(`t0`.`feature_quality_score`) < 900719925474.0992
    THEN `t0`.`feature_quality_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `feature_quality_score`,
  `t0`.`quality_tier`,
  `t0`.`is_quality_ready`,
  `t0`.`not_ready_because`
FROM `asked` AS `t0`

-- fingerprints
SELECT
  `t1`.`game_date`,
  COUNT(*) AS `rows`,
  TO_HEX(MD5(STRING_AGG(`t1`.`row_hash`, ''
  ORDER BY
    `t1`.`row_hash` ASC NULLS LAST))) AS `content_hash`
FROM (
  SELECT
    `t0`.`game_date`,
    TO_HEX(
      MD5(
        ARRAY_TO_STRING(
          [
            CAST(`t0`.`game_date` AS STRING),
            CAST(LENGTH(`t0`.`game_id`) AS STRING),
            `t0`.`game_id`,
            CAST(`t0`.`player_id` AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_last_5` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`points_avg_last_5_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`points_avg_last_10_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_season` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`points_avg_season_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`points_std_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`points_std_last_10_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`games_in_last_7_days` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`games_in_last_7_days_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`fatigue_score` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`fatigue_score_source`,
            COALESCE(
              CAST(CAST(ROUND(`t0`.`shot_zone_mismatch_score` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            `t0`.`shot_zone_mismatch_score_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`pace_score` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`pace_score_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`usage_spike_score` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`usage_spike_score_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`rest_advantage` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`rest_advantage_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`injury_risk` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`injury_risk_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`recent_trend` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`recent_trend_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_change` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`minutes_change_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`opponent_def_rating` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`opponent_def_rating_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`opponent_pace` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`opponent_pace_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`home_away` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`home_away_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`back_to_back` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`back_to_back_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`playoff_game` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`playoff_game_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`pct_paint` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`pct_paint_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`pct_mid_range` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`pct_mid_range_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`pct_three` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`pct_three_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`pct_free_throw` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`pct_free_throw_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`team_pace` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`team_pace_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`team_off_rating` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`team_off_rating_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`team_win_pct` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`team_win_pct_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`vegas_points_line` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`vegas_points_line_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`vegas_opening_line` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`vegas_opening_line_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`vegas_line_move` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`vegas_line_move_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`has_vegas_line` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`has_vegas_line_source`,
            COALESCE(
              CAST(CAST(ROUND(`t0`.`avg_points_vs_opponent` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            `t0`.`avg_points_vs_opponent_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`games_vs_opponent` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`games_vs_opponent_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_avg_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`minutes_avg_last_10_source`,
            COALESCE(CAST(CAST(ROUND(`t0`.`ppm_avg_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`ppm_avg_last_10_source`,
            CAST(`t0`.`required_defaults` AS STRING),
            CAST(`t0`.`required_missing` AS STRING),
            CAST(`t0`.`matchup_known` AS STRING),
            CAST(CAST(ROUND(`t0`.`feature_quality_score` * 10000, 0) AS INT64) AS STRING),
            `t0`.`quality_tier`,
            CAST(CAST(`t0`.`is_quality_ready` AS INT64) AS STRING),
            COALESCE(`t0`.`not_ready_because`, '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
