-- rows
SELECT
  `t38`.`game_date`,
  `t38`.`game_id`,
  `t38`.`team`,
  `t38`.`opponent`,
  `t38`.`is_home`,
  `t38`.`season`,
  `t38`.`season_type`,
  TIMESTAMP_TRUNC(`t38`.`tipoff_at`, SECOND) AS `tipoff_at`,
  DATE_DIFF(`t38`.`game_date`, `t38`.`state_date`, DAY) AS `days_since_last_game`,
  COALESCE(DATE_DIFF(`t38`.`game_date`, `t38`.`state_date`, DAY) = 1, FALSE) AS `back_to_back`,
  COALESCE(`t38`.`games_last_7`, 0) AS `games_last_7`,
  IF(`t38`.`latest_season` = `t38`.`season`, `t38`.`wins`, 0) AS `wins_this_season`,
  IF(`t38`.`latest_season` = `t38`.`season`, `t38`.`losses`, 0) AS `losses_this_season`,
  IF(`t38`.`latest_season` = `t38`.`season`, `t38`.`streak`, 0) AS `streak`,
  CAST(ROUND(IF(`t38`.`is_home`, `t38`.`home_spread`, -(
    `t38`.`home_spread`
  )), 4) AS FLOAT64) AS `spread`,
  CAST(ROUND(`t38`.`total`, 4) AS FLOAT64) AS `total`,
  CAST(ROUND(
    ieee_divide(
      `t38`.`total` - IF(`t38`.`is_home`, `t38`.`home_spread`, -(
        `t38`.`home_spread`
      )),
      2
    ),
    4
  ) AS FLOAT64) AS `implied_points`,
  `t38`.`starters_out`
FROM (
  SELECT
    `t37`.`game_date`,
    `t37`.`game_id`,
    `t37`.`season`,
    `t37`.`season_type`,
    `t37`.`tipoff_at`,
    `t37`.`team`,
    `t37`.`opponent`,
    `t37`.`is_home`,
    `t37`.`wins`,
    `t37`.`latest_season`,
    `t37`.`losses`,
    `t37`.`streak`,
    `t37`.`state_date`,
    `t37`.`games_last_7`,
    `t26`.`game_id` AS `line_game_id`,
    `t26`.`home_spread`,
    `t26`.`total`,
    `t16`.`game_id` AS `out_game_id`,
    `t16`.`team` AS `out_team`,
    `t16`.`starters_out`
  FROM (
    SELECT
      `t35`.*
      EXCEPT (`total_game_date`, `total_team`)
    FROM (
      SELECT
        `t29`.`game_date`,
        `t29`.`game_id`,
        `t29`.`season`,
        `t29`.`season_type`,
        `t29`.`tipoff_at`,
        `t29`.`team`,
        `t29`.`opponent`,
        `t29`.`is_home`,
        `t29`.`wins`,
        `t29`.`latest_season`,
        `t29`.`losses`,
        `t29`.`streak`,
        `t29`.`state_date`,
        `t34`.`game_date` AS `total_game_date`,
        `t34`.`team` AS `total_team`,
        `t34`.`games_last_7`
      FROM (
        SELECT
          `t27`.*
          EXCEPT (`state_team`, `state_until`)
        FROM (
          SELECT
            `t13`.`game_date`,
            `t13`.`game_id`,
            `t13`.`season`,
            `t13`.`season_type`,
            `t13`.`tipoff_at`,
            `t13`.`team`,
            `t13`.`opponent`,
            `t13`.`is_home`,
            `t25`.`team` AS `state_team`,
            `t25`.`wins`,
            `t25`.`latest_season`,
            `t25`.`losses`,
            `t25`.`streak`,
            `t25`.`state_date`,
            `t25`.`state_until`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`game_date`,
                `t2`.`game_id`,
                `t2`.`season`,
                `t2`.`season_type`,
                `t2`.`tipoff_at`,
                `t2`.`home_team` AS `team`,
                `t2`.`away_team` AS `opponent`,
                TRUE AS `is_home`
              FROM `schedule` AS `t2`
              WHERE
                NOT (
                  `t2`.`postponed`
                )
            ) AS `t6`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t2`.`game_date`,
                `t2`.`game_id`,
                `t2`.`season`,
                `t2`.`season_type`,
                `t2`.`tipoff_at`,
                `t2`.`away_team` AS `team`,
                `t2`.`home_team` AS `opponent`,
                FALSE AS `is_home`
              FROM `schedule` AS `t2`
              WHERE
                NOT (
                  `t2`.`postponed`
                )
            ) AS `t7`
          ) AS `t13`
          LEFT OUTER JOIN (
            SELECT
              `t21`.`team`,
              `t21`.`wins`,
              `t21`.`latest_season`,
              `t21`.`losses`,
              `t21`.`streak`,
              `t21`.`game_date` AS `state_date`,
              COALESCE(
                LEAD(`t21`.`game_date`) OVER (PARTITION BY `t21`.`team` ORDER BY `t21`.`game_date` ASC),
                DATE(9999, 12, 31)
              ) AS `state_until`
            FROM (
              SELECT
                `t19`.`team`,
                `t19`.`game_date`,
                `t19`.`wins`,
                `t19`.`season` AS `latest_season`,
                `t19`.`played` - `t19`.`wins` AS `losses`,
                `t19`.`last_win` - `t19`.`last_loss` AS `streak`
              FROM (
                SELECT
                  `t15`.`game_date`,
                  `t15`.`game_id`,
                  `t15`.`team`,
                  `t15`.`opponent`,
                  `t15`.`is_home`,
                  `t15`.`season`,
                  `t15`.`season_type`,
                  `t15`.`won`,
                  `t15`.`points`,
                  `t15`.`fgm`,
                  `t15`.`fga`,
                  `t15`.`fg3m`,
                  `t15`.`fg3a`,
                  `t15`.`ftm`,
                  `t15`.`fta`,
                  `t15`.`oreb`,
                  `t15`.`dreb`,
                  `t15`.`turnovers`,
                  `t15`.`overtime_periods`,
                  `t15`.`minutes`,
                  `t15`.`possessions`,
                  `t15`.`pace`,
                  `t15`.`offensive_rating`,
                  `t15`.`ts_pct`,
                  `t15`.`efg_pct`,
                  `t15`.`win`,
                  `t15`.`loss`,
                  `t15`.`played`,
                  `t15`.`wins`,
                  MAX(`t15`.`played` * `t15`.`win`) OVER (
                    PARTITION BY `t15`.`team`, `t15`.`season`
                    ORDER BY `t15`.`game_date` ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS `last_win`,
                  MAX(`t15`.`played` * `t15`.`loss`) OVER (
                    PARTITION BY `t15`.`team`, `t15`.`season`
                    ORDER BY `t15`.`game_date` ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS `last_loss`
                FROM (
                  SELECT
                    `t11`.`game_date`,
                    `t11`.`game_id`,
                    `t11`.`team`,
                    `t11`.`opponent`,
                    `t11`.`is_home`,
                    `t11`.`season`,
                    `t11`.`season_type`,
                    `t11`.`won`,
                    `t11`.`points`,
                    `t11`.`fgm`,
                    `t11`.`fga`,
                    `t11`.`fg3m`,
                    `t11`.`fg3a`,
                    `t11`.`ftm`,
                    `t11`.`fta`,
                    `t11`.`oreb`,
                    `t11`.`dreb`,
                    `t11`.`turnovers`,
                    `t11`.`overtime_periods`,
                    `t11`.`minutes`,
                    `t11`.`possessions`,
                    `t11`.`pace`,
                    `t11`.`offensive_rating`,
                    `t11`.`ts_pct`,
                    `t11`.`efg_pct`,
                    `t11`.`win`,
                    `t11`.`loss`,
                    COUNT(`t11`.`win`) OVER (
                      PARTITION BY `t11`.`team`, `t11`.`season`
                      ORDER BY `t11`.`game_date` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS `played`,
                    SUM(`t11`.`win`) OVER (
                      PARTITION BY `t11`.`team`, `t11`.`season`
                      ORDER BY `t11`.`game_date` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS `wins`
                  FROM (
                    SELECT
                      `t3`.`game_date`,
                      `t3`.`game_id`,
                      `t3`.`team`,
                      `t3`.`opponent`,
                      `t3`.`is_home`,
                      `t3`.`season`,
                      `t3`.`season_type`,
                      `t3`.`won`,
                      `t3`.`points`,
                      `t3`.`fgm`,
                      `t3`.`fga`,
                      `t3`.`fg3m`,
                      `t3`.`fg3a`,
                      `t3`.`ftm`,
                      `t3`.`fta`,
                      `t3`.`oreb`,
                      `t3`.`dreb`,
                      `t3`.`turnovers`,
                      `t3`.`overtime_periods`,
                      `t3`.`minutes`,
                      `t3`.`possessions`,
                      `t3`.`pace`,
                      `t3`.`offensive_rating`,
                      `t3`.`ts_pct`,
                      `t3`.`efg_pct`,
                      CAST(`t3`.`won` AS INT64) AS `win`,
                      CAST(NOT (
                        `t3`.`won`
                      ) AS INT64) AS `loss`
                    FROM `team_offense_game_summary` AS `t3`
                  ) AS `t11`
                ) AS `t15`
              ) AS `t19`
            ) AS `t21`
          ) AS `t25`
            ON `t13`.`team` = `t25`.`team`
            AND `t25`.`state_date` < `t13`.`game_date`
            AND `t13`.`game_date` <= `t25`.`state_until`
        ) AS `t27`
      ) AS `t29`
      LEFT OUTER JOIN (
        SELECT
          `t32`.`game_date`,
          `t32`.`team`,
          COUNT(*) AS `games_last_7`
        FROM (
          SELECT
            `t31`.`game_date`,
            `t31`.`team`,
            `t9`.`history_date`,
            `t9`.`team` AS `history_team`
          FROM (
            SELECT DISTINCT
              `t28`.`game_date`,
              `t28`.`team`
            FROM (
              SELECT
                `t27`.*
                EXCEPT (`state_team`, `state_until`)
              FROM (
                SELECT
                  `t13`.`game_date`,
                  `t13`.`game_id`,
                  `t13`.`season`,
                  `t13`.`season_type`,
                  `t13`.`tipoff_at`,
                  `t13`.`team`,
                  `t13`.`opponent`,
                  `t13`.`is_home`,
                  `t25`.`team` AS `state_team`,
                  `t25`.`wins`,
                  `t25`.`latest_season`,
                  `t25`.`losses`,
                  `t25`.`streak`,
                  `t25`.`state_date`,
                  `t25`.`state_until`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t2`.`game_date`,
                      `t2`.`game_id`,
                      `t2`.`season`,
                      `t2`.`season_type`,
                      `t2`.`tipoff_at`,
                      `t2`.`home_team` AS `team`,
                      `t2`.`away_team` AS `opponent`,
                      TRUE AS `is_home`
                    FROM `schedule` AS `t2`
                    WHERE
                      NOT (
                        `t2`.`postponed`
                      )
                  ) AS `t6`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t2`.`game_date`,
                      `t2`.`game_id`,
                      `t2`.`season`,
                      `t2`.`season_type`,
                      `t2`.`tipoff_at`,
                      `t2`.`away_team` AS `team`,
                      `t2`.`home_team` AS `opponent`,
                      FALSE AS `is_home`
                    FROM `schedule` AS `t2`
                    WHERE
                      NOT (
                        `t2`.`postponed`
                      )
                  ) AS `t7`
                ) AS `t13`
                LEFT OUTER JOIN (
                  SELECT
                    `t21`.`team`,
                    `t21`.`wins`,
                    `t21`.`latest_season`,
                    `t21`.`losses`,
                    `t21`.`streak`,
                    `t21`.`game_date` AS `state_date`,
                    COALESCE(
                      LEAD(`t21`.`game_date`) OVER (PARTITION BY `t21`.`team` ORDER BY `t21`.`game_date` ASC),
                      DATE(9999, 12, 31)
                    ) AS `state_until`
                  FROM (
                    SELECT
                      `t19`.`team`,
                      `t19`.`game_date`,
                      `t19`.`wins`,
                      `t19`.`season` AS `latest_season`,
                      `t19`.`played` - `t19`.`wins` AS `losses`,
                      `t19`.`last_win` - `t19`.`last_loss` AS `streak`
                    FROM (
                      SELECT
                        `t15`.`game_date`,
                        `t15`.`game_id`,
                        `t15`.`team`,
                        `t15`.`opponent`,
                        `t15`.`is_home`,
                        `t15`.`season`,
                        `t15`.`season_type`,
                        `t15`.`won`,
                        `t15`.`points`,
                        `t15`.`fgm`,
                        `t15`.`fga`,
                        `t15`.`fg3m`,
                        `t15`.`fg3a`,
                        `t15`.`ftm`,
                        `t15`.`fta`,
                        `t15`.`oreb`,
                        `t15`.`dreb`,
                        `t15`.`turnovers`,
                        `t15`.`overtime_periods`,
                        `t15`.`minutes`,
                        `t15`.`possessions`,
                        `t15`.`pace`,
                        `t15`.`offensive_rating`,
                        `t15`.`ts_pct`,
                        `t15`.`efg_pct`,
                        `t15`.`win`,
                        `t15`.`loss`,
                        `t15`.`played`,
                        `t15`.`wins`,
                        MAX(`t15`.`played` * `t15`.`win`) OVER (
                          PARTITION BY `t15`.`team`, `t15`.`season`
                          ORDER BY `t15`.`game_date` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ) AS `last_win`,
                        MAX(`t15`.`played` * `t15`.`loss`) OVER (
                          PARTITION BY `t15`.`team`, `t15`.`season`
                          ORDER BY `t15`.`game_date` ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ) AS `last_loss`
                      FROM (
                        SELECT
                          `t11`.`game_date`,
                          `t11`.`game_id`,
                          `t11`.`team`,
                          `t11`.`opponent`,
                          `t11`.`is_home`,
                          `t11`.`season`,
                          `t11`.`season_type`,
                          `t11`.`won`,
                          `t11`.`points`,
                          `t11`.`fgm`,
                          `t11`.`fga`,
                          `t11`.`fg3m`,
                          `t11`.`fg3a`,
                          `t11`.`ftm`,
                          `t11`.`fta`,
                          `t11`.`oreb`,
                          `t11`.`dreb`,
                          `t11`.`turnovers`,
                          `t11`.`overtime_periods`,
                          `t11`.`minutes`,
                          `t11`.`possessions`,
                          `t11`.`pace`,
                          `t11`.`offensive_rating`,
                          `t11`.`ts_pct`,
                          `t11`.`efg_pct`,
                          `t11`.`win`,
                          `t11`.`loss`,
                          COUNT(`t11`.`win`) OVER (
                            PARTITION BY `t11`.`team`, `t11`.`season`
                            ORDER BY `t11`.`game_date` ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                          ) AS `played`,
                          SUM(`t11`.`win`) OVER (
                            PARTITION BY `t11`.`team`, `t11`.`season`
                            ORDER BY `t11`.`game_date` ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                          ) AS `wins`
                        FROM (
                          SELECT
                            `t3`.`game_date`,
                            `t3`.`game_id`,
                            `t3`.`team`,
                            `t3`.`opponent`,
                            `t3`.`is_home`,
                            `t3`.`season`,
                            `t3`.`season_type`,
                            `t3`.`won`,
                            `t3`.`points`,
                            `t3`.`fgm`,
                            `t3`.`fga`,
                            `t3`.`fg3m`,
                            `t3`.`fg3a`,
                            `t3`.`ftm`,
                            `t3`.`fta`,
                            `t3`.`oreb`,
                            `t3`.`dreb`,
                            `t3`.`turnovers`,
                            `t3`.`overtime_periods`,
                            `t3`.`minutes`,
                            `t3`.`possessions`,
                            `t3`.`pace`,
                            `t3`.`offensive_rating`,
                            `t3`.`ts_pct`,
                            `t3`.`efg_pct`,
                            CAST(`t3`.`won` AS INT64) AS `win`,
                            CAST(NOT (
                              `t3`.`won`
                            ) AS INT64) AS `loss`
                          FROM `team_offense_game_summary` AS `t3`
                        ) AS `t11`
                      ) AS `t15`
                    ) AS `t19`
                  ) AS `t21`
                ) AS `t25`
                  ON `t13`.`team` = `t25`.`team`
                  AND `t25`.`state_date` < `t13`.`game_date`
                  AND `t13`.`game_date` <= `t25`.`state_until`
              ) AS `t27`
            ) AS `t28`
          ) AS `t31`
          INNER JOIN (
            SELECT
              `t3`.`game_date` AS `history_date`,
              `t3`.`team`
            FROM `team_offense_game_summary` AS `t3`
          ) AS `t9`
            ON `t31`.`team` = `t9`.`team`
            AND `t9`.`history_date` < `t31`.`game_date`
            AND `t9`.`history_date` >= DATE_SUB(`t31`.`game_date`, INTERVAL '7' DAY)
        ) AS `t32`
        GROUP BY
          1,
          2
      ) AS `t34`
        ON `t29`.`game_date` = `t34`.`game_date` AND `t29`.`team` = `t34`.`team`
    ) AS `t35`
  ) AS `t37`
  LEFT OUTER JOIN (
    SELECT
      `t22`.`game_id`,
      AVG(`t22`.`home_spread`) AS `home_spread`,
      AVG(`t22`.`total`) AS `total`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t4`.`game_date`,
          `t4`.`game_id`,
          `t4`.`bookmaker`,
          `t4`.`quoted_at`,
          `t4`.`home_spread`,
          `t4`.`total`,
          `t4`.`home_moneyline`,
          `t4`.`away_moneyline`,
          `t4`.`n_quotes`,
          `t18`.`cutoff_at`
        FROM `game_lines` AS `t4`
        INNER JOIN (
          SELECT
            `t8`.`game_id`,
            COALESCE(
              TIMESTAMP_SUB(
                MIN(`t8`.`tipoff_at`) OVER (
                  PARTITION BY `t8`.`game_date`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                INTERVAL '15' MINUTE
              ),
              CAST(TIMESTAMP_SECONDS((
                DATE_DIFF(`t8`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
              ) + 57600) AS TIMESTAMP)
            ) AS `cutoff_at`
          FROM (
            SELECT
              *
            FROM `schedule` AS `t2`
            WHERE
              NOT (
                `t2`.`postponed`
              )
          ) AS `t8`
        ) AS `t18`
          ON `t4`.`game_id` = `t18`.`game_id`
      ) AS `t20`
      WHERE
        `t20`.`quoted_at` < `t20`.`cutoff_at`
    ) AS `t22`
    GROUP BY
      1
  ) AS `t26`
    ON `t37`.`game_id` = `t26`.`game_id`
  LEFT OUTER JOIN (
    SELECT
      `t12`.`game_id`,
      `t12`.`team`,
      SUM(`t12`.`starter_out`) AS `starters_out`
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`game_id`,
        `t0`.`player_id`,
        `t0`.`player_name`,
        `t0`.`player_lookup`,
        `t0`.`expected_because`,
        `t0`.`team`,
        `t0`.`opponent`,
        `t0`.`is_home`,
        `t0`.`season`,
        `t0`.`season_type`,
        `t0`.`playoff_game`,
        `t0`.`tipoff_at`,
        `t0`.`days_rest`,
        `t0`.`back_to_back`,
        `t0`.`games_last_7`,
        `t0`.`games_last_14`,
        `t0`.`minutes_last_7`,
        `t0`.`minutes_last_14`,
        `t0`.`games_this_season`,
        `t0`.`minutes_rank`,
        `t0`.`points_line`,
        `t0`.`points_line_mean`,
        `t0`.`opening_line`,
        `t0`.`line_move`,
        `t0`.`n_books`,
        `t0`.`line_source`,
        `t0`.`over_price`,
        `t0`.`under_price`,
        `t0`.`market_over_probability`,
        `t0`.`spread`,
        `t0`.`total`,
        `t0`.`injury_status`,
        `t0`.`star_teammates_out`,
        IF((
          `t0`.`minutes_rank` <= 5
        ) AND `t0`.`injury_status` IN ('out', 'doubtful'), 1, 0) AS `starter_out`,
        `t0`.`star_teammates_out` IS NOT NULL AS `covered`
      FROM `upcoming_player_game_context` AS `t0`
      WHERE
        `t0`.`star_teammates_out` IS NOT NULL
    ) AS `t12`
    GROUP BY
      1,
      2
  ) AS `t16`
    ON `t37`.`game_id` = `t16`.`game_id` AND `t37`.`team` = `t16`.`team`
) AS `t38`

-- expected_games
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `schedule` AS `t0`
WHERE
  NOT (
    `t0`.`postponed`
  )

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`team`,
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
        WHEN `t0`.`team` IS NULL
        THEN 'team is null'
        WHEN `t0`.`opponent` IS NULL
        THEN 'opponent is null'
        WHEN `t0`.`is_home` IS NULL
        THEN 'is_home is null'
        WHEN `t0`.`season` IS NULL
        THEN 'season is null'
        WHEN `t0`.`season` < 2015
        THEN 'season is below 2015'
        WHEN `t0`.`season` > 2100
        THEN 'season is above 2100'
        WHEN `t0`.`season_type` IS NULL
        THEN 'season_type is null'
        WHEN NOT (
          `t0`.`season_type` IN ('Regular Season', 'NBA Cup Final', 'Play-In', 'Playoffs')
        )
        THEN 'season_type is not one of Regular Season, NBA Cup Final, Play-In, Playoffs'
        WHEN `t0`.`days_since_last_game` < 1
        THEN 'days_since_last_game is below 1'
        WHEN `t0`.`days_since_last_game` > 400
        THEN 'days_since_last_game is above 400'
        WHEN `t0`.`back_to_back` IS NULL
        THEN 'back_to_back is null'
        WHEN `t0`.`games_last_7` IS NULL
        THEN 'games_last_7 is null'
        WHEN `t0`.`games_last_7` < 0
        THEN 'games_last_7 is below 0'
        WHEN `t0`.`games_last_7` > 6
        THEN 'games_last_7 is above 6'
        WHEN `t0`.`wins_this_season` IS NULL
        THEN 'wins_this_season is null'
        WHEN `t0`.`wins_this_season` < 0
        THEN 'wins_this_season is below 0'
        WHEN `t0`.`wins_this_season` > 110
        THEN 'wins_this_season is above 110'
        WHEN `t0`.`losses_this_season` IS NULL
        THEN 'losses_this_season is null'
        WHEN `t0`.`losses_this_season` < 0
        THEN 'losses_this_season is below 0'
        WHEN `t0`.`losses_this_season` > 110
        THEN 'losses_this_season is above 110'
        WHEN `t0`.`streak` IS NULL
        THEN 'streak is null'
        WHEN `t0`.`streak` < -40
        THEN 'streak is below -40'
        WHEN `t0`.`streak` > 40
        THEN 'streak is above 40'
        WHEN IS_NAN(`t0`.`spread`) OR IS_INF(`t0`.`spread`)
        THEN 'spread is not a number'
        WHEN `t0`.`spread` < -40
        THEN 'spread is below -40'
        WHEN `t0`.`spread` > 40
        THEN 'spread is above 40'
        WHEN IS_NAN(`t0`.`total`) OR IS_INF(`t0`.`total`)
        THEN 'total is not a number'
        WHEN `t0`.`total` < 150
        THEN 'total is below 150'
        WHEN `t0`.`total` > 300
        THEN 'total is above 300'
        WHEN IS_NAN(`t0`.`implied_points`) OR IS_INF(`t0`.`implied_points`)
        THEN 'implied_points is not a number'
        WHEN `t0`.`implied_points` < 60
        THEN 'implied_points is below 60'
        WHEN `t0`.`implied_points` > 170
        THEN 'implied_points is above 170'
        WHEN `t0`.`starters_out` < 0
        THEN 'starters_out is below 0'
        WHEN `t0`.`starters_out` > 5
        THEN 'starters_out is above 5'
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
  `t0`.`team`,
  `t0`.`opponent`,
  `t0`.`is_home`,
  `t0`.`season`,
  `t0`.`season_type`,
  `t0`.`tipoff_at`,
  `t0`.`days_since_last_game`,
  `t0`.`back_to_back`,
  `t0`.`games_last_7`,
  `t0`.`wins_this_season`,
  `t0`.`losses_this_season`,
  `t0`.`streak`,
  CASE
    WHEN ABS(`t0`.`spread`) < 900719925474.0992
    THEN `t0`.`spread`
    ELSE CAST(NULL AS FLOAT64)
  END AS `spread`,
  CASE
    WHEN ABS(`t0`.`total`) < 900719925474.0992
    THEN `t0`.`total`
    ELSE CAST(NULL AS FLOAT64)
  END AS `total`,
  CASE
    WHEN ABS(`t0`.`implied_points`) < 900719925474.0992
    THEN `t0`.`implied_points`
    ELSE CAST(NULL AS FLOAT64)
  END AS `implied_points`,
  `t0`.`starters_out`
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
            CAST(LENGTH(`t0`.`team`) AS STRING),
            `t0`.`team`,
            CAST(LENGTH(`t0`.`opponent`) AS STRING),
            `t0`.`opponent`,
            CAST(CAST(`t0`.`is_home` AS INT64) AS STRING),
            CAST(`t0`.`season` AS STRING),
            `t0`.`season_type`,
            COALESCE(CAST(CAST(UNIX_SECONDS(`t0`.`tipoff_at`) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`days_since_last_game` AS STRING), '~'),
            CAST(CAST(`t0`.`back_to_back` AS INT64) AS STRING),
            CAST(`t0`.`games_last_7` AS STRING),
            CAST(`t0`.`wins_this_season` AS STRING),
            CAST(`t0`.`losses_this_season` AS STRING),
            CAST(`t0`.`streak` AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`spread` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`total` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`implied_points` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`starters_out` AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
