-- counts
WITH `t9` AS (
  SELECT
    `t5`.`game_date`,
    `t5`.`teams`,
    ROW_NUMBER() OVER (ORDER BY `t5`.`game_date` ASC) - 1 AS `place`
  FROM (
    SELECT
      `t0`.`game_date`,
      COUNT(DISTINCT `t0`.`game_id`) * 2 AS `teams`
    FROM `ml_feature_store_v2` AS `t0`
    GROUP BY
      1
  ) AS `t5`
), `t31` AS (
  SELECT
    `t30`.`game_date`,
    '' AS `game_id`,
    `t30`.`column` AS `subject`,
    CASE
      WHEN `t30`.`low` < CASE `t30`.`column`
        WHEN 'points_std_last_10'
        THEN 0
        WHEN 'games_in_last_7_days'
        THEN 0
        WHEN 'shot_zone_mismatch_score'
        THEN -10
        WHEN 'pace_score'
        THEN -3
        WHEN 'usage_spike_score'
        THEN -3
        WHEN 'rest_advantage'
        THEN -2
        WHEN 'injury_risk'
        THEN 0
        WHEN 'recent_trend'
        THEN -2
        WHEN 'minutes_change'
        THEN -2
        WHEN 'home_away'
        THEN 0
        WHEN 'pct_paint'
        THEN 0
        WHEN 'pct_mid_range'
        THEN 0
        WHEN 'pct_three'
        THEN 0
        WHEN 'pct_free_throw'
        THEN 0
        WHEN 'team_win_pct'
        THEN 0
        WHEN 'avg_points_vs_opponent'
        THEN 0
        WHEN 'games_vs_opponent'
        THEN 0
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t30`.`low`, 2) AS FLOAT64) AS STRING), ', under '),
        CAST(CAST(ROUND(
          CASE `t30`.`column`
            WHEN 'points_std_last_10'
            THEN 0
            WHEN 'games_in_last_7_days'
            THEN 0
            WHEN 'shot_zone_mismatch_score'
            THEN -10
            WHEN 'pace_score'
            THEN -3
            WHEN 'usage_spike_score'
            THEN -3
            WHEN 'rest_advantage'
            THEN -2
            WHEN 'injury_risk'
            THEN 0
            WHEN 'recent_trend'
            THEN -2
            WHEN 'minutes_change'
            THEN -2
            WHEN 'home_away'
            THEN 0
            WHEN 'pct_paint'
            THEN 0
            WHEN 'pct_mid_range'
            THEN 0
            WHEN 'pct_three'
            THEN 0
            WHEN 'pct_free_throw'
            THEN 0
            WHEN 'team_win_pct'
            THEN 0
            WHEN 'avg_points_vs_opponent'
            THEN 0
            WHEN 'games_vs_opponent'
            THEN 0
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN `t30`.`high` > CASE `t30`.`column`
        WHEN 'points_std_last_10'
        THEN 60
        WHEN 'games_in_last_7_days'
        THEN 7
        WHEN 'shot_zone_mismatch_score'
        THEN 10
        WHEN 'pace_score'
        THEN 3
        WHEN 'usage_spike_score'
        THEN 3
        WHEN 'rest_advantage'
        THEN 2
        WHEN 'injury_risk'
        THEN 3
        WHEN 'recent_trend'
        THEN 2
        WHEN 'minutes_change'
        THEN 2
        WHEN 'home_away'
        THEN 1
        WHEN 'pct_paint'
        THEN 1
        WHEN 'pct_mid_range'
        THEN 1
        WHEN 'pct_three'
        THEN 1
        WHEN 'pct_free_throw'
        THEN 0.5
        WHEN 'team_win_pct'
        THEN 1
        WHEN 'avg_points_vs_opponent'
        THEN 90
        WHEN 'games_vs_opponent'
        THEN 24
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t30`.`high`, 2) AS FLOAT64) AS STRING), ', over '),
        CAST(CAST(ROUND(
          CASE `t30`.`column`
            WHEN 'points_std_last_10'
            THEN 60
            WHEN 'games_in_last_7_days'
            THEN 7
            WHEN 'shot_zone_mismatch_score'
            THEN 10
            WHEN 'pace_score'
            THEN 3
            WHEN 'usage_spike_score'
            THEN 3
            WHEN 'rest_advantage'
            THEN 2
            WHEN 'injury_risk'
            THEN 3
            WHEN 'recent_trend'
            THEN 2
            WHEN 'minutes_change'
            THEN 2
            WHEN 'home_away'
            THEN 1
            WHEN 'pct_paint'
            THEN 1
            WHEN 'pct_mid_range'
            THEN 1
            WHEN 'pct_three'
            THEN 1
            WHEN 'pct_free_throw'
            THEN 0.5
            WHEN 'team_win_pct'
            THEN 1
            WHEN 'avg_points_vs_opponent'
            THEN 90
            WHEN 'games_vs_opponent'
            THEN 24
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN (
        `t30`.`days` >= 7
      )
      AND (
        `t30`.`total` >= 20
      )
      AND (
        `t30`.`usually_known` >= 0.9
      )
      AND (
        `t30`.`known` < (
          `t30`.`total` * 0.5
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(CONCAT('known in ', CAST(`t30`.`known` AS STRING)), ' of '),
            CAST(`t30`.`total` AS STRING)
          ),
          ' rows, before in nearly all'
        ),
        COALESCE(CONCAT(': ', `t21`.`untold`), '')
      )
      WHEN (
        `t30`.`days` >= 7
      )
      AND (
        `t30`.`total` >= 20
      )
      AND NOT (
        `t30`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t30`.`always_varied`
      AND (
        `t30`.`known` >= 20
      )
      AND (
        `t30`.`column` IN (
          'points_avg_last_5',
          'points_avg_last_10',
          'points_avg_season',
          'points_std_last_10',
          'minutes_avg_last_10',
          'ppm_avg_last_10',
          'usage_spike_score',
          'pct_paint',
          'pct_mid_range',
          'pct_three',
          'pct_free_throw'
        )
        OR (
          `t30`.`teams` >= 10
        )
      )
      AND (
        `t30`.`values` = 1
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t30`.`low`, 2) AS FLOAT64) AS STRING), ' in all '),
          CAST(`t30`.`total` AS STRING)
        ),
        ' rows'
      )
      WHEN (
        `t30`.`days` >= 7
      )
      AND (
        `t30`.`total` >= 20
      )
      AND NOT (
        `t30`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t30`.`always_varied`
      AND (
        `t30`.`known` >= 20
      )
      AND (
        ABS(`t30`.`mean` - `t30`.`usual_mean`) > (
          `t30`.`usual_deviation` * (
            ieee_divide(4.0, SQRT(`t30`.`teams`)) + 0.5
          )
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CONCAT('mean ', CAST(CAST(ROUND(`t30`.`mean`, 2) AS FLOAT64) AS STRING)), ', '),
          CAST(CAST(ROUND(`t30`.`usual_mean`, 2) AS FLOAT64) AS STRING)
        ),
        ' in the game days before'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t30`.`low` < CASE `t30`.`column`
        WHEN 'points_std_last_10'
        THEN 0
        WHEN 'games_in_last_7_days'
        THEN 0
        WHEN 'shot_zone_mismatch_score'
        THEN -10
        WHEN 'pace_score'
        THEN -3
        WHEN 'usage_spike_score'
        THEN -3
        WHEN 'rest_advantage'
        THEN -2
        WHEN 'injury_risk'
        THEN 0
        WHEN 'recent_trend'
        THEN -2
        WHEN 'minutes_change'
        THEN -2
        WHEN 'home_away'
        THEN 0
        WHEN 'pct_paint'
        THEN 0
        WHEN 'pct_mid_range'
        THEN 0
        WHEN 'pct_three'
        THEN 0
        WHEN 'pct_free_throw'
        THEN 0
        WHEN 'team_win_pct'
        THEN 0
        WHEN 'avg_points_vs_opponent'
        THEN 0
        WHEN 'games_vs_opponent'
        THEN 0
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t30`.`low`, 2) AS FLOAT64) AS STRING), ', under '),
        CAST(CAST(ROUND(
          CASE `t30`.`column`
            WHEN 'points_std_last_10'
            THEN 0
            WHEN 'games_in_last_7_days'
            THEN 0
            WHEN 'shot_zone_mismatch_score'
            THEN -10
            WHEN 'pace_score'
            THEN -3
            WHEN 'usage_spike_score'
            THEN -3
            WHEN 'rest_advantage'
            THEN -2
            WHEN 'injury_risk'
            THEN 0
            WHEN 'recent_trend'
            THEN -2
            WHEN 'minutes_change'
            THEN -2
            WHEN 'home_away'
            THEN 0
            WHEN 'pct_paint'
            THEN 0
            WHEN 'pct_mid_range'
            THEN 0
            WHEN 'pct_three'
            THEN 0
            WHEN 'pct_free_throw'
            THEN 0
            WHEN 'team_win_pct'
            THEN 0
            WHEN 'avg_points_vs_opponent'
            THEN 0
            WHEN 'games_vs_opponent'
            THEN 0
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN `t30`.`high` > CASE `t30`.`column`
        WHEN 'points_std_last_10'
        THEN 60
        WHEN 'games_in_last_7_days'
        THEN 7
        WHEN 'shot_zone_mismatch_score'
        THEN 10
        WHEN 'pace_score'
        THEN 3
        WHEN 'usage_spike_score'
        THEN 3
        WHEN 'rest_advantage'
        THEN 2
        WHEN 'injury_risk'
        THEN 3
        WHEN 'recent_trend'
        THEN 2
        WHEN 'minutes_change'
        THEN 2
        WHEN 'home_away'
        THEN 1
        WHEN 'pct_paint'
        THEN 1
        WHEN 'pct_mid_range'
        THEN 1
        WHEN 'pct_three'
        THEN 1
        WHEN 'pct_free_throw'
        THEN 0.5
        WHEN 'team_win_pct'
        THEN 1
        WHEN 'avg_points_vs_opponent'
        THEN 90
        WHEN 'games_vs_opponent'
        THEN 24
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t30`.`high`, 2) AS FLOAT64) AS STRING), ', over '),
        CAST(CAST(ROUND(
          CASE `t30`.`column`
            WHEN 'points_std_last_10'
            THEN 60
            WHEN 'games_in_last_7_days'
            THEN 7
            WHEN 'shot_zone_mismatch_score'
            THEN 10
            WHEN 'pace_score'
            THEN 3
            WHEN 'usage_spike_score'
            THEN 3
            WHEN 'rest_advantage'
            THEN 2
            WHEN 'injury_risk'
            THEN 3
            WHEN 'recent_trend'
            THEN 2
            WHEN 'minutes_change'
            THEN 2
            WHEN 'home_away'
            THEN 1
            WHEN 'pct_paint'
            THEN 1
            WHEN 'pct_mid_range'
            THEN 1
            WHEN 'pct_three'
            THEN 1
            WHEN 'pct_free_throw'
            THEN 0.5
            WHEN 'team_win_pct'
            THEN 1
            WHEN 'avg_points_vs_opponent'
            THEN 90
            WHEN 'games_vs_opponent'
            THEN 24
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN (
        `t30`.`days` >= 7
      )
      AND (
        `t30`.`total` >= 20
      )
      AND (
        `t30`.`usually_known` >= 0.9
      )
      AND (
        `t30`.`known` < (
          `t30`.`total` * 0.5
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(CONCAT('known in ', CAST(`t30`.`known` AS STRING)), ' of '),
            CAST(`t30`.`total` AS STRING)
          ),
          ' rows, before in nearly all'
        ),
        COALESCE(CONCAT(': ', `t21`.`untold`), '')
      )
      WHEN (
        `t30`.`days` >= 7
      )
      AND (
        `t30`.`total` >= 20
      )
      AND NOT (
        `t30`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t30`.`always_varied`
      AND (
        `t30`.`known` >= 20
      )
      AND (
        `t30`.`column` IN (
          'points_avg_last_5',
          'points_avg_last_10',
          'points_avg_season',
          'points_std_last_10',
          'minutes_avg_last_10',
          'ppm_avg_last_10',
          'usage_spike_score',
          'pct_paint',
          'pct_mid_range',
          'pct_three',
          'pct_free_throw'
        )
        OR (
          `t30`.`teams` >= 10
        )
      )
      AND (
        `t30`.`values` = 1
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t30`.`low`, 2) AS FLOAT64) AS STRING), ' in all '),
          CAST(`t30`.`total` AS STRING)
        ),
        ' rows'
      )
      WHEN (
        `t30`.`days` >= 7
      )
      AND (
        `t30`.`total` >= 20
      )
      AND NOT (
        `t30`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t30`.`always_varied`
      AND (
        `t30`.`known` >= 20
      )
      AND (
        ABS(`t30`.`mean` - `t30`.`usual_mean`) > (
          `t30`.`usual_deviation` * (
            ieee_divide(4.0, SQRT(`t30`.`teams`)) + 0.5
          )
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CONCAT('mean ', CAST(CAST(ROUND(`t30`.`mean`, 2) AS FLOAT64) AS STRING)), ', '),
          CAST(CAST(ROUND(`t30`.`usual_mean`, 2) AS FLOAT64) AS STRING)
        ),
        ' in the game days before'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t28`.`game_date`,
      `t28`.`column`,
      `t28`.`total`,
      `t28`.`known`,
      `t28`.`values`,
      `t28`.`low`,
      `t28`.`high`,
      `t28`.`mean`,
      `t28`.`deviation`,
      `t28`.`teams`,
      `t28`.`place`,
      `t28`.`late_game_date`,
      `t28`.`late_column`,
      `t28`.`days`,
      `t28`.`always_varied`,
      `t28`.`usually_known`,
      `t28`.`usual_mean`,
      `t28`.`usual_deviation`,
      CASE `t28`.`column`
        WHEN 'injury_risk'
        THEN 'nba_raw.injury_report'
        WHEN 'shot_zone_mismatch_score'
        THEN 'nba_raw.shot_zones'
        WHEN 'pct_paint'
        THEN 'nba_raw.shot_zones'
        WHEN 'pct_mid_range'
        THEN 'nba_raw.shot_zones'
        WHEN 'pct_three'
        THEN 'nba_raw.shot_zones'
        ELSE NULL
      END AS `told_by`
    FROM (
      SELECT
        `t17`.`game_date`,
        `t17`.`column`,
        `t17`.`total`,
        `t17`.`known`,
        `t17`.`values`,
        `t17`.`low`,
        `t17`.`high`,
        `t17`.`mean`,
        `t17`.`deviation`,
        `t12`.`teams`,
        `t12`.`place`,
        `t27`.`game_date` AS `late_game_date`,
        `t27`.`column` AS `late_column`,
        `t27`.`days`,
        `t27`.`always_varied`,
        `t27`.`usually_known`,
        `t27`.`usual_mean`,
        `t27`.`usual_deviation`
      FROM (
        SELECT
          `t10`.`game_date`,
          `t10`.`column`,
          COUNT(*) AS `total`,
          COUNT(`t10`.`value`) AS `known`,
          COUNT(DISTINCT `t10`.`value`) AS `values`,
          MIN(`t10`.`value`) AS `low`,
          MAX(`t10`.`value`) AS `high`,
          AVG(`t10`.`value`) AS `mean`,
          COALESCE(STDDEV_POP(`t10`.`value`), 0) AS `deviation`
        FROM (
          SELECT
            `t7`.`game_date`,
            `t7`.`__pivoted__`.`column` AS `column`,
            `t7`.`__pivoted__`.`value` AS `value`
          FROM (
            SELECT
              `t3`.`game_date`,
              IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
            FROM (
              SELECT
                `t0`.`game_date`,
                `t0`.`points_std_last_10`,
                `t0`.`games_in_last_7_days`,
                `t0`.`shot_zone_mismatch_score`,
                `t0`.`pace_score`,
                `t0`.`usage_spike_score`,
                `t0`.`rest_advantage`,
                `t0`.`injury_risk`,
                `t0`.`recent_trend`,
                `t0`.`minutes_change`,
                `t0`.`home_away`,
                `t0`.`pct_paint`,
                `t0`.`pct_mid_range`,
                `t0`.`pct_three`,
                `t0`.`pct_free_throw`,
                `t0`.`team_win_pct`,
                `t0`.`avg_points_vs_opponent`,
                `t0`.`games_vs_opponent`
              FROM `ml_feature_store_v2` AS `t0`
            ) AS `t3`
            CROSS JOIN UNNEST(GENERATE_ARRAY(
              0,
              GREATEST(
                ARRAY_LENGTH(
                  [
                    STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                    STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                    STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                    STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                    STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                    STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                    STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                    STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                    STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                    STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                    STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                    STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                    STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                    STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                    STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                    STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                    STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                  ]
                )
              ) - 1
            )) AS pos
            CROSS JOIN UNNEST([
              STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
              STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
              STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
              STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
              STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
              STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
              STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
              STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
              STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
              STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
              STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
              STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
              STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
              STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
              STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
              STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
              STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
            ]) AS `__pivoted__` WITH OFFSET AS pos_2
            WHERE
              pos = pos_2
              OR (
                pos > (
                  ARRAY_LENGTH(
                    [
                      STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                      STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                      STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                      STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                      STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                      STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                      STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                      STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                      STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                      STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                      STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                      STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                      STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                      STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                      STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                      STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                      STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                    ]
                  ) - 1
                )
                AND pos_2 = (
                  ARRAY_LENGTH(
                    [
                      STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                      STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                      STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                      STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                      STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                      STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                      STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                      STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                      STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                      STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                      STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                      STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                      STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                      STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                      STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                      STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                      STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                    ]
                  ) - 1
                )
              )
          ) AS `t7`
        ) AS `t10`
        GROUP BY
          1,
          2
      ) AS `t17`
      INNER JOIN `t9` AS `t12`
        ON `t17`.`game_date` = `t12`.`game_date`
      LEFT OUTER JOIN (
        SELECT
          `t25`.`game_date`,
          `t25`.`column`,
          `t25`.`days`,
          `t25`.`always_varied`,
          ieee_divide(`t25`.`known`, `t25`.`total`) AS `usually_known`,
          ieee_divide(`t25`.`weighed`, `t25`.`known`) AS `usual_mean`,
          SQRT(
            IF(
              (
                ieee_divide(`t25`.`squares`, `t25`.`known`) - (
                  ieee_divide(`t25`.`weighed`, `t25`.`known`) * ieee_divide(`t25`.`weighed`, `t25`.`known`)
                )
              ) IS NULL,
              ieee_divide(`t25`.`squares`, `t25`.`known`) - (
                ieee_divide(`t25`.`weighed`, `t25`.`known`) * ieee_divide(`t25`.`weighed`, `t25`.`known`)
              ),
              GREATEST(
                0,
                ieee_divide(`t25`.`squares`, `t25`.`known`) - (
                  ieee_divide(`t25`.`weighed`, `t25`.`known`) * ieee_divide(`t25`.`weighed`, `t25`.`known`)
                )
              )
            )
          ) AS `usual_deviation`
        FROM (
          SELECT
            `t24`.`game_date`,
            `t24`.`column`,
            COUNT(*) AS `days`,
            SUM(`t24`.`known`) AS `known`,
            SUM(`t24`.`total`) AS `total`,
            SUM(`t24`.`weighed`) AS `weighed`,
            SUM(`t24`.`squares`) AS `squares`,
            MIN(`t24`.`values`) > 1 AS `always_varied`
          FROM (
            SELECT
              `t17`.`game_date`,
              `t17`.`column`,
              `t12`.`place`,
              `t23`.`column` AS `column_right`,
              `t23`.`values`,
              `t23`.`known`,
              `t23`.`total`,
              `t23`.`earlier_date`,
              `t23`.`earlier_place`,
              `t23`.`weighed`,
              `t23`.`squares`
            FROM (
              SELECT
                `t10`.`game_date`,
                `t10`.`column`,
                COUNT(*) AS `total`,
                COUNT(`t10`.`value`) AS `known`,
                COUNT(DISTINCT `t10`.`value`) AS `values`,
                MIN(`t10`.`value`) AS `low`,
                MAX(`t10`.`value`) AS `high`,
                AVG(`t10`.`value`) AS `mean`,
                COALESCE(STDDEV_POP(`t10`.`value`), 0) AS `deviation`
              FROM (
                SELECT
                  `t7`.`game_date`,
                  `t7`.`__pivoted__`.`column` AS `column`,
                  `t7`.`__pivoted__`.`value` AS `value`
                FROM (
                  SELECT
                    `t3`.`game_date`,
                    IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
                  FROM (
                    SELECT
                      `t0`.`game_date`,
                      `t0`.`points_std_last_10`,
                      `t0`.`games_in_last_7_days`,
                      `t0`.`shot_zone_mismatch_score`,
                      `t0`.`pace_score`,
                      `t0`.`usage_spike_score`,
                      `t0`.`rest_advantage`,
                      `t0`.`injury_risk`,
                      `t0`.`recent_trend`,
                      `t0`.`minutes_change`,
                      `t0`.`home_away`,
                      `t0`.`pct_paint`,
                      `t0`.`pct_mid_range`,
                      `t0`.`pct_three`,
                      `t0`.`pct_free_throw`,
                      `t0`.`team_win_pct`,
                      `t0`.`avg_points_vs_opponent`,
                      `t0`.`games_vs_opponent`
                    FROM `ml_feature_store_v2` AS `t0`
                  ) AS `t3`
                  CROSS JOIN UNNEST(GENERATE_ARRAY(
                    0,
                    GREATEST(
                      ARRAY_LENGTH(
                        [
                          STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                          STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                          STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                          STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                          STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                          STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                          STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                          STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                          STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                          STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                          STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                          STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                          STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                          STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                          STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                          STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                          STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                        ]
                      )
                    ) - 1
                  )) AS pos
                  CROSS JOIN UNNEST([
                    STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                    STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                    STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                    STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                    STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                    STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                    STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                    STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                    STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                    STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                    STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                    STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                    STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                    STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                    STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                    STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                    STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                  ]) AS `__pivoted__` WITH OFFSET AS pos_2
                  WHERE
                    pos = pos_2
                    OR (
                      pos > (
                        ARRAY_LENGTH(
                          [
                            STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                            STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                            STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                            STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                            STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                            STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                            STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                            STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                            STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                            STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                            STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                            STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                            STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                            STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                            STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                            STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                            STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                          ]
                        ) - 1
                      )
                      AND pos_2 = (
                        ARRAY_LENGTH(
                          [
                            STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                            STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                            STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                            STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                            STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                            STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                            STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                            STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                            STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                            STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                            STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                            STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                            STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                            STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                            STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                            STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                            STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                          ]
                        ) - 1
                      )
                    )
                ) AS `t7`
              ) AS `t10`
              GROUP BY
                1,
                2
            ) AS `t17`
            INNER JOIN `t9` AS `t12`
              ON `t17`.`game_date` = `t12`.`game_date`
            INNER JOIN (
              SELECT
                `t19`.`column`,
                `t19`.`values`,
                `t19`.`known`,
                `t19`.`total`,
                `t19`.`game_date` AS `earlier_date`,
                `t19`.`place` AS `earlier_place`,
                `t19`.`known` * `t19`.`mean` AS `weighed`,
                `t19`.`known` * (
                  (
                    `t19`.`deviation` * `t19`.`deviation`
                  ) + (
                    `t19`.`mean` * `t19`.`mean`
                  )
                ) AS `squares`
              FROM (
                SELECT
                  `t17`.`game_date`,
                  `t17`.`column`,
                  `t17`.`total`,
                  `t17`.`known`,
                  `t17`.`values`,
                  `t17`.`low`,
                  `t17`.`high`,
                  `t17`.`mean`,
                  `t17`.`deviation`,
                  `t12`.`teams`,
                  `t12`.`place`
                FROM (
                  SELECT
                    `t10`.`game_date`,
                    `t10`.`column`,
                    COUNT(*) AS `total`,
                    COUNT(`t10`.`value`) AS `known`,
                    COUNT(DISTINCT `t10`.`value`) AS `values`,
                    MIN(`t10`.`value`) AS `low`,
                    MAX(`t10`.`value`) AS `high`,
                    AVG(`t10`.`value`) AS `mean`,
                    COALESCE(STDDEV_POP(`t10`.`value`), 0) AS `deviation`
                  FROM (
                    SELECT
                      `t7`.`game_date`,
                      `t7`.`__pivoted__`.`column` AS `column`,
                      `t7`.`__pivoted__`.`value` AS `value`
                    FROM (
                      SELECT
                        `t3`.`game_date`,
                        IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
                      FROM (
                        SELECT
                          `t0`.`game_date`,
                          `t0`.`points_std_last_10`,
                          `t0`.`games_in_last_7_days`,
                          `t0`.`shot_zone_mismatch_score`,
                          `t0`.`pace_score`,
                          `t0`.`usage_spike_score`,
                          `t0`.`rest_advantage`,
                          `t0`.`injury_risk`,
                          `t0`.`recent_trend`,
                          `t0`.`minutes_change`,
                          `t0`.`home_away`,
                          `t0`.`pct_paint`,
                          `t0`.`pct_mid_range`,
                          `t0`.`pct_three`,
                          `t0`.`pct_free_throw`,
                          `t0`.`team_win_pct`,
                          `t0`.`avg_points_vs_opponent`,
                          `t0`.`games_vs_opponent`
                        FROM `ml_feature_store_v2` AS `t0`
                      ) AS `t3`
                      CROSS JOIN UNNEST(GENERATE_ARRAY(
                        0,
                        GREATEST(
                          ARRAY_LENGTH(
                            [
                              STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                              STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                              STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                              STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                              STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                              STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                              STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                              STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                              STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                              STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                              STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                              STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                              STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                              STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                              STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                              STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                              STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                            ]
                          )
                        ) - 1
                      )) AS pos
                      CROSS JOIN UNNEST([
                        STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                        STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                        STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                        STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                        STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                        STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                        STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                        STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                        STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                        STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                        STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                        STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                        STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                        STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                        STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                        STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                        STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                      ]) AS `__pivoted__` WITH OFFSET AS pos_2
                      WHERE
                        pos = pos_2
                        OR (
                          pos > (
                            ARRAY_LENGTH(
                              [
                                STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                                STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                                STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                                STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                                STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                                STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                                STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                                STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                                STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                                STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                                STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                                STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                                STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                                STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                                STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                                STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                                STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                              ]
                            ) - 1
                          )
                          AND pos_2 = (
                            ARRAY_LENGTH(
                              [
                                STRUCT('points_std_last_10' AS `column`, `t3`.`points_std_last_10` AS `value`),
                                STRUCT('games_in_last_7_days' AS `column`, `t3`.`games_in_last_7_days` AS `value`),
                                STRUCT('shot_zone_mismatch_score' AS `column`, `t3`.`shot_zone_mismatch_score` AS `value`),
                                STRUCT('pace_score' AS `column`, `t3`.`pace_score` AS `value`),
                                STRUCT('usage_spike_score' AS `column`, `t3`.`usage_spike_score` AS `value`),
                                STRUCT('rest_advantage' AS `column`, `t3`.`rest_advantage` AS `value`),
                                STRUCT('injury_risk' AS `column`, `t3`.`injury_risk` AS `value`),
                                STRUCT('recent_trend' AS `column`, `t3`.`recent_trend` AS `value`),
                                STRUCT('minutes_change' AS `column`, `t3`.`minutes_change` AS `value`),
                                STRUCT('home_away' AS `column`, `t3`.`home_away` AS `value`),
                                STRUCT('pct_paint' AS `column`, `t3`.`pct_paint` AS `value`),
                                STRUCT('pct_mid_range' AS `column`, `t3`.`pct_mid_range` AS `value`),
                                STRUCT('pct_three' AS `column`, `t3`.`pct_three` AS `value`),
                                STRUCT('pct_free_throw' AS `column`, `t3`.`pct_free_throw` AS `value`),
                                STRUCT('team_win_pct' AS `column`, `t3`.`team_win_pct` AS `value`),
                                STRUCT('avg_points_vs_opponent' AS `column`, `t3`.`avg_points_vs_opponent` AS `value`),
                                STRUCT('games_vs_opponent' AS `column`, `t3`.`games_vs_opponent` AS `value`)
                              ]
                            ) - 1
                          )
                        )
                    ) AS `t7`
                  ) AS `t10`
                  GROUP BY
                    1,
                    2
                ) AS `t17`
                INNER JOIN `t9` AS `t12`
                  ON `t17`.`game_date` = `t12`.`game_date`
              ) AS `t19`
              WHERE
                `t19`.`known` > 0
            ) AS `t23`
              ON `t17`.`column` = `t23`.`column`
              AND `t23`.`earlier_place` < `t12`.`place`
              AND `t23`.`earlier_place` >= (
                `t12`.`place` - 14
              )
              AND `t23`.`earlier_date` >= DATE_SUB(`t17`.`game_date`, INTERVAL '30' DAY)
          ) AS `t24`
          GROUP BY
            1,
            2
        ) AS `t25`
      ) AS `t27`
        ON `t17`.`game_date` = `t27`.`game_date` AND `t17`.`column` = `t27`.`column`
    ) AS `t28`
  ) AS `t30`
  LEFT OUTER JOIN (
    SELECT
      `t18`.`game_date`,
      `t18`.`told_by`,
      MAX(`t18`.`reason`) AS `untold`
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`teams`,
        `t13`.`place`,
        `t15`.`reason`,
        `t15`.`told_by`,
        `t15`.`empty_on`
      FROM `t9` AS `t13`
      INNER JOIN (
        SELECT
          `t8`.`reason`,
          `t8`.`table_name` AS `told_by`,
          `t8`.`game_date` AS `empty_on`
        FROM (
          SELECT
            `t2`.`receipt_id`,
            `t2`.`publication_id`,
            `t2`.`table_name`,
            `t2`.`game_date`,
            `t2`.`revision`,
            `t2`.`state`,
            `t2`.`rows`,
            `t2`.`content_hash`,
            `t2`.`reason`,
            `t2`.`gaps`,
            `t2`.`inputs`,
            `t2`.`code_version`,
            `t2`.`run_id`,
            `t2`.`published_at`
          FROM `receipts` AS `t2`
          WHERE
            EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  `t1`.`table_name`,
                  `t1`.`game_date`,
                  MAX(`t1`.`revision`) AS `revision`
                FROM `receipts` AS `t1`
                GROUP BY
                  1,
                  2
              ) AS `t6`
              WHERE
                `t2`.`table_name` = `t6`.`table_name`
                AND `t2`.`game_date` = `t6`.`game_date`
                AND `t2`.`revision` = `t6`.`revision`
            )
        ) AS `t8`
        WHERE
          (
            (
              `t8`.`state` = 'EMPTY_OK'
            ) OR (
              `t8`.`rows` = 0
            )
          )
          AND `t8`.`reason` IS NOT NULL
          AND `t8`.`table_name` IN ('nba_raw.injury_report', 'nba_raw.shot_zones')
      ) AS `t15`
        ON `t13`.`game_date` >= `t15`.`empty_on`
        AND DATE_SUB(`t13`.`game_date`, INTERVAL '7' DAY) <= `t15`.`empty_on`
    ) AS `t18`
    GROUP BY
      1,
      2
  ) AS `t21`
    ON `t30`.`game_date` = `t21`.`game_date` AND `t30`.`told_by` = `t21`.`told_by`
)
SELECT
  `t39`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t35`.`game_date`,
    `t35`.`expected`,
    `t35`.`actual`,
    `t38`.`game_date` AS `missing_game_date`,
    `t38`.`game_id`,
    `t38`.`subject`,
    `t38`.`fact`,
    `t38`.`place`
  FROM (
    SELECT
      `t32`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t32`.`present`) AS `actual`
    FROM `t31` AS `t32`
    GROUP BY
      1
  ) AS `t35`
  LEFT OUTER JOIN (
    SELECT
      `t36`.`game_date`,
      `t36`.`game_id`,
      `t36`.`subject`,
      `t36`.`fact`,
      `t36`.`place`
    FROM (
      SELECT
        `t34`.`game_date`,
        `t34`.`game_id`,
        `t34`.`subject`,
        `t34`.`present`,
        `t34`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t34`.`game_date` ORDER BY `t34`.`game_id` ASC, `t34`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t34`.`game_date`, `t34`.`game_id` ORDER BY `t34`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t32`.`game_date`,
          COALESCE(`t32`.`game_id`, '') AS `game_id`,
          `t32`.`subject`,
          `t32`.`present`,
          `t32`.`fact`
        FROM `t31` AS `t32`
        WHERE
          NOT (
            `t32`.`present`
          )
      ) AS `t34`
    ) AS `t36`
    WHERE
      (
        `t36`.`place` < 20
      ) OR (
        `t36`.`of_game` = 0
      )
  ) AS `t38`
    ON `t35`.`game_date` = `t38`.`game_date`
) AS `t39`
