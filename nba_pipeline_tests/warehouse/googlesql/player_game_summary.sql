-- rows
SELECT
  `t39`.`game_date`,
  `t39`.`game_id`,
  `t39`.`player_id`,
  `t39`.`player_name`,
  `t39`.`player_lookup`,
  `t39`.`team`,
  `t39`.`opponent`,
  `t39`.`is_home`,
  `t39`.`season`,
  `t39`.`season_type`,
  `t39`.`status`,
  `t39`.`not_played_reason`,
  `t39`.`started` AS `starter`,
  `t39`.`won`,
  CAST(ROUND(`t39`.`minutes`, 4) AS FLOAT64) AS `minutes`,
  `t39`.`points`,
  `t39`.`fgm`,
  `t39`.`fga`,
  `t39`.`fg3m`,
  `t39`.`fg3a`,
  `t39`.`ftm`,
  `t39`.`fta`,
  `t39`.`oreb`,
  `t39`.`dreb`,
  `t39`.`rebounds`,
  `t39`.`assists`,
  `t39`.`steals`,
  `t39`.`blocks`,
  `t39`.`turnovers`,
  `t39`.`fouls`,
  `t39`.`plus_minus`,
  CAST(ROUND(
    ieee_divide(
      (
        `t39`.`fga` + (
          `t39`.`fta` * 0.44
        ) + `t39`.`turnovers`
      ) * ieee_divide(`t39`.`team_minutes`, 5),
      NULLIF(
        IF(`t39`.`minutes` >= 1, `t39`.`minutes`, CAST(NULL AS FLOAT64)) * `t39`.`team_used`,
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `usage_rate`,
  CAST(ROUND(
    ieee_divide(`t39`.`points`, NULLIF((
      `t39`.`fga` + (
        `t39`.`fta` * 0.44
      )
    ) * 2, 0)),
    4
  ) AS FLOAT64) AS `ts_pct`,
  CAST(ROUND(ieee_divide(`t39`.`fgm` + (
    `t39`.`fg3m` * 0.5
  ), NULLIF(`t39`.`fga`, 0)), 4) AS FLOAT64) AS `efg_pct`,
  CAST(ROUND(`t39`.`points_line`, 4) AS FLOAT64) AS `closing_line`,
  CAST(ROUND(`t39`.`points_line_mean`, 4) AS FLOAT64) AS `closing_line_mean`,
  CAST(ROUND(`t39`.`market_over_probability`, 4) AS FLOAT64) AS `closing_over_probability`,
  CASE
    WHEN `t39`.`points` > `t39`.`points_line`
    THEN 'OVER'
    WHEN `t39`.`points` < `t39`.`points_line`
    THEN 'UNDER'
    WHEN `t39`.`points` = `t39`.`points_line`
    THEN 'PUSH'
    ELSE NULL
  END AS `line_result`
FROM (
  SELECT
    `t4`.`game_date`,
    `t4`.`game_id`,
    `t4`.`team`,
    `t4`.`opponent`,
    `t4`.`is_home`,
    `t4`.`player_id`,
    `t4`.`player_name`,
    `t4`.`player_lookup`,
    `t4`.`status`,
    `t4`.`not_played_reason`,
    `t4`.`started`,
    `t4`.`minutes`,
    `t4`.`points`,
    `t4`.`fgm`,
    `t4`.`fga`,
    `t4`.`fg3m`,
    `t4`.`fg3a`,
    `t4`.`ftm`,
    `t4`.`fta`,
    `t4`.`oreb`,
    `t4`.`dreb`,
    `t4`.`rebounds`,
    `t4`.`assists`,
    `t4`.`steals`,
    `t4`.`blocks`,
    `t4`.`turnovers`,
    `t4`.`fouls`,
    `t4`.`plus_minus`,
    `t21`.`game_id` AS `team_game_id`,
    `t21`.`team` AS `team_team`,
    `t21`.`won`,
    `t21`.`team_used`,
    `t21`.`team_minutes`,
    `t11`.`game_id` AS `schedule_game_id`,
    `t11`.`season`,
    `t11`.`season_type`,
    `t38`.`game_date` AS `line_game_date`,
    `t38`.`game_id` AS `line_game_id`,
    `t38`.`player_lookup` AS `line_player_lookup`,
    `t38`.`points_line`,
    `t38`.`points_line_mean`,
    `t38`.`opening_line`,
    `t38`.`line_move`,
    `t38`.`n_books`,
    `t38`.`line_source`,
    `t38`.`over_price`,
    `t38`.`under_price`,
    `t38`.`market_over_probability`,
    `t38`.`player_id` AS `line_player_id`
  FROM `player_boxscores` AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t16`.`game_id`,
      `t16`.`team`,
      `t16`.`won`,
      `t16`.`fga` + (
        `t16`.`fta` * 0.44
      ) + `t16`.`turnovers` AS `team_used`,
      CAST((
        CAST(ROUND(ieee_divide(`t16`.`players_minutes` - 240, 25), 0) AS INT64) * 25
      ) + 240 AS FLOAT64) AS `team_minutes`
    FROM (
      SELECT
        `t5`.`game_date`,
        `t5`.`game_id`,
        `t5`.`team`,
        `t5`.`opponent`,
        `t5`.`is_home`,
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
        `t5`.`turnovers_with_team`,
        `t5`.`plus_minus`,
        `t5`.`opponent_points`,
        `t5`.`won`,
        `t12`.`game_id` AS `other_game_id`,
        `t12`.`opponent` AS `other_opponent`,
        `t12`.`opponent_fgm`,
        `t12`.`opponent_fga`,
        `t12`.`opponent_fg3m`,
        `t12`.`opponent_fg3a`,
        `t12`.`opponent_ftm`,
        `t12`.`opponent_fta`,
        `t12`.`opponent_oreb`,
        `t12`.`opponent_dreb`,
        `t12`.`opponent_turnovers`,
        `t13`.`game_id` AS `summed_game_id`,
        `t13`.`team` AS `summed_team`,
        `t13`.`players_minutes`
      FROM `team_boxscores` AS `t5`
      LEFT OUTER JOIN (
        SELECT
          `t2`.`game_id`,
          `t2`.`team` AS `opponent`,
          `t2`.`fgm` AS `opponent_fgm`,
          `t2`.`fga` AS `opponent_fga`,
          `t2`.`fg3m` AS `opponent_fg3m`,
          `t2`.`fg3a` AS `opponent_fg3a`,
          `t2`.`ftm` AS `opponent_ftm`,
          `t2`.`fta` AS `opponent_fta`,
          `t2`.`oreb` AS `opponent_oreb`,
          `t2`.`dreb` AS `opponent_dreb`,
          `t2`.`turnovers` AS `opponent_turnovers`
        FROM `team_boxscores` AS `t2`
      ) AS `t12`
        ON `t5`.`game_id` = `t12`.`game_id` AND `t5`.`opponent` = `t12`.`opponent`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`game_id`,
          `t0`.`team`,
          SUM(`t0`.`minutes`) AS `players_minutes`
        FROM `player_boxscores` AS `t0`
        GROUP BY
          1,
          2
      ) AS `t13`
        ON `t5`.`game_id` = `t13`.`game_id` AND `t5`.`team` = `t13`.`team`
    ) AS `t16`
  ) AS `t21`
    ON `t4`.`game_id` = `t21`.`game_id` AND `t4`.`team` = `t21`.`team`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`season`,
      `t1`.`season_type`
    FROM `schedule` AS `t1`
  ) AS `t11`
    ON `t4`.`game_id` = `t11`.`game_id`
  LEFT OUTER JOIN (
    SELECT
      `t36`.`game_date`,
      `t36`.`game_id`,
      `t36`.`player_lookup`,
      `t36`.`points_line`,
      `t36`.`points_line_mean`,
      `t36`.`opening_line`,
      `t36`.`line_move`,
      `t36`.`n_books`,
      `t36`.`line_source`,
      `t36`.`over_price`,
      `t36`.`under_price`,
      `t36`.`market_over_probability`,
      `t15`.`player_id`
    FROM (
      SELECT
        `t34`.`game_date`,
        `t34`.`game_id`,
        `t34`.`player_lookup`,
        MAX(`t34`.`points_line`) AS `points_line`,
        AVG(`t34`.`line`) AS `points_line_mean`,
        AVG(`t34`.`opening_line`) AS `opening_line`,
        AVG(`t34`.`line_move`) AS `line_move`,
        GREATEST(SUM(CAST(`t34`.`source` <> 1 AS INT64)), MAX(COALESCE(`t34`.`n_books`, 1))) AS `n_books`,
        CASE MIN(`t34`.`source`)
          WHEN 0
          THEN 'sportsbook'
          WHEN 1
          THEN 'consensus'
          WHEN 2
          THEN 'dfs'
          ELSE NULL
        END AS `line_source`,
        MAX(IF(`t34`.`typical`, `t34`.`over_price`, NULL)) AS `over_price`,
        MAX(IF(`t34`.`typical`, `t34`.`under_price`, NULL)) AS `under_price`,
        AVG(`t34`.`fair`) AS `market_over_probability`
      FROM (
        SELECT
          `t33`.`game_date`,
          `t33`.`game_id`,
          `t33`.`player_lookup`,
          `t33`.`snapshot_known`,
          `t33`.`line`,
          `t33`.`over_price`,
          `t33`.`under_price`,
          `t33`.`n_books`,
          `t33`.`book`,
          `t33`.`source`,
          `t33`.`opening_line`,
          `t33`.`fair`,
          `t33`.`line_move`,
          `t33`.`points_line`,
          `t33`.`distance`,
          (
            (
              ROW_NUMBER() OVER (
                PARTITION BY `t33`.`game_date`, `t33`.`game_id`, `t33`.`player_lookup`
                ORDER BY `t33`.`fair` IS NULL ASC, `t33`.`distance` ASC, `t33`.`book` ASC
              ) - 1
            ) = 0
          )
          AND (
            `t33`.`fair` IS NOT NULL
          ) AS `typical`
        FROM (
          SELECT
            `t32`.`game_date`,
            `t32`.`game_id`,
            `t32`.`player_lookup`,
            `t32`.`snapshot_known`,
            `t32`.`line`,
            `t32`.`over_price`,
            `t32`.`under_price`,
            `t32`.`n_books`,
            `t32`.`book`,
            `t32`.`source`,
            `t32`.`opening_line`,
            `t32`.`fair`,
            `t32`.`line_move`,
            `t32`.`points_line`,
            CAST(ROUND(
              ABS(
                `t32`.`fair` - AVG(`t32`.`fair`) OVER (
                  PARTITION BY `t32`.`game_date`, `t32`.`game_id`, `t32`.`player_lookup`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                )
              ),
              6
            ) AS FLOAT64) AS `distance`
          FROM (
            SELECT
              `t31`.`game_date`,
              `t31`.`game_id`,
              `t31`.`player_lookup`,
              `t31`.`snapshot_known`,
              `t31`.`line`,
              `t31`.`over_price`,
              `t31`.`under_price`,
              `t31`.`n_books`,
              `t31`.`book`,
              `t31`.`source`,
              `t31`.`opening_line`,
              IF(`t31`.`line` = `t31`.`points_line`, `t31`.`fair`, CAST(NULL AS FLOAT64)) AS `fair`,
              `t31`.`line_move`,
              `t31`.`points_line`
            FROM (
              SELECT
                `t30`.*
                EXCEPT (`mean`, `votes`)
              FROM (
                SELECT
                  `t29`.`game_date`,
                  `t29`.`game_id`,
                  `t29`.`player_lookup`,
                  `t29`.`snapshot_known`,
                  `t29`.`line`,
                  `t29`.`over_price`,
                  `t29`.`under_price`,
                  `t29`.`n_books`,
                  `t29`.`book`,
                  `t29`.`source`,
                  `t29`.`opening_line`,
                  `t29`.`fair`,
                  `t29`.`line_move`,
                  `t29`.`votes`,
                  `t29`.`mean`,
                  FIRST_VALUE(`t29`.`line`) OVER (
                    PARTITION BY `t29`.`game_date`, `t29`.`game_id`, `t29`.`player_lookup`
                    ORDER BY `t29`.`votes` DESC, ABS(`t29`.`line` - `t29`.`mean`) ASC, `t29`.`line` ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `points_line`
                FROM (
                  SELECT
                    `t28`.`game_date`,
                    `t28`.`game_id`,
                    `t28`.`player_lookup`,
                    `t28`.`snapshot_known`,
                    `t28`.`line`,
                    `t28`.`over_price`,
                    `t28`.`under_price`,
                    `t28`.`n_books`,
                    `t28`.`book`,
                    `t28`.`source`,
                    `t28`.`opening_line`,
                    `t28`.`fair`,
                    `t28`.`line_move`,
                    COUNT(*) OVER (
                      PARTITION BY `t28`.`game_date`, `t28`.`game_id`, `t28`.`player_lookup`, CAST(`t28`.`line` AS STRING)
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS `votes`,
                    AVG(`t28`.`line`) OVER (
                      PARTITION BY `t28`.`game_date`, `t28`.`game_id`, `t28`.`player_lookup`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS `mean`
                  FROM (
                    SELECT
                      `t27`.*
                      EXCEPT (`bookmaker`, `over`, `rank`, `snapshot_at`)
                    FROM (
                      SELECT
                        `t26`.`game_date`,
                        `t26`.`game_id`,
                        `t26`.`player_lookup`,
                        `t26`.`bookmaker`,
                        `t26`.`snapshot_at`,
                        `t26`.`snapshot_known`,
                        `t26`.`line`,
                        `t26`.`over_price`,
                        `t26`.`under_price`,
                        `t26`.`n_books`,
                        `t26`.`book`,
                        `t26`.`source`,
                        `t26`.`rank`,
                        IF(`t26`.`snapshot_known`, `t26`.`opening_line`, CAST(NULL AS FLOAT64)) AS `opening_line`,
                        `t26`.`over`,
                        IF(
                          (
                            `t26`.`source` <> 2
                          ) AND (
                            ABS(`t26`.`over` - 0.5) <= 0.1
                          ),
                          `t26`.`over`,
                          CAST(NULL AS FLOAT64)
                        ) AS `fair`,
                        `t26`.`line` - IF(`t26`.`snapshot_known`, `t26`.`opening_line`, CAST(NULL AS FLOAT64)) AS `line_move`
                      FROM (
                        SELECT
                          `t25`.`game_date`,
                          `t25`.`game_id`,
                          `t25`.`player_lookup`,
                          `t25`.`bookmaker`,
                          `t25`.`snapshot_at`,
                          `t25`.`snapshot_known`,
                          `t25`.`line`,
                          `t25`.`over_price`,
                          `t25`.`under_price`,
                          `t25`.`n_books`,
                          `t25`.`book`,
                          `t25`.`source`,
                          ROW_NUMBER() OVER (
                            PARTITION BY `t25`.`game_date`, `t25`.`game_id`, `t25`.`player_lookup`, `t25`.`book`
                            ORDER BY `t25`.`snapshot_at` DESC, `t25`.`bookmaker` ASC, `t25`.`line` ASC
                          ) - 1 AS `rank`,
                          FIRST_VALUE(`t25`.`line`) OVER (
                            PARTITION BY `t25`.`game_date`, `t25`.`game_id`, `t25`.`player_lookup`, `t25`.`book`
                            ORDER BY NOT (
                              `t25`.`snapshot_known`
                            ) ASC, `t25`.`snapshot_at` ASC, `t25`.`bookmaker` ASC, `t25`.`line` ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ) AS `opening_line`,
                          ieee_divide(
                            ieee_divide(
                              IF(`t25`.`over_price` < 0, ABS(`t25`.`over_price`), 100),
                              ABS(`t25`.`over_price`) + 100
                            ),
                            ieee_divide(
                              IF(`t25`.`over_price` < 0, ABS(`t25`.`over_price`), 100),
                              ABS(`t25`.`over_price`) + 100
                            ) + ieee_divide(
                              IF(`t25`.`under_price` < 0, ABS(`t25`.`under_price`), 100),
                              ABS(`t25`.`under_price`) + 100
                            )
                          ) AS `over`
                        FROM (
                          SELECT
                            `t24`.*
                            EXCEPT (`best`)
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t22`.`game_date`,
                                `t22`.`game_id`,
                                `t22`.`player_lookup`,
                                `t22`.`bookmaker`,
                                `t22`.`snapshot_at`,
                                `t22`.`snapshot_known`,
                                `t22`.`line`,
                                `t22`.`over_price`,
                                `t22`.`under_price`,
                                `t22`.`n_books`,
                                `t22`.`book`,
                                `t22`.`source`,
                                MIN(`t22`.`source`) OVER (
                                  PARTITION BY `t22`.`game_date`, `t22`.`game_id`, `t22`.`player_lookup`
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ) AS `best`
                              FROM (
                                SELECT
                                  `t19`.`game_date`,
                                  `t19`.`game_id`,
                                  `t19`.`player_lookup`,
                                  `t19`.`bookmaker`,
                                  `t19`.`snapshot_at`,
                                  `t19`.`snapshot_known`,
                                  `t19`.`line`,
                                  `t19`.`over_price`,
                                  `t19`.`under_price`,
                                  `t19`.`n_books`,
                                  CASE `t19`.`bookmaker`
                                    WHEN 'unibet_us'
                                    THEN 'betrivers'
                                    WHEN 'bet365_alt'
                                    THEN 'bet365'
                                    ELSE `t19`.`bookmaker`
                                  END AS `book`,
                                  CASE `t19`.`book_type`
                                    WHEN 'sportsbook'
                                    THEN 0
                                    WHEN 'consensus'
                                    THEN 1
                                    WHEN 'dfs'
                                    THEN 2
                                    ELSE NULL
                                  END AS `source`
                                FROM (
                                  SELECT
                                    `t6`.`game_date`,
                                    `t6`.`game_id`,
                                    `t6`.`player_lookup`,
                                    `t6`.`bookmaker`,
                                    `t6`.`snapshot_at`,
                                    `t6`.`snapshot_known`,
                                    `t6`.`minutes_before_tipoff`,
                                    `t6`.`player_name`,
                                    `t6`.`book_type`,
                                    `t6`.`line`,
                                    `t6`.`over_price`,
                                    `t6`.`under_price`,
                                    `t6`.`n_books`,
                                    `t6`.`n_quotes`,
                                    `t18`.`cutoff_at`
                                  FROM `points_props` AS `t6`
                                  INNER JOIN (
                                    SELECT
                                      `t1`.`game_id`,
                                      COALESCE(
                                        `t1`.`tipoff_at`,
                                        CAST(TIMESTAMP_SECONDS((
                                          DATE_DIFF(`t1`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                                        ) + 57600) AS TIMESTAMP)
                                      ) AS `cutoff_at`
                                    FROM `schedule` AS `t1`
                                  ) AS `t18`
                                    ON `t6`.`game_id` = `t18`.`game_id`
                                ) AS `t19`
                                WHERE
                                  `t19`.`snapshot_at` < `t19`.`cutoff_at`
                                  AND (
                                    (
                                      `t19`.`minutes_before_tipoff` IS NULL
                                    )
                                    OR (
                                      `t19`.`minutes_before_tipoff` > 0
                                    )
                                  )
                              ) AS `t22`
                            ) AS `t23`
                            WHERE
                              (
                                `t23`.`source` <> 2
                              ) OR (
                                `t23`.`best` = 2
                              )
                          ) AS `t24`
                        ) AS `t25`
                      ) AS `t26`
                      WHERE
                        `t26`.`rank` = 0
                    ) AS `t27`
                  ) AS `t28`
                ) AS `t29`
              ) AS `t30`
            ) AS `t31`
          ) AS `t32`
        ) AS `t33`
      ) AS `t34`
      GROUP BY
        1,
        2,
        3
    ) AS `t36`
    INNER JOIN (
      SELECT
        `t10`.`game_id`,
        `t10`.`player_lookup`,
        `t10`.`player_id`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`player_lookup`,
          COUNT(*) AS `namesakes`,
          MAX(`t0`.`player_id`) AS `player_id`
        FROM `player_boxscores` AS `t0`
        GROUP BY
          1,
          2
      ) AS `t10`
      WHERE
        `t10`.`namesakes` = 1
    ) AS `t15`
      ON `t36`.`game_id` = `t15`.`game_id`
      AND `t36`.`player_lookup` = `t15`.`player_lookup`
  ) AS `t38`
    ON `t4`.`game_id` = `t38`.`game_id` AND `t4`.`player_id` = `t38`.`player_id`
) AS `t39`

-- expected_games
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `schedule` AS `t0`
WHERE
  NOT (
    `t0`.`postponed`
  )

-- set_aside
SELECT
  `t25`.`game_date`,
  `t25`.`game_id`,
  `t25`.`player_lookup` AS `item`,
  'he has a line, but the boxscore has no row of his name, or more than one' AS `reason`
FROM (
  SELECT
    `t23`.`game_date`,
    `t23`.`game_id`,
    `t23`.`player_lookup`,
    MAX(`t23`.`points_line`) AS `points_line`,
    AVG(`t23`.`line`) AS `points_line_mean`,
    AVG(`t23`.`opening_line`) AS `opening_line`,
    AVG(`t23`.`line_move`) AS `line_move`,
    GREATEST(SUM(CAST(`t23`.`source` <> 1 AS INT64)), MAX(COALESCE(`t23`.`n_books`, 1))) AS `n_books`,
    CASE MIN(`t23`.`source`)
      WHEN 0
      THEN 'sportsbook'
      WHEN 1
      THEN 'consensus'
      WHEN 2
      THEN 'dfs'
      ELSE NULL
    END AS `line_source`,
    MAX(IF(`t23`.`typical`, `t23`.`over_price`, NULL)) AS `over_price`,
    MAX(IF(`t23`.`typical`, `t23`.`under_price`, NULL)) AS `under_price`,
    AVG(`t23`.`fair`) AS `market_over_probability`
  FROM (
    SELECT
      `t22`.`game_date`,
      `t22`.`game_id`,
      `t22`.`player_lookup`,
      `t22`.`snapshot_known`,
      `t22`.`line`,
      `t22`.`over_price`,
      `t22`.`under_price`,
      `t22`.`n_books`,
      `t22`.`book`,
      `t22`.`source`,
      `t22`.`opening_line`,
      `t22`.`fair`,
      `t22`.`line_move`,
      `t22`.`points_line`,
      `t22`.`distance`,
      (
        (
          ROW_NUMBER() OVER (
            PARTITION BY `t22`.`game_date`, `t22`.`game_id`, `t22`.`player_lookup`
            ORDER BY `t22`.`fair` IS NULL ASC, `t22`.`distance` ASC, `t22`.`book` ASC
          ) - 1
        ) = 0
      )
      AND (
        `t22`.`fair` IS NOT NULL
      ) AS `typical`
    FROM (
      SELECT
        `t21`.`game_date`,
        `t21`.`game_id`,
        `t21`.`player_lookup`,
        `t21`.`snapshot_known`,
        `t21`.`line`,
        `t21`.`over_price`,
        `t21`.`under_price`,
        `t21`.`n_books`,
        `t21`.`book`,
        `t21`.`source`,
        `t21`.`opening_line`,
        `t21`.`fair`,
        `t21`.`line_move`,
        `t21`.`points_line`,
        CAST(ROUND(
          ABS(
            `t21`.`fair` - AVG(`t21`.`fair`) OVER (
              PARTITION BY `t21`.`game_date`, `t21`.`game_id`, `t21`.`player_lookup`
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            )
          ),
          6
        ) AS FLOAT64) AS `distance`
      FROM (
        SELECT
          `t20`.`game_date`,
          `t20`.`game_id`,
          `t20`.`player_lookup`,
          `t20`.`snapshot_known`,
          `t20`.`line`,
          `t20`.`over_price`,
          `t20`.`under_price`,
          `t20`.`n_books`,
          `t20`.`book`,
          `t20`.`source`,
          `t20`.`opening_line`,
          IF(`t20`.`line` = `t20`.`points_line`, `t20`.`fair`, CAST(NULL AS FLOAT64)) AS `fair`,
          `t20`.`line_move`,
          `t20`.`points_line`
        FROM (
          SELECT
            `t19`.*
            EXCEPT (`mean`, `votes`)
          FROM (
            SELECT
              `t18`.`game_date`,
              `t18`.`game_id`,
              `t18`.`player_lookup`,
              `t18`.`snapshot_known`,
              `t18`.`line`,
              `t18`.`over_price`,
              `t18`.`under_price`,
              `t18`.`n_books`,
              `t18`.`book`,
              `t18`.`source`,
              `t18`.`opening_line`,
              `t18`.`fair`,
              `t18`.`line_move`,
              `t18`.`votes`,
              `t18`.`mean`,
              FIRST_VALUE(`t18`.`line`) OVER (
                PARTITION BY `t18`.`game_date`, `t18`.`game_id`, `t18`.`player_lookup`
                ORDER BY `t18`.`votes` DESC, ABS(`t18`.`line` - `t18`.`mean`) ASC, `t18`.`line` ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS `points_line`
            FROM (
              SELECT
                `t17`.`game_date`,
                `t17`.`game_id`,
                `t17`.`player_lookup`,
                `t17`.`snapshot_known`,
                `t17`.`line`,
                `t17`.`over_price`,
                `t17`.`under_price`,
                `t17`.`n_books`,
                `t17`.`book`,
                `t17`.`source`,
                `t17`.`opening_line`,
                `t17`.`fair`,
                `t17`.`line_move`,
                COUNT(*) OVER (
                  PARTITION BY `t17`.`game_date`, `t17`.`game_id`, `t17`.`player_lookup`, CAST(`t17`.`line` AS STRING)
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS `votes`,
                AVG(`t17`.`line`) OVER (
                  PARTITION BY `t17`.`game_date`, `t17`.`game_id`, `t17`.`player_lookup`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS `mean`
              FROM (
                SELECT
                  `t16`.*
                  EXCEPT (`bookmaker`, `over`, `rank`, `snapshot_at`)
                FROM (
                  SELECT
                    `t15`.`game_date`,
                    `t15`.`game_id`,
                    `t15`.`player_lookup`,
                    `t15`.`bookmaker`,
                    `t15`.`snapshot_at`,
                    `t15`.`snapshot_known`,
                    `t15`.`line`,
                    `t15`.`over_price`,
                    `t15`.`under_price`,
                    `t15`.`n_books`,
                    `t15`.`book`,
                    `t15`.`source`,
                    `t15`.`rank`,
                    IF(`t15`.`snapshot_known`, `t15`.`opening_line`, CAST(NULL AS FLOAT64)) AS `opening_line`,
                    `t15`.`over`,
                    IF(
                      (
                        `t15`.`source` <> 2
                      ) AND (
                        ABS(`t15`.`over` - 0.5) <= 0.1
                      ),
                      `t15`.`over`,
                      CAST(NULL AS FLOAT64)
                    ) AS `fair`,
                    `t15`.`line` - IF(`t15`.`snapshot_known`, `t15`.`opening_line`, CAST(NULL AS FLOAT64)) AS `line_move`
                  FROM (
                    SELECT
                      `t14`.`game_date`,
                      `t14`.`game_id`,
                      `t14`.`player_lookup`,
                      `t14`.`bookmaker`,
                      `t14`.`snapshot_at`,
                      `t14`.`snapshot_known`,
                      `t14`.`line`,
                      `t14`.`over_price`,
                      `t14`.`under_price`,
                      `t14`.`n_books`,
                      `t14`.`book`,
                      `t14`.`source`,
                      ROW_NUMBER() OVER (
                        PARTITION BY `t14`.`game_date`, `t14`.`game_id`, `t14`.`player_lookup`, `t14`.`book`
                        ORDER BY `t14`.`snapshot_at` DESC, `t14`.`bookmaker` ASC, `t14`.`line` ASC
                      ) - 1 AS `rank`,
                      FIRST_VALUE(`t14`.`line`) OVER (
                        PARTITION BY `t14`.`game_date`, `t14`.`game_id`, `t14`.`player_lookup`, `t14`.`book`
                        ORDER BY NOT (
                          `t14`.`snapshot_known`
                        ) ASC, `t14`.`snapshot_at` ASC, `t14`.`bookmaker` ASC, `t14`.`line` ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `opening_line`,
                      ieee_divide(
                        ieee_divide(
                          IF(`t14`.`over_price` < 0, ABS(`t14`.`over_price`), 100),
                          ABS(`t14`.`over_price`) + 100
                        ),
                        ieee_divide(
                          IF(`t14`.`over_price` < 0, ABS(`t14`.`over_price`), 100),
                          ABS(`t14`.`over_price`) + 100
                        ) + ieee_divide(
                          IF(`t14`.`under_price` < 0, ABS(`t14`.`under_price`), 100),
                          ABS(`t14`.`under_price`) + 100
                        )
                      ) AS `over`
                    FROM (
                      SELECT
                        `t13`.*
                        EXCEPT (`best`)
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t11`.`game_date`,
                            `t11`.`game_id`,
                            `t11`.`player_lookup`,
                            `t11`.`bookmaker`,
                            `t11`.`snapshot_at`,
                            `t11`.`snapshot_known`,
                            `t11`.`line`,
                            `t11`.`over_price`,
                            `t11`.`under_price`,
                            `t11`.`n_books`,
                            `t11`.`book`,
                            `t11`.`source`,
                            MIN(`t11`.`source`) OVER (
                              PARTITION BY `t11`.`game_date`, `t11`.`game_id`, `t11`.`player_lookup`
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) AS `best`
                          FROM (
                            SELECT
                              `t10`.`game_date`,
                              `t10`.`game_id`,
                              `t10`.`player_lookup`,
                              `t10`.`bookmaker`,
                              `t10`.`snapshot_at`,
                              `t10`.`snapshot_known`,
                              `t10`.`line`,
                              `t10`.`over_price`,
                              `t10`.`under_price`,
                              `t10`.`n_books`,
                              CASE `t10`.`bookmaker`
                                WHEN 'unibet_us'
                                THEN 'betrivers'
                                WHEN 'bet365_alt'
                                THEN 'bet365'
                                ELSE `t10`.`bookmaker`
                              END AS `book`,
                              CASE `t10`.`book_type`
                                WHEN 'sportsbook'
                                THEN 0
                                WHEN 'consensus'
                                THEN 1
                                WHEN 'dfs'
                                THEN 2
                                ELSE NULL
                              END AS `source`
                            FROM (
                              SELECT
                                `t4`.`game_date`,
                                `t4`.`game_id`,
                                `t4`.`player_lookup`,
                                `t4`.`bookmaker`,
                                `t4`.`snapshot_at`,
                                `t4`.`snapshot_known`,
                                `t4`.`minutes_before_tipoff`,
                                `t4`.`player_name`,
                                `t4`.`book_type`,
                                `t4`.`line`,
                                `t4`.`over_price`,
                                `t4`.`under_price`,
                                `t4`.`n_books`,
                                `t4`.`n_quotes`,
                                `t9`.`cutoff_at`
                              FROM `points_props` AS `t4`
                              INNER JOIN (
                                SELECT
                                  `t2`.`game_id`,
                                  COALESCE(
                                    `t2`.`tipoff_at`,
                                    CAST(TIMESTAMP_SECONDS((
                                      DATE_DIFF(`t2`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                                    ) + 57600) AS TIMESTAMP)
                                  ) AS `cutoff_at`
                                FROM `schedule` AS `t2`
                              ) AS `t9`
                                ON `t4`.`game_id` = `t9`.`game_id`
                            ) AS `t10`
                            WHERE
                              `t10`.`snapshot_at` < `t10`.`cutoff_at`
                              AND (
                                (
                                  `t10`.`minutes_before_tipoff` IS NULL
                                )
                                OR (
                                  `t10`.`minutes_before_tipoff` > 0
                                )
                              )
                          ) AS `t11`
                        ) AS `t12`
                        WHERE
                          (
                            `t12`.`source` <> 2
                          ) OR (
                            `t12`.`best` = 2
                          )
                      ) AS `t13`
                    ) AS `t14`
                  ) AS `t15`
                  WHERE
                    `t15`.`rank` = 0
                ) AS `t16`
              ) AS `t17`
            ) AS `t18`
          ) AS `t19`
        ) AS `t20`
      ) AS `t21`
    ) AS `t22`
  ) AS `t23`
  GROUP BY
    1,
    2,
    3
) AS `t25`
WHERE
  EXISTS(
    SELECT
      1
    FROM `player_boxscores` AS `t3`
    WHERE
      `t25`.`game_id` = `t3`.`game_id`
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM (
      SELECT
        `t5`.`game_id`,
        `t5`.`player_lookup`,
        `t5`.`player_id`
      FROM (
        SELECT
          `t0`.`game_id`,
          `t0`.`player_lookup`,
          COUNT(*) AS `namesakes`,
          MAX(`t0`.`player_id`) AS `player_id`
        FROM `player_boxscores` AS `t0`
        GROUP BY
          1,
          2
      ) AS `t5`
      WHERE
        `t5`.`namesakes` = 1
    ) AS `t7`
    WHERE
      `t25`.`game_id` = `t7`.`game_id` AND `t25`.`player_lookup` = `t7`.`player_lookup`
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
        WHEN `t0`.`player_id` < 1
        THEN 'player_id is below 1'
        WHEN `t0`.`player_name` IS NULL
        THEN 'player_name is null'
        WHEN `t0`.`player_lookup` IS NULL
        THEN 'player_lookup is null'
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
        WHEN `t0`.`status` IS NULL
        THEN 'status is null'
        WHEN NOT (
          `t0`.`status` IN ('PLAYED', 'DNP', 'INACTIVE')
        )
        THEN 'status is not one of PLAYED, DNP, INACTIVE'
        WHEN `t0`.`won` IS NULL
        THEN 'won is null'
        WHEN IS_NAN(`t0`.`minutes`) OR IS_INF(`t0`.`minutes`)
        THEN 'minutes is not a number'
        WHEN `t0`.`minutes` < 0
        THEN 'minutes is below 0'
        WHEN `t0`.`minutes` > 75
        THEN 'minutes is above 75'
        WHEN `t0`.`points` < 0
        THEN 'points is below 0'
        WHEN `t0`.`points` > 100
        THEN 'points is above 100'
        WHEN `t0`.`fgm` < 0
        THEN 'fgm is below 0'
        WHEN `t0`.`fgm` > 45
        THEN 'fgm is above 45'
        WHEN `t0`.`fga` < 0
        THEN 'fga is below 0'
        WHEN `t0`.`fga` > 80
        THEN 'fga is above 80'
        WHEN `t0`.`fg3m` < 0
        THEN 'fg3m is below 0'
        WHEN `t0`.`fg3m` > 25
        THEN 'fg3m is above 25'
        WHEN `t0`.`fg3a` < 0
        THEN 'fg3a is below 0'
        WHEN `t0`.`fg3a` > 45
        THEN 'fg3a is above 45'
        WHEN `t0`.`ftm` < 0
        THEN 'ftm is below 0'
        WHEN `t0`.`ftm` > 45
        THEN 'ftm is above 45'
        WHEN `t0`.`fta` < 0
        THEN 'fta is below 0'
        WHEN `t0`.`fta` > 60
        THEN 'fta is above 60'
        WHEN `t0`.`oreb` < 0
        THEN 'oreb is below 0'
        WHEN `t0`.`oreb` > 30
        THEN 'oreb is above 30'
        WHEN `t0`.`dreb` < 0
        THEN 'dreb is below 0'
        WHEN `t0`.`dreb` > 45
        THEN 'dreb is above 45'
        WHEN `t0`.`rebounds` < 0
        THEN 'rebounds is below 0'
        WHEN `t0`.`rebounds` > 60
        THEN 'rebounds is above 60'
        WHEN `t0`.`assists` < 0
        THEN 'assists is below 0'
        WHEN `t0`.`assists` > 40
        THEN 'assists is above 40'
        WHEN `t0`.`steals` < 0
        THEN 'steals is below 0'
        WHEN `t0`.`steals` > 20
        THEN 'steals is above 20'
        WHEN `t0`.`blocks` < 0
        THEN 'blocks is below 0'
        WHEN `t0`.`blocks` > 20
        THEN 'blocks is above 20'
        WHEN `t0`.`turnovers` < 0
        THEN 'turnovers is below 0'
        WHEN `t0`.`turnovers` > 20
        THEN 'turnovers is above 20'
        WHEN `t0`.`fouls` < 0
        THEN 'fouls is below 0'
        WHEN `t0`.`fouls` > 8
        THEN 'fouls is above 8'
        WHEN `t0`.`plus_minus` < -100
        THEN 'plus_minus is below -100'
        WHEN `t0`.`plus_minus` > 100
        THEN 'plus_minus is above 100'
        WHEN IS_NAN(`t0`.`usage_rate`) OR IS_INF(`t0`.`usage_rate`)
        THEN 'usage_rate is not a number'
        WHEN `t0`.`usage_rate` < 0
        THEN 'usage_rate is below 0'
        WHEN `t0`.`usage_rate` > 300
        THEN 'usage_rate is above 300'
        WHEN IS_NAN(`t0`.`ts_pct`) OR IS_INF(`t0`.`ts_pct`)
        THEN 'ts_pct is not a number'
        WHEN `t0`.`ts_pct` < 0
        THEN 'ts_pct is below 0'
        WHEN `t0`.`ts_pct` > 1.5
        THEN 'ts_pct is above 1.5'
        WHEN IS_NAN(`t0`.`efg_pct`) OR IS_INF(`t0`.`efg_pct`)
        THEN 'efg_pct is not a number'
        WHEN `t0`.`efg_pct` < 0
        THEN 'efg_pct is below 0'
        WHEN `t0`.`efg_pct` > 1.5
        THEN 'efg_pct is above 1.5'
        WHEN IS_NAN(`t0`.`closing_line`) OR IS_INF(`t0`.`closing_line`)
        THEN 'closing_line is not a number'
        WHEN `t0`.`closing_line` < 0.5
        THEN 'closing_line is below 0.5'
        WHEN `t0`.`closing_line` > 80
        THEN 'closing_line is above 80'
        WHEN IS_NAN(`t0`.`closing_line_mean`) OR IS_INF(`t0`.`closing_line_mean`)
        THEN 'closing_line_mean is not a number'
        WHEN `t0`.`closing_line_mean` < 0.5
        THEN 'closing_line_mean is below 0.5'
        WHEN `t0`.`closing_line_mean` > 80
        THEN 'closing_line_mean is above 80'
        WHEN IS_NAN(`t0`.`closing_over_probability`)
        OR IS_INF(`t0`.`closing_over_probability`)
        THEN 'closing_over_probability is not a number'
        WHEN `t0`.`closing_over_probability` < 0.4
        THEN 'closing_over_probability is below 0.4'
        WHEN `t0`.`closing_over_probability` > 0.6
        THEN 'closing_over_probability is above 0.6'
        WHEN NOT (
          `t0`.`line_result` IN ('OVER', 'UNDER', 'PUSH')
        )
        THEN 'line_result is not one of OVER, UNDER, PUSH'
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
  `t0`.`player_name`,
  `t0`.`player_lookup`,
  `t0`.`team`,
  `t0`.`opponent`,
  `t0`.`is_home`,
  `t0`.`season`,
  `t0`.`season_type`,
  `t0`.`status`,
  `t0`.`not_played_reason`,
  `t0`.`starter`,
  `t0`.`won`,
  CASE
    WHEN ABS(`t0`.`minutes`) < 900719925474.0992
    THEN `t0`.`minutes`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes`,
  `t0`.`points`,
  `t0`.`fgm`,
  `t0`.`fga`,
  `t0`.`fg3m`,
  `t0`.`fg3a`,
  `t0`.`ftm`,
  `t0`.`fta`,
  `t0`.`oreb`,
  `t0`.`dreb`,
  `t0`.`rebounds`,
  `t0`.`assists`,
  `t0`.`steals`,
  `t0`.`blocks`,
  `t0`.`turnovers`,
  `t0`.`fouls`,
  `t0`.`plus_minus`,
  CASE
    WHEN ABS(`t0`.`usage_rate`) < 900719925474.0992
    THEN `t0`.`usage_rate`
    ELSE CAST(NULL AS FLOAT64)
  END AS `usage_rate`,
  CASE
    WHEN ABS(`t0`.`ts_pct`) < 900719925474.0992
    THEN `t0`.`ts_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `ts_pct`,
  CASE
    WHEN ABS(`t0`.`efg_pct`) < 900719925474.0992
    THEN `t0`.`efg_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `efg_pct`,
  CASE
    WHEN ABS(`t0`.`closing_line`) < 900719925474.0992
    THEN `t0`.`closing_line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `closing_line`,
  CASE
    WHEN ABS(`t0`.`closing_line_mean`) < 900719925474.0992
    THEN `t0`.`closing_line_mean`
    ELSE CAST(NULL AS FLOAT64)
  END AS `closing_line_mean`,
  CASE
    WHEN ABS(`t0`.`closing_over_probability`) < 900719925474.0992
    THEN `t0`.`closing_over_probability`
    ELSE CAST(NULL AS FLOAT64)
  END AS `closing_over_probability`,
  `t0`.`line_result`
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
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            CAST(LENGTH(`t0`.`player_lookup`) AS STRING),
            `t0`.`player_lookup`,
            CAST(LENGTH(`t0`.`team`) AS STRING),
            `t0`.`team`,
            CAST(LENGTH(`t0`.`opponent`) AS STRING),
            `t0`.`opponent`,
            CAST(CAST(`t0`.`is_home` AS INT64) AS STRING),
            CAST(`t0`.`season` AS STRING),
            `t0`.`season_type`,
            `t0`.`status`,
            COALESCE(CAST(LENGTH(`t0`.`not_played_reason`) AS STRING), '~'),
            COALESCE(`t0`.`not_played_reason`, '~'),
            COALESCE(CAST(CAST(`t0`.`starter` AS INT64) AS STRING), '~'),
            CAST(CAST(`t0`.`won` AS INT64) AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`points` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fgm` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fga` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fg3m` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fg3a` AS STRING), '~'),
            COALESCE(CAST(`t0`.`ftm` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fta` AS STRING), '~'),
            COALESCE(CAST(`t0`.`oreb` AS STRING), '~'),
            COALESCE(CAST(`t0`.`dreb` AS STRING), '~'),
            COALESCE(CAST(`t0`.`rebounds` AS STRING), '~'),
            COALESCE(CAST(`t0`.`assists` AS STRING), '~'),
            COALESCE(CAST(`t0`.`steals` AS STRING), '~'),
            COALESCE(CAST(`t0`.`blocks` AS STRING), '~'),
            COALESCE(CAST(`t0`.`turnovers` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fouls` AS STRING), '~'),
            COALESCE(CAST(`t0`.`plus_minus` AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`usage_rate` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`ts_pct` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`efg_pct` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`closing_line` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`closing_line_mean` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`closing_over_probability` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(`t0`.`line_result`, '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
