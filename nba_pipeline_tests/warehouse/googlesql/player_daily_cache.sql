-- rows
SELECT
  `t17`.`game_date`,
  `t17`.`game_id`,
  `t17`.`player_id`,
  `t17`.`last_game_date`,
  COALESCE(`t17`.`games_known`, 0) AS `games_known`,
  COALESCE(IF(`t17`.`form_season` = `t17`.`season`, `t17`.`season_games`, 0), 0) AS `games_this_season`,
  CAST(ROUND(`t17`.`points_avg_last_2`, 4) AS FLOAT64) AS `points_avg_last_2`,
  CAST(ROUND(`t17`.`points_avg_games_3_to_5`, 4) AS FLOAT64) AS `points_avg_games_3_to_5`,
  CAST(ROUND(`t17`.`points_avg_last_5`, 4) AS FLOAT64) AS `points_avg_last_5`,
  CAST(ROUND(`t17`.`points_avg_last_10`, 4) AS FLOAT64) AS `points_avg_last_10`,
  CAST(ROUND(IF(`t17`.`form_season` = `t17`.`season`, `t17`.`season_points`, NULL), 4) AS FLOAT64) AS `points_avg_season`,
  CAST(ROUND(`t17`.`points_std_last_10`, 4) AS FLOAT64) AS `points_std_last_10`,
  CAST(ROUND(`t17`.`minutes_avg_last_10`, 4) AS FLOAT64) AS `minutes_avg_last_10`,
  CAST(ROUND(IF(`t17`.`form_season` = `t17`.`season`, `t17`.`season_minutes`, NULL), 4) AS FLOAT64) AS `minutes_avg_season`,
  CAST(ROUND(`t17`.`points_per_minute_last_10`, 4) AS FLOAT64) AS `points_per_minute_last_10`,
  CAST(ROUND(`t17`.`usage_rate_last_7`, 4) AS FLOAT64) AS `usage_rate_last_7`,
  CAST(ROUND(`t17`.`usage_rate_last_20`, 4) AS FLOAT64) AS `usage_rate_last_20`,
  CAST(ROUND(`t17`.`ts_pct_last_10`, 4) AS FLOAT64) AS `ts_pct_last_10`,
  CAST(ROUND(`t17`.`free_throw_share_last_10`, 4) AS FLOAT64) AS `free_throw_share_last_10`,
  CAST(ROUND(`t17`.`team_pace_last_10`, 4) AS FLOAT64) AS `team_pace_last_10`,
  CAST(ROUND(`t17`.`team_offensive_rating_last_10`, 4) AS FLOAT64) AS `team_offensive_rating_last_10`,
  CAST(ROUND(IF(`t17`.`team_season` = `t17`.`season`, `t17`.`season_wins`, NULL), 4) AS FLOAT64) AS `team_win_pct`
FROM (
  SELECT
    `t16`.*
    EXCEPT (`state_team`, `state_until`)
  FROM (
    SELECT
      `t15`.`game_date`,
      `t15`.`game_id`,
      `t15`.`player_id`,
      `t15`.`team`,
      `t15`.`season`,
      `t15`.`form_season`,
      `t15`.`games_known`,
      `t15`.`season_games`,
      `t15`.`points_avg_last_2`,
      `t15`.`points_avg_games_3_to_5`,
      `t15`.`points_avg_last_5`,
      `t15`.`points_avg_last_10`,
      `t15`.`season_points`,
      `t15`.`points_std_last_10`,
      `t15`.`minutes_avg_last_10`,
      `t15`.`season_minutes`,
      `t15`.`points_per_minute_last_10`,
      `t15`.`usage_rate_last_7`,
      `t15`.`usage_rate_last_20`,
      `t15`.`ts_pct_last_10`,
      `t15`.`free_throw_share_last_10`,
      `t15`.`last_game_date`,
      `t9`.`team` AS `state_team`,
      `t9`.`team_season`,
      `t9`.`team_pace_last_10`,
      `t9`.`team_offensive_rating_last_10`,
      `t9`.`season_wins`,
      `t9`.`state_date`,
      `t9`.`state_until`
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`game_id`,
        `t13`.`player_id`,
        `t13`.`team`,
        `t13`.`season`,
        `t13`.`form_season`,
        `t13`.`games_known`,
        `t13`.`season_games`,
        `t13`.`points_avg_last_2`,
        `t13`.`points_avg_games_3_to_5`,
        `t13`.`points_avg_last_5`,
        `t13`.`points_avg_last_10`,
        `t13`.`season_points`,
        `t13`.`points_std_last_10`,
        `t13`.`minutes_avg_last_10`,
        `t13`.`season_minutes`,
        `t13`.`points_per_minute_last_10`,
        `t13`.`usage_rate_last_7`,
        `t13`.`usage_rate_last_20`,
        `t13`.`ts_pct_last_10`,
        `t13`.`free_throw_share_last_10`,
        `t13`.`state_date` AS `last_game_date`
      FROM (
        SELECT
          `t12`.*
          EXCEPT (`state_player_id`, `state_until`)
        FROM (
          SELECT
            `t4`.`game_date`,
            `t4`.`game_id`,
            `t4`.`player_id`,
            `t4`.`team`,
            `t4`.`season`,
            `t11`.`player_id` AS `state_player_id`,
            `t11`.`form_season`,
            `t11`.`games_known`,
            `t11`.`season_games`,
            `t11`.`points_avg_last_2`,
            `t11`.`points_avg_games_3_to_5`,
            `t11`.`points_avg_last_5`,
            `t11`.`points_avg_last_10`,
            `t11`.`season_points`,
            `t11`.`points_std_last_10`,
            `t11`.`minutes_avg_last_10`,
            `t11`.`season_minutes`,
            `t11`.`points_per_minute_last_10`,
            `t11`.`usage_rate_last_7`,
            `t11`.`usage_rate_last_20`,
            `t11`.`ts_pct_last_10`,
            `t11`.`free_throw_share_last_10`,
            `t11`.`state_date`,
            `t11`.`state_until`
          FROM (
            SELECT
              `t1`.`game_date`,
              `t1`.`game_id`,
              `t1`.`player_id`,
              `t1`.`team`,
              `t1`.`season`
            FROM `upcoming_player_game_context` AS `t1`
          ) AS `t4`
          LEFT OUTER JOIN (
            SELECT
              `t7`.`player_id`,
              `t7`.`form_season`,
              `t7`.`games_known`,
              `t7`.`season_games`,
              `t7`.`points_avg_last_2`,
              `t7`.`points_avg_games_3_to_5`,
              `t7`.`points_avg_last_5`,
              `t7`.`points_avg_last_10`,
              `t7`.`season_points`,
              `t7`.`points_std_last_10`,
              `t7`.`minutes_avg_last_10`,
              `t7`.`season_minutes`,
              `t7`.`points_per_minute_last_10`,
              `t7`.`usage_rate_last_7`,
              `t7`.`usage_rate_last_20`,
              `t7`.`ts_pct_last_10`,
              `t7`.`free_throw_share_last_10`,
              `t7`.`game_date` AS `state_date`,
              COALESCE(
                LEAD(`t7`.`game_date`) OVER (PARTITION BY `t7`.`player_id` ORDER BY `t7`.`game_date` ASC),
                DATE(9999, 12, 31)
              ) AS `state_until`
            FROM (
              SELECT
                `t5`.`game_date`,
                `t5`.`player_id`,
                `t5`.`season` AS `form_season`,
                COUNT(*) OVER (
                  PARTITION BY `t5`.`player_id`
                  ORDER BY `t5`.`game_date` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS `games_known`,
                COUNT(*) OVER (
                  PARTITION BY `t5`.`player_id`, `t5`.`season`
                  ORDER BY `t5`.`game_date` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS `season_games`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`points` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 1 preceding AND CURRENT ROW
                      ),
                      NULLIF(
                        COUNT(`t5`.`points`) OVER (
                          PARTITION BY `t5`.`player_id`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN 1 preceding AND CURRENT ROW
                        ),
                        0
                      )
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `points_avg_last_2`,
                IF(
                  COUNT(*) OVER (
                    PARTITION BY `t5`.`player_id`
                    ORDER BY `t5`.`game_date` ASC
                    ROWS BETWEEN 4 preceding AND 2 preceding
                  ) = 3,
                  ieee_divide(
                    CAST(ROUND(
                      ieee_divide(
                        SUM(CAST(ROUND(`t5`.`points` * 10000, 0) AS INT64)) OVER (
                          PARTITION BY `t5`.`player_id`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN 4 preceding AND 2 preceding
                        ),
                        NULLIF(
                          COUNT(`t5`.`points`) OVER (
                            PARTITION BY `t5`.`player_id`
                            ORDER BY `t5`.`game_date` ASC
                            ROWS BETWEEN 4 preceding AND 2 preceding
                          ),
                          0
                        )
                      ),
                      0
                    ) AS INT64),
                    10000
                  ),
                  NULL
                ) AS `points_avg_games_3_to_5`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`points` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 4 preceding AND CURRENT ROW
                      ),
                      NULLIF(
                        COUNT(`t5`.`points`) OVER (
                          PARTITION BY `t5`.`player_id`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN 4 preceding AND CURRENT ROW
                        ),
                        0
                      )
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `points_avg_last_5`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`points` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 9 preceding AND CURRENT ROW
                      ),
                      NULLIF(
                        COUNT(`t5`.`points`) OVER (
                          PARTITION BY `t5`.`player_id`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN 9 preceding AND CURRENT ROW
                        ),
                        0
                      )
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `points_avg_last_10`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`points` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`, `t5`.`season`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ),
                      NULLIF(
                        COUNT(`t5`.`points`) OVER (
                          PARTITION BY `t5`.`player_id`, `t5`.`season`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ),
                        0
                      )
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `season_points`,
                STDDEV_SAMP(`t5`.`points`) OVER (
                  PARTITION BY `t5`.`player_id`
                  ORDER BY `t5`.`game_date` ASC
                  ROWS BETWEEN 9 preceding AND CURRENT ROW
                ) AS `points_std_last_10`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`minutes` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 9 preceding AND CURRENT ROW
                      ),
                      NULLIF(
                        COUNT(`t5`.`minutes`) OVER (
                          PARTITION BY `t5`.`player_id`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN 9 preceding AND CURRENT ROW
                        ),
                        0
                      )
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `minutes_avg_last_10`,
                ieee_divide(
                  CAST(ROUND(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`minutes` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`, `t5`.`season`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ),
                      NULLIF(
                        COUNT(`t5`.`minutes`) OVER (
                          PARTITION BY `t5`.`player_id`, `t5`.`season`
                          ORDER BY `t5`.`game_date` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ),
                        0
                      )
                    ),
                    0
                  ) AS INT64),
                  10000
                ) AS `season_minutes`,
                ieee_divide(
                  SUM(`t5`.`points`) OVER (
                    PARTITION BY `t5`.`player_id`
                    ORDER BY `t5`.`game_date` ASC
                    ROWS BETWEEN 9 preceding AND CURRENT ROW
                  ),
                  NULLIF(
                    ieee_divide(
                      SUM(CAST(ROUND(`t5`.`minutes` * 10000, 0) AS INT64)) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 9 preceding AND CURRENT ROW
                      ),
                      10000
                    ),
                    0
                  )
                ) AS `points_per_minute_last_10`,
                ieee_divide(
                  ieee_divide(
                    SUM(CAST(ROUND(`t5`.`usage_rate` * `t5`.`minutes` * 10000, 0) AS INT64)) OVER (
                      PARTITION BY `t5`.`player_id`
                      ORDER BY `t5`.`game_date` ASC
                      ROWS BETWEEN 6 preceding AND CURRENT ROW
                    ),
                    10000
                  ),
                  NULLIF(
                    ieee_divide(
                      SUM(
                        CAST(ROUND(IF(`t5`.`usage_rate` IS NOT NULL, `t5`.`minutes`, NULL) * 10000, 0) AS INT64)
                      ) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 6 preceding AND CURRENT ROW
                      ),
                      10000
                    ),
                    0
                  )
                ) AS `usage_rate_last_7`,
                ieee_divide(
                  ieee_divide(
                    SUM(CAST(ROUND(`t5`.`usage_rate` * `t5`.`minutes` * 10000, 0) AS INT64)) OVER (
                      PARTITION BY `t5`.`player_id`
                      ORDER BY `t5`.`game_date` ASC
                      ROWS BETWEEN 19 preceding AND CURRENT ROW
                    ),
                    10000
                  ),
                  NULLIF(
                    ieee_divide(
                      SUM(
                        CAST(ROUND(IF(`t5`.`usage_rate` IS NOT NULL, `t5`.`minutes`, NULL) * 10000, 0) AS INT64)
                      ) OVER (
                        PARTITION BY `t5`.`player_id`
                        ORDER BY `t5`.`game_date` ASC
                        ROWS BETWEEN 19 preceding AND CURRENT ROW
                      ),
                      10000
                    ),
                    0
                  )
                ) AS `usage_rate_last_20`,
                ieee_divide(
                  SUM(`t5`.`points`) OVER (
                    PARTITION BY `t5`.`player_id`
                    ORDER BY `t5`.`game_date` ASC
                    ROWS BETWEEN 9 preceding AND CURRENT ROW
                  ),
                  NULLIF(
                    SUM(`t5`.`fga` + (
                      `t5`.`fta` * 0.44
                    )) OVER (
                      PARTITION BY `t5`.`player_id`
                      ORDER BY `t5`.`game_date` ASC
                      ROWS BETWEEN 9 preceding AND CURRENT ROW
                    ) * 2,
                    0
                  )
                ) AS `ts_pct_last_10`,
                ieee_divide(
                  SUM(`t5`.`ftm`) OVER (
                    PARTITION BY `t5`.`player_id`
                    ORDER BY `t5`.`game_date` ASC
                    ROWS BETWEEN 9 preceding AND CURRENT ROW
                  ),
                  NULLIF(
                    SUM(`t5`.`points`) OVER (
                      PARTITION BY `t5`.`player_id`
                      ORDER BY `t5`.`game_date` ASC
                      ROWS BETWEEN 9 preceding AND CURRENT ROW
                    ),
                    0
                  )
                ) AS `free_throw_share_last_10`
              FROM (
                SELECT
                  *
                FROM `player_game_summary` AS `t2`
                WHERE
                  `t2`.`status` = 'PLAYED'
              ) AS `t5`
            ) AS `t7`
          ) AS `t11`
            ON `t4`.`player_id` = `t11`.`player_id`
            AND `t11`.`state_date` < `t4`.`game_date`
            AND `t4`.`game_date` <= `t11`.`state_until`
        ) AS `t12`
      ) AS `t13`
    ) AS `t15`
    LEFT OUTER JOIN (
      SELECT
        `t6`.`team`,
        `t6`.`team_season`,
        `t6`.`team_pace_last_10`,
        `t6`.`team_offensive_rating_last_10`,
        `t6`.`season_wins`,
        `t6`.`game_date` AS `state_date`,
        COALESCE(
          LEAD(`t6`.`game_date`) OVER (PARTITION BY `t6`.`team` ORDER BY `t6`.`game_date` ASC),
          DATE(9999, 12, 31)
        ) AS `state_until`
      FROM (
        SELECT
          `t0`.`game_date`,
          `t0`.`team`,
          `t0`.`season` AS `team_season`,
          ieee_divide(
            CAST(ROUND(
              ieee_divide(
                SUM(CAST(ROUND(`t0`.`pace` * 10000, 0) AS INT64)) OVER (
                  PARTITION BY `t0`.`team`
                  ORDER BY `t0`.`game_date` ASC
                  ROWS BETWEEN 9 preceding AND CURRENT ROW
                ),
                NULLIF(
                  COUNT(`t0`.`pace`) OVER (
                    PARTITION BY `t0`.`team`
                    ORDER BY `t0`.`game_date` ASC
                    ROWS BETWEEN 9 preceding AND CURRENT ROW
                  ),
                  0
                )
              ),
              0
            ) AS INT64),
            10000
          ) AS `team_pace_last_10`,
          ieee_divide(
            CAST(ROUND(
              ieee_divide(
                SUM(CAST(ROUND(`t0`.`offensive_rating` * 10000, 0) AS INT64)) OVER (
                  PARTITION BY `t0`.`team`
                  ORDER BY `t0`.`game_date` ASC
                  ROWS BETWEEN 9 preceding AND CURRENT ROW
                ),
                NULLIF(
                  COUNT(`t0`.`offensive_rating`) OVER (
                    PARTITION BY `t0`.`team`
                    ORDER BY `t0`.`game_date` ASC
                    ROWS BETWEEN 9 preceding AND CURRENT ROW
                  ),
                  0
                )
              ),
              0
            ) AS INT64),
            10000
          ) AS `team_offensive_rating_last_10`,
          ieee_divide(
            CAST(ROUND(
              ieee_divide(
                SUM(CAST(ROUND(CAST(`t0`.`won` AS INT64) * 10000, 0) AS INT64)) OVER (
                  PARTITION BY `t0`.`team`, `t0`.`season`
                  ORDER BY `t0`.`game_date` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ),
                NULLIF(
                  COUNT(CAST(`t0`.`won` AS INT64)) OVER (
                    PARTITION BY `t0`.`team`, `t0`.`season`
                    ORDER BY `t0`.`game_date` ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ),
                  0
                )
              ),
              0
            ) AS INT64),
            10000
          ) AS `season_wins`
        FROM `team_offense_game_summary` AS `t0`
      ) AS `t6`
    ) AS `t9`
      ON `t15`.`team` = `t9`.`team`
      AND `t9`.`state_date` < `t15`.`game_date`
      AND `t15`.`game_date` <= `t9`.`state_until`
  ) AS `t16`
) AS `t17`

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
        WHEN `t0`.`games_known` IS NULL
        THEN 'games_known is null'
        WHEN `t0`.`games_known` < 0
        THEN 'games_known is below 0'
        WHEN `t0`.`games_known` > 250
        THEN 'games_known is above 250'
        WHEN `t0`.`games_this_season` IS NULL
        THEN 'games_this_season is null'
        WHEN `t0`.`games_this_season` < 0
        THEN 'games_this_season is below 0'
        WHEN `t0`.`games_this_season` > 120
        THEN 'games_this_season is above 120'
        WHEN IS_NAN(`t0`.`points_avg_last_2`) OR IS_INF(`t0`.`points_avg_last_2`)
        THEN 'points_avg_last_2 is not a number'
        WHEN `t0`.`points_avg_last_2` < 0
        THEN 'points_avg_last_2 is below 0'
        WHEN `t0`.`points_avg_last_2` > 90
        THEN 'points_avg_last_2 is above 90'
        WHEN IS_NAN(`t0`.`points_avg_games_3_to_5`) OR IS_INF(`t0`.`points_avg_games_3_to_5`)
        THEN 'points_avg_games_3_to_5 is not a number'
        WHEN `t0`.`points_avg_games_3_to_5` < 0
        THEN 'points_avg_games_3_to_5 is below 0'
        WHEN `t0`.`points_avg_games_3_to_5` > 90
        THEN 'points_avg_games_3_to_5 is above 90'
        WHEN IS_NAN(`t0`.`points_avg_last_5`) OR IS_INF(`t0`.`points_avg_last_5`)
        THEN 'points_avg_last_5 is not a number'
        WHEN `t0`.`points_avg_last_5` < 0
        THEN 'points_avg_last_5 is below 0'
        WHEN `t0`.`points_avg_last_5` > 90
        THEN 'points_avg_last_5 is above 90'
        WHEN IS_NAN(`t0`.`points_avg_last_10`) OR IS_INF(`t0`.`points_avg_last_10`)
        THEN 'points_avg_last_10 is not a number'
        WHEN `t0`.`points_avg_last_10` < 0
        THEN 'points_avg_last_10 is below 0'
        WHEN `t0`.`points_avg_last_10` > 90
        THEN 'points_avg_last_10 is above 90'
        WHEN IS_NAN(`t0`.`points_avg_season`) OR IS_INF(`t0`.`points_avg_season`)
        THEN 'points_avg_season is not a number'
        WHEN `t0`.`points_avg_season` < 0
        THEN 'points_avg_season is below 0'
        WHEN `t0`.`points_avg_season` > 90
        THEN 'points_avg_season is above 90'
        WHEN IS_NAN(`t0`.`points_std_last_10`) OR IS_INF(`t0`.`points_std_last_10`)
        THEN 'points_std_last_10 is not a number'
        WHEN `t0`.`points_std_last_10` < 0
        THEN 'points_std_last_10 is below 0'
        WHEN `t0`.`points_std_last_10` > 60
        THEN 'points_std_last_10 is above 60'
        WHEN IS_NAN(`t0`.`minutes_avg_last_10`) OR IS_INF(`t0`.`minutes_avg_last_10`)
        THEN 'minutes_avg_last_10 is not a number'
        WHEN `t0`.`minutes_avg_last_10` < 0
        THEN 'minutes_avg_last_10 is below 0'
        WHEN `t0`.`minutes_avg_last_10` > 63
        THEN 'minutes_avg_last_10 is above 63'
        WHEN IS_NAN(`t0`.`minutes_avg_season`) OR IS_INF(`t0`.`minutes_avg_season`)
        THEN 'minutes_avg_season is not a number'
        WHEN `t0`.`minutes_avg_season` < 0
        THEN 'minutes_avg_season is below 0'
        WHEN `t0`.`minutes_avg_season` > 63
        THEN 'minutes_avg_season is above 63'
        WHEN IS_NAN(`t0`.`points_per_minute_last_10`)
        OR IS_INF(`t0`.`points_per_minute_last_10`)
        THEN 'points_per_minute_last_10 is not a number'
        WHEN `t0`.`points_per_minute_last_10` < 0
        THEN 'points_per_minute_last_10 is below 0'
        WHEN `t0`.`points_per_minute_last_10` > 30
        THEN 'points_per_minute_last_10 is above 30'
        WHEN IS_NAN(`t0`.`usage_rate_last_7`) OR IS_INF(`t0`.`usage_rate_last_7`)
        THEN 'usage_rate_last_7 is not a number'
        WHEN `t0`.`usage_rate_last_7` < 0
        THEN 'usage_rate_last_7 is below 0'
        WHEN `t0`.`usage_rate_last_7` > 300
        THEN 'usage_rate_last_7 is above 300'
        WHEN IS_NAN(`t0`.`usage_rate_last_20`) OR IS_INF(`t0`.`usage_rate_last_20`)
        THEN 'usage_rate_last_20 is not a number'
        WHEN `t0`.`usage_rate_last_20` < 0
        THEN 'usage_rate_last_20 is below 0'
        WHEN `t0`.`usage_rate_last_20` > 300
        THEN 'usage_rate_last_20 is above 300'
        WHEN IS_NAN(`t0`.`ts_pct_last_10`) OR IS_INF(`t0`.`ts_pct_last_10`)
        THEN 'ts_pct_last_10 is not a number'
        WHEN `t0`.`ts_pct_last_10` < 0
        THEN 'ts_pct_last_10 is below 0'
        WHEN `t0`.`ts_pct_last_10` > 1.5
        THEN 'ts_pct_last_10 is above 1.5'
        WHEN IS_NAN(`t0`.`free_throw_share_last_10`)
        OR IS_INF(`t0`.`free_throw_share_last_10`)
        THEN 'free_throw_share_last_10 is not a number'
        WHEN `t0`.`free_throw_share_last_10` < 0
        THEN 'free_throw_share_last_10 is below 0'
        WHEN `t0`.`free_throw_share_last_10` > 1
        THEN 'free_throw_share_last_10 is above 1'
        WHEN IS_NAN(`t0`.`team_pace_last_10`) OR IS_INF(`t0`.`team_pace_last_10`)
        THEN 'team_pace_last_10 is not a number'
        WHEN `t0`.`team_pace_last_10` < 70
        THEN 'team_pace_last_10 is below 70'
        WHEN `t0`.`team_pace_last_10` > 140
        THEN 'team_pace_last_10 is above 140'
        WHEN IS_NAN(`t0`.`team_offensive_rating_last_10`)
        OR IS_INF(`t0`.`team_offensive_rating_last_10`)
        THEN 'team_offensive_rating_last_10 is not a number'
        WHEN `t0`.`team_offensive_rating_last_10` < 60
        THEN 'team_offensive_rating_last_10 is below 60'
        WHEN `t0`.`team_offensive_rating_last_10` > 160
        THEN 'team_offensive_rating_last_10 is above 160'
        WHEN IS_NAN(`t0`.`team_win_pct`) OR IS_INF(`t0`.`team_win_pct`)
        THEN 'team_win_pct is not a number'
        WHEN `t0`.`team_win_pct` < 0
        THEN 'team_win_pct is below 0'
        WHEN `t0`.`team_win_pct` > 1
        THEN 'team_win_pct is above 1'
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
  `t0`.`last_game_date`,
  `t0`.`games_known`,
  `t0`.`games_this_season`,
  CASE
    WHEN ABS(`t0`.`points_avg_last_2`) < 900719925474.0992
    THEN `t0`.`points_avg_last_2`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_last_2`,
  CASE
    WHEN ABS(`t0`.`points_avg_games_3_to_5`) < 900719925474.0992
    THEN `t0`.`points_avg_games_3_to_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_games_3_to_5`,
  CASE
    WHEN ABS(`t0`.`points_avg_last_5`) < 900719925474.0992
    THEN `t0`.`points_avg_last_5`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_last_5`,
  CASE
    WHEN ABS(`t0`.`points_avg_last_10`) < 900719925474.0992
    THEN `t0`.`points_avg_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_last_10`,
  CASE
    WHEN ABS(`t0`.`points_avg_season`) < 900719925474.0992
    THEN `t0`.`points_avg_season`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_avg_season`,
  CASE
    WHEN ABS(`t0`.`points_std_last_10`) < 900719925474.0992
    THEN `t0`.`points_std_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_std_last_10`,
  CASE
    WHEN ABS(`t0`.`minutes_avg_last_10`) < 900719925474.0992
    THEN `t0`.`minutes_avg_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_avg_last_10`,
  CASE
    WHEN ABS(`t0`.`minutes_avg_season`) < 900719925474.0992
    THEN `t0`.`minutes_avg_season`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_avg_season`,
  CASE
    WHEN ABS(`t0`.`points_per_minute_last_10`) < 900719925474.0992
    THEN `t0`.`points_per_minute_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_per_minute_last_10`,
  CASE
    WHEN ABS(`t0`.`usage_rate_last_7`) < 900719925474.0992
    THEN `t0`.`usage_rate_last_7`
    ELSE CAST(NULL AS FLOAT64)
  END AS `usage_rate_last_7`,
  CASE
    WHEN ABS(`t0`.`usage_rate_last_20`) < 900719925474.0992
    THEN `t0`.`usage_rate_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `usage_rate_last_20`,
  CASE
    WHEN ABS(`t0`.`ts_pct_last_10`) < 900719925474.0992
    THEN `t0`.`ts_pct_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `ts_pct_last_10`,
  CASE
    WHEN ABS(`t0`.`free_throw_share_last_10`) < 900719925474.0992
    THEN `t0`.`free_throw_share_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `free_throw_share_last_10`,
  CASE
    WHEN ABS(`t0`.`team_pace_last_10`) < 900719925474.0992
    THEN `t0`.`team_pace_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `team_pace_last_10`,
  CASE
    WHEN ABS(`t0`.`team_offensive_rating_last_10`) < 900719925474.0992
    THEN `t0`.`team_offensive_rating_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `team_offensive_rating_last_10`,
  CASE
    WHEN ABS(`t0`.`team_win_pct`) < 900719925474.0992
    THEN `t0`.`team_win_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `team_win_pct`
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
            COALESCE(CAST(`t0`.`last_game_date` AS STRING), '~'),
            CAST(`t0`.`games_known` AS STRING),
            CAST(`t0`.`games_this_season` AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_last_2` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`points_avg_games_3_to_5` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_last_5` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_avg_season` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_std_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_avg_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_avg_season` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`points_per_minute_last_10` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`usage_rate_last_7` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`usage_rate_last_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`ts_pct_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`free_throw_share_last_10` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`team_pace_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`team_offensive_rating_last_10` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`team_win_pct` * 10000, 0) AS INT64) AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
