-- rows
WITH `t14` AS (
  SELECT
    `t3`.`player_lookup`,
    `t3`.`player_id`,
    `t3`.`game_date`,
    MAX(`t3`.`team`) AS `latest_team`
  FROM `player_game_summary` AS `t3`
  GROUP BY
    1,
    2,
    3
), `t17` AS (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`season`,
      `t0`.`season_type`,
      `t0`.`tipoff_at`,
      `t0`.`home_team` AS `team`,
      `t0`.`away_team` AS `opponent`,
      TRUE AS `is_home`
    FROM `schedule` AS `t0`
    WHERE
      NOT (
        `t0`.`postponed`
      )
  ) AS `t9`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`season`,
      `t0`.`season_type`,
      `t0`.`tipoff_at`,
      `t0`.`away_team` AS `team`,
      `t0`.`home_team` AS `opponent`,
      FALSE AS `is_home`
    FROM `schedule` AS `t0`
    WHERE
      NOT (
        `t0`.`postponed`
      )
  ) AS `t10`
), `t44` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`player_lookup`,
    `t7`.`bookmaker`,
    `t7`.`snapshot_at`,
    `t7`.`snapshot_known`,
    `t7`.`minutes_before_tipoff`,
    `t7`.`player_name`,
    `t7`.`book_type`,
    `t7`.`line`,
    `t7`.`over_price`,
    `t7`.`under_price`,
    `t7`.`n_books`,
    `t7`.`n_quotes`,
    `t38`.`cutoff_at`
  FROM `points_props` AS `t7`
  INNER JOIN (
    SELECT
      `t12`.`game_id`,
      COALESCE(
        TIMESTAMP_SUB(
          MIN(`t12`.`tipoff_at`) OVER (
            PARTITION BY `t12`.`game_date`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          INTERVAL '15' MINUTE
        ),
        CAST(TIMESTAMP_SECONDS((
          DATE_DIFF(`t12`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
        ) + 57600) AS TIMESTAMP)
      ) AS `cutoff_at`
    FROM (
      SELECT
        *
      FROM `schedule` AS `t0`
      WHERE
        NOT (
          `t0`.`postponed`
        )
    ) AS `t12`
  ) AS `t38`
    ON `t7`.`game_id` = `t38`.`game_id`
), `t58` AS (
  SELECT
    `t48`.`game_date`,
    `t48`.`game_id`,
    `t48`.`report_at`,
    `t48`.`team`,
    `t48`.`player_lookup`,
    `t48`.`player_name`,
    `t48`.`status`,
    `t48`.`reason`,
    `t48`.`cutoff_at`,
    MAX(`t48`.`report_at`) OVER (
      PARTITION BY `t48`.`game_id`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `latest`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t6`.`game_date`,
        `t6`.`game_id`,
        `t6`.`report_at`,
        `t6`.`team`,
        `t6`.`player_lookup`,
        `t6`.`player_name`,
        `t6`.`status`,
        `t6`.`reason`,
        `t38`.`cutoff_at`
      FROM `injury_report` AS `t6`
      INNER JOIN (
        SELECT
          `t12`.`game_id`,
          COALESCE(
            TIMESTAMP_SUB(
              MIN(`t12`.`tipoff_at`) OVER (
                PARTITION BY `t12`.`game_date`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              INTERVAL '15' MINUTE
            ),
            CAST(TIMESTAMP_SECONDS((
              DATE_DIFF(`t12`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
            ) + 57600) AS TIMESTAMP)
          ) AS `cutoff_at`
        FROM (
          SELECT
            *
          FROM `schedule` AS `t0`
          WHERE
            NOT (
              `t0`.`postponed`
            )
        ) AS `t12`
      ) AS `t38`
        ON `t6`.`game_id` = `t38`.`game_id`
    ) AS `t43`
    WHERE
      `t43`.`report_at` < `t43`.`cutoff_at`
  ) AS `t48`
), `t77` AS (
  SELECT
    `t65`.`game_date`,
    `t65`.`game_id`,
    `t65`.`report_at`,
    `t65`.`team`,
    `t65`.`player_lookup`,
    `t65`.`player_name`,
    `t65`.`status`,
    `t65`.`reason`,
    `t65`.`cutoff_at`,
    `t65`.`latest`,
    `t65`.`injury_status`,
    ROW_NUMBER() OVER (
      PARTITION BY `t65`.`game_id`, `t65`.`player_lookup`
      ORDER BY CASE `t65`.`injury_status`
        WHEN 'out'
        THEN 0
        WHEN 'doubtful'
        THEN 1
        WHEN 'questionable'
        THEN 2
        WHEN 'probable'
        THEN 3
        WHEN 'available'
        THEN 4
        ELSE NULL
      END ASC, `t65`.`team` ASC
    ) - 1 AS `rank`
  FROM (
    SELECT
      `t60`.`game_date`,
      `t60`.`game_id`,
      `t60`.`report_at`,
      `t60`.`team`,
      `t60`.`player_lookup`,
      `t60`.`player_name`,
      `t60`.`status`,
      `t60`.`reason`,
      `t60`.`cutoff_at`,
      `t60`.`latest`,
      LOWER(`t60`.`status`) AS `injury_status`
    FROM `t58` AS `t60`
    WHERE
      `t60`.`report_at` = `t60`.`latest` AND `t60`.`status` <> 'NOT_SUBMITTED'
  ) AS `t65`
), `t120` AS (
  SELECT
    `t117`.`game_date`,
    `t117`.`game_id`,
    `t117`.`player_id`,
    `t117`.`reason`,
    `t117`.`named_by`,
    `t117`.`named_as`,
    ROW_NUMBER() OVER (
      PARTITION BY `t117`.`game_date`, `t117`.`player_id`
      ORDER BY COALESCE(`t117`.`named_by`, 3) ASC, `t117`.`game_id` ASC
    ) - 1 AS `rank`
  FROM (
    SELECT
      `t114`.`game_date`,
      `t114`.`game_id`,
      `t114`.`player_id`,
      MIN(`t114`.`reason`) AS `reason`,
      MIN(`t114`.`named_by`) AS `named_by`,
      MAX(`t114`.`named_as`) AS `named_as`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t81`.`game_date`,
          `t81`.`game_id`,
          `t81`.`player_id`,
          0 AS `reason`,
          CAST(NULL AS INT64) AS `named_by`,
          CAST(NULL AS STRING) AS `named_as`
        FROM (
          SELECT
            `t78`.*
            EXCEPT (`state_player_id`, `state_until`)
          FROM (
            SELECT
              `t55`.`game_date`,
              `t55`.`game_id`,
              `t55`.`team`,
              `t55`.`since`,
              `t22`.`player_id`,
              `t74`.`player_id` AS `state_player_id`,
              `t74`.`player_name`,
              `t74`.`player_lookup`,
              `t74`.`last_appearance`,
              `t74`.`last_appearance_for_team`,
              `t74`.`season_games`,
              `t74`.`points_per_game`,
              `t74`.`minutes_per_game`,
              `t74`.`latest_team`,
              `t74`.`latest_season`,
              `t74`.`state_date`,
              `t74`.`state_until`
            FROM (
              SELECT
                `t49`.*
                EXCEPT (`state_date`)
              FROM (
                SELECT
                  `t46`.`game_date`,
                  `t46`.`game_id`,
                  `t46`.`team`,
                  `t46`.`since`,
                  `t46`.`state_date`
                FROM (
                  SELECT
                    `t32`.`game_date`,
                    `t32`.`game_id`,
                    `t32`.`team`,
                    `t41`.`team` AS `state_team`,
                    `t41`.`since`,
                    `t41`.`state_date`,
                    `t41`.`state_until`
                  FROM (
                    SELECT
                      `t23`.`game_date`,
                      `t23`.`game_id`,
                      `t23`.`team`
                    FROM `t17` AS `t23`
                  ) AS `t32`
                  LEFT OUTER JOIN (
                    SELECT
                      `t39`.*
                      EXCEPT (`game_date`)
                    FROM (
                      SELECT
                        `t28`.`team`,
                        `t28`.`game_date`,
                        `t28`.`since`,
                        `t28`.`game_date` AS `state_date`,
                        COALESCE(
                          LEAD(`t28`.`game_date`) OVER (PARTITION BY `t28`.`team` ORDER BY `t28`.`game_date` ASC),
                          DATE(9999, 12, 31)
                        ) AS `state_until`
                      FROM (
                        SELECT
                          `t8`.`team`,
                          `t8`.`game_date`,
                          COALESCE(
                            LAG(`t8`.`game_date`, 9) OVER (PARTITION BY `t8`.`team` ORDER BY `t8`.`game_date` ASC),
                            MIN(`t8`.`game_date`) OVER (PARTITION BY `t8`.`team` ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
                          ) AS `since`
                        FROM (
                          SELECT DISTINCT
                            `t3`.`team`,
                            `t3`.`game_date`
                          FROM `player_game_summary` AS `t3`
                        ) AS `t8`
                      ) AS `t28`
                    ) AS `t39`
                  ) AS `t41`
                    ON `t32`.`team` = `t41`.`team`
                    AND `t41`.`state_date` < `t32`.`game_date`
                    AND `t32`.`game_date` <= `t41`.`state_until`
                ) AS `t46`
              ) AS `t49`
            ) AS `t55`
            INNER JOIN (
              SELECT DISTINCT
                `t3`.`team`,
                `t3`.`player_id`
              FROM `player_game_summary` AS `t3`
              WHERE
                `t3`.`status` = 'PLAYED'
            ) AS `t22`
              ON `t55`.`team` = `t22`.`team`
            LEFT OUTER JOIN (
              SELECT
                `t66`.*
                EXCEPT (`game_date`)
              FROM (
                SELECT
                  `t56`.`player_id`,
                  `t56`.`game_date`,
                  `t56`.`player_name`,
                  `t56`.`player_lookup`,
                  `t56`.`last_appearance`,
                  `t56`.`last_appearance_for_team`,
                  `t56`.`season_games`,
                  `t56`.`points_per_game`,
                  `t56`.`minutes_per_game`,
                  `t56`.`latest_team`,
                  `t56`.`latest_season`,
                  `t56`.`game_date` AS `state_date`,
                  COALESCE(
                    LEAD(`t56`.`game_date`) OVER (PARTITION BY `t56`.`player_id` ORDER BY `t56`.`game_date` ASC),
                    DATE(9999, 12, 31)
                  ) AS `state_until`
                FROM (
                  SELECT
                    `t50`.`player_id`,
                    `t50`.`game_date`,
                    `t50`.`player_name`,
                    `t50`.`player_lookup`,
                    `t50`.`last_appearance`,
                    `t50`.`last_appearance_for_team`,
                    `t50`.`season_games`,
                    `t50`.`points_per_game`,
                    `t50`.`minutes_per_game`,
                    `t50`.`team` AS `latest_team`,
                    `t50`.`season` AS `latest_season`
                  FROM (
                    SELECT
                      `t37`.`game_date`,
                      `t37`.`game_id`,
                      `t37`.`player_id`,
                      `t37`.`player_name`,
                      `t37`.`player_lookup`,
                      `t37`.`team`,
                      `t37`.`opponent`,
                      `t37`.`is_home`,
                      `t37`.`season`,
                      `t37`.`season_type`,
                      `t37`.`status`,
                      `t37`.`not_played_reason`,
                      `t37`.`starter`,
                      `t37`.`won`,
                      `t37`.`minutes`,
                      `t37`.`points`,
                      `t37`.`fgm`,
                      `t37`.`fga`,
                      `t37`.`fg3m`,
                      `t37`.`fg3a`,
                      `t37`.`ftm`,
                      `t37`.`fta`,
                      `t37`.`oreb`,
                      `t37`.`dreb`,
                      `t37`.`rebounds`,
                      `t37`.`assists`,
                      `t37`.`steals`,
                      `t37`.`blocks`,
                      `t37`.`turnovers`,
                      `t37`.`fouls`,
                      `t37`.`plus_minus`,
                      `t37`.`usage_rate`,
                      `t37`.`ts_pct`,
                      `t37`.`efg_pct`,
                      `t37`.`closing_line`,
                      `t37`.`closing_line_mean`,
                      `t37`.`closing_over_probability`,
                      `t37`.`line_result`,
                      `t37`.`rank`,
                      `t37`.`appearances`,
                      `t37`.`appeared`,
                      MAX(`t37`.`appeared`) OVER (
                        PARTITION BY `t37`.`player_id`
                        ORDER BY `t37`.`game_date` ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `last_appearance`,
                      MAX(`t37`.`appeared`) OVER (
                        PARTITION BY `t37`.`player_id`, `t37`.`team`
                        ORDER BY `t37`.`game_date` ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `last_appearance_for_team`,
                      SUM(`t37`.`appearances`) OVER (
                        PARTITION BY `t37`.`player_id`, `t37`.`season`
                        ORDER BY `t37`.`game_date` ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ) AS `season_games`,
                      ieee_divide(
                        CAST(ROUND(
                          ieee_divide(
                            SUM(CAST(ROUND(`t37`.`points` * 10000, 0) AS INT64)) OVER (
                              PARTITION BY `t37`.`player_id`, `t37`.`season`
                              ORDER BY `t37`.`game_date` ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                            ),
                            NULLIF(
                              COUNT(`t37`.`points`) OVER (
                                PARTITION BY `t37`.`player_id`, `t37`.`season`
                                ORDER BY `t37`.`game_date` ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                              ),
                              0
                            )
                          ),
                          0
                        ) AS INT64),
                        10000
                      ) AS `points_per_game`,
                      ieee_divide(
                        CAST(ROUND(
                          ieee_divide(
                            SUM(CAST(ROUND(`t37`.`minutes` * 10000, 0) AS INT64)) OVER (
                              PARTITION BY `t37`.`player_id`, `t37`.`season`
                              ORDER BY `t37`.`game_date` ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                            ),
                            NULLIF(
                              COUNT(`t37`.`minutes`) OVER (
                                PARTITION BY `t37`.`player_id`, `t37`.`season`
                                ORDER BY `t37`.`game_date` ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                              ),
                              0
                            )
                          ),
                          0
                        ) AS INT64),
                        10000
                      ) AS `minutes_per_game`
                    FROM (
                      SELECT
                        `t30`.`game_date`,
                        `t30`.`game_id`,
                        `t30`.`player_id`,
                        `t30`.`player_name`,
                        `t30`.`player_lookup`,
                        `t30`.`team`,
                        `t30`.`opponent`,
                        `t30`.`is_home`,
                        `t30`.`season`,
                        `t30`.`season_type`,
                        `t30`.`status`,
                        `t30`.`not_played_reason`,
                        `t30`.`starter`,
                        `t30`.`won`,
                        `t30`.`minutes`,
                        `t30`.`points`,
                        `t30`.`fgm`,
                        `t30`.`fga`,
                        `t30`.`fg3m`,
                        `t30`.`fg3a`,
                        `t30`.`ftm`,
                        `t30`.`fta`,
                        `t30`.`oreb`,
                        `t30`.`dreb`,
                        `t30`.`rebounds`,
                        `t30`.`assists`,
                        `t30`.`steals`,
                        `t30`.`blocks`,
                        `t30`.`turnovers`,
                        `t30`.`fouls`,
                        `t30`.`plus_minus`,
                        `t30`.`usage_rate`,
                        `t30`.`ts_pct`,
                        `t30`.`efg_pct`,
                        `t30`.`closing_line`,
                        `t30`.`closing_line_mean`,
                        `t30`.`closing_over_probability`,
                        `t30`.`line_result`,
                        `t30`.`rank`,
                        CAST(`t30`.`status` = 'PLAYED' AS INT64) AS `appearances`,
                        IF(`t30`.`status` = 'PLAYED', `t30`.`game_date`, CAST(NULL AS DATE)) AS `appeared`
                      FROM (
                        SELECT
                          `t3`.`game_date`,
                          `t3`.`game_id`,
                          `t3`.`player_id`,
                          `t3`.`player_name`,
                          `t3`.`player_lookup`,
                          `t3`.`team`,
                          `t3`.`opponent`,
                          `t3`.`is_home`,
                          `t3`.`season`,
                          `t3`.`season_type`,
                          `t3`.`status`,
                          `t3`.`not_played_reason`,
                          `t3`.`starter`,
                          `t3`.`won`,
                          `t3`.`minutes`,
                          `t3`.`points`,
                          `t3`.`fgm`,
                          `t3`.`fga`,
                          `t3`.`fg3m`,
                          `t3`.`fg3a`,
                          `t3`.`ftm`,
                          `t3`.`fta`,
                          `t3`.`oreb`,
                          `t3`.`dreb`,
                          `t3`.`rebounds`,
                          `t3`.`assists`,
                          `t3`.`steals`,
                          `t3`.`blocks`,
                          `t3`.`turnovers`,
                          `t3`.`fouls`,
                          `t3`.`plus_minus`,
                          `t3`.`usage_rate`,
                          `t3`.`ts_pct`,
                          `t3`.`efg_pct`,
                          `t3`.`closing_line`,
                          `t3`.`closing_line_mean`,
                          `t3`.`closing_over_probability`,
                          `t3`.`line_result`,
                          ROW_NUMBER() OVER (
                            PARTITION BY `t3`.`player_id`, `t3`.`game_date`
                            ORDER BY NOT (
                              `t3`.`status` = 'PLAYED'
                            ) ASC, `t3`.`game_id` ASC
                          ) - 1 AS `rank`
                        FROM `player_game_summary` AS `t3`
                      ) AS `t30`
                      WHERE
                        `t30`.`rank` = 0
                    ) AS `t37`
                  ) AS `t50`
                ) AS `t56`
              ) AS `t66`
            ) AS `t74`
              ON `t22`.`player_id` = `t74`.`player_id`
              AND `t74`.`state_date` < `t55`.`game_date`
              AND `t55`.`game_date` <= `t74`.`state_until`
          ) AS `t78`
        ) AS `t81`
        WHERE
          `t81`.`latest_team` = `t81`.`team`
          AND `t81`.`last_appearance_for_team` >= `t81`.`since`
      ) AS `t86`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t111`.`game_date`,
          `t111`.`game_id`,
          IF(`t111`.`reason` IS NULL, `t111`.`player_id`, CAST(NULL AS INT64)) AS `player_id`,
          `t111`.`named_by` AS `reason`,
          `t111`.`named_by`,
          `t111`.`player_lookup` AS `named_as`
        FROM (
          SELECT
            `t110`.`game_date`,
            `t110`.`game_id`,
            `t110`.`player_lookup`,
            `t110`.`named_by`,
            `t110`.`home_team`,
            `t110`.`away_team`,
            `t110`.`player_id`,
            CASE
              WHEN `t110`.`namesakes` IS NULL
              THEN 'nobody of this name was in a boxscore before'
              WHEN `t110`.`player_id` IS NULL
              THEN 'several players have this name'
              WHEN `t110`.`spelling` > 0
              THEN 'another spelling in this game names the same player'
              ELSE NULL
            END AS `reason`
          FROM (
            SELECT
              `t108`.`game_date`,
              `t108`.`game_id`,
              `t108`.`player_lookup`,
              `t108`.`named_by`,
              `t108`.`home_team`,
              `t108`.`away_team`,
              `t108`.`found_game_id`,
              `t108`.`found_player_lookup`,
              `t108`.`namesakes`,
              `t108`.`any_of_them`,
              `t108`.`playing`,
              `t108`.`one_playing`,
              `t108`.`player_id`,
              ROW_NUMBER() OVER (
                PARTITION BY `t108`.`game_id`, `t108`.`player_id`
                ORDER BY `t108`.`player_lookup` ASC
              ) - 1 AS `spelling`
            FROM (
              SELECT
                `t106`.`game_date`,
                `t106`.`game_id`,
                `t106`.`player_lookup`,
                `t106`.`named_by`,
                `t106`.`home_team`,
                `t106`.`away_team`,
                `t106`.`found_game_id`,
                `t106`.`found_player_lookup`,
                `t106`.`namesakes`,
                `t106`.`any_of_them`,
                `t106`.`playing`,
                `t106`.`one_playing`,
                CASE
                  WHEN `t106`.`playing` = 1
                  THEN `t106`.`one_playing`
                  WHEN (
                    `t106`.`playing` = 0
                  ) AND (
                    `t106`.`namesakes` = 1
                  )
                  THEN `t106`.`any_of_them`
                  ELSE NULL
                END AS `player_id`
              FROM (
                SELECT
                  `t95`.`game_date`,
                  `t95`.`game_id`,
                  `t95`.`player_lookup`,
                  `t95`.`named_by`,
                  `t19`.`home_team`,
                  `t19`.`away_team`,
                  `t104`.`game_id` AS `found_game_id`,
                  `t104`.`player_lookup` AS `found_player_lookup`,
                  `t104`.`namesakes`,
                  `t104`.`any_of_them`,
                  `t104`.`playing`,
                  `t104`.`one_playing`
                FROM (
                  SELECT
                    `t88`.`game_date`,
                    `t88`.`game_id`,
                    `t88`.`player_lookup`,
                    MIN(`t88`.`named_by`) AS `named_by`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t52`.`game_date`,
                        `t52`.`game_id`,
                        `t52`.`player_lookup`,
                        1 AS `named_by`
                      FROM (
                        SELECT DISTINCT
                          `t45`.`game_date`,
                          `t45`.`game_id`,
                          `t45`.`player_lookup`
                        FROM `t44` AS `t45`
                        WHERE
                          `t45`.`snapshot_at` < `t45`.`cutoff_at`
                          AND (
                            (
                              `t45`.`minutes_before_tipoff` IS NULL
                            )
                            OR (
                              `t45`.`minutes_before_tipoff` > 0
                            )
                          )
                      ) AS `t52`
                    ) AS `t59`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t80`.`game_date`,
                        `t80`.`game_id`,
                        `t80`.`player_lookup`,
                        2 AS `named_by`
                      FROM `t77` AS `t80`
                      WHERE
                        `t80`.`rank` = 0
                    ) AS `t84`
                  ) AS `t88`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t95`
                INNER JOIN (
                  SELECT
                    `t0`.`game_id`,
                    `t0`.`home_team`,
                    `t0`.`away_team`
                  FROM `schedule` AS `t0`
                  WHERE
                    NOT (
                      `t0`.`postponed`
                    )
                ) AS `t19`
                  ON `t95`.`game_id` = `t19`.`game_id`
                LEFT OUTER JOIN (
                  SELECT
                    `t101`.`game_id`,
                    `t101`.`player_lookup`,
                    COUNT(*) AS `namesakes`,
                    MAX(`t101`.`player_id`) AS `any_of_them`,
                    SUM(
                      CAST((
                        `t101`.`latest_team` = `t101`.`home_team`
                      )
                      OR (
                        `t101`.`latest_team` = `t101`.`away_team`
                      ) AS INT64)
                    ) AS `playing`,
                    MAX(
                      IF(
                        (
                          `t101`.`latest_team` = `t101`.`home_team`
                        )
                        OR (
                          `t101`.`latest_team` = `t101`.`away_team`
                        ),
                        `t101`.`player_id`,
                        NULL
                      )
                    ) AS `one_playing`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t98`.*
                        EXCEPT (`state_player_id`, `state_player_lookup`, `state_until`)
                      FROM (
                        SELECT
                          `t95`.`game_date`,
                          `t95`.`game_id`,
                          `t95`.`player_lookup`,
                          `t19`.`home_team`,
                          `t19`.`away_team`,
                          `t29`.`player_id`,
                          `t36`.`player_lookup` AS `state_player_lookup`,
                          `t36`.`player_id` AS `state_player_id`,
                          `t36`.`latest_team`,
                          `t36`.`state_date`,
                          `t36`.`state_until`
                        FROM (
                          SELECT
                            `t88`.`game_date`,
                            `t88`.`game_id`,
                            `t88`.`player_lookup`,
                            MIN(`t88`.`named_by`) AS `named_by`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t52`.`game_date`,
                                `t52`.`game_id`,
                                `t52`.`player_lookup`,
                                1 AS `named_by`
                              FROM (
                                SELECT DISTINCT
                                  `t45`.`game_date`,
                                  `t45`.`game_id`,
                                  `t45`.`player_lookup`
                                FROM `t44` AS `t45`
                                WHERE
                                  `t45`.`snapshot_at` < `t45`.`cutoff_at`
                                  AND (
                                    (
                                      `t45`.`minutes_before_tipoff` IS NULL
                                    )
                                    OR (
                                      `t45`.`minutes_before_tipoff` > 0
                                    )
                                  )
                              ) AS `t52`
                            ) AS `t59`
                            UNION ALL
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t80`.`game_date`,
                                `t80`.`game_id`,
                                `t80`.`player_lookup`,
                                2 AS `named_by`
                              FROM `t77` AS `t80`
                              WHERE
                                `t80`.`rank` = 0
                            ) AS `t84`
                          ) AS `t88`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t95`
                        INNER JOIN (
                          SELECT
                            `t0`.`game_id`,
                            `t0`.`home_team`,
                            `t0`.`away_team`
                          FROM `schedule` AS `t0`
                          WHERE
                            NOT (
                              `t0`.`postponed`
                            )
                        ) AS `t19`
                          ON `t95`.`game_id` = `t19`.`game_id`
                        INNER JOIN (
                          SELECT DISTINCT
                            `t20`.`player_lookup`,
                            `t20`.`player_id`
                          FROM `t14` AS `t20`
                        ) AS `t29`
                          ON `t95`.`player_lookup` = `t29`.`player_lookup`
                        LEFT OUTER JOIN (
                          SELECT
                            `t33`.*
                            EXCEPT (`game_date`)
                          FROM (
                            SELECT
                              `t20`.`player_lookup`,
                              `t20`.`player_id`,
                              `t20`.`game_date`,
                              `t20`.`latest_team`,
                              `t20`.`game_date` AS `state_date`,
                              COALESCE(
                                LEAD(`t20`.`game_date`) OVER (
                                  PARTITION BY `t20`.`player_lookup`, `t20`.`player_id`
                                  ORDER BY `t20`.`game_date` ASC
                                ),
                                DATE(9999, 12, 31)
                              ) AS `state_until`
                            FROM `t14` AS `t20`
                          ) AS `t33`
                        ) AS `t36`
                          ON `t95`.`player_lookup` = `t36`.`player_lookup`
                          AND `t29`.`player_id` = `t36`.`player_id`
                          AND `t36`.`state_date` < `t95`.`game_date`
                          AND `t95`.`game_date` <= `t36`.`state_until`
                      ) AS `t98`
                    ) AS `t99`
                    WHERE
                      `t99`.`state_date` IS NOT NULL
                  ) AS `t101`
                  GROUP BY
                    1,
                    2
                ) AS `t104`
                  ON `t95`.`game_id` = `t104`.`game_id`
                  AND `t95`.`player_lookup` = `t104`.`player_lookup`
              ) AS `t106`
            ) AS `t108`
          ) AS `t110`
        ) AS `t111`
        WHERE
          IF(`t111`.`reason` IS NULL, `t111`.`player_id`, CAST(NULL AS INT64)) IS NOT NULL
      ) AS `t113`
    ) AS `t114`
    GROUP BY
      1,
      2,
      3
  ) AS `t117`
)
SELECT
  `t158`.`game_date`,
  `t158`.`game_id`,
  `t158`.`player_id`,
  `t158`.`player_name`,
  `t158`.`player_lookup`,
  `t158`.`expected_because`,
  `t158`.`team`,
  `t158`.`opponent`,
  `t158`.`is_home`,
  `t158`.`season`,
  `t158`.`season_type`,
  `t158`.`season_type` = 'Playoffs' AS `playoff_game`,
  TIMESTAMP_TRUNC(`t158`.`tipoff_at`, SECOND) AS `tipoff_at`,
  DATE_DIFF(`t158`.`game_date`, `t158`.`last_appearance`, DAY) - 1 AS `days_rest`,
  COALESCE((
    DATE_DIFF(`t158`.`game_date`, `t158`.`last_appearance`, DAY) - 1
  ) = 0, FALSE) AS `back_to_back`,
  `t158`.`games_last_7`,
  `t158`.`games_last_14`,
  CAST(ROUND(`t158`.`minutes_last_7`, 4) AS FLOAT64) AS `minutes_last_7`,
  CAST(ROUND(`t158`.`minutes_last_14`, 4) AS FLOAT64) AS `minutes_last_14`,
  `t158`.`games_this_season`,
  `t158`.`minutes_rank`,
  CAST(ROUND(`t158`.`points_line`, 4) AS FLOAT64) AS `points_line`,
  CAST(ROUND(`t158`.`points_line_mean`, 4) AS FLOAT64) AS `points_line_mean`,
  CAST(ROUND(`t158`.`opening_line`, 4) AS FLOAT64) AS `opening_line`,
  CAST(ROUND(`t158`.`line_move`, 4) AS FLOAT64) AS `line_move`,
  `t158`.`n_books`,
  `t158`.`line_source`,
  `t158`.`over_price`,
  `t158`.`under_price`,
  CAST(ROUND(`t158`.`market_over_probability`, 4) AS FLOAT64) AS `market_over_probability`,
  CAST(ROUND(
    CASE
      WHEN `t158`.`is_home`
      THEN `t158`.`home_spread`
      WHEN NOT (
        `t158`.`is_home`
      )
      THEN -(
        `t158`.`home_spread`
      )
      ELSE NULL
    END,
    4
  ) AS FLOAT64) AS `spread`,
  CAST(ROUND(`t158`.`total`, 4) AS FLOAT64) AS `total`,
  `t158`.`injury_status`,
  `t158`.`star_teammates_out`
FROM (
  SELECT
    `t157`.`game_date`,
    `t157`.`game_id`,
    `t157`.`player_id`,
    `t157`.`named_as`,
    `t157`.`expected_because`,
    `t157`.`games_last_7`,
    `t157`.`minutes_last_7`,
    `t157`.`games_last_14`,
    `t157`.`minutes_last_14`,
    `t157`.`player_name`,
    `t157`.`player_lookup`,
    `t157`.`last_appearance`,
    `t157`.`last_appearance_for_team`,
    `t157`.`season_games`,
    `t157`.`points_per_game`,
    `t157`.`minutes_per_game`,
    `t157`.`latest_team`,
    `t157`.`latest_season`,
    `t157`.`state_date`,
    `t157`.`injury_status`,
    `t157`.`report_team`,
    `t157`.`points_line`,
    `t157`.`points_line_mean`,
    `t157`.`opening_line`,
    `t157`.`line_move`,
    `t157`.`n_books`,
    `t157`.`line_source`,
    `t157`.`over_price`,
    `t157`.`under_price`,
    `t157`.`market_over_probability`,
    `t157`.`season`,
    `t157`.`season_type`,
    `t157`.`tipoff_at`,
    `t157`.`home_spread`,
    `t157`.`total`,
    `t157`.`team`,
    `t157`.`opponent`,
    `t157`.`is_home`,
    `t157`.`covered`,
    `t157`.`games_this_season`,
    `t157`.`ranked`,
    `t157`.`star_out`,
    IF(
      `t157`.`ranked`,
      (
        ROW_NUMBER() OVER (
          PARTITION BY `t157`.`game_id`, `t157`.`team`, `t157`.`ranked`
          ORDER BY `t157`.`minutes_per_game` DESC, `t157`.`player_id` ASC
        ) - 1
      ) + 1,
      CAST(NULL AS INT64)
    ) AS `minutes_rank`,
    IF(
      `t157`.`covered`,
      SUM(`t157`.`star_out`) OVER (
        PARTITION BY `t157`.`game_id`, `t157`.`team`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - `t157`.`star_out`,
      CAST(NULL AS INT64)
    ) AS `star_teammates_out`
  FROM (
    SELECT
      `t156`.`game_date`,
      `t156`.`game_id`,
      `t156`.`player_id`,
      `t156`.`named_as`,
      `t156`.`expected_because`,
      `t156`.`games_last_7`,
      `t156`.`minutes_last_7`,
      `t156`.`games_last_14`,
      `t156`.`minutes_last_14`,
      `t156`.`player_name`,
      `t156`.`player_lookup`,
      `t156`.`last_appearance`,
      `t156`.`last_appearance_for_team`,
      `t156`.`season_games`,
      `t156`.`points_per_game`,
      `t156`.`minutes_per_game`,
      `t156`.`latest_team`,
      `t156`.`latest_season`,
      `t156`.`state_date`,
      COALESCE(`t156`.`injury_status`, IF(`t156`.`covered`, 'available', CAST(NULL AS STRING))) AS `injury_status`,
      `t156`.`report_team`,
      `t156`.`points_line`,
      `t156`.`points_line_mean`,
      `t156`.`opening_line`,
      `t156`.`line_move`,
      `t156`.`n_books`,
      `t156`.`line_source`,
      `t156`.`over_price`,
      `t156`.`under_price`,
      `t156`.`market_over_probability`,
      `t156`.`season`,
      `t156`.`season_type`,
      `t156`.`tipoff_at`,
      `t156`.`home_spread`,
      `t156`.`total`,
      `t156`.`team`,
      `t156`.`opponent`,
      `t156`.`is_home`,
      `t156`.`covered`,
      IF(`t156`.`latest_season` = `t156`.`season`, `t156`.`season_games`, 0) AS `games_this_season`,
      (
        `t156`.`expected_because` = 'recent'
      )
      AND (
        IF(`t156`.`latest_season` = `t156`.`season`, `t156`.`season_games`, 0) > 0
      ) AS `ranked`,
      IF(
        COALESCE(`t156`.`injury_status`, IF(`t156`.`covered`, 'available', CAST(NULL AS STRING))) IN ('out', 'doubtful')
        AND (
          `t156`.`latest_season` = `t156`.`season`
        )
        AND (
          `t156`.`points_per_game` >= 18
        ),
        1,
        0
      ) AS `star_out`
    FROM (
      SELECT
        `t155`.*
        EXCEPT (`more_game_id`, `more_latest_team`)
      FROM (
        SELECT
          `t154`.`game_date`,
          `t154`.`game_id`,
          `t154`.`player_id`,
          `t154`.`named_as`,
          `t154`.`expected_because`,
          `t154`.`games_last_7`,
          `t154`.`minutes_last_7`,
          `t154`.`games_last_14`,
          `t154`.`minutes_last_14`,
          `t154`.`player_name`,
          `t154`.`player_lookup`,
          `t154`.`last_appearance`,
          `t154`.`last_appearance_for_team`,
          `t154`.`season_games`,
          `t154`.`points_per_game`,
          `t154`.`minutes_per_game`,
          `t154`.`latest_team`,
          `t154`.`latest_season`,
          `t154`.`state_date`,
          `t154`.`injury_status`,
          `t154`.`report_team`,
          `t154`.`points_line`,
          `t154`.`points_line_mean`,
          `t154`.`opening_line`,
          `t154`.`line_move`,
          `t154`.`n_books`,
          `t154`.`line_source`,
          `t154`.`over_price`,
          `t154`.`under_price`,
          `t154`.`market_over_probability`,
          `t154`.`season`,
          `t154`.`season_type`,
          `t154`.`tipoff_at`,
          `t154`.`home_spread`,
          `t154`.`total`,
          `t94`.`game_id` AS `more_game_id`,
          `t94`.`team`,
          `t94`.`opponent`,
          `t94`.`is_home`,
          `t94`.`covered`,
          `t94`.`latest_team` AS `more_latest_team`
        FROM (
          SELECT
            `t152`.`game_date`,
            `t152`.`game_id`,
            `t152`.`player_id`,
            `t152`.`named_as`,
            `t152`.`expected_because`,
            `t152`.`games_last_7`,
            `t152`.`minutes_last_7`,
            `t152`.`games_last_14`,
            `t152`.`minutes_last_14`,
            `t152`.`player_name`,
            `t152`.`player_lookup`,
            `t152`.`last_appearance`,
            `t152`.`last_appearance_for_team`,
            `t152`.`season_games`,
            `t152`.`points_per_game`,
            `t152`.`minutes_per_game`,
            COALESCE(`t152`.`report_team`, `t152`.`latest_team`) AS `latest_team`,
            `t152`.`latest_season`,
            `t152`.`state_date`,
            `t152`.`injury_status`,
            `t152`.`report_team`,
            `t152`.`points_line`,
            `t152`.`points_line_mean`,
            `t152`.`opening_line`,
            `t152`.`line_move`,
            `t152`.`n_books`,
            `t152`.`line_source`,
            `t152`.`over_price`,
            `t152`.`under_price`,
            `t152`.`market_over_probability`,
            `t152`.`season`,
            `t152`.`season_type`,
            `t152`.`tipoff_at`,
            `t152`.`home_spread`,
            `t152`.`total`
          FROM (
            SELECT
              `t151`.*
              EXCEPT (`more_game_id`)
            FROM (
              SELECT
                `t150`.`game_date`,
                `t150`.`game_id`,
                `t150`.`player_id`,
                `t150`.`named_as`,
                `t150`.`expected_because`,
                `t150`.`games_last_7`,
                `t150`.`minutes_last_7`,
                `t150`.`games_last_14`,
                `t150`.`minutes_last_14`,
                `t150`.`player_name`,
                `t150`.`player_lookup`,
                `t150`.`last_appearance`,
                `t150`.`last_appearance_for_team`,
                `t150`.`season_games`,
                `t150`.`points_per_game`,
                `t150`.`minutes_per_game`,
                `t150`.`latest_team`,
                `t150`.`latest_season`,
                `t150`.`state_date`,
                `t150`.`injury_status`,
                `t150`.`report_team`,
                `t150`.`points_line`,
                `t150`.`points_line_mean`,
                `t150`.`opening_line`,
                `t150`.`line_move`,
                `t150`.`n_books`,
                `t150`.`line_source`,
                `t150`.`over_price`,
                `t150`.`under_price`,
                `t150`.`market_over_probability`,
                `t71`.`game_id` AS `more_game_id`,
                `t71`.`season`,
                `t71`.`season_type`,
                `t71`.`tipoff_at`,
                `t71`.`home_spread`,
                `t71`.`total`
              FROM (
                SELECT
                  `t148`.*
                  EXCEPT (`more_game_id`, `more_named_as`)
                FROM (
                  SELECT
                    `t147`.`game_date`,
                    `t147`.`game_id`,
                    `t147`.`player_id`,
                    `t147`.`named_as`,
                    `t147`.`expected_because`,
                    `t147`.`games_last_7`,
                    `t147`.`minutes_last_7`,
                    `t147`.`games_last_14`,
                    `t147`.`minutes_last_14`,
                    `t147`.`player_name`,
                    `t147`.`player_lookup`,
                    `t147`.`last_appearance`,
                    `t147`.`last_appearance_for_team`,
                    `t147`.`season_games`,
                    `t147`.`points_per_game`,
                    `t147`.`minutes_per_game`,
                    `t147`.`latest_team`,
                    `t147`.`latest_season`,
                    `t147`.`state_date`,
                    `t147`.`injury_status`,
                    `t147`.`report_team`,
                    `t119`.`game_id` AS `more_game_id`,
                    `t119`.`named_as` AS `more_named_as`,
                    `t119`.`points_line`,
                    `t119`.`points_line_mean`,
                    `t119`.`opening_line`,
                    `t119`.`line_move`,
                    `t119`.`n_books`,
                    `t119`.`line_source`,
                    `t119`.`over_price`,
                    `t119`.`under_price`,
                    `t119`.`market_over_probability`
                  FROM (
                    SELECT
                      `t145`.*
                      EXCEPT (`more_game_id`, `more_named_as`)
                    FROM (
                      SELECT
                        `t144`.`game_date`,
                        `t144`.`game_id`,
                        `t144`.`player_id`,
                        `t144`.`named_as`,
                        `t144`.`expected_because`,
                        `t144`.`games_last_7`,
                        `t144`.`minutes_last_7`,
                        `t144`.`games_last_14`,
                        `t144`.`minutes_last_14`,
                        `t144`.`player_name`,
                        `t144`.`player_lookup`,
                        `t144`.`last_appearance`,
                        `t144`.`last_appearance_for_team`,
                        `t144`.`season_games`,
                        `t144`.`points_per_game`,
                        `t144`.`minutes_per_game`,
                        `t144`.`latest_team`,
                        `t144`.`latest_season`,
                        `t144`.`state_date`,
                        `t92`.`game_id` AS `more_game_id`,
                        `t92`.`named_as` AS `more_named_as`,
                        `t92`.`injury_status`,
                        `t92`.`report_team`
                      FROM (
                        SELECT
                          `t142`.*
                          EXCEPT (`state_player_id`, `state_until`)
                        FROM (
                          SELECT
                            `t141`.`game_date`,
                            `t141`.`game_id`,
                            `t141`.`player_id`,
                            `t141`.`named_as`,
                            `t141`.`expected_because`,
                            `t141`.`games_last_7`,
                            `t141`.`minutes_last_7`,
                            `t141`.`games_last_14`,
                            `t141`.`minutes_last_14`,
                            `t73`.`player_id` AS `state_player_id`,
                            `t73`.`player_name`,
                            `t73`.`player_lookup`,
                            `t73`.`last_appearance`,
                            `t73`.`last_appearance_for_team`,
                            `t73`.`season_games`,
                            `t73`.`points_per_game`,
                            `t73`.`minutes_per_game`,
                            `t73`.`latest_team`,
                            `t73`.`latest_season`,
                            `t73`.`state_date`,
                            `t73`.`state_until`
                          FROM (
                            SELECT
                              `t139`.`game_date`,
                              `t139`.`game_id`,
                              `t139`.`player_id`,
                              `t139`.`named_as`,
                              `t139`.`expected_because`,
                              `t139`.`games_last_7`,
                              `t139`.`minutes_last_7`,
                              COALESCE(`t139`.`games_last_14`, 0) AS `games_last_14`,
                              COALESCE(`t139`.`minutes_last_14`, 0.0) AS `minutes_last_14`
                            FROM (
                              SELECT
                                `t138`.*
                                EXCEPT (`total_game_date`, `total_player_id`)
                              FROM (
                                SELECT
                                  `t134`.`game_date`,
                                  `t134`.`game_id`,
                                  `t134`.`player_id`,
                                  `t134`.`named_as`,
                                  `t134`.`expected_because`,
                                  `t134`.`games_last_7`,
                                  `t134`.`minutes_last_7`,
                                  `t137`.`game_date` AS `total_game_date`,
                                  `t137`.`player_id` AS `total_player_id`,
                                  `t137`.`games_last_14`,
                                  `t137`.`minutes_last_14`
                                FROM (
                                  SELECT
                                    `t130`.`game_date`,
                                    `t130`.`game_id`,
                                    `t130`.`player_id`,
                                    `t130`.`named_as`,
                                    `t130`.`expected_because`,
                                    COALESCE(`t130`.`games_last_7`, 0) AS `games_last_7`,
                                    COALESCE(`t130`.`minutes_last_7`, 0.0) AS `minutes_last_7`
                                  FROM (
                                    SELECT
                                      `t129`.*
                                      EXCEPT (`total_game_date`, `total_player_id`)
                                    FROM (
                                      SELECT
                                        `t124`.`game_date`,
                                        `t124`.`game_id`,
                                        `t124`.`player_id`,
                                        `t124`.`named_as`,
                                        `t124`.`expected_because`,
                                        `t128`.`game_date` AS `total_game_date`,
                                        `t128`.`player_id` AS `total_player_id`,
                                        `t128`.`games_last_7`,
                                        `t128`.`minutes_last_7`
                                      FROM (
                                        SELECT
                                          `t121`.`game_date`,
                                          `t121`.`game_id`,
                                          `t121`.`player_id`,
                                          `t121`.`named_as`,
                                          CASE `t121`.`reason`
                                            WHEN 0
                                            THEN 'recent'
                                            WHEN 1
                                            THEN 'line'
                                            WHEN 2
                                            THEN 'injury_report'
                                            ELSE NULL
                                          END AS `expected_because`
                                        FROM `t120` AS `t121`
                                        WHERE
                                          `t121`.`rank` = 0
                                      ) AS `t124`
                                      LEFT OUTER JOIN (
                                        SELECT
                                          `t126`.`game_date`,
                                          `t126`.`player_id`,
                                          COUNT(*) AS `games_last_7`,
                                          SUM(`t126`.`minutes`) AS `minutes_last_7`
                                        FROM (
                                          SELECT
                                            `t125`.`game_date`,
                                            `t125`.`player_id`,
                                            `t21`.`history_date`,
                                            `t21`.`player_id` AS `history_player_id`,
                                            `t21`.`minutes`
                                          FROM (
                                            SELECT DISTINCT
                                              `t121`.`game_date`,
                                              `t121`.`player_id`
                                            FROM `t120` AS `t121`
                                            WHERE
                                              `t121`.`rank` = 0
                                          ) AS `t125`
                                          INNER JOIN (
                                            SELECT
                                              `t3`.`game_date` AS `history_date`,
                                              `t3`.`player_id`,
                                              `t3`.`minutes`
                                            FROM `player_game_summary` AS `t3`
                                            WHERE
                                              `t3`.`status` = 'PLAYED'
                                          ) AS `t21`
                                            ON `t125`.`player_id` = `t21`.`player_id`
                                            AND `t21`.`history_date` < `t125`.`game_date`
                                            AND `t21`.`history_date` >= DATE_SUB(`t125`.`game_date`, INTERVAL '7' DAY)
                                        ) AS `t126`
                                        GROUP BY
                                          1,
                                          2
                                      ) AS `t128`
                                        ON `t124`.`game_date` = `t128`.`game_date`
                                        AND `t124`.`player_id` = `t128`.`player_id`
                                    ) AS `t129`
                                  ) AS `t130`
                                ) AS `t134`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t135`.`game_date`,
                                    `t135`.`player_id`,
                                    COUNT(*) AS `games_last_14`,
                                    SUM(`t135`.`minutes`) AS `minutes_last_14`
                                  FROM (
                                    SELECT
                                      `t132`.`game_date`,
                                      `t132`.`player_id`,
                                      `t21`.`history_date`,
                                      `t21`.`player_id` AS `history_player_id`,
                                      `t21`.`minutes`
                                    FROM (
                                      SELECT DISTINCT
                                        `t130`.`game_date`,
                                        `t130`.`player_id`
                                      FROM (
                                        SELECT
                                          `t129`.*
                                          EXCEPT (`total_game_date`, `total_player_id`)
                                        FROM (
                                          SELECT
                                            `t124`.`game_date`,
                                            `t124`.`game_id`,
                                            `t124`.`player_id`,
                                            `t124`.`named_as`,
                                            `t124`.`expected_because`,
                                            `t128`.`game_date` AS `total_game_date`,
                                            `t128`.`player_id` AS `total_player_id`,
                                            `t128`.`games_last_7`,
                                            `t128`.`minutes_last_7`
                                          FROM (
                                            SELECT
                                              `t121`.`game_date`,
                                              `t121`.`game_id`,
                                              `t121`.`player_id`,
                                              `t121`.`named_as`,
                                              CASE `t121`.`reason`
                                                WHEN 0
                                                THEN 'recent'
                                                WHEN 1
                                                THEN 'line'
                                                WHEN 2
                                                THEN 'injury_report'
                                                ELSE NULL
                                              END AS `expected_because`
                                            FROM `t120` AS `t121`
                                            WHERE
                                              `t121`.`rank` = 0
                                          ) AS `t124`
                                          LEFT OUTER JOIN (
                                            SELECT
                                              `t126`.`game_date`,
                                              `t126`.`player_id`,
                                              COUNT(*) AS `games_last_7`,
                                              SUM(`t126`.`minutes`) AS `minutes_last_7`
                                            FROM (
                                              SELECT
                                                `t125`.`game_date`,
                                                `t125`.`player_id`,
                                                `t21`.`history_date`,
                                                `t21`.`player_id` AS `history_player_id`,
                                                `t21`.`minutes`
                                              FROM (
                                                SELECT DISTINCT
                                                  `t121`.`game_date`,
                                                  `t121`.`player_id`
                                                FROM `t120` AS `t121`
                                                WHERE
                                                  `t121`.`rank` = 0
                                              ) AS `t125`
                                              INNER JOIN (
                                                SELECT
                                                  `t3`.`game_date` AS `history_date`,
                                                  `t3`.`player_id`,
                                                  `t3`.`minutes`
                                                FROM `player_game_summary` AS `t3`
                                                WHERE
                                                  `t3`.`status` = 'PLAYED'
                                              ) AS `t21`
                                                ON `t125`.`player_id` = `t21`.`player_id`
                                                AND `t21`.`history_date` < `t125`.`game_date`
                                                AND `t21`.`history_date` >= DATE_SUB(`t125`.`game_date`, INTERVAL '7' DAY)
                                            ) AS `t126`
                                            GROUP BY
                                              1,
                                              2
                                          ) AS `t128`
                                            ON `t124`.`game_date` = `t128`.`game_date`
                                            AND `t124`.`player_id` = `t128`.`player_id`
                                        ) AS `t129`
                                      ) AS `t130`
                                    ) AS `t132`
                                    INNER JOIN (
                                      SELECT
                                        `t3`.`game_date` AS `history_date`,
                                        `t3`.`player_id`,
                                        `t3`.`minutes`
                                      FROM `player_game_summary` AS `t3`
                                      WHERE
                                        `t3`.`status` = 'PLAYED'
                                    ) AS `t21`
                                      ON `t132`.`player_id` = `t21`.`player_id`
                                      AND `t21`.`history_date` < `t132`.`game_date`
                                      AND `t21`.`history_date` >= DATE_SUB(`t132`.`game_date`, INTERVAL '14' DAY)
                                  ) AS `t135`
                                  GROUP BY
                                    1,
                                    2
                                ) AS `t137`
                                  ON `t134`.`game_date` = `t137`.`game_date`
                                  AND `t134`.`player_id` = `t137`.`player_id`
                              ) AS `t138`
                            ) AS `t139`
                          ) AS `t141`
                          LEFT OUTER JOIN (
                            SELECT
                              `t66`.*
                              EXCEPT (`game_date`)
                            FROM (
                              SELECT
                                `t56`.`player_id`,
                                `t56`.`game_date`,
                                `t56`.`player_name`,
                                `t56`.`player_lookup`,
                                `t56`.`last_appearance`,
                                `t56`.`last_appearance_for_team`,
                                `t56`.`season_games`,
                                `t56`.`points_per_game`,
                                `t56`.`minutes_per_game`,
                                `t56`.`latest_team`,
                                `t56`.`latest_season`,
                                `t56`.`game_date` AS `state_date`,
                                COALESCE(
                                  LEAD(`t56`.`game_date`) OVER (PARTITION BY `t56`.`player_id` ORDER BY `t56`.`game_date` ASC),
                                  DATE(9999, 12, 31)
                                ) AS `state_until`
                              FROM (
                                SELECT
                                  `t50`.`player_id`,
                                  `t50`.`game_date`,
                                  `t50`.`player_name`,
                                  `t50`.`player_lookup`,
                                  `t50`.`last_appearance`,
                                  `t50`.`last_appearance_for_team`,
                                  `t50`.`season_games`,
                                  `t50`.`points_per_game`,
                                  `t50`.`minutes_per_game`,
                                  `t50`.`team` AS `latest_team`,
                                  `t50`.`season` AS `latest_season`
                                FROM (
                                  SELECT
                                    `t37`.`game_date`,
                                    `t37`.`game_id`,
                                    `t37`.`player_id`,
                                    `t37`.`player_name`,
                                    `t37`.`player_lookup`,
                                    `t37`.`team`,
                                    `t37`.`opponent`,
                                    `t37`.`is_home`,
                                    `t37`.`season`,
                                    `t37`.`season_type`,
                                    `t37`.`status`,
                                    `t37`.`not_played_reason`,
                                    `t37`.`starter`,
                                    `t37`.`won`,
                                    `t37`.`minutes`,
                                    `t37`.`points`,
                                    `t37`.`fgm`,
                                    `t37`.`fga`,
                                    `t37`.`fg3m`,
                                    `t37`.`fg3a`,
                                    `t37`.`ftm`,
                                    `t37`.`fta`,
                                    `t37`.`oreb`,
                                    `t37`.`dreb`,
                                    `t37`.`rebounds`,
                                    `t37`.`assists`,
                                    `t37`.`steals`,
                                    `t37`.`blocks`,
                                    `t37`.`turnovers`,
                                    `t37`.`fouls`,
                                    `t37`.`plus_minus`,
                                    `t37`.`usage_rate`,
                                    `t37`.`ts_pct`,
                                    `t37`.`efg_pct`,
                                    `t37`.`closing_line`,
                                    `t37`.`closing_line_mean`,
                                    `t37`.`closing_over_probability`,
                                    `t37`.`line_result`,
                                    `t37`.`rank`,
                                    `t37`.`appearances`,
                                    `t37`.`appeared`,
                                    MAX(`t37`.`appeared`) OVER (
                                      PARTITION BY `t37`.`player_id`
                                      ORDER BY `t37`.`game_date` ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS `last_appearance`,
                                    MAX(`t37`.`appeared`) OVER (
                                      PARTITION BY `t37`.`player_id`, `t37`.`team`
                                      ORDER BY `t37`.`game_date` ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS `last_appearance_for_team`,
                                    SUM(`t37`.`appearances`) OVER (
                                      PARTITION BY `t37`.`player_id`, `t37`.`season`
                                      ORDER BY `t37`.`game_date` ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS `season_games`,
                                    ieee_divide(
                                      CAST(ROUND(
                                        ieee_divide(
                                          SUM(CAST(ROUND(`t37`.`points` * 10000, 0) AS INT64)) OVER (
                                            PARTITION BY `t37`.`player_id`, `t37`.`season`
                                            ORDER BY `t37`.`game_date` ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                          ),
                                          NULLIF(
                                            COUNT(`t37`.`points`) OVER (
                                              PARTITION BY `t37`.`player_id`, `t37`.`season`
                                              ORDER BY `t37`.`game_date` ASC
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                            ),
                                            0
                                          )
                                        ),
                                        0
                                      ) AS INT64),
                                      10000
                                    ) AS `points_per_game`,
                                    ieee_divide(
                                      CAST(ROUND(
                                        ieee_divide(
                                          SUM(CAST(ROUND(`t37`.`minutes` * 10000, 0) AS INT64)) OVER (
                                            PARTITION BY `t37`.`player_id`, `t37`.`season`
                                            ORDER BY `t37`.`game_date` ASC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                          ),
                                          NULLIF(
                                            COUNT(`t37`.`minutes`) OVER (
                                              PARTITION BY `t37`.`player_id`, `t37`.`season`
                                              ORDER BY `t37`.`game_date` ASC
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                            ),
                                            0
                                          )
                                        ),
                                        0
                                      ) AS INT64),
                                      10000
                                    ) AS `minutes_per_game`
                                  FROM (
                                    SELECT
                                      `t30`.`game_date`,
                                      `t30`.`game_id`,
                                      `t30`.`player_id`,
                                      `t30`.`player_name`,
                                      `t30`.`player_lookup`,
                                      `t30`.`team`,
                                      `t30`.`opponent`,
                                      `t30`.`is_home`,
                                      `t30`.`season`,
                                      `t30`.`season_type`,
                                      `t30`.`status`,
                                      `t30`.`not_played_reason`,
                                      `t30`.`starter`,
                                      `t30`.`won`,
                                      `t30`.`minutes`,
                                      `t30`.`points`,
                                      `t30`.`fgm`,
                                      `t30`.`fga`,
                                      `t30`.`fg3m`,
                                      `t30`.`fg3a`,
                                      `t30`.`ftm`,
                                      `t30`.`fta`,
                                      `t30`.`oreb`,
                                      `t30`.`dreb`,
                                      `t30`.`rebounds`,
                                      `t30`.`assists`,
                                      `t30`.`steals`,
                                      `t30`.`blocks`,
                                      `t30`.`turnovers`,
                                      `t30`.`fouls`,
                                      `t30`.`plus_minus`,
                                      `t30`.`usage_rate`,
                                      `t30`.`ts_pct`,
                                      `t30`.`efg_pct`,
                                      `t30`.`closing_line`,
                                      `t30`.`closing_line_mean`,
                                      `t30`.`closing_over_probability`,
                                      `t30`.`line_result`,
                                      `t30`.`rank`,
                                      CAST(`t30`.`status` = 'PLAYED' AS INT64) AS `appearances`,
                                      IF(`t30`.`status` = 'PLAYED', `t30`.`game_date`, CAST(NULL AS DATE)) AS `appeared`
                                    FROM (
                                      SELECT
                                        `t3`.`game_date`,
                                        `t3`.`game_id`,
                                        `t3`.`player_id`,
                                        `t3`.`player_name`,
                                        `t3`.`player_lookup`,
                                        `t3`.`team`,
                                        `t3`.`opponent`,
                                        `t3`.`is_home`,
                                        `t3`.`season`,
                                        `t3`.`season_type`,
                                        `t3`.`status`,
                                        `t3`.`not_played_reason`,
                                        `t3`.`starter`,
                                        `t3`.`won`,
                                        `t3`.`minutes`,
                                        `t3`.`points`,
                                        `t3`.`fgm`,
                                        `t3`.`fga`,
                                        `t3`.`fg3m`,
                                        `t3`.`fg3a`,
                                        `t3`.`ftm`,
                                        `t3`.`fta`,
                                        `t3`.`oreb`,
                                        `t3`.`dreb`,
                                        `t3`.`rebounds`,
                                        `t3`.`assists`,
                                        `t3`.`steals`,
                                        `t3`.`blocks`,
                                        `t3`.`turnovers`,
                                        `t3`.`fouls`,
                                        `t3`.`plus_minus`,
                                        `t3`.`usage_rate`,
                                        `t3`.`ts_pct`,
                                        `t3`.`efg_pct`,
                                        `t3`.`closing_line`,
                                        `t3`.`closing_line_mean`,
                                        `t3`.`closing_over_probability`,
                                        `t3`.`line_result`,
                                        ROW_NUMBER() OVER (
                                          PARTITION BY `t3`.`player_id`, `t3`.`game_date`
                                          ORDER BY NOT (
                                            `t3`.`status` = 'PLAYED'
                                          ) ASC, `t3`.`game_id` ASC
                                        ) - 1 AS `rank`
                                      FROM `player_game_summary` AS `t3`
                                    ) AS `t30`
                                    WHERE
                                      `t30`.`rank` = 0
                                  ) AS `t37`
                                ) AS `t50`
                              ) AS `t56`
                            ) AS `t66`
                          ) AS `t73`
                            ON `t141`.`player_id` = `t73`.`player_id`
                            AND `t73`.`state_date` < `t141`.`game_date`
                            AND `t141`.`game_date` <= `t73`.`state_until`
                        ) AS `t142`
                      ) AS `t144`
                      LEFT OUTER JOIN (
                        SELECT
                          `t87`.`game_id`,
                          `t87`.`player_lookup` AS `named_as`,
                          `t87`.`injury_status`,
                          `t87`.`report_team`
                        FROM (
                          SELECT
                            `t83`.*
                            EXCEPT (`game_date`)
                          FROM (
                            SELECT
                              `t80`.`game_date`,
                              `t80`.`game_id`,
                              `t80`.`player_lookup`,
                              `t80`.`injury_status`,
                              `t80`.`team` AS `report_team`
                            FROM `t77` AS `t80`
                            WHERE
                              `t80`.`rank` = 0
                          ) AS `t83`
                        ) AS `t87`
                      ) AS `t92`
                        ON `t144`.`game_id` = `t92`.`game_id` AND `t144`.`named_as` = `t92`.`named_as`
                    ) AS `t145`
                  ) AS `t147`
                  LEFT OUTER JOIN (
                    SELECT
                      `t116`.`game_id`,
                      `t116`.`player_lookup` AS `named_as`,
                      `t116`.`points_line`,
                      `t116`.`points_line_mean`,
                      `t116`.`opening_line`,
                      `t116`.`line_move`,
                      `t116`.`n_books`,
                      `t116`.`line_source`,
                      `t116`.`over_price`,
                      `t116`.`under_price`,
                      `t116`.`market_over_probability`
                    FROM (
                      SELECT
                        `t115`.*
                        EXCEPT (`game_date`)
                      FROM (
                        SELECT
                          `t112`.`game_date`,
                          `t112`.`game_id`,
                          `t112`.`player_lookup`,
                          MAX(`t112`.`points_line`) AS `points_line`,
                          AVG(`t112`.`line`) AS `points_line_mean`,
                          AVG(`t112`.`opening_line`) AS `opening_line`,
                          AVG(`t112`.`line_move`) AS `line_move`,
                          GREATEST(SUM(CAST(`t112`.`source` <> 1 AS INT64)), MAX(COALESCE(`t112`.`n_books`, 1))) AS `n_books`,
                          CASE MIN(`t112`.`source`)
                            WHEN 0
                            THEN 'sportsbook'
                            WHEN 1
                            THEN 'consensus'
                            WHEN 2
                            THEN 'dfs'
                            ELSE NULL
                          END AS `line_source`,
                          MAX(IF(`t112`.`typical`, `t112`.`over_price`, NULL)) AS `over_price`,
                          MAX(IF(`t112`.`typical`, `t112`.`under_price`, NULL)) AS `under_price`,
                          AVG(`t112`.`fair`) AS `market_over_probability`
                        FROM (
                          SELECT
                            `t109`.`game_date`,
                            `t109`.`game_id`,
                            `t109`.`player_lookup`,
                            `t109`.`snapshot_known`,
                            `t109`.`line`,
                            `t109`.`over_price`,
                            `t109`.`under_price`,
                            `t109`.`n_books`,
                            `t109`.`book`,
                            `t109`.`source`,
                            `t109`.`opening_line`,
                            `t109`.`fair`,
                            `t109`.`line_move`,
                            `t109`.`points_line`,
                            `t109`.`distance`,
                            (
                              (
                                ROW_NUMBER() OVER (
                                  PARTITION BY `t109`.`game_date`, `t109`.`game_id`, `t109`.`player_lookup`
                                  ORDER BY `t109`.`fair` IS NULL ASC, `t109`.`distance` ASC, `t109`.`book` ASC
                                ) - 1
                              ) = 0
                            )
                            AND (
                              `t109`.`fair` IS NOT NULL
                            ) AS `typical`
                          FROM (
                            SELECT
                              `t107`.`game_date`,
                              `t107`.`game_id`,
                              `t107`.`player_lookup`,
                              `t107`.`snapshot_known`,
                              `t107`.`line`,
                              `t107`.`over_price`,
                              `t107`.`under_price`,
                              `t107`.`n_books`,
                              `t107`.`book`,
                              `t107`.`source`,
                              `t107`.`opening_line`,
                              `t107`.`fair`,
                              `t107`.`line_move`,
                              `t107`.`points_line`,
                              CAST(ROUND(
                                ABS(
                                  `t107`.`fair` - AVG(`t107`.`fair`) OVER (
                                    PARTITION BY `t107`.`game_date`, `t107`.`game_id`, `t107`.`player_lookup`
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  )
                                ),
                                6
                              ) AS FLOAT64) AS `distance`
                            FROM (
                              SELECT
                                `t105`.`game_date`,
                                `t105`.`game_id`,
                                `t105`.`player_lookup`,
                                `t105`.`snapshot_known`,
                                `t105`.`line`,
                                `t105`.`over_price`,
                                `t105`.`under_price`,
                                `t105`.`n_books`,
                                `t105`.`book`,
                                `t105`.`source`,
                                `t105`.`opening_line`,
                                IF(`t105`.`line` = `t105`.`points_line`, `t105`.`fair`, CAST(NULL AS FLOAT64)) AS `fair`,
                                `t105`.`line_move`,
                                `t105`.`points_line`
                              FROM (
                                SELECT
                                  `t103`.*
                                  EXCEPT (`mean`, `votes`)
                                FROM (
                                  SELECT
                                    `t100`.`game_date`,
                                    `t100`.`game_id`,
                                    `t100`.`player_lookup`,
                                    `t100`.`snapshot_known`,
                                    `t100`.`line`,
                                    `t100`.`over_price`,
                                    `t100`.`under_price`,
                                    `t100`.`n_books`,
                                    `t100`.`book`,
                                    `t100`.`source`,
                                    `t100`.`opening_line`,
                                    `t100`.`fair`,
                                    `t100`.`line_move`,
                                    `t100`.`votes`,
                                    `t100`.`mean`,
                                    FIRST_VALUE(`t100`.`line`) OVER (
                                      PARTITION BY `t100`.`game_date`, `t100`.`game_id`, `t100`.`player_lookup`
                                      ORDER BY `t100`.`votes` DESC, ABS(`t100`.`line` - `t100`.`mean`) ASC, `t100`.`line` ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ) AS `points_line`
                                  FROM (
                                    SELECT
                                      `t97`.`game_date`,
                                      `t97`.`game_id`,
                                      `t97`.`player_lookup`,
                                      `t97`.`snapshot_known`,
                                      `t97`.`line`,
                                      `t97`.`over_price`,
                                      `t97`.`under_price`,
                                      `t97`.`n_books`,
                                      `t97`.`book`,
                                      `t97`.`source`,
                                      `t97`.`opening_line`,
                                      `t97`.`fair`,
                                      `t97`.`line_move`,
                                      COUNT(*) OVER (
                                        PARTITION BY `t97`.`game_date`, `t97`.`game_id`, `t97`.`player_lookup`, CAST(`t97`.`line` AS STRING)
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS `votes`,
                                      AVG(`t97`.`line`) OVER (
                                        PARTITION BY `t97`.`game_date`, `t97`.`game_id`, `t97`.`player_lookup`
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS `mean`
                                    FROM (
                                      SELECT
                                        `t96`.*
                                        EXCEPT (`bookmaker`, `over`, `rank`, `snapshot_at`)
                                      FROM (
                                        SELECT
                                          `t85`.`game_date`,
                                          `t85`.`game_id`,
                                          `t85`.`player_lookup`,
                                          `t85`.`bookmaker`,
                                          `t85`.`snapshot_at`,
                                          `t85`.`snapshot_known`,
                                          `t85`.`line`,
                                          `t85`.`over_price`,
                                          `t85`.`under_price`,
                                          `t85`.`n_books`,
                                          `t85`.`book`,
                                          `t85`.`source`,
                                          `t85`.`rank`,
                                          IF(`t85`.`snapshot_known`, `t85`.`opening_line`, CAST(NULL AS FLOAT64)) AS `opening_line`,
                                          `t85`.`over`,
                                          IF(
                                            (
                                              `t85`.`source` <> 2
                                            ) AND (
                                              ABS(`t85`.`over` - 0.5) <= 0.1
                                            ),
                                            `t85`.`over`,
                                            CAST(NULL AS FLOAT64)
                                          ) AS `fair`,
                                          `t85`.`line` - IF(`t85`.`snapshot_known`, `t85`.`opening_line`, CAST(NULL AS FLOAT64)) AS `line_move`
                                        FROM (
                                          SELECT
                                            `t75`.`game_date`,
                                            `t75`.`game_id`,
                                            `t75`.`player_lookup`,
                                            `t75`.`bookmaker`,
                                            `t75`.`snapshot_at`,
                                            `t75`.`snapshot_known`,
                                            `t75`.`line`,
                                            `t75`.`over_price`,
                                            `t75`.`under_price`,
                                            `t75`.`n_books`,
                                            `t75`.`book`,
                                            `t75`.`source`,
                                            ROW_NUMBER() OVER (
                                              PARTITION BY `t75`.`game_date`, `t75`.`game_id`, `t75`.`player_lookup`, `t75`.`book`
                                              ORDER BY `t75`.`snapshot_at` DESC, `t75`.`bookmaker` ASC, `t75`.`line` ASC
                                            ) - 1 AS `rank`,
                                            FIRST_VALUE(`t75`.`line`) OVER (
                                              PARTITION BY `t75`.`game_date`, `t75`.`game_id`, `t75`.`player_lookup`, `t75`.`book`
                                              ORDER BY NOT (
                                                `t75`.`snapshot_known`
                                              ) ASC, `t75`.`snapshot_at` ASC, `t75`.`bookmaker` ASC, `t75`.`line` ASC
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                            ) AS `opening_line`,
                                            ieee_divide(
                                              ieee_divide(
                                                IF(`t75`.`over_price` < 0, ABS(`t75`.`over_price`), 100),
                                                ABS(`t75`.`over_price`) + 100
                                              ),
                                              ieee_divide(
                                                IF(`t75`.`over_price` < 0, ABS(`t75`.`over_price`), 100),
                                                ABS(`t75`.`over_price`) + 100
                                              ) + ieee_divide(
                                                IF(`t75`.`under_price` < 0, ABS(`t75`.`under_price`), 100),
                                                ABS(`t75`.`under_price`) + 100
                                              )
                                            ) AS `over`
                                          FROM (
                                            SELECT
                                              `t72`.*
                                              EXCEPT (`best`)
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  `t51`.`game_date`,
                                                  `t51`.`game_id`,
                                                  `t51`.`player_lookup`,
                                                  `t51`.`bookmaker`,
                                                  `t51`.`snapshot_at`,
                                                  `t51`.`snapshot_known`,
                                                  `t51`.`line`,
                                                  `t51`.`over_price`,
                                                  `t51`.`under_price`,
                                                  `t51`.`n_books`,
                                                  `t51`.`book`,
                                                  `t51`.`source`,
                                                  MIN(`t51`.`source`) OVER (
                                                    PARTITION BY `t51`.`game_date`, `t51`.`game_id`, `t51`.`player_lookup`
                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                  ) AS `best`
                                                FROM (
                                                  SELECT
                                                    `t45`.`game_date`,
                                                    `t45`.`game_id`,
                                                    `t45`.`player_lookup`,
                                                    `t45`.`bookmaker`,
                                                    `t45`.`snapshot_at`,
                                                    `t45`.`snapshot_known`,
                                                    `t45`.`line`,
                                                    `t45`.`over_price`,
                                                    `t45`.`under_price`,
                                                    `t45`.`n_books`,
                                                    CASE `t45`.`bookmaker`
                                                      WHEN 'unibet_us'
                                                      THEN 'betrivers'
                                                      WHEN 'bet365_alt'
                                                      THEN 'bet365'
                                                      ELSE `t45`.`bookmaker`
                                                    END AS `book`,
                                                    CASE `t45`.`book_type`
                                                      WHEN 'sportsbook'
                                                      THEN 0
                                                      WHEN 'consensus'
                                                      THEN 1
                                                      WHEN 'dfs'
                                                      THEN 2
                                                      ELSE NULL
                                                    END AS `source`
                                                  FROM `t44` AS `t45`
                                                  WHERE
                                                    `t45`.`snapshot_at` < `t45`.`cutoff_at`
                                                    AND (
                                                      (
                                                        `t45`.`minutes_before_tipoff` IS NULL
                                                      )
                                                      OR (
                                                        `t45`.`minutes_before_tipoff` > 0
                                                      )
                                                    )
                                                ) AS `t51`
                                              ) AS `t61`
                                              WHERE
                                                (
                                                  `t61`.`source` <> 2
                                                ) OR (
                                                  `t61`.`best` = 2
                                                )
                                            ) AS `t72`
                                          ) AS `t75`
                                        ) AS `t85`
                                        WHERE
                                          `t85`.`rank` = 0
                                      ) AS `t96`
                                    ) AS `t97`
                                  ) AS `t100`
                                ) AS `t103`
                              ) AS `t105`
                            ) AS `t107`
                          ) AS `t109`
                        ) AS `t112`
                        GROUP BY
                          1,
                          2,
                          3
                      ) AS `t115`
                    ) AS `t116`
                  ) AS `t119`
                    ON `t147`.`game_id` = `t119`.`game_id` AND `t147`.`named_as` = `t119`.`named_as`
                ) AS `t148`
              ) AS `t150`
              LEFT OUTER JOIN (
                SELECT
                  `t62`.*
                  EXCEPT (`more_game_id`)
                FROM (
                  SELECT
                    `t18`.`game_id`,
                    `t18`.`season`,
                    `t18`.`season_type`,
                    `t18`.`tipoff_at`,
                    `t57`.`game_id` AS `more_game_id`,
                    `t57`.`home_spread`,
                    `t57`.`total`
                  FROM (
                    SELECT
                      `t0`.`game_id`,
                      `t0`.`season`,
                      `t0`.`season_type`,
                      `t0`.`tipoff_at`
                    FROM `schedule` AS `t0`
                    WHERE
                      NOT (
                        `t0`.`postponed`
                      )
                  ) AS `t18`
                  LEFT OUTER JOIN (
                    SELECT
                      `t47`.`game_id`,
                      AVG(`t47`.`home_spread`) AS `home_spread`,
                      AVG(`t47`.`total`) AS `total`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t5`.`game_date`,
                          `t5`.`game_id`,
                          `t5`.`bookmaker`,
                          `t5`.`quoted_at`,
                          `t5`.`home_spread`,
                          `t5`.`total`,
                          `t5`.`home_moneyline`,
                          `t5`.`away_moneyline`,
                          `t5`.`n_quotes`,
                          `t38`.`cutoff_at`
                        FROM `game_lines` AS `t5`
                        INNER JOIN (
                          SELECT
                            `t12`.`game_id`,
                            COALESCE(
                              TIMESTAMP_SUB(
                                MIN(`t12`.`tipoff_at`) OVER (
                                  PARTITION BY `t12`.`game_date`
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ),
                                INTERVAL '15' MINUTE
                              ),
                              CAST(TIMESTAMP_SECONDS((
                                DATE_DIFF(`t12`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                              ) + 57600) AS TIMESTAMP)
                            ) AS `cutoff_at`
                          FROM (
                            SELECT
                              *
                            FROM `schedule` AS `t0`
                            WHERE
                              NOT (
                                `t0`.`postponed`
                              )
                          ) AS `t12`
                        ) AS `t38`
                          ON `t5`.`game_id` = `t38`.`game_id`
                      ) AS `t42`
                      WHERE
                        `t42`.`quoted_at` < `t42`.`cutoff_at`
                    ) AS `t47`
                    GROUP BY
                      1
                  ) AS `t57`
                    ON `t18`.`game_id` = `t57`.`game_id`
                ) AS `t62`
              ) AS `t71`
                ON `t150`.`game_id` = `t71`.`game_id`
            ) AS `t151`
          ) AS `t152`
        ) AS `t154`
        LEFT OUTER JOIN (
          SELECT
            `t89`.`game_id`,
            `t89`.`team`,
            `t89`.`opponent`,
            `t89`.`is_home`,
            `t89`.`covered`,
            `t89`.`team` AS `latest_team`
          FROM (
            SELECT
              `t31`.`game_id`,
              `t31`.`team`,
              `t31`.`opponent`,
              `t31`.`is_home`,
              `t82`.`game_id` AS `more_game_id`,
              `t82`.`team` AS `more_team`,
              `t82`.`covered`
            FROM (
              SELECT
                `t23`.`game_id`,
                `t23`.`team`,
                `t23`.`opponent`,
                `t23`.`is_home`
              FROM `t17` AS `t23`
            ) AS `t31`
            LEFT OUTER JOIN (
              SELECT
                `t76`.`game_id`,
                `t76`.`team`,
                TRUE AS `covered`
              FROM (
                SELECT
                  `t24`.`game_id`,
                  `t24`.`team`
                FROM `t17` AS `t24`
                WHERE
                  EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM `t58` AS `t60`
                      WHERE
                        `t60`.`report_at` = `t60`.`latest`
                    ) AS `t68`
                    WHERE
                      `t24`.`game_id` = `t68`.`game_id`
                  )
                  AND NOT EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM `t58` AS `t60`
                      WHERE
                        `t60`.`report_at` = `t60`.`latest` AND `t60`.`status` = 'NOT_SUBMITTED'
                    ) AS `t69`
                    WHERE
                      `t24`.`game_id` = `t69`.`game_id` AND `t24`.`team` = `t69`.`team`
                  )
              ) AS `t76`
            ) AS `t82`
              ON `t31`.`game_id` = `t82`.`game_id` AND `t31`.`team` = `t82`.`team`
          ) AS `t89`
        ) AS `t94`
          ON `t154`.`game_id` = `t94`.`game_id` AND `t154`.`latest_team` = `t94`.`latest_team`
      ) AS `t155`
    ) AS `t156`
  ) AS `t157`
) AS `t158`

-- expected_games
SELECT DISTINCT
  `t8`.`game_date`,
  `t8`.`game_id`
FROM (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`season`,
    `t7`.`season_type`,
    `t7`.`tipoff_at`,
    `t7`.`team`,
    `t7`.`opponent`,
    `t7`.`is_home`,
    `t6`.`first_seen`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`game_id`,
        `t0`.`season`,
        `t0`.`season_type`,
        `t0`.`tipoff_at`,
        `t0`.`home_team` AS `team`,
        `t0`.`away_team` AS `opponent`,
        TRUE AS `is_home`
      FROM `schedule` AS `t0`
      WHERE
        NOT (
          `t0`.`postponed`
        )
    ) AS `t2`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`game_id`,
        `t0`.`season`,
        `t0`.`season_type`,
        `t0`.`tipoff_at`,
        `t0`.`away_team` AS `team`,
        `t0`.`home_team` AS `opponent`,
        FALSE AS `is_home`
      FROM `schedule` AS `t0`
      WHERE
        NOT (
          `t0`.`postponed`
        )
    ) AS `t3`
  ) AS `t7`
  INNER JOIN (
    SELECT
      `t1`.`team`,
      MIN(`t1`.`game_date`) AS `first_seen`
    FROM `player_game_summary` AS `t1`
    GROUP BY
      1
  ) AS `t6`
    ON `t7`.`team` = `t6`.`team`
) AS `t8`
WHERE
  `t8`.`first_seen` < `t8`.`game_date`

-- set_aside
WITH `t8` AS (
  SELECT
    `t3`.`player_lookup`,
    `t3`.`player_id`,
    `t3`.`game_date`,
    MAX(`t3`.`team`) AS `latest_team`
  FROM `player_game_summary` AS `t3`
  GROUP BY
    1,
    2,
    3
)
SELECT
  `t38`.`game_date`,
  `t38`.`game_id`,
  `t38`.`reason`,
  `t38`.`player_lookup` AS `item`
FROM (
  SELECT
    `t37`.`game_date`,
    `t37`.`game_id`,
    `t37`.`player_lookup`,
    `t37`.`named_by`,
    `t37`.`home_team`,
    `t37`.`away_team`,
    `t37`.`player_id`,
    CASE
      WHEN `t37`.`namesakes` IS NULL
      THEN 'nobody of this name was in a boxscore before'
      WHEN `t37`.`player_id` IS NULL
      THEN 'several players have this name'
      WHEN `t37`.`spelling` > 0
      THEN 'another spelling in this game names the same player'
      ELSE NULL
    END AS `reason`
  FROM (
    SELECT
      `t36`.`game_date`,
      `t36`.`game_id`,
      `t36`.`player_lookup`,
      `t36`.`named_by`,
      `t36`.`home_team`,
      `t36`.`away_team`,
      `t36`.`found_game_id`,
      `t36`.`found_player_lookup`,
      `t36`.`namesakes`,
      `t36`.`any_of_them`,
      `t36`.`playing`,
      `t36`.`one_playing`,
      `t36`.`player_id`,
      ROW_NUMBER() OVER (
        PARTITION BY `t36`.`game_id`, `t36`.`player_id`
        ORDER BY `t36`.`player_lookup` ASC
      ) - 1 AS `spelling`
    FROM (
      SELECT
        `t35`.`game_date`,
        `t35`.`game_id`,
        `t35`.`player_lookup`,
        `t35`.`named_by`,
        `t35`.`home_team`,
        `t35`.`away_team`,
        `t35`.`found_game_id`,
        `t35`.`found_player_lookup`,
        `t35`.`namesakes`,
        `t35`.`any_of_them`,
        `t35`.`playing`,
        `t35`.`one_playing`,
        CASE
          WHEN `t35`.`playing` = 1
          THEN `t35`.`one_playing`
          WHEN (
            `t35`.`playing` = 0
          ) AND (
            `t35`.`namesakes` = 1
          )
          THEN `t35`.`any_of_them`
          ELSE NULL
        END AS `player_id`
      FROM (
        SELECT
          `t29`.`game_date`,
          `t29`.`game_id`,
          `t29`.`player_lookup`,
          `t29`.`named_by`,
          `t9`.`home_team`,
          `t9`.`away_team`,
          `t34`.`game_id` AS `found_game_id`,
          `t34`.`player_lookup` AS `found_player_lookup`,
          `t34`.`namesakes`,
          `t34`.`any_of_them`,
          `t34`.`playing`,
          `t34`.`one_playing`
        FROM (
          SELECT
            `t27`.`game_date`,
            `t27`.`game_id`,
            `t27`.`player_lookup`,
            MIN(`t27`.`named_by`) AS `named_by`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t21`.`game_date`,
                `t21`.`game_id`,
                `t21`.`player_lookup`,
                1 AS `named_by`
              FROM (
                SELECT DISTINCT
                  `t18`.`game_date`,
                  `t18`.`game_id`,
                  `t18`.`player_lookup`
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
                    `t17`.`cutoff_at`
                  FROM `points_props` AS `t4`
                  INNER JOIN (
                    SELECT
                      `t7`.`game_id`,
                      COALESCE(
                        TIMESTAMP_SUB(
                          MIN(`t7`.`tipoff_at`) OVER (
                            PARTITION BY `t7`.`game_date`
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ),
                          INTERVAL '15' MINUTE
                        ),
                        CAST(TIMESTAMP_SECONDS((
                          DATE_DIFF(`t7`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                        ) + 57600) AS TIMESTAMP)
                      ) AS `cutoff_at`
                    FROM (
                      SELECT
                        *
                      FROM `schedule` AS `t0`
                      WHERE
                        NOT (
                          `t0`.`postponed`
                        )
                    ) AS `t7`
                  ) AS `t17`
                    ON `t4`.`game_id` = `t17`.`game_id`
                ) AS `t18`
                WHERE
                  `t18`.`snapshot_at` < `t18`.`cutoff_at`
                  AND (
                    (
                      `t18`.`minutes_before_tipoff` IS NULL
                    )
                    OR (
                      `t18`.`minutes_before_tipoff` > 0
                    )
                  )
              ) AS `t21`
            ) AS `t22`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t25`.`game_date`,
                `t25`.`game_id`,
                `t25`.`player_lookup`,
                2 AS `named_by`
              FROM (
                SELECT
                  `t24`.`game_date`,
                  `t24`.`game_id`,
                  `t24`.`report_at`,
                  `t24`.`team`,
                  `t24`.`player_lookup`,
                  `t24`.`player_name`,
                  `t24`.`status`,
                  `t24`.`reason`,
                  `t24`.`cutoff_at`,
                  `t24`.`latest`,
                  `t24`.`injury_status`,
                  ROW_NUMBER() OVER (
                    PARTITION BY `t24`.`game_id`, `t24`.`player_lookup`
                    ORDER BY CASE `t24`.`injury_status`
                      WHEN 'out'
                      THEN 0
                      WHEN 'doubtful'
                      THEN 1
                      WHEN 'questionable'
                      THEN 2
                      WHEN 'probable'
                      THEN 3
                      WHEN 'available'
                      THEN 4
                      ELSE NULL
                    END ASC, `t24`.`team` ASC
                  ) - 1 AS `rank`
                FROM (
                  SELECT
                    `t23`.`game_date`,
                    `t23`.`game_id`,
                    `t23`.`report_at`,
                    `t23`.`team`,
                    `t23`.`player_lookup`,
                    `t23`.`player_name`,
                    `t23`.`status`,
                    `t23`.`reason`,
                    `t23`.`cutoff_at`,
                    `t23`.`latest`,
                    LOWER(`t23`.`status`) AS `injury_status`
                  FROM (
                    SELECT
                      `t20`.`game_date`,
                      `t20`.`game_id`,
                      `t20`.`report_at`,
                      `t20`.`team`,
                      `t20`.`player_lookup`,
                      `t20`.`player_name`,
                      `t20`.`status`,
                      `t20`.`reason`,
                      `t20`.`cutoff_at`,
                      MAX(`t20`.`report_at`) OVER (
                        PARTITION BY `t20`.`game_id`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `latest`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t5`.`game_date`,
                          `t5`.`game_id`,
                          `t5`.`report_at`,
                          `t5`.`team`,
                          `t5`.`player_lookup`,
                          `t5`.`player_name`,
                          `t5`.`status`,
                          `t5`.`reason`,
                          `t17`.`cutoff_at`
                        FROM `injury_report` AS `t5`
                        INNER JOIN (
                          SELECT
                            `t7`.`game_id`,
                            COALESCE(
                              TIMESTAMP_SUB(
                                MIN(`t7`.`tipoff_at`) OVER (
                                  PARTITION BY `t7`.`game_date`
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ),
                                INTERVAL '15' MINUTE
                              ),
                              CAST(TIMESTAMP_SECONDS((
                                DATE_DIFF(`t7`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                              ) + 57600) AS TIMESTAMP)
                            ) AS `cutoff_at`
                          FROM (
                            SELECT
                              *
                            FROM `schedule` AS `t0`
                            WHERE
                              NOT (
                                `t0`.`postponed`
                              )
                          ) AS `t7`
                        ) AS `t17`
                          ON `t5`.`game_id` = `t17`.`game_id`
                      ) AS `t19`
                      WHERE
                        `t19`.`report_at` < `t19`.`cutoff_at`
                    ) AS `t20`
                  ) AS `t23`
                  WHERE
                    `t23`.`report_at` = `t23`.`latest` AND `t23`.`status` <> 'NOT_SUBMITTED'
                ) AS `t24`
              ) AS `t25`
              WHERE
                `t25`.`rank` = 0
            ) AS `t26`
          ) AS `t27`
          GROUP BY
            1,
            2,
            3
        ) AS `t29`
        INNER JOIN (
          SELECT
            `t0`.`game_id`,
            `t0`.`home_team`,
            `t0`.`away_team`
          FROM `schedule` AS `t0`
          WHERE
            NOT (
              `t0`.`postponed`
            )
        ) AS `t9`
          ON `t29`.`game_id` = `t9`.`game_id`
        LEFT OUTER JOIN (
          SELECT
            `t32`.`game_id`,
            `t32`.`player_lookup`,
            COUNT(*) AS `namesakes`,
            MAX(`t32`.`player_id`) AS `any_of_them`,
            SUM(
              CAST((
                `t32`.`latest_team` = `t32`.`home_team`
              )
              OR (
                `t32`.`latest_team` = `t32`.`away_team`
              ) AS INT64)
            ) AS `playing`,
            MAX(
              IF(
                (
                  `t32`.`latest_team` = `t32`.`home_team`
                )
                OR (
                  `t32`.`latest_team` = `t32`.`away_team`
                ),
                `t32`.`player_id`,
                NULL
              )
            ) AS `one_playing`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t30`.*
                EXCEPT (`state_player_id`, `state_player_lookup`, `state_until`)
              FROM (
                SELECT
                  `t29`.`game_date`,
                  `t29`.`game_id`,
                  `t29`.`player_lookup`,
                  `t9`.`home_team`,
                  `t9`.`away_team`,
                  `t12`.`player_id`,
                  `t16`.`player_lookup` AS `state_player_lookup`,
                  `t16`.`player_id` AS `state_player_id`,
                  `t16`.`latest_team`,
                  `t16`.`state_date`,
                  `t16`.`state_until`
                FROM (
                  SELECT
                    `t27`.`game_date`,
                    `t27`.`game_id`,
                    `t27`.`player_lookup`,
                    MIN(`t27`.`named_by`) AS `named_by`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t21`.`game_date`,
                        `t21`.`game_id`,
                        `t21`.`player_lookup`,
                        1 AS `named_by`
                      FROM (
                        SELECT DISTINCT
                          `t18`.`game_date`,
                          `t18`.`game_id`,
                          `t18`.`player_lookup`
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
                            `t17`.`cutoff_at`
                          FROM `points_props` AS `t4`
                          INNER JOIN (
                            SELECT
                              `t7`.`game_id`,
                              COALESCE(
                                TIMESTAMP_SUB(
                                  MIN(`t7`.`tipoff_at`) OVER (
                                    PARTITION BY `t7`.`game_date`
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ),
                                  INTERVAL '15' MINUTE
                                ),
                                CAST(TIMESTAMP_SECONDS((
                                  DATE_DIFF(`t7`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                                ) + 57600) AS TIMESTAMP)
                              ) AS `cutoff_at`
                            FROM (
                              SELECT
                                *
                              FROM `schedule` AS `t0`
                              WHERE
                                NOT (
                                  `t0`.`postponed`
                                )
                            ) AS `t7`
                          ) AS `t17`
                            ON `t4`.`game_id` = `t17`.`game_id`
                        ) AS `t18`
                        WHERE
                          `t18`.`snapshot_at` < `t18`.`cutoff_at`
                          AND (
                            (
                              `t18`.`minutes_before_tipoff` IS NULL
                            )
                            OR (
                              `t18`.`minutes_before_tipoff` > 0
                            )
                          )
                      ) AS `t21`
                    ) AS `t22`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t25`.`game_date`,
                        `t25`.`game_id`,
                        `t25`.`player_lookup`,
                        2 AS `named_by`
                      FROM (
                        SELECT
                          `t24`.`game_date`,
                          `t24`.`game_id`,
                          `t24`.`report_at`,
                          `t24`.`team`,
                          `t24`.`player_lookup`,
                          `t24`.`player_name`,
                          `t24`.`status`,
                          `t24`.`reason`,
                          `t24`.`cutoff_at`,
                          `t24`.`latest`,
                          `t24`.`injury_status`,
                          ROW_NUMBER() OVER (
                            PARTITION BY `t24`.`game_id`, `t24`.`player_lookup`
                            ORDER BY CASE `t24`.`injury_status`
                              WHEN 'out'
                              THEN 0
                              WHEN 'doubtful'
                              THEN 1
                              WHEN 'questionable'
                              THEN 2
                              WHEN 'probable'
                              THEN 3
                              WHEN 'available'
                              THEN 4
                              ELSE NULL
                            END ASC, `t24`.`team` ASC
                          ) - 1 AS `rank`
                        FROM (
                          SELECT
                            `t23`.`game_date`,
                            `t23`.`game_id`,
                            `t23`.`report_at`,
                            `t23`.`team`,
                            `t23`.`player_lookup`,
                            `t23`.`player_name`,
                            `t23`.`status`,
                            `t23`.`reason`,
                            `t23`.`cutoff_at`,
                            `t23`.`latest`,
                            LOWER(`t23`.`status`) AS `injury_status`
                          FROM (
                            SELECT
                              `t20`.`game_date`,
                              `t20`.`game_id`,
                              `t20`.`report_at`,
                              `t20`.`team`,
                              `t20`.`player_lookup`,
                              `t20`.`player_name`,
                              `t20`.`status`,
                              `t20`.`reason`,
                              `t20`.`cutoff_at`,
                              MAX(`t20`.`report_at`) OVER (
                                PARTITION BY `t20`.`game_id`
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) AS `latest`
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t5`.`game_date`,
                                  `t5`.`game_id`,
                                  `t5`.`report_at`,
                                  `t5`.`team`,
                                  `t5`.`player_lookup`,
                                  `t5`.`player_name`,
                                  `t5`.`status`,
                                  `t5`.`reason`,
                                  `t17`.`cutoff_at`
                                FROM `injury_report` AS `t5`
                                INNER JOIN (
                                  SELECT
                                    `t7`.`game_id`,
                                    COALESCE(
                                      TIMESTAMP_SUB(
                                        MIN(`t7`.`tipoff_at`) OVER (
                                          PARTITION BY `t7`.`game_date`
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ),
                                        INTERVAL '15' MINUTE
                                      ),
                                      CAST(TIMESTAMP_SECONDS((
                                        DATE_DIFF(`t7`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                                      ) + 57600) AS TIMESTAMP)
                                    ) AS `cutoff_at`
                                  FROM (
                                    SELECT
                                      *
                                    FROM `schedule` AS `t0`
                                    WHERE
                                      NOT (
                                        `t0`.`postponed`
                                      )
                                  ) AS `t7`
                                ) AS `t17`
                                  ON `t5`.`game_id` = `t17`.`game_id`
                              ) AS `t19`
                              WHERE
                                `t19`.`report_at` < `t19`.`cutoff_at`
                            ) AS `t20`
                          ) AS `t23`
                          WHERE
                            `t23`.`report_at` = `t23`.`latest` AND `t23`.`status` <> 'NOT_SUBMITTED'
                        ) AS `t24`
                      ) AS `t25`
                      WHERE
                        `t25`.`rank` = 0
                    ) AS `t26`
                  ) AS `t27`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t29`
                INNER JOIN (
                  SELECT
                    `t0`.`game_id`,
                    `t0`.`home_team`,
                    `t0`.`away_team`
                  FROM `schedule` AS `t0`
                  WHERE
                    NOT (
                      `t0`.`postponed`
                    )
                ) AS `t9`
                  ON `t29`.`game_id` = `t9`.`game_id`
                INNER JOIN (
                  SELECT DISTINCT
                    `t10`.`player_lookup`,
                    `t10`.`player_id`
                  FROM `t8` AS `t10`
                ) AS `t12`
                  ON `t29`.`player_lookup` = `t12`.`player_lookup`
                LEFT OUTER JOIN (
                  SELECT
                    `t13`.*
                    EXCEPT (`game_date`)
                  FROM (
                    SELECT
                      `t10`.`player_lookup`,
                      `t10`.`player_id`,
                      `t10`.`game_date`,
                      `t10`.`latest_team`,
                      `t10`.`game_date` AS `state_date`,
                      COALESCE(
                        LEAD(`t10`.`game_date`) OVER (
                          PARTITION BY `t10`.`player_lookup`, `t10`.`player_id`
                          ORDER BY `t10`.`game_date` ASC
                        ),
                        DATE(9999, 12, 31)
                      ) AS `state_until`
                    FROM `t8` AS `t10`
                  ) AS `t13`
                ) AS `t16`
                  ON `t29`.`player_lookup` = `t16`.`player_lookup`
                  AND `t12`.`player_id` = `t16`.`player_id`
                  AND `t16`.`state_date` < `t29`.`game_date`
                  AND `t29`.`game_date` <= `t16`.`state_until`
              ) AS `t30`
            ) AS `t31`
            WHERE
              `t31`.`state_date` IS NOT NULL
          ) AS `t32`
          GROUP BY
            1,
            2
        ) AS `t34`
          ON `t29`.`game_id` = `t34`.`game_id`
          AND `t29`.`player_lookup` = `t34`.`player_lookup`
      ) AS `t35`
    ) AS `t36`
  ) AS `t37`
) AS `t38`
WHERE
  `t38`.`reason` IS NOT NULL

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
        WHEN `t0`.`expected_because` IS NULL
        THEN 'expected_because is null'
        WHEN NOT (
          `t0`.`expected_because` IN ('recent', 'line', 'injury_report')
        )
        THEN 'expected_because is not one of recent, line, injury_report'
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
        WHEN `t0`.`playoff_game` IS NULL
        THEN 'playoff_game is null'
        WHEN `t0`.`days_rest` < 0
        THEN 'days_rest is below 0'
        WHEN `t0`.`days_rest` > 800
        THEN 'days_rest is above 800'
        WHEN `t0`.`back_to_back` IS NULL
        THEN 'back_to_back is null'
        WHEN `t0`.`games_last_7` IS NULL
        THEN 'games_last_7 is null'
        WHEN `t0`.`games_last_7` < 0
        THEN 'games_last_7 is below 0'
        WHEN `t0`.`games_last_7` > 6
        THEN 'games_last_7 is above 6'
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
        WHEN `t0`.`minutes_last_14` IS NULL
        THEN 'minutes_last_14 is null'
        WHEN IS_NAN(`t0`.`minutes_last_14`) OR IS_INF(`t0`.`minutes_last_14`)
        THEN 'minutes_last_14 is not a number'
        WHEN `t0`.`minutes_last_14` < 0
        THEN 'minutes_last_14 is below 0'
        WHEN `t0`.`minutes_last_14` > 520
        THEN 'minutes_last_14 is above 520'
        WHEN `t0`.`games_this_season` IS NULL
        THEN 'games_this_season is null'
        WHEN `t0`.`games_this_season` < 0
        THEN 'games_this_season is below 0'
        WHEN `t0`.`games_this_season` > 115
        THEN 'games_this_season is above 115'
        WHEN `t0`.`minutes_rank` < 1
        THEN 'minutes_rank is below 1'
        WHEN `t0`.`minutes_rank` > 30
        THEN 'minutes_rank is above 30'
        WHEN IS_NAN(`t0`.`points_line`) OR IS_INF(`t0`.`points_line`)
        THEN 'points_line is not a number'
        WHEN `t0`.`points_line` < 0.5
        THEN 'points_line is below 0.5'
        WHEN `t0`.`points_line` > 80
        THEN 'points_line is above 80'
        WHEN IS_NAN(`t0`.`points_line_mean`) OR IS_INF(`t0`.`points_line_mean`)
        THEN 'points_line_mean is not a number'
        WHEN `t0`.`points_line_mean` < 0.5
        THEN 'points_line_mean is below 0.5'
        WHEN `t0`.`points_line_mean` > 80
        THEN 'points_line_mean is above 80'
        WHEN IS_NAN(`t0`.`opening_line`) OR IS_INF(`t0`.`opening_line`)
        THEN 'opening_line is not a number'
        WHEN `t0`.`opening_line` < 0.5
        THEN 'opening_line is below 0.5'
        WHEN `t0`.`opening_line` > 80
        THEN 'opening_line is above 80'
        WHEN IS_NAN(`t0`.`line_move`) OR IS_INF(`t0`.`line_move`)
        THEN 'line_move is not a number'
        WHEN `t0`.`line_move` < -20
        THEN 'line_move is below -20'
        WHEN `t0`.`line_move` > 20
        THEN 'line_move is above 20'
        WHEN `t0`.`n_books` < 1
        THEN 'n_books is below 1'
        WHEN `t0`.`n_books` > 30
        THEN 'n_books is above 30'
        WHEN NOT (
          `t0`.`line_source` IN ('sportsbook', 'consensus', 'dfs')
        )
        THEN 'line_source is not one of sportsbook, consensus, dfs'
        WHEN IS_NAN(`t0`.`market_over_probability`) OR IS_INF(`t0`.`market_over_probability`)
        THEN 'market_over_probability is not a number'
        WHEN `t0`.`market_over_probability` < 0.4
        THEN 'market_over_probability is below 0.4'
        WHEN `t0`.`market_over_probability` > 0.6
        THEN 'market_over_probability is above 0.6'
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
        WHEN NOT (
          `t0`.`injury_status` IN ('out', 'doubtful', 'questionable', 'probable', 'available')
        )
        THEN 'injury_status is not one of out, doubtful, questionable, probable, available'
        WHEN `t0`.`star_teammates_out` < 0
        THEN 'star_teammates_out is below 0'
        WHEN `t0`.`star_teammates_out` > 6
        THEN 'star_teammates_out is above 6'
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
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            CAST(LENGTH(`t0`.`player_lookup`) AS STRING),
            `t0`.`player_lookup`,
            `t0`.`expected_because`,
            COALESCE(CAST(LENGTH(`t0`.`team`) AS STRING), '~'),
            COALESCE(`t0`.`team`, '~'),
            COALESCE(CAST(LENGTH(`t0`.`opponent`) AS STRING), '~'),
            COALESCE(`t0`.`opponent`, '~'),
            COALESCE(CAST(CAST(`t0`.`is_home` AS INT64) AS STRING), '~'),
            CAST(`t0`.`season` AS STRING),
            `t0`.`season_type`,
            CAST(CAST(`t0`.`playoff_game` AS INT64) AS STRING),
            COALESCE(CAST(CAST(UNIX_SECONDS(`t0`.`tipoff_at`) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`days_rest` AS STRING), '~'),
            CAST(CAST(`t0`.`back_to_back` AS INT64) AS STRING),
            CAST(`t0`.`games_last_7` AS STRING),
            CAST(`t0`.`games_last_14` AS STRING),
            CAST(CAST(ROUND(`t0`.`minutes_last_7` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`minutes_last_14` * 10000, 0) AS INT64) AS STRING),
            CAST(`t0`.`games_this_season` AS STRING),
            COALESCE(CAST(`t0`.`minutes_rank` AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_line` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`points_line_mean` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`opening_line` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`line_move` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`n_books` AS STRING), '~'),
            COALESCE(`t0`.`line_source`, '~'),
            COALESCE(CAST(`t0`.`over_price` AS STRING), '~'),
            COALESCE(CAST(`t0`.`under_price` AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`market_over_probability` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`spread` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`total` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(`t0`.`injury_status`, '~'),
            COALESCE(CAST(`t0`.`star_teammates_out` AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
