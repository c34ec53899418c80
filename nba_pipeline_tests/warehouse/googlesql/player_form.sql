-- rows
WITH `t6` AS (
  SELECT
    `t0`.`team`,
    `t0`.`game_date`,
    `t0`.`season` AS `team_season`,
    COUNT(*) OVER (
      PARTITION BY `t0`.`team`
      ORDER BY `t0`.`game_date` ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS `team_games`,
    COUNT(*) OVER (
      PARTITION BY `t0`.`team`, `t0`.`season`
      ORDER BY `t0`.`game_date` ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS `team_season_games`
  FROM `team_offense_game_summary` AS `t0`
), `t10` AS (
  SELECT
    `t5`.`game_date`,
    `t5`.`game_id`,
    `t5`.`player_id`,
    `t5`.`player_name`,
    `t5`.`player_lookup`,
    `t5`.`team`,
    `t5`.`opponent`,
    `t5`.`is_home`,
    `t5`.`season`,
    `t5`.`season_type`,
    `t5`.`status`,
    `t5`.`not_played_reason`,
    `t5`.`starter`,
    `t5`.`won`,
    `t5`.`minutes`,
    `t5`.`points`,
    `t5`.`fgm`,
    `t5`.`fga`,
    `t5`.`fg3m`,
    `t5`.`fg3a`,
    `t5`.`ftm`,
    `t5`.`fta`,
    `t5`.`oreb`,
    `t5`.`dreb`,
    `t5`.`rebounds`,
    `t5`.`assists`,
    `t5`.`steals`,
    `t5`.`blocks`,
    `t5`.`turnovers`,
    `t5`.`fouls`,
    `t5`.`plus_minus`,
    `t5`.`usage_rate`,
    `t5`.`ts_pct`,
    `t5`.`efg_pct`,
    `t5`.`closing_line`,
    `t5`.`closing_line_mean`,
    `t5`.`closing_over_probability`,
    `t5`.`line_result`,
    ROW_NUMBER() OVER (PARTITION BY `t5`.`player_id` ORDER BY `t5`.`game_date` ASC) - 1 AS `number`,
    `t5`.`fga` + (
      `t5`.`fta` * 0.44
    ) + `t5`.`turnovers` AS `possessions_used`
  FROM (
    SELECT
      *
    FROM `player_game_summary` AS `t2`
    WHERE
      `t2`.`status` = 'PLAYED'
  ) AS `t5`
)
SELECT
  `t41`.`game_date`,
  `t41`.`game_id`,
  `t41`.`player_id`,
  CAST(ROUND(`t41`.`points_ew_2`, 4) AS FLOAT64) AS `points_ew_2`,
  CAST(ROUND(`t41`.`points_ew_5`, 4) AS FLOAT64) AS `points_ew_5`,
  CAST(ROUND(`t41`.`points_ew_25`, 4) AS FLOAT64) AS `points_ew_25`,
  CAST(ROUND(`t41`.`possessions_used_ew_5`, 4) AS FLOAT64) AS `possessions_used_ew_5`,
  CAST(ROUND(`t41`.`fga_ew_5`, 4) AS FLOAT64) AS `fga_ew_5`,
  CAST(ROUND(`t41`.`usage_rate_ew_20`, 4) AS FLOAT64) AS `usage_rate_ew_20`,
  CAST(ROUND(`t41`.`minutes_ew_5`, 4) AS FLOAT64) AS `minutes_ew_5`,
  CAST(ROUND(`t41`.`rebounds_ew_15`, 4) AS FLOAT64) AS `rebounds_ew_15`,
  CAST(ROUND(`t41`.`plus_minus_ew_20`, 4) AS FLOAT64) AS `plus_minus_ew_20`,
  CAST(ROUND(`t41`.`points_per_minute_ew_60`, 4) AS FLOAT64) AS `points_per_minute_ew_60`,
  CAST(ROUND(`t41`.`points_per_possession_ew_60`, 4) AS FLOAT64) AS `points_per_possession_ew_60`,
  CAST(ROUND(`t41`.`points_of_volume`, 4) AS FLOAT64) AS `points_of_volume`,
  CAST(ROUND(`t41`.`minutes_last_game`, 4) AS FLOAT64) AS `minutes_last_game`,
  CAST(ROUND(`t41`.`minutes_avg_last_3`, 4) AS FLOAT64) AS `minutes_avg_last_3`,
  `t41`.`games_last_14`,
  CAST(ROUND(`t41`.`minutes_last_7`, 4) AS FLOAT64) AS `minutes_last_7`,
  DATE_DIFF(`t41`.`game_date`, `t41`.`last_game_date`, DAY) AS `days_since_last_game`,
  `t41`.`team_game_number`,
  `t41`.`team_games_missed`,
  `t41`.`rotation_rank`,
  CAST(ROUND(`t41`.`teammates_points_present`, 4) AS FLOAT64) AS `teammates_points_present`,
  CAST(ROUND(`t41`.`teammates_minutes_absent`, 4) AS FLOAT64) AS `teammates_minutes_absent`,
  CAST(ROUND(`t41`.`teammates_points_out`, 4) AS FLOAT64) AS `teammates_points_out`
FROM (
  SELECT
    `t40`.`game_date`,
    `t40`.`game_id`,
    `t40`.`player_id`,
    `t40`.`team`,
    `t40`.`season`,
    `t40`.`expected_because`,
    `t40`.`injury_status`,
    `t40`.`star_teammates_out`,
    `t40`.`games_last_14`,
    `t40`.`minutes_last_7`,
    `t40`.`latest`,
    `t40`.`minutes_last_game`,
    `t40`.`minutes_avg_last_3`,
    `t40`.`last_game_date`,
    `t40`.`form_player_id`,
    `t40`.`form_latest`,
    `t40`.`points_ew_2`,
    `t40`.`points_ew_5`,
    `t40`.`points_ew_25`,
    `t40`.`possessions_used_ew_5`,
    `t40`.`fga_ew_5`,
    `t40`.`usage_rate_ew_20`,
    `t40`.`minutes_ew_5`,
    `t40`.`rebounds_ew_15`,
    `t40`.`plus_minus_ew_20`,
    `t40`.`points_per_minute_ew_60`,
    `t40`.`points_per_possession_ew_60`,
    `t40`.`points_of_volume`,
    `t40`.`team_season`,
    `t40`.`team_games`,
    `t40`.`team_season_games`,
    `t40`.`state_date`,
    `t40`.`then_team`,
    `t40`.`then_last_game_date`,
    `t40`.`games_then`,
    `t40`.`team_game_number`,
    `t40`.`team_games_missed`,
    `t40`.`in_rotation`,
    `t40`.`points_present`,
    `t40`.`minutes_absent`,
    `t40`.`points_out`,
    IF(
      `t40`.`in_rotation`,
      (
        ROW_NUMBER() OVER (
          PARTITION BY `t40`.`game_id`, `t40`.`team`, `t40`.`in_rotation`
          ORDER BY `t40`.`minutes_ew_5` DESC, `t40`.`player_id` ASC
        ) - 1
      ) + 1,
      CAST(NULL AS INT64)
    ) AS `rotation_rank`,
    IF(
      `t40`.`team_season` IS NOT NULL,
      COALESCE(
        ieee_divide(
          SUM(CAST(ROUND(`t40`.`points_present` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t40`.`game_id`, `t40`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          10000
        ),
        0
      ) - COALESCE(`t40`.`points_present`, 0),
      CAST(NULL AS FLOAT64)
    ) AS `teammates_points_present`,
    IF(
      `t40`.`team_season` IS NOT NULL,
      COALESCE(
        ieee_divide(
          SUM(CAST(ROUND(`t40`.`minutes_absent` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t40`.`game_id`, `t40`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          10000
        ),
        0
      ) - COALESCE(`t40`.`minutes_absent`, 0),
      CAST(NULL AS FLOAT64)
    ) AS `teammates_minutes_absent`,
    IF(
      `t40`.`star_teammates_out` IS NOT NULL,
      COALESCE(
        ieee_divide(
          SUM(CAST(ROUND(`t40`.`points_out` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t40`.`game_id`, `t40`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          10000
        ),
        0
      ) - COALESCE(`t40`.`points_out`, 0),
      CAST(NULL AS FLOAT64)
    ) AS `teammates_points_out`
  FROM (
    SELECT
      `t39`.`game_date`,
      `t39`.`game_id`,
      `t39`.`player_id`,
      `t39`.`team`,
      `t39`.`season`,
      `t39`.`expected_because`,
      `t39`.`injury_status`,
      `t39`.`star_teammates_out`,
      `t39`.`games_last_14`,
      `t39`.`minutes_last_7`,
      `t39`.`latest`,
      `t39`.`minutes_last_game`,
      `t39`.`minutes_avg_last_3`,
      `t39`.`last_game_date`,
      `t39`.`form_player_id`,
      `t39`.`form_latest`,
      `t39`.`points_ew_2`,
      `t39`.`points_ew_5`,
      `t39`.`points_ew_25`,
      `t39`.`possessions_used_ew_5`,
      `t39`.`fga_ew_5`,
      `t39`.`usage_rate_ew_20`,
      `t39`.`minutes_ew_5`,
      `t39`.`rebounds_ew_15`,
      `t39`.`plus_minus_ew_20`,
      `t39`.`points_per_minute_ew_60`,
      `t39`.`points_per_possession_ew_60`,
      `t39`.`points_of_volume`,
      `t39`.`team_season`,
      `t39`.`team_games`,
      `t39`.`team_season_games`,
      `t39`.`state_date`,
      `t39`.`then_team`,
      `t39`.`then_last_game_date`,
      `t39`.`games_then`,
      CASE
        WHEN `t39`.`team_season` = `t39`.`season`
        THEN `t39`.`team_season_games`
        WHEN `t39`.`team_season` IS NOT NULL
        THEN 0
        ELSE NULL
      END AS `team_game_number`,
      IF(
        `t39`.`expected_because` = 'recent',
        `t39`.`team_games` - `t39`.`games_then`,
        CAST(NULL AS INT64)
      ) AS `team_games_missed`,
      IF(
        `t39`.`expected_because` = 'recent',
        `t39`.`team_games` - `t39`.`games_then`,
        CAST(NULL AS INT64)
      ) IS NOT NULL AS `in_rotation`,
      IF(
        IF(
          `t39`.`expected_because` = 'recent',
          `t39`.`team_games` - `t39`.`games_then`,
          CAST(NULL AS INT64)
        ) = 0,
        `t39`.`points_ew_5`,
        CAST(NULL AS FLOAT64)
      ) AS `points_present`,
      IF(
        IF(
          `t39`.`expected_because` = 'recent',
          `t39`.`team_games` - `t39`.`games_then`,
          CAST(NULL AS INT64)
        ) > 0,
        `t39`.`minutes_ew_5`,
        CAST(NULL AS FLOAT64)
      ) AS `minutes_absent`,
      IF(
        (
          IF(
            `t39`.`expected_because` = 'recent',
            `t39`.`team_games` - `t39`.`games_then`,
            CAST(NULL AS INT64)
          ) IS NOT NULL
        )
        AND `t39`.`injury_status` IN ('out', 'doubtful'),
        `t39`.`points_ew_5`,
        CAST(NULL AS FLOAT64)
      ) AS `points_out`
    FROM (
      SELECT
        `t38`.`game_date`,
        `t38`.`game_id`,
        `t38`.`player_id`,
        `t38`.`team`,
        `t38`.`season`,
        `t38`.`expected_because`,
        `t38`.`injury_status`,
        `t38`.`star_teammates_out`,
        `t38`.`games_last_14`,
        `t38`.`minutes_last_7`,
        `t38`.`latest`,
        `t38`.`minutes_last_game`,
        `t38`.`minutes_avg_last_3`,
        `t38`.`last_game_date`,
        `t38`.`form_player_id`,
        `t38`.`form_latest`,
        `t38`.`points_ew_2`,
        `t38`.`points_ew_5`,
        `t38`.`points_ew_25`,
        `t38`.`possessions_used_ew_5`,
        `t38`.`fga_ew_5`,
        `t38`.`usage_rate_ew_20`,
        `t38`.`minutes_ew_5`,
        `t38`.`rebounds_ew_15`,
        `t38`.`plus_minus_ew_20`,
        `t38`.`points_per_minute_ew_60`,
        `t38`.`points_per_possession_ew_60`,
        `t38`.`points_of_volume`,
        `t38`.`team_season`,
        `t38`.`team_games`,
        `t38`.`team_season_games`,
        `t38`.`state_date`,
        `t9`.`team` AS `then_team`,
        `t9`.`last_game_date` AS `then_last_game_date`,
        `t9`.`games_then`
      FROM (
        SELECT
          `t36`.*
          EXCEPT (`state_team`, `state_until`)
        FROM (
          SELECT
            `t27`.`game_date`,
            `t27`.`game_id`,
            `t27`.`player_id`,
            `t27`.`team`,
            `t27`.`season`,
            `t27`.`expected_because`,
            `t27`.`injury_status`,
            `t27`.`star_teammates_out`,
            `t27`.`games_last_14`,
            `t27`.`minutes_last_7`,
            `t27`.`latest`,
            `t27`.`minutes_last_game`,
            `t27`.`minutes_avg_last_3`,
            `t27`.`last_game_date`,
            `t35`.`player_id` AS `form_player_id`,
            `t35`.`latest` AS `form_latest`,
            `t35`.`points_ew_2`,
            `t35`.`points_ew_5`,
            `t35`.`points_ew_25`,
            `t35`.`possessions_used_ew_5`,
            `t35`.`fga_ew_5`,
            `t35`.`usage_rate_ew_20`,
            `t35`.`minutes_ew_5`,
            `t35`.`rebounds_ew_15`,
            `t35`.`plus_minus_ew_20`,
            `t35`.`points_per_minute_ew_60`,
            `t35`.`points_per_possession_ew_60`,
            `t35`.`points_of_volume`,
            `t13`.`team` AS `state_team`,
            `t13`.`team_season`,
            `t13`.`team_games`,
            `t13`.`team_season_games`,
            `t13`.`state_date`,
            `t13`.`state_until`
          FROM (
            SELECT
              `t23`.`game_date`,
              `t23`.`game_id`,
              `t23`.`player_id`,
              `t23`.`team`,
              `t23`.`season`,
              `t23`.`expected_because`,
              `t23`.`injury_status`,
              `t23`.`star_teammates_out`,
              `t23`.`games_last_14`,
              `t23`.`minutes_last_7`,
              `t23`.`latest`,
              `t23`.`minutes_last_game`,
              `t23`.`minutes_avg_last_3`,
              `t23`.`state_date` AS `last_game_date`
            FROM (
              SELECT
                `t22`.*
                EXCEPT (`state_player_id`, `state_until`)
              FROM (
                SELECT
                  `t4`.`game_date`,
                  `t4`.`game_id`,
                  `t4`.`player_id`,
                  `t4`.`team`,
                  `t4`.`season`,
                  `t4`.`expected_because`,
                  `t4`.`injury_status`,
                  `t4`.`star_teammates_out`,
                  `t4`.`games_last_14`,
                  `t4`.`minutes_last_7`,
                  `t21`.`player_id` AS `state_player_id`,
                  `t21`.`latest`,
                  `t21`.`minutes_last_game`,
                  `t21`.`minutes_avg_last_3`,
                  `t21`.`state_date`,
                  `t21`.`state_until`
                FROM (
                  SELECT
                    `t1`.`game_date`,
                    `t1`.`game_id`,
                    `t1`.`player_id`,
                    `t1`.`team`,
                    `t1`.`season`,
                    `t1`.`expected_because`,
                    `t1`.`injury_status`,
                    `t1`.`star_teammates_out`,
                    `t1`.`games_last_14`,
                    `t1`.`minutes_last_7`
                  FROM `upcoming_player_game_context` AS `t1`
                ) AS `t4`
                LEFT OUTER JOIN (
                  SELECT
                    `t18`.`player_id`,
                    `t18`.`latest`,
                    `t18`.`minutes_last_game`,
                    `t18`.`minutes_avg_last_3`,
                    `t18`.`game_date` AS `state_date`,
                    COALESCE(
                      LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC),
                      DATE(9999, 12, 31)
                    ) AS `state_until`
                  FROM (
                    SELECT
                      `t11`.`player_id`,
                      `t11`.`game_date`,
                      `t11`.`number` AS `latest`,
                      `t11`.`minutes` AS `minutes_last_game`,
                      ieee_divide(
                        CAST(ROUND(
                          ieee_divide(
                            SUM(CAST(ROUND(`t11`.`minutes` * 10000, 0) AS INT64)) OVER (
                              PARTITION BY `t11`.`player_id`
                              ORDER BY `t11`.`game_date` ASC
                              ROWS BETWEEN 2 preceding AND CURRENT ROW
                            ),
                            NULLIF(
                              COUNT(`t11`.`minutes`) OVER (
                                PARTITION BY `t11`.`player_id`
                                ORDER BY `t11`.`game_date` ASC
                                ROWS BETWEEN 2 preceding AND CURRENT ROW
                              ),
                              0
                            )
                          ),
                          0
                        ) AS INT64),
                        10000
                      ) AS `minutes_avg_last_3`
                    FROM `t10` AS `t11`
                  ) AS `t18`
                ) AS `t21`
                  ON `t4`.`player_id` = `t21`.`player_id`
                  AND `t21`.`state_date` < `t4`.`game_date`
                  AND `t4`.`game_date` <= `t21`.`state_until`
              ) AS `t22`
            ) AS `t23`
          ) AS `t27`
          LEFT OUTER JOIN (
            SELECT
              `t33`.`player_id`,
              `t33`.`latest`,
              `t33`.`points_ew_2`,
              `t33`.`points_ew_5`,
              `t33`.`points_ew_25`,
              `t33`.`possessions_used_ew_5`,
              `t33`.`fga_ew_5`,
              `t33`.`usage_rate_ew_20`,
              `t33`.`minutes_ew_5`,
              `t33`.`rebounds_ew_15`,
              `t33`.`plus_minus_ew_20`,
              `t33`.`points_per_minute_ew_60`,
              `t33`.`points_per_possession_ew_60`,
              `t33`.`possessions_used_ew_5` * `t33`.`points_per_possession_ew_60` AS `points_of_volume`
            FROM (
              SELECT
                `t32`.`player_id`,
                `t32`.`latest`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`points` * `t32`.`weight_2`),
                      NULLIF(SUM(IF(`t32`.`points` IS NOT NULL, `t32`.`weight_2`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `points_ew_2`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`points` * `t32`.`weight_5`),
                      NULLIF(SUM(IF(`t32`.`points` IS NOT NULL, `t32`.`weight_5`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `points_ew_5`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`points` * `t32`.`weight_25`),
                      NULLIF(SUM(IF(`t32`.`points` IS NOT NULL, `t32`.`weight_25`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `points_ew_25`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`possessions_used` * `t32`.`weight_5`),
                      NULLIF(SUM(IF(`t32`.`possessions_used` IS NOT NULL, `t32`.`weight_5`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `possessions_used_ew_5`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`fga` * `t32`.`weight_5`),
                      NULLIF(SUM(IF(`t32`.`fga` IS NOT NULL, `t32`.`weight_5`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `fga_ew_5`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`usage_rate` * `t32`.`weight_20`),
                      NULLIF(SUM(IF(`t32`.`usage_rate` IS NOT NULL, `t32`.`weight_20`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `usage_rate_ew_20`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`minutes` * `t32`.`weight_5`),
                      NULLIF(SUM(IF(`t32`.`minutes` IS NOT NULL, `t32`.`weight_5`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `minutes_ew_5`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`rebounds` * `t32`.`weight_15`),
                      NULLIF(SUM(IF(`t32`.`rebounds` IS NOT NULL, `t32`.`weight_15`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `rebounds_ew_15`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`plus_minus` * `t32`.`weight_20`),
                      NULLIF(SUM(IF(`t32`.`plus_minus` IS NOT NULL, `t32`.`weight_20`, NULL)), 0)
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `plus_minus_ew_20`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(`t32`.`points` * `t32`.`weight_60`),
                      NULLIF(SUM(`t32`.`minutes` * `t32`.`weight_60`), 0)
                    ) * 10000,
                    0
                  ) AS INT64),
                  10000
                ) AS `points_per_minute_ew_60`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(
                        IF(`t32`.`possessions_used` IS NOT NULL, `t32`.`points`, CAST(NULL AS INT64)) * `t32`.`weight_60`
                      ),
                      NULLIF(SUM(`t32`.`possessions_used` * `t32`.`weight_60`), 0)
                    ) * 10000,
                    0
                  ) AS INT64),
                  10000
                ) AS `points_per_possession_ew_60`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t30`.`player_id`,
                    `t30`.`latest`,
                    `t30`.`age`,
                    `t30`.`weight_2`,
                    `t30`.`weight_5`,
                    `t30`.`weight_15`,
                    `t30`.`weight_20`,
                    `t30`.`weight_25`,
                    `t30`.`weight_60`,
                    `t30`.`number`,
                    `t16`.`fga`,
                    `t16`.`minutes`,
                    `t16`.`plus_minus`,
                    `t16`.`points`,
                    `t16`.`possessions_used`,
                    `t16`.`rebounds`,
                    `t16`.`usage_rate`
                  FROM (
                    SELECT
                      `t28`.`player_id`,
                      `t28`.`latest`,
                      `t28`.`age`,
                      `t28`.`weight_2`,
                      `t28`.`weight_5`,
                      `t28`.`weight_15`,
                      `t28`.`weight_20`,
                      `t28`.`weight_25`,
                      `t28`.`weight_60`,
                      `t28`.`latest` - `t28`.`age` AS `number`
                    FROM (
                      SELECT
                        `t26`.`player_id`,
                        `t26`.`latest`,
                        `t19`.`age`,
                        `t19`.`weight_2`,
                        `t19`.`weight_5`,
                        `t19`.`weight_15`,
                        `t19`.`weight_20`,
                        `t19`.`weight_25`,
                        `t19`.`weight_60`
                      FROM (
                        SELECT DISTINCT
                          `t23`.`player_id`,
                          `t23`.`latest`
                        FROM (
                          SELECT
                            `t22`.*
                            EXCEPT (`state_player_id`, `state_until`)
                          FROM (
                            SELECT
                              `t4`.`game_date`,
                              `t4`.`game_id`,
                              `t4`.`player_id`,
                              `t4`.`team`,
                              `t4`.`season`,
                              `t4`.`expected_because`,
                              `t4`.`injury_status`,
                              `t4`.`star_teammates_out`,
                              `t4`.`games_last_14`,
                              `t4`.`minutes_last_7`,
                              `t21`.`player_id` AS `state_player_id`,
                              `t21`.`latest`,
                              `t21`.`minutes_last_game`,
                              `t21`.`minutes_avg_last_3`,
                              `t21`.`state_date`,
                              `t21`.`state_until`
                            FROM (
                              SELECT
                                `t1`.`game_date`,
                                `t1`.`game_id`,
                                `t1`.`player_id`,
                                `t1`.`team`,
                                `t1`.`season`,
                                `t1`.`expected_because`,
                                `t1`.`injury_status`,
                                `t1`.`star_teammates_out`,
                                `t1`.`games_last_14`,
                                `t1`.`minutes_last_7`
                              FROM `upcoming_player_game_context` AS `t1`
                            ) AS `t4`
                            LEFT OUTER JOIN (
                              SELECT
                                `t18`.`player_id`,
                                `t18`.`latest`,
                                `t18`.`minutes_last_game`,
                                `t18`.`minutes_avg_last_3`,
                                `t18`.`game_date` AS `state_date`,
                                COALESCE(
                                  LEAD(`t18`.`game_date`) OVER (PARTITION BY `t18`.`player_id` ORDER BY `t18`.`game_date` ASC),
                                  DATE(9999, 12, 31)
                                ) AS `state_until`
                              FROM (
                                SELECT
                                  `t11`.`player_id`,
                                  `t11`.`game_date`,
                                  `t11`.`number` AS `latest`,
                                  `t11`.`minutes` AS `minutes_last_game`,
                                  ieee_divide(
                                    CAST(ROUND(
                                      ieee_divide(
                                        SUM(CAST(ROUND(`t11`.`minutes` * 10000, 0) AS INT64)) OVER (
                                          PARTITION BY `t11`.`player_id`
                                          ORDER BY `t11`.`game_date` ASC
                                          ROWS BETWEEN 2 preceding AND CURRENT ROW
                                        ),
                                        NULLIF(
                                          COUNT(`t11`.`minutes`) OVER (
                                            PARTITION BY `t11`.`player_id`
                                            ORDER BY `t11`.`game_date` ASC
                                            ROWS BETWEEN 2 preceding AND CURRENT ROW
                                          ),
                                          0
                                        )
                                      ),
                                      0
                                    ) AS INT64),
                                    10000
                                  ) AS `minutes_avg_last_3`
                                FROM `t10` AS `t11`
                              ) AS `t18`
                            ) AS `t21`
                              ON `t4`.`player_id` = `t21`.`player_id`
                              AND `t21`.`state_date` < `t4`.`game_date`
                              AND `t4`.`game_date` <= `t21`.`state_until`
                          ) AS `t22`
                        ) AS `t23`
                      ) AS `t26`
                      CROSS JOIN (
                        SELECT
                          `t14`.`age`,
                          CAST(ROUND((
                            POWER(0.5, ieee_divide(`t14`.`age`, 2))
                          ) * 1048576, 0) AS INT64) AS `weight_2`,
                          CAST(ROUND((
                            POWER(0.5, ieee_divide(`t14`.`age`, 5))
                          ) * 1048576, 0) AS INT64) AS `weight_5`,
                          CAST(ROUND((
                            POWER(0.5, ieee_divide(`t14`.`age`, 15))
                          ) * 1048576, 0) AS INT64) AS `weight_15`,
                          CAST(ROUND((
                            POWER(0.5, ieee_divide(`t14`.`age`, 20))
                          ) * 1048576, 0) AS INT64) AS `weight_20`,
                          CAST(ROUND((
                            POWER(0.5, ieee_divide(`t14`.`age`, 25))
                          ) * 1048576, 0) AS INT64) AS `weight_25`,
                          CAST(ROUND((
                            POWER(0.5, ieee_divide(`t14`.`age`, 60))
                          ) * 1048576, 0) AS INT64) AS `weight_60`
                        FROM (
                          SELECT DISTINCT
                            `t11`.`number` AS `age`
                          FROM `t10` AS `t11`
                          WHERE
                            `t11`.`number` < 60
                        ) AS `t14`
                      ) AS `t19`
                    ) AS `t28`
                  ) AS `t30`
                  INNER JOIN (
                    SELECT
                      `t11`.`player_id`,
                      `t11`.`number`,
                      CAST(ROUND(`t11`.`fga` * 10000, 0) AS INT64) AS `fga`,
                      CAST(ROUND(`t11`.`minutes` * 10000, 0) AS INT64) AS `minutes`,
                      CAST(ROUND(`t11`.`plus_minus` * 10000, 0) AS INT64) AS `plus_minus`,
                      CAST(ROUND(`t11`.`points` * 10000, 0) AS INT64) AS `points`,
                      CAST(ROUND(`t11`.`possessions_used` * 10000, 0) AS INT64) AS `possessions_used`,
                      CAST(ROUND(`t11`.`rebounds` * 10000, 0) AS INT64) AS `rebounds`,
                      CAST(ROUND(`t11`.`usage_rate` * 10000, 0) AS INT64) AS `usage_rate`
                    FROM `t10` AS `t11`
                  ) AS `t16`
                    ON `t30`.`player_id` = `t16`.`player_id` AND `t30`.`number` = `t16`.`number`
                ) AS `t31`
              ) AS `t32`
              GROUP BY
                1,
                2
            ) AS `t33`
          ) AS `t35`
            ON `t27`.`player_id` = `t35`.`player_id` AND `t27`.`latest` = `t35`.`latest`
          LEFT OUTER JOIN (
            SELECT
              `t7`.`team`,
              `t7`.`team_season`,
              `t7`.`team_games`,
              `t7`.`team_season_games`,
              `t7`.`game_date` AS `state_date`,
              COALESCE(
                LEAD(`t7`.`game_date`) OVER (PARTITION BY `t7`.`team` ORDER BY `t7`.`game_date` ASC),
                DATE(9999, 12, 31)
              ) AS `state_until`
            FROM `t6` AS `t7`
          ) AS `t13`
            ON `t27`.`team` = `t13`.`team`
            AND `t13`.`state_date` < `t27`.`game_date`
            AND `t27`.`game_date` <= `t13`.`state_until`
        ) AS `t36`
      ) AS `t38`
      LEFT OUTER JOIN (
        SELECT
          `t7`.`team`,
          `t7`.`game_date` AS `last_game_date`,
          `t7`.`team_games` AS `games_then`
        FROM `t6` AS `t7`
      ) AS `t9`
        ON `t38`.`team` = `t9`.`team` AND `t38`.`last_game_date` = `t9`.`last_game_date`
    ) AS `t39`
  ) AS `t40`
) AS `t41`

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
        WHEN IS_NAN(`t0`.`points_ew_2`) OR IS_INF(`t0`.`points_ew_2`)
        THEN 'points_ew_2 is not a number'
        WHEN `t0`.`points_ew_2` < 0
        THEN 'points_ew_2 is below 0'
        WHEN `t0`.`points_ew_2` > 90
        THEN 'points_ew_2 is above 90'
        WHEN IS_NAN(`t0`.`points_ew_5`) OR IS_INF(`t0`.`points_ew_5`)
        THEN 'points_ew_5 is not a number'
        WHEN `t0`.`points_ew_5` < 0
        THEN 'points_ew_5 is below 0'
        WHEN `t0`.`points_ew_5` > 90
        THEN 'points_ew_5 is above 90'
        WHEN IS_NAN(`t0`.`points_ew_25`) OR IS_INF(`t0`.`points_ew_25`)
        THEN 'points_ew_25 is not a number'
        WHEN `t0`.`points_ew_25` < 0
        THEN 'points_ew_25 is below 0'
        WHEN `t0`.`points_ew_25` > 90
        THEN 'points_ew_25 is above 90'
        WHEN IS_NAN(`t0`.`possessions_used_ew_5`) OR IS_INF(`t0`.`possessions_used_ew_5`)
        THEN 'possessions_used_ew_5 is not a number'
        WHEN `t0`.`possessions_used_ew_5` < 0
        THEN 'possessions_used_ew_5 is below 0'
        WHEN `t0`.`possessions_used_ew_5` > 90
        THEN 'possessions_used_ew_5 is above 90'
        WHEN IS_NAN(`t0`.`fga_ew_5`) OR IS_INF(`t0`.`fga_ew_5`)
        THEN 'fga_ew_5 is not a number'
        WHEN `t0`.`fga_ew_5` < 0
        THEN 'fga_ew_5 is below 0'
        WHEN `t0`.`fga_ew_5` > 80
        THEN 'fga_ew_5 is above 80'
        WHEN IS_NAN(`t0`.`usage_rate_ew_20`) OR IS_INF(`t0`.`usage_rate_ew_20`)
        THEN 'usage_rate_ew_20 is not a number'
        WHEN `t0`.`usage_rate_ew_20` < 0
        THEN 'usage_rate_ew_20 is below 0'
        WHEN `t0`.`usage_rate_ew_20` > 300
        THEN 'usage_rate_ew_20 is above 300'
        WHEN IS_NAN(`t0`.`minutes_ew_5`) OR IS_INF(`t0`.`minutes_ew_5`)
        THEN 'minutes_ew_5 is not a number'
        WHEN `t0`.`minutes_ew_5` < 0
        THEN 'minutes_ew_5 is below 0'
        WHEN `t0`.`minutes_ew_5` > 75
        THEN 'minutes_ew_5 is above 75'
        WHEN IS_NAN(`t0`.`rebounds_ew_15`) OR IS_INF(`t0`.`rebounds_ew_15`)
        THEN 'rebounds_ew_15 is not a number'
        WHEN `t0`.`rebounds_ew_15` < 0
        THEN 'rebounds_ew_15 is below 0'
        WHEN `t0`.`rebounds_ew_15` > 60
        THEN 'rebounds_ew_15 is above 60'
        WHEN IS_NAN(`t0`.`plus_minus_ew_20`) OR IS_INF(`t0`.`plus_minus_ew_20`)
        THEN 'plus_minus_ew_20 is not a number'
        WHEN `t0`.`plus_minus_ew_20` < -100
        THEN 'plus_minus_ew_20 is below -100'
        WHEN `t0`.`plus_minus_ew_20` > 100
        THEN 'plus_minus_ew_20 is above 100'
        WHEN IS_NAN(`t0`.`points_per_minute_ew_60`) OR IS_INF(`t0`.`points_per_minute_ew_60`)
        THEN 'points_per_minute_ew_60 is not a number'
        WHEN `t0`.`points_per_minute_ew_60` < 0
        THEN 'points_per_minute_ew_60 is below 0'
        WHEN `t0`.`points_per_minute_ew_60` > 30
        THEN 'points_per_minute_ew_60 is above 30'
        WHEN IS_NAN(`t0`.`points_per_possession_ew_60`)
        OR IS_INF(`t0`.`points_per_possession_ew_60`)
        THEN 'points_per_possession_ew_60 is not a number'
        WHEN `t0`.`points_per_possession_ew_60` < 0
        THEN 'points_per_possession_ew_60 is below 0'
        WHEN `t0`.`points_per_possession_ew_60` > 20
        THEN 'points_per_possession_ew_60 is above 20'
        WHEN IS_NAN(`t0`.`points_of_volume`) OR IS_INF(`t0`.`points_of_volume`)
        THEN 'points_of_volume is not a number'
        WHEN `t0`.`points_of_volume` < 0
        THEN 'points_of_volume is below 0'
        WHEN `t0`.`points_of_volume` > 150
        THEN 'points_of_volume is above 150'
        WHEN IS_NAN(`t0`.`minutes_last_game`) OR IS_INF(`t0`.`minutes_last_game`)
        THEN 'minutes_last_game is not a number'
        WHEN `t0`.`minutes_last_game` < 0
        THEN 'minutes_last_game is below 0'
        WHEN `t0`.`minutes_last_game` > 75
        THEN 'minutes_last_game is above 75'
        WHEN IS_NAN(`t0`.`minutes_avg_last_3`) OR IS_INF(`t0`.`minutes_avg_last_3`)
        THEN 'minutes_avg_last_3 is not a number'
        WHEN `t0`.`minutes_avg_last_3` < 0
        THEN 'minutes_avg_last_3 is below 0'
        WHEN `t0`.`minutes_avg_last_3` > 75
        THEN 'minutes_avg_last_3 is above 75'
        WHEN `t0`.`games_last_14` IS NULL
        THEN 'games_last_14 is null'
        WHEN `t0`.`games_last_14` < 0
        THEN 'games_last_14 is below 0'
        WHEN `t0`.`games_last_14` > 11
        THEN 'games_last_14 is above 11'
        WHEN `t0`.`minutes_last_7` IS NULL
        THEN 'minutes_last_7 is null'
        WHEN IS_NAN(`t0`.`minutes_last_7`) OR IS_INF(`t0`.`minutes_last_7`)
        THEN 'minutes_last_7 is not a number'
        WHEN `t0`.`minutes_last_7` < 0
        THEN 'minutes_last_7 is below 0'
        WHEN `t0`.`minutes_last_7` > 320
        THEN 'minutes_last_7 is above 320'
        WHEN `t0`.`days_since_last_game` < 1
        THEN 'days_since_last_game is below 1'
        WHEN `t0`.`days_since_last_game` > 800
        THEN 'days_since_last_game is above 800'
        WHEN `t0`.`team_game_number` < 0
        THEN 'team_game_number is below 0'
        WHEN `t0`.`team_game_number` > 120
        THEN 'team_game_number is above 120'
        WHEN `t0`.`team_games_missed` < 0
        THEN 'team_games_missed is below 0'
        WHEN `t0`.`team_games_missed` > 9
        THEN 'team_games_missed is above 9'
        WHEN `t0`.`rotation_rank` < 1
        THEN 'rotation_rank is below 1'
        WHEN `t0`.`rotation_rank` > 30
        THEN 'rotation_rank is above 30'
        WHEN IS_NAN(`t0`.`teammates_points_present`)
        OR IS_INF(`t0`.`teammates_points_present`)
        THEN 'teammates_points_present is not a number'
        WHEN `t0`.`teammates_points_present` < 0
        THEN 'teammates_points_present is below 0'
        WHEN `t0`.`teammates_points_present` > 300
        THEN 'teammates_points_present is above 300'
        WHEN IS_NAN(`t0`.`teammates_minutes_absent`)
        OR IS_INF(`t0`.`teammates_minutes_absent`)
        THEN 'teammates_minutes_absent is not a number'
        WHEN `t0`.`teammates_minutes_absent` < 0
        THEN 'teammates_minutes_absent is below 0'
        WHEN `t0`.`teammates_minutes_absent` > 600
        THEN 'teammates_minutes_absent is above 600'
        WHEN IS_NAN(`t0`.`teammates_points_out`) OR IS_INF(`t0`.`teammates_points_out`)
        THEN 'teammates_points_out is not a number'
        WHEN `t0`.`teammates_points_out` < 0
        THEN 'teammates_points_out is below 0'
        WHEN `t0`.`teammates_points_out` > 300
        THEN 'teammates_points_out is above 300'
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
    WHEN ABS(`t0`.`points_ew_2`) < 900719925474.0992
    THEN `t0`.`points_ew_2`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_ew_2`,
  CASE
    WHEN ABS(`t0`.`points_ew_5`) < 900719925474.0992
    THEN `t0`.`points_ew_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_ew_5`,
  CASE
    WHEN ABS(`t0`.`points_ew_25`) < 900719925474.0992
    THEN `t0`.`points_ew_25`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_ew_25`,
  CASE
    WHEN ABS(`t0`.`possessions_used_ew_5`) < 900719925474.0992
    THEN `t0`.`possessions_used_ew_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `possessions_used_ew_5`,
  CASE
    WHEN ABS(`t0`.`fga_ew_5`) < 900719925474.0992
    THEN `t0`.`fga_ew_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `fga_ew_5`,
  CASE
    WHEN ABS(`t0`.`usage_rate_ew_20`) < 900719925474.0992
    THEN `t0`.`usage_rate_ew_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `usage_rate_ew_20`,
  CASE
    WHEN ABS(`t0`.`minutes_ew_5`) < 900719925474.0992
    THEN `t0`.`minutes_ew_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_ew_5`,
  CASE
    WHEN ABS(`t0`.`rebounds_ew_15`) < 900719925474.0992
    THEN `t0`.`rebounds_ew_15`
    ELSE CAST(NULL AS FLOAT64)
  END AS `rebounds_ew_15`,
  CASE
    WHEN ABS(`t0`.`plus_minus_ew_20`) < 900719925474.0992
    THEN `t0`.`plus_minus_ew_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `plus_minus_ew_20`,
  CASE
    WHEN ABS(`t0`.`points_per_minute_ew_60`) < 900719925474.0992
    THEN `t0`.`points_per_minute_ew_60`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_per_minute_ew_60`,
  CASE
    WHEN ABS(`t0`.`points_per_possession_ew_60`) < 900719925474.0992
    THEN `t0`.`points_per_possession_ew_60`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_per_possession_ew_60`,
  CASE
    WHEN ABS(`t0`.`points_of_volume`) < 900719925474.0992
    THEN `t0`.`points_of_volume`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_of_volume`,
  CASE
    WHEN ABS(`t0`.`minutes_last_game`) < 900719925474.0992
    THEN `t0`.`minutes_last_game`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_last_game`,
  CASE
    WHEN ABS(`t0`.`minutes_avg_last_3`) < 900719925474.0992
    THEN `t0`.`minutes_avg_last_3`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_avg_last_3`,
  `t0`.`games_last_14`,
  CASE
    WHEN ABS(`t0`.`minutes_last_7`) < 900719925474.0992
    THEN `t0`.`minutes_last_7`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_last_7`,
  `t0`.`days_since_last_game`,
  `t0`.`team_game_number`,
  `t0`.`team_games_missed`,
  `t0`.`rotation_rank`,
  CASE
    WHEN ABS(`t0`.`teammates_points_present`) < 900719925474.0992
    THEN `t0`.`teammates_points_present`
    ELSE CAST(NULL AS FLOAT64)
  END AS `teammates_points_present`,
  CASE
    WHEN ABS(`t0`.`teammates_minutes_absent`) < 900719925474.0992
    THEN `t0`.`teammates_minutes_absent`
    ELSE CAST(NULL AS FLOAT64)
  END AS `teammates_minutes_absent`,
  CASE
    WHEN ABS(`t0`.`teammates_points_out`) < 900719925474.0992
    THEN `t0`.`teammates_points_out`
    ELSE CAST(NULL AS FLOAT64)
  END AS `teammates_points_out`
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
            COALESCE(CAST(CAST(ROUND(`t0`.`points_ew_2` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_ew_5` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_ew_25` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`possessions_used_ew_5` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`fga_ew_5` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`usage_rate_ew_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_ew_5` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`rebounds_ew_15` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`plus_minus_ew_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`points_per_minute_ew_60` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`points_per_possession_ew_60` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_of_volume` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_last_game` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_avg_last_3` * 10000, 0) AS INT64) AS STRING), '~'),
            CAST(`t0`.`games_last_14` AS STRING),
            CAST(CAST(ROUND(`t0`.`minutes_last_7` * 10000, 0) AS INT64) AS STRING),
            COALESCE(CAST(`t0`.`days_since_last_game` AS STRING), '~'),
            COALESCE(CAST(`t0`.`team_game_number` AS STRING), '~'),
            COALESCE(CAST(`t0`.`team_games_missed` AS STRING), '~'),
            COALESCE(CAST(`t0`.`rotation_rank` AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`teammates_points_present` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`teammates_minutes_absent` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`teammates_points_out` * 10000, 0) AS INT64) AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
