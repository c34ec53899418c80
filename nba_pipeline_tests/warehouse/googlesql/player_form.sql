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
  `t42`.`game_date`,
  `t42`.`game_id`,
  `t42`.`player_id`,
  CAST(ROUND(`t42`.`points_ew_2`, 4) AS FLOAT64) AS `points_ew_2`,
  CAST(ROUND(`t42`.`points_ew_5`, 4) AS FLOAT64) AS `points_ew_5`,
  CAST(ROUND(`t42`.`points_ew_25`, 4) AS FLOAT64) AS `points_ew_25`,
  CAST(ROUND(`t42`.`possessions_used_ew_5`, 4) AS FLOAT64) AS `possessions_used_ew_5`,
  CAST(ROUND(`t42`.`fga_ew_5`, 4) AS FLOAT64) AS `fga_ew_5`,
  CAST(ROUND(`t42`.`usage_rate_ew_20`, 4) AS FLOAT64) AS `usage_rate_ew_20`,
  CAST(ROUND(`t42`.`minutes_ew_5`, 4) AS FLOAT64) AS `minutes_ew_5`,
  CAST(ROUND(`t42`.`rebounds_ew_15`, 4) AS FLOAT64) AS `rebounds_ew_15`,
  CAST(ROUND(`t42`.`plus_minus_ew_20`, 4) AS FLOAT64) AS `plus_minus_ew_20`,
  CAST(ROUND(`t42`.`points_per_minute_ew_60`, 4) AS FLOAT64) AS `points_per_minute_ew_60`,
  CAST(ROUND(`t42`.`minutes_last_game`, 4) AS FLOAT64) AS `minutes_last_game`,
  CAST(ROUND(`t42`.`minutes_avg_last_3`, 4) AS FLOAT64) AS `minutes_avg_last_3`,
  DATE_DIFF(`t42`.`game_date`, `t42`.`last_game_date`, DAY) AS `days_since_last_game`,
  `t42`.`team_game_number`,
  `t42`.`team_games_missed`,
  `t42`.`rotation_rank`,
  CAST(ROUND(`t42`.`teammates_points_present`, 4) AS FLOAT64) AS `teammates_points_present`,
  CAST(ROUND(`t42`.`teammates_minutes_absent`, 4) AS FLOAT64) AS `teammates_minutes_absent`,
  CAST(ROUND(`t42`.`teammates_points_out`, 4) AS FLOAT64) AS `teammates_points_out`
FROM (
  SELECT
    `t41`.`game_date`,
    `t41`.`game_id`,
    `t41`.`player_id`,
    `t41`.`team`,
    `t41`.`season`,
    `t41`.`expected_because`,
    `t41`.`injury_status`,
    `t41`.`star_teammates_out`,
    `t41`.`latest`,
    `t41`.`minutes_last_game`,
    `t41`.`minutes_avg_last_3`,
    `t41`.`last_game_date`,
    `t41`.`form_player_id`,
    `t41`.`form_latest`,
    `t41`.`points_ew_2`,
    `t41`.`points_ew_5`,
    `t41`.`points_ew_25`,
    `t41`.`possessions_used_ew_5`,
    `t41`.`fga_ew_5`,
    `t41`.`usage_rate_ew_20`,
    `t41`.`minutes_ew_5`,
    `t41`.`rebounds_ew_15`,
    `t41`.`plus_minus_ew_20`,
    `t41`.`points_per_minute_ew_60`,
    `t41`.`team_season`,
    `t41`.`team_games`,
    `t41`.`team_season_games`,
    `t41`.`state_date`,
    `t41`.`then_team`,
    `t41`.`then_last_game_date`,
    `t41`.`games_then`,
    `t41`.`team_game_number`,
    `t41`.`team_games_missed`,
    `t41`.`in_rotation`,
    `t41`.`points_present`,
    `t41`.`minutes_absent`,
    `t41`.`points_out`,
    IF(
      `t41`.`in_rotation`,
      (
        ROW_NUMBER() OVER (
          PARTITION BY `t41`.`game_id`, `t41`.`team`, `t41`.`in_rotation`
          ORDER BY `t41`.`minutes_ew_5` DESC, `t41`.`player_id` ASC
        ) - 1
      ) + 1,
      CAST(NULL AS INT64)
    ) AS `rotation_rank`,
    IF(
      `t41`.`team_season` IS NOT NULL,
      COALESCE(
        ieee_divide(
          SUM(CAST(ROUND(`t41`.`points_present` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t41`.`game_id`, `t41`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          10000
        ),
        0
      ) - COALESCE(`t41`.`points_present`, 0),
      CAST(NULL AS FLOAT64)
    ) AS `teammates_points_present`,
    IF(
      `t41`.`team_season` IS NOT NULL,
      COALESCE(
        ieee_divide(
          SUM(CAST(ROUND(`t41`.`minutes_absent` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t41`.`game_id`, `t41`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          10000
        ),
        0
      ) - COALESCE(`t41`.`minutes_absent`, 0),
      CAST(NULL AS FLOAT64)
    ) AS `teammates_minutes_absent`,
    IF(
      `t41`.`star_teammates_out` IS NOT NULL,
      COALESCE(
        ieee_divide(
          SUM(CAST(ROUND(`t41`.`points_out` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t41`.`game_id`, `t41`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          10000
        ),
        0
      ) - COALESCE(`t41`.`points_out`, 0),
      CAST(NULL AS FLOAT64)
    ) AS `teammates_points_out`
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
      `t40`.`team_season`,
      `t40`.`team_games`,
      `t40`.`team_season_games`,
      `t40`.`state_date`,
      `t40`.`then_team`,
      `t40`.`then_last_game_date`,
      `t40`.`games_then`,
      CASE
        WHEN `t40`.`team_season` = `t40`.`season`
        THEN `t40`.`team_season_games`
        WHEN `t40`.`team_season` IS NOT NULL
        THEN 0
        ELSE NULL
      END AS `team_game_number`,
      IF(
        `t40`.`expected_because` = 'recent',
        `t40`.`team_games` - `t40`.`games_then`,
        CAST(NULL AS INT64)
      ) AS `team_games_missed`,
      IF(
        `t40`.`expected_because` = 'recent',
        `t40`.`team_games` - `t40`.`games_then`,
        CAST(NULL AS INT64)
      ) IS NOT NULL AS `in_rotation`,
      IF(
        IF(
          `t40`.`expected_because` = 'recent',
          `t40`.`team_games` - `t40`.`games_then`,
          CAST(NULL AS INT64)
        ) = 0,
        `t40`.`points_ew_5`,
        CAST(NULL AS FLOAT64)
      ) AS `points_present`,
      IF(
        IF(
          `t40`.`expected_because` = 'recent',
          `t40`.`team_games` - `t40`.`games_then`,
          CAST(NULL AS INT64)
        ) > 0,
        `t40`.`minutes_ew_5`,
        CAST(NULL AS FLOAT64)
      ) AS `minutes_absent`,
      IF(
        (
          IF(
            `t40`.`expected_because` = 'recent',
            `t40`.`team_games` - `t40`.`games_then`,
            CAST(NULL AS INT64)
          ) IS NOT NULL
        )
        AND `t40`.`injury_status` IN ('out', 'doubtful'),
        `t40`.`points_ew_5`,
        CAST(NULL AS FLOAT64)
      ) AS `points_out`
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
        `t39`.`team_season`,
        `t39`.`team_games`,
        `t39`.`team_season_games`,
        `t39`.`state_date`,
        `t9`.`team` AS `then_team`,
        `t9`.`last_game_date` AS `then_last_game_date`,
        `t9`.`games_then`
      FROM (
        SELECT
          `t37`.*
          EXCEPT (`state_team`, `state_until`)
        FROM (
          SELECT
            `t29`.`game_date`,
            `t29`.`game_id`,
            `t29`.`player_id`,
            `t29`.`team`,
            `t29`.`season`,
            `t29`.`expected_because`,
            `t29`.`injury_status`,
            `t29`.`star_teammates_out`,
            `t29`.`latest`,
            `t29`.`minutes_last_game`,
            `t29`.`minutes_avg_last_3`,
            `t29`.`last_game_date`,
            `t36`.`player_id` AS `form_player_id`,
            `t36`.`latest` AS `form_latest`,
            `t36`.`points_ew_2`,
            `t36`.`points_ew_5`,
            `t36`.`points_ew_25`,
            `t36`.`possessions_used_ew_5`,
            `t36`.`fga_ew_5`,
            `t36`.`usage_rate_ew_20`,
            `t36`.`minutes_ew_5`,
            `t36`.`rebounds_ew_15`,
            `t36`.`plus_minus_ew_20`,
            `t36`.`points_per_minute_ew_60`,
            `t14`.`team` AS `state_team`,
            `t14`.`team_season`,
            `t14`.`team_games`,
            `t14`.`team_season_games`,
            `t14`.`state_date`,
            `t14`.`state_until`
          FROM (
            SELECT
              `t25`.`game_date`,
              `t25`.`game_id`,
              `t25`.`player_id`,
              `t25`.`team`,
              `t25`.`season`,
              `t25`.`expected_because`,
              `t25`.`injury_status`,
              `t25`.`star_teammates_out`,
              `t25`.`latest`,
              `t25`.`minutes_last_game`,
              `t25`.`minutes_avg_last_3`,
              `t25`.`state_date` AS `last_game_date`
            FROM (
              SELECT
                `t24`.*
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
                  `t23`.`player_id` AS `state_player_id`,
                  `t23`.`latest`,
                  `t23`.`minutes_last_game`,
                  `t23`.`minutes_avg_last_3`,
                  `t23`.`state_date`,
                  `t23`.`state_until`
                FROM (
                  SELECT
                    `t1`.`game_date`,
                    `t1`.`game_id`,
                    `t1`.`player_id`,
                    `t1`.`team`,
                    `t1`.`season`,
                    `t1`.`expected_because`,
                    `t1`.`injury_status`,
                    `t1`.`star_teammates_out`
                  FROM `upcoming_player_game_context` AS `t1`
                ) AS `t4`
                LEFT OUTER JOIN (
                  SELECT
                    `t21`.*
                    EXCEPT (`game_date`)
                  FROM (
                    SELECT
                      `t19`.`player_id`,
                      `t19`.`game_date`,
                      `t19`.`latest`,
                      `t19`.`minutes_last_game`,
                      `t19`.`minutes_avg_last_3`,
                      `t19`.`game_date` AS `state_date`,
                      COALESCE(
                        LEAD(`t19`.`game_date`) OVER (PARTITION BY `t19`.`player_id` ORDER BY `t19`.`game_date` ASC),
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
                    ) AS `t19`
                  ) AS `t21`
                ) AS `t23`
                  ON `t4`.`player_id` = `t23`.`player_id`
                  AND `t23`.`state_date` < `t4`.`game_date`
                  AND `t4`.`game_date` <= `t23`.`state_until`
              ) AS `t24`
            ) AS `t25`
          ) AS `t29`
          LEFT OUTER JOIN (
            SELECT
              `t34`.`player_id`,
              `t34`.`latest`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`points` * `t34`.`weight_2`),
                    NULLIF(SUM(IF(`t34`.`points` IS NOT NULL, `t34`.`weight_2`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `points_ew_2`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`points` * `t34`.`weight_5`),
                    NULLIF(SUM(IF(`t34`.`points` IS NOT NULL, `t34`.`weight_5`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `points_ew_5`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`points` * `t34`.`weight_25`),
                    NULLIF(SUM(IF(`t34`.`points` IS NOT NULL, `t34`.`weight_25`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `points_ew_25`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`possessions_used` * `t34`.`weight_5`),
                    NULLIF(SUM(IF(`t34`.`possessions_used` IS NOT NULL, `t34`.`weight_5`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `possessions_used_ew_5`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`fga` * `t34`.`weight_5`),
                    NULLIF(SUM(IF(`t34`.`fga` IS NOT NULL, `t34`.`weight_5`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `fga_ew_5`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`usage_rate` * `t34`.`weight_20`),
                    NULLIF(SUM(IF(`t34`.`usage_rate` IS NOT NULL, `t34`.`weight_20`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `usage_rate_ew_20`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`minutes` * `t34`.`weight_5`),
                    NULLIF(SUM(IF(`t34`.`minutes` IS NOT NULL, `t34`.`weight_5`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `minutes_ew_5`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`rebounds` * `t34`.`weight_15`),
                    NULLIF(SUM(IF(`t34`.`rebounds` IS NOT NULL, `t34`.`weight_15`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `rebounds_ew_15`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`plus_minus` * `t34`.`weight_20`),
                    NULLIF(SUM(IF(`t34`.`plus_minus` IS NOT NULL, `t34`.`weight_20`, NULL)), 0)
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `plus_minus_ew_20`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(`t34`.`points` * `t34`.`weight_60`),
                    NULLIF(SUM(`t34`.`minutes` * `t34`.`weight_60`), 0)
                  ) * 10000,
                  0
                ) AS INT64),
                10000
              ) AS `points_per_minute_ew_60`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t32`.`player_id`,
                  `t32`.`latest`,
                  `t32`.`age`,
                  `t32`.`weight_2`,
                  `t32`.`weight_5`,
                  `t32`.`weight_15`,
                  `t32`.`weight_20`,
                  `t32`.`weight_25`,
                  `t32`.`weight_60`,
                  `t32`.`number`,
                  `t17`.`fga`,
                  `t17`.`minutes`,
                  `t17`.`plus_minus`,
                  `t17`.`points`,
                  `t17`.`possessions_used`,
                  `t17`.`rebounds`,
                  `t17`.`usage_rate`
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
                    `t30`.`latest` - `t30`.`age` AS `number`
                  FROM (
                    SELECT
                      `t28`.`player_id`,
                      `t28`.`latest`,
                      `t20`.`age`,
                      `t20`.`weight_2`,
                      `t20`.`weight_5`,
                      `t20`.`weight_15`,
                      `t20`.`weight_20`,
                      `t20`.`weight_25`,
                      `t20`.`weight_60`
                    FROM (
                      SELECT DISTINCT
                        `t25`.`player_id`,
                        `t25`.`latest`
                      FROM (
                        SELECT
                          `t24`.*
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
                            `t23`.`player_id` AS `state_player_id`,
                            `t23`.`latest`,
                            `t23`.`minutes_last_game`,
                            `t23`.`minutes_avg_last_3`,
                            `t23`.`state_date`,
                            `t23`.`state_until`
                          FROM (
                            SELECT
                              `t1`.`game_date`,
                              `t1`.`game_id`,
                              `t1`.`player_id`,
                              `t1`.`team`,
                              `t1`.`season`,
                              `t1`.`expected_because`,
                              `t1`.`injury_status`,
                              `t1`.`star_teammates_out`
                            FROM `upcoming_player_game_context` AS `t1`
                          ) AS `t4`
                          LEFT OUTER JOIN (
                            SELECT
                              `t21`.*
                              EXCEPT (`game_date`)
                            FROM (
                              SELECT
                                `t19`.`player_id`,
                                `t19`.`game_date`,
                                `t19`.`latest`,
                                `t19`.`minutes_last_game`,
                                `t19`.`minutes_avg_last_3`,
                                `t19`.`game_date` AS `state_date`,
                                COALESCE(
                                  LEAD(`t19`.`game_date`) OVER (PARTITION BY `t19`.`player_id` ORDER BY `t19`.`game_date` ASC),
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
                              ) AS `t19`
                            ) AS `t21`
                          ) AS `t23`
                            ON `t4`.`player_id` = `t23`.`player_id`
                            AND `t23`.`state_date` < `t4`.`game_date`
                            AND `t4`.`game_date` <= `t23`.`state_until`
                        ) AS `t24`
                      ) AS `t25`
                    ) AS `t28`
                    CROSS JOIN (
                      SELECT
                        `t15`.`age`,
                        CAST(ROUND((
                          POWER(0.5, ieee_divide(`t15`.`age`, 2))
                        ) * 1048576, 0) AS INT64) AS `weight_2`,
                        CAST(ROUND((
                          POWER(0.5, ieee_divide(`t15`.`age`, 5))
                        ) * 1048576, 0) AS INT64) AS `weight_5`,
                        CAST(ROUND((
                          POWER(0.5, ieee_divide(`t15`.`age`, 15))
                        ) * 1048576, 0) AS INT64) AS `weight_15`,
                        CAST(ROUND((
                          POWER(0.5, ieee_divide(`t15`.`age`, 20))
                        ) * 1048576, 0) AS INT64) AS `weight_20`,
                        CAST(ROUND((
                          POWER(0.5, ieee_divide(`t15`.`age`, 25))
                        ) * 1048576, 0) AS INT64) AS `weight_25`,
                        CAST(ROUND((
                          POWER(0.5, ieee_divide(`t15`.`age`, 60))
                        ) * 1048576, 0) AS INT64) AS `weight_60`
                      FROM (
                        SELECT DISTINCT
                          `t11`.`number` AS `age`
                        FROM `t10` AS `t11`
                        WHERE
                          `t11`.`number` < 60
                      ) AS `t15`
                    ) AS `t20`
                  ) AS `t30`
                ) AS `t32`
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
                ) AS `t17`
                  ON `t32`.`player_id` = `t17`.`player_id` AND `t32`.`number` = `t17`.`number`
              ) AS `t33`
            ) AS `t34`
            GROUP BY
              1,
              2
          ) AS `t36`
            ON `t29`.`player_id` = `t36`.`player_id` AND `t29`.`latest` = `t36`.`latest`
          LEFT OUTER JOIN (
            SELECT
              `t12`.*
              EXCEPT (`game_date`)
            FROM (
              SELECT
                `t7`.`team`,
                `t7`.`game_date`,
                `t7`.`team_season`,
                `t7`.`team_games`,
                `t7`.`team_season_games`,
                `t7`.`game_date` AS `state_date`,
                COALESCE(
                  LEAD(`t7`.`game_date`) OVER (PARTITION BY `t7`.`team` ORDER BY `t7`.`game_date` ASC),
                  DATE(9999, 12, 31)
                ) AS `state_until`
              FROM `t6` AS `t7`
            ) AS `t12`
          ) AS `t14`
            ON `t29`.`team` = `t14`.`team`
            AND `t14`.`state_date` < `t29`.`game_date`
            AND `t29`.`game_date` <= `t14`.`state_until`
        ) AS `t37`
      ) AS `t39`
      LEFT OUTER JOIN (
        SELECT
          `t7`.`team`,
          `t7`.`game_date` AS `last_game_date`,
          `t7`.`team_games` AS `games_then`
        FROM `t6` AS `t7`
      ) AS `t9`
        ON `t39`.`team` = `t9`.`team` AND `t39`.`last_game_date` = `t9`.`last_game_date`
    ) AS `t40`
  ) AS `t41`
) AS `t42`

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
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_last_game` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_avg_last_3` * 10000, 0) AS INT64) AS STRING), '~'),
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
