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
), `t42` AS (
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
    `t37`.`cutoff_at`
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
  ) AS `t37`
    ON `t7`.`game_id` = `t37`.`game_id`
), `t56` AS (
  SELECT
    `t46`.`game_date`,
    `t46`.`game_id`,
    `t46`.`report_at`,
    `t46`.`team`,
    `t46`.`player_lookup`,
    `t46`.`player_name`,
    `t46`.`status`,
    `t46`.`reason`,
    `t46`.`cutoff_at`,
    MAX(`t46`.`report_at`) OVER (
      PARTITION BY `t46`.`game_id`
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
        `t37`.`cutoff_at`
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
      ) AS `t37`
        ON `t6`.`game_id` = `t37`.`game_id`
    ) AS `t41`
    WHERE
      `t41`.`report_at` < `t41`.`cutoff_at`
  ) AS `t46`
), `t64` AS (
  SELECT
    `t54`.`player_id`,
    `t54`.`player_name`,
    `t54`.`player_lookup`,
    `t54`.`last_appearance`,
    `t54`.`last_appearance_for_team`,
    `t54`.`season_games`,
    `t54`.`points_per_game`,
    `t54`.`minutes_per_game`,
    `t54`.`latest_team`,
    `t54`.`latest_season`,
    `t54`.`game_date` AS `state_date`,
    COALESCE(
      LEAD(`t54`.`game_date`) OVER (PARTITION BY `t54`.`player_id` ORDER BY `t54`.`game_date` ASC),
      DATE(9999, 12, 31)
    ) AS `state_until`
  FROM (
    SELECT
      `t49`.`player_id`,
      `t49`.`game_date`,
      `t49`.`player_name`,
      `t49`.`player_lookup`,
      `t49`.`last_appearance`,
      `t49`.`last_appearance_for_team`,
      `t49`.`season_games`,
      `t49`.`points_per_game`,
      `t49`.`minutes_per_game`,
      `t49`.`team` AS `latest_team`,
      `t49`.`season` AS `latest_season`
    FROM (
      SELECT
        `t36`.`game_date`,
        `t36`.`game_id`,
        `t36`.`player_id`,
        `t36`.`player_name`,
        `t36`.`player_lookup`,
        `t36`.`team`,
        `t36`.`opponent`,
        `t36`.`is_home`,
        `t36`.`season`,
        `t36`.`season_type`,
        `t36`.`status`,
        `t36`.`not_played_reason`,
        `t36`.`starter`,
        `t36`.`won`,
        `t36`.`minutes`,
        `t36`.`points`,
        `t36`.`fgm`,
        `t36`.`fga`,
        `t36`.`fg3m`,
        `t36`.`fg3a`,
        `t36`.`ftm`,
        `t36`.`fta`,
        `t36`.`oreb`,
        `t36`.`dreb`,
        `t36`.`rebounds`,
        `t36`.`assists`,
        `t36`.`steals`,
        `t36`.`blocks`,
        `t36`.`turnovers`,
        `t36`.`fouls`,
        `t36`.`plus_minus`,
        `t36`.`usage_rate`,
        `t36`.`ts_pct`,
        `t36`.`efg_pct`,
        `t36`.`closing_line`,
        `t36`.`closing_line_mean`,
        `t36`.`closing_over_probability`,
        `t36`.`line_result`,
        `t36`.`rank`,
        `t36`.`appearances`,
        `t36`.`appeared`,
        MAX(`t36`.`appeared`) OVER (
          PARTITION BY `t36`.`player_id`
          ORDER BY `t36`.`game_date` ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS `last_appearance`,
        MAX(`t36`.`appeared`) OVER (
          PARTITION BY `t36`.`player_id`, `t36`.`team`
          ORDER BY `t36`.`game_date` ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS `last_appearance_for_team`,
        SUM(`t36`.`appearances`) OVER (
          PARTITION BY `t36`.`player_id`, `t36`.`season`
          ORDER BY `t36`.`game_date` ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS `season_games`,
        ieee_divide(
          CAST(ROUND(
            ieee_divide(
              SUM(CAST(ROUND(`t36`.`points` * 10000, 0) AS INT64)) OVER (
                PARTITION BY `t36`.`player_id`, `t36`.`season`
                ORDER BY `t36`.`game_date` ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ),
              NULLIF(
                COUNT(`t36`.`points`) OVER (
                  PARTITION BY `t36`.`player_id`, `t36`.`season`
                  ORDER BY `t36`.`game_date` ASC
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
              SUM(CAST(ROUND(`t36`.`minutes` * 10000, 0) AS INT64)) OVER (
                PARTITION BY `t36`.`player_id`, `t36`.`season`
                ORDER BY `t36`.`game_date` ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ),
              NULLIF(
                COUNT(`t36`.`minutes`) OVER (
                  PARTITION BY `t36`.`player_id`, `t36`.`season`
                  ORDER BY `t36`.`game_date` ASC
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
      ) AS `t36`
    ) AS `t49`
  ) AS `t54`
), `t75` AS (
  SELECT
    `t63`.`game_date`,
    `t63`.`game_id`,
    `t63`.`report_at`,
    `t63`.`team`,
    `t63`.`player_lookup`,
    `t63`.`player_name`,
    `t63`.`status`,
    `t63`.`reason`,
    `t63`.`cutoff_at`,
    `t63`.`latest`,
    `t63`.`injury_status`,
    ROW_NUMBER() OVER (
      PARTITION BY `t63`.`game_id`, `t63`.`player_lookup`
      ORDER BY CASE `t63`.`injury_status`
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
      END ASC, `t63`.`team` ASC
    ) - 1 AS `rank`
  FROM (
    SELECT
      `t58`.`game_date`,
      `t58`.`game_id`,
      `t58`.`report_at`,
      `t58`.`team`,
      `t58`.`player_lookup`,
      `t58`.`player_name`,
      `t58`.`status`,
      `t58`.`reason`,
      `t58`.`cutoff_at`,
      `t58`.`latest`,
      LOWER(`t58`.`status`) AS `injury_status`
    FROM `t56` AS `t58`
    WHERE
      `t58`.`report_at` = `t58`.`latest` AND `t58`.`status` <> 'NOT_SUBMITTED'
  ) AS `t63`
), `t118` AS (
  SELECT
    `t115`.`game_date`,
    `t115`.`game_id`,
    `t115`.`player_id`,
    `t115`.`reason`,
    `t115`.`named_by`,
    `t115`.`named_as`,
    ROW_NUMBER() OVER (
      PARTITION BY `t115`.`game_date`, `t115`.`player_id`
      ORDER BY COALESCE(`t115`.`named_by`, 3) ASC, `t115`.`game_id` ASC
    ) - 1 AS `rank`
  FROM (
    SELECT
      `t112`.`game_date`,
      `t112`.`game_id`,
      `t112`.`player_id`,
      MIN(`t112`.`reason`) AS `reason`,
      MIN(`t112`.`named_by`) AS `named_by`,
      MAX(`t112`.`named_as`) AS `named_as`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t79`.`game_date`,
          `t79`.`game_id`,
          `t79`.`player_id`,
          0 AS `reason`,
          CAST(NULL AS INT64) AS `named_by`,
          CAST(NULL AS STRING) AS `named_as`
        FROM (
          SELECT
            `t76`.*
            EXCEPT (`state_player_id`, `state_until`)
          FROM (
            SELECT
              `t52`.`game_date`,
              `t52`.`game_id`,
              `t52`.`team`,
              `t52`.`since`,
              `t22`.`player_id`,
              `t72`.`player_id` AS `state_player_id`,
              `t72`.`player_name`,
              `t72`.`player_lookup`,
              `t72`.`last_appearance`,
              `t72`.`last_appearance_for_team`,
              `t72`.`season_games`,
              `t72`.`points_per_game`,
              `t72`.`minutes_per_game`,
              `t72`.`latest_team`,
              `t72`.`latest_season`,
              `t72`.`state_date`,
              `t72`.`state_until`
            FROM (
              SELECT
                `t47`.*
                EXCEPT (`state_date`)
              FROM (
                SELECT
                  `t44`.`game_date`,
                  `t44`.`game_id`,
                  `t44`.`team`,
                  `t44`.`since`,
                  `t44`.`state_date`
                FROM (
                  SELECT
                    `t32`.`game_date`,
                    `t32`.`game_id`,
                    `t32`.`team`,
                    `t39`.`team` AS `state_team`,
                    `t39`.`since`,
                    `t39`.`state_date`,
                    `t39`.`state_until`
                  FROM (
                    SELECT
                      `t23`.`game_date`,
                      `t23`.`game_id`,
                      `t23`.`team`
                    FROM `t17` AS `t23`
                  ) AS `t32`
                  LEFT OUTER JOIN (
                    SELECT
                      `t28`.`team`,
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
                    ON `t32`.`team` = `t39`.`team`
                    AND `t39`.`state_date` < `t32`.`game_date`
                    AND `t32`.`game_date` <= `t39`.`state_until`
                ) AS `t44`
              ) AS `t47`
            ) AS `t52`
            INNER JOIN (
              SELECT DISTINCT
                `t3`.`team`,
                `t3`.`player_id`
              FROM `player_game_summary` AS `t3`
              WHERE
                `t3`.`status` = 'PLAYED'
            ) AS `t22`
              ON `t52`.`team` = `t22`.`team`
            LEFT OUTER JOIN `t64` AS `t72`
              ON `t22`.`player_id` = `t72`.`player_id`
              AND `t72`.`state_date` < `t52`.`game_date`
              AND `t52`.`game_date` <= `t72`.`state_until`
          ) AS `t76`
        ) AS `t79`
        WHERE
          `t79`.`latest_team` = `t79`.`team`
          AND `t79`.`last_appearance_for_team` >= `t79`.`since`
      ) AS `t84`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t109`.`game_date`,
          `t109`.`game_id`,
          IF(`t109`.`reason` IS NULL, `t109`.`player_id`, CAST(NULL AS INT64)) AS `player_id`,
          `t109`.`named_by` AS `reason`,
          `t109`.`named_by`,
          `t109`.`player_lookup` AS `named_as`
        FROM (
          SELECT
            `t108`.`game_date`,
            `t108`.`game_id`,
            `t108`.`player_lookup`,
            `t108`.`named_by`,
            `t108`.`home_team`,
            `t108`.`away_team`,
            `t108`.`player_id`,
            CASE
              WHEN `t108`.`namesakes` IS NULL
              THEN 'nobody of this name was in a boxscore before'
              WHEN `t108`.`player_id` IS NULL
              THEN 'several players have this name'
              WHEN `t108`.`spelling` > 0
              THEN 'another spelling in this game names the same player'
              ELSE NULL
            END AS `reason`
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
              `t106`.`player_id`,
              ROW_NUMBER() OVER (
                PARTITION BY `t106`.`game_id`, `t106`.`player_id`
                ORDER BY `t106`.`player_lookup` ASC
              ) - 1 AS `spelling`
            FROM (
              SELECT
                `t104`.`game_date`,
                `t104`.`game_id`,
                `t104`.`player_lookup`,
                `t104`.`named_by`,
                `t104`.`home_team`,
                `t104`.`away_team`,
                `t104`.`found_game_id`,
                `t104`.`found_player_lookup`,
                `t104`.`namesakes`,
                `t104`.`any_of_them`,
                `t104`.`playing`,
                `t104`.`one_playing`,
                CASE
                  WHEN `t104`.`playing` = 1
                  THEN `t104`.`one_playing`
                  WHEN (
                    `t104`.`playing` = 0
                  ) AND (
                    `t104`.`namesakes` = 1
                  )
                  THEN `t104`.`any_of_them`
                  ELSE NULL
                END AS `player_id`
              FROM (
                SELECT
                  `t93`.`game_date`,
                  `t93`.`game_id`,
                  `t93`.`player_lookup`,
                  `t93`.`named_by`,
                  `t19`.`home_team`,
                  `t19`.`away_team`,
                  `t102`.`game_id` AS `found_game_id`,
                  `t102`.`player_lookup` AS `found_player_lookup`,
                  `t102`.`namesakes`,
                  `t102`.`any_of_them`,
                  `t102`.`playing`,
                  `t102`.`one_playing`
                FROM (
                  SELECT
                    `t86`.`game_date`,
                    `t86`.`game_id`,
                    `t86`.`player_lookup`,
                    MIN(`t86`.`named_by`) AS `named_by`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t51`.`game_date`,
                        `t51`.`game_id`,
                        `t51`.`player_lookup`,
                        1 AS `named_by`
                      FROM (
                        SELECT DISTINCT
                          `t43`.`game_date`,
                          `t43`.`game_id`,
                          `t43`.`player_lookup`
                        FROM `t42` AS `t43`
                        WHERE
                          `t43`.`snapshot_at` < `t43`.`cutoff_at`
                          AND (
                            (
                              `t43`.`minutes_before_tipoff` IS NULL
                            )
                            OR (
                              `t43`.`minutes_before_tipoff` > 0
                            )
                          )
                      ) AS `t51`
                    ) AS `t57`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t78`.`game_date`,
                        `t78`.`game_id`,
                        `t78`.`player_lookup`,
                        2 AS `named_by`
                      FROM `t75` AS `t78`
                      WHERE
                        `t78`.`rank` = 0
                    ) AS `t82`
                  ) AS `t86`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t93`
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
                  ON `t93`.`game_id` = `t19`.`game_id`
                LEFT OUTER JOIN (
                  SELECT
                    `t99`.`game_id`,
                    `t99`.`player_lookup`,
                    COUNT(*) AS `namesakes`,
                    MAX(`t99`.`player_id`) AS `any_of_them`,
                    SUM(
                      CAST((
                        `t99`.`latest_team` = `t99`.`home_team`
                      )
                      OR (
                        `t99`.`latest_team` = `t99`.`away_team`
                      ) AS INT64)
                    ) AS `playing`,
                    MAX(
                      IF(
                        (
                          `t99`.`latest_team` = `t99`.`home_team`
                        )
                        OR (
                          `t99`.`latest_team` = `t99`.`away_team`
                        ),
                        `t99`.`player_id`,
                        NULL
                      )
                    ) AS `one_playing`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t96`.*
                        EXCEPT (`state_player_id`, `state_player_lookup`, `state_until`)
                      FROM (
                        SELECT
                          `t93`.`game_date`,
                          `t93`.`game_id`,
                          `t93`.`player_lookup`,
                          `t19`.`home_team`,
                          `t19`.`away_team`,
                          `t29`.`player_id`,
                          `t34`.`player_lookup` AS `state_player_lookup`,
                          `t34`.`player_id` AS `state_player_id`,
                          `t34`.`latest_team`,
                          `t34`.`state_date`,
                          `t34`.`state_until`
                        FROM (
                          SELECT
                            `t86`.`game_date`,
                            `t86`.`game_id`,
                            `t86`.`player_lookup`,
                            MIN(`t86`.`named_by`) AS `named_by`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t51`.`game_date`,
                                `t51`.`game_id`,
                                `t51`.`player_lookup`,
                                1 AS `named_by`
                              FROM (
                                SELECT DISTINCT
                                  `t43`.`game_date`,
                                  `t43`.`game_id`,
                                  `t43`.`player_lookup`
                                FROM `t42` AS `t43`
                                WHERE
                                  `t43`.`snapshot_at` < `t43`.`cutoff_at`
                                  AND (
                                    (
                                      `t43`.`minutes_before_tipoff` IS NULL
                                    )
                                    OR (
                                      `t43`.`minutes_before_tipoff` > 0
                                    )
                                  )
                              ) AS `t51`
                            ) AS `t57`
                            UNION ALL
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t78`.`game_date`,
                                `t78`.`game_id`,
                                `t78`.`player_lookup`,
                                2 AS `named_by`
                              FROM `t75` AS `t78`
                              WHERE
                                `t78`.`rank` = 0
                            ) AS `t82`
                          ) AS `t86`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t93`
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
                          ON `t93`.`game_id` = `t19`.`game_id`
                        INNER JOIN (
                          SELECT DISTINCT
                            `t20`.`player_lookup`,
                            `t20`.`player_id`
                          FROM `t14` AS `t20`
                        ) AS `t29`
                          ON `t93`.`player_lookup` = `t29`.`player_lookup`
                        LEFT OUTER JOIN (
                          SELECT
                            `t20`.`player_lookup`,
                            `t20`.`player_id`,
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
                        ) AS `t34`
                          ON `t93`.`player_lookup` = `t34`.`player_lookup`
                          AND `t29`.`player_id` = `t34`.`player_id`
                          AND `t34`.`state_date` < `t93`.`game_date`
                          AND `t93`.`game_date` <= `t34`.`state_until`
                      ) AS `t96`
                    ) AS `t97`
                    WHERE
                      `t97`.`state_date` IS NOT NULL
                  ) AS `t99`
                  GROUP BY
                    1,
                    2
                ) AS `t102`
                  ON `t93`.`game_id` = `t102`.`game_id`
                  AND `t93`.`player_lookup` = `t102`.`player_lookup`
              ) AS `t104`
            ) AS `t106`
          ) AS `t108`
        ) AS `t109`
        WHERE
          IF(`t109`.`reason` IS NULL, `t109`.`player_id`, CAST(NULL AS INT64)) IS NOT NULL
      ) AS `t111`
    ) AS `t112`
    GROUP BY
      1,
      2,
      3
  ) AS `t115`
)
SELECT
  `t156`.`game_date`,
  `t156`.`game_id`,
  `t156`.`player_id`,
  `t156`.`player_name`,
  `t156`.`player_lookup`,
  `t156`.`expected_because`,
  `t156`.`team`,
  `t156`.`opponent`,
  `t156`.`is_home`,
  `t156`.`season`,
  `t156`.`season_type`,
  `t156`.`season_type` = 'Playoffs' AS `playoff_game`,
  TIMESTAMP_TRUNC(`t156`.`tipoff_at`, SECOND) AS `tipoff_at`,
  DATE_DIFF(`t156`.`game_date`, `t156`.`last_appearance`, DAY) - 1 AS `days_rest`,
  COALESCE((
    DATE_DIFF(`t156`.`game_date`, `t156`.`last_appearance`, DAY) - 1
  ) = 0, FALSE) AS `back_to_back`,
  `t156`.`games_last_7`,
  `t156`.`games_last_14`,
  CAST(ROUND(`t156`.`minutes_last_7`, 4) AS FLOAT64) AS `minutes_last_7`,
  CAST(ROUND(`t156`.`minutes_last_14`, 4) AS FLOAT64) AS `minutes_last_14`,
  `t156`.`games_this_season`,
  `t156`.`minutes_rank`,
  CAST(ROUND(`t156`.`points_line`, 4) AS FLOAT64) AS `points_line`,
  CAST(ROUND(`t156`.`points_line_mean`, 4) AS FLOAT64) AS `points_line_mean`,
  CAST(ROUND(`t156`.`opening_line`, 4) AS FLOAT64) AS `opening_line`,
  CAST(ROUND(`t156`.`line_move`, 4) AS FLOAT64) AS `line_move`,
  `t156`.`n_books`,
  `t156`.`line_source`,
  `t156`.`over_price`,
  `t156`.`under_price`,
  CAST(ROUND(`t156`.`market_over_probability`, 4) AS FLOAT64) AS `market_over_probability`,
  CAST(ROUND(
    CASE
      WHEN `t156`.`is_home`
      THEN `t156`.`home_spread`
      WHEN NOT (
        `t156`.`is_home`
      )
      THEN -(
        `t156`.`home_spread`
      )
      ELSE NULL
    END,
    4
  ) AS FLOAT64) AS `spread`,
  CAST(ROUND(`t156`.`total`, 4) AS FLOAT64) AS `total`,
  `t156`.`injury_status`,
  `t156`.`star_teammates_out`
FROM (
  SELECT
    `t155`.`game_date`,
    `t155`.`game_id`,
    `t155`.`player_id`,
    `t155`.`named_as`,
    `t155`.`expected_because`,
    `t155`.`games_last_7`,
    `t155`.`minutes_last_7`,
    `t155`.`games_last_14`,
    `t155`.`minutes_last_14`,
    `t155`.`player_name`,
    `t155`.`player_lookup`,
    `t155`.`last_appearance`,
    `t155`.`last_appearance_for_team`,
    `t155`.`season_games`,
    `t155`.`points_per_game`,
    `t155`.`minutes_per_game`,
    `t155`.`latest_team`,
    `t155`.`latest_season`,
    `t155`.`state_date`,
    `t155`.`injury_status`,
    `t155`.`report_team`,
    `t155`.`points_line`,
    `t155`.`points_line_mean`,
    `t155`.`opening_line`,
    `t155`.`line_move`,
    `t155`.`n_books`,
    `t155`.`line_source`,
    `t155`.`over_price`,
    `t155`.`under_price`,
    `t155`.`market_over_probability`,
    `t155`.`season`,
    `t155`.`season_type`,
    `t155`.`tipoff_at`,
    `t155`.`home_spread`,
    `t155`.`total`,
    `t155`.`team`,
    `t155`.`opponent`,
    `t155`.`is_home`,
    `t155`.`covered`,
    `t155`.`games_this_season`,
    `t155`.`ranked`,
    `t155`.`star_out`,
    IF(
      `t155`.`ranked`,
      (
        ROW_NUMBER() OVER (
          PARTITION BY `t155`.`game_id`, `t155`.`team`, `t155`.`ranked`
          ORDER BY `t155`.`minutes_per_game` DESC, `t155`.`player_id` ASC
        ) - 1
      ) + 1,
      CAST(NULL AS INT64)
    ) AS `minutes_rank`,
    IF(
      `t155`.`covered`,
      SUM(`t155`.`star_out`) OVER (
        PARTITION BY `t155`.`game_id`, `t155`.`team`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - `t155`.`star_out`,
      CAST(NULL AS INT64)
    ) AS `star_teammates_out`
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
      COALESCE(`t154`.`injury_status`, IF(`t154`.`covered`, 'available', CAST(NULL AS STRING))) AS `injury_status`,
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
      `t154`.`team`,
      `t154`.`opponent`,
      `t154`.`is_home`,
      `t154`.`covered`,
      IF(`t154`.`latest_season` = `t154`.`season`, `t154`.`season_games`, 0) AS `games_this_season`,
      (
        `t154`.`expected_because` = 'recent'
      )
      AND (
        IF(`t154`.`latest_season` = `t154`.`season`, `t154`.`season_games`, 0) > 0
      ) AS `ranked`,
      IF(
        COALESCE(`t154`.`injury_status`, IF(`t154`.`covered`, 'available', CAST(NULL AS STRING))) IN ('out', 'doubtful')
        AND (
          `t154`.`latest_season` = `t154`.`season`
        )
        AND (
          `t154`.`points_per_game` >= 18
        ),
        1,
        0
      ) AS `star_out`
    FROM (
      SELECT
        `t153`.*
        EXCEPT (`more_game_id`, `more_latest_team`)
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
          `t152`.`latest_team`,
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
          `t152`.`total`,
          `t92`.`game_id` AS `more_game_id`,
          `t92`.`team`,
          `t92`.`opponent`,
          `t92`.`is_home`,
          `t92`.`covered`,
          `t92`.`latest_team` AS `more_latest_team`
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
            COALESCE(`t150`.`report_team`, `t150`.`latest_team`) AS `latest_team`,
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
            `t150`.`season`,
            `t150`.`season_type`,
            `t150`.`tipoff_at`,
            `t150`.`home_spread`,
            `t150`.`total`
          FROM (
            SELECT
              `t149`.*
              EXCEPT (`more_game_id`)
            FROM (
              SELECT
                `t148`.`game_date`,
                `t148`.`game_id`,
                `t148`.`player_id`,
                `t148`.`named_as`,
                `t148`.`expected_because`,
                `t148`.`games_last_7`,
                `t148`.`minutes_last_7`,
                `t148`.`games_last_14`,
                `t148`.`minutes_last_14`,
                `t148`.`player_name`,
                `t148`.`player_lookup`,
                `t148`.`last_appearance`,
                `t148`.`last_appearance_for_team`,
                `t148`.`season_games`,
                `t148`.`points_per_game`,
                `t148`.`minutes_per_game`,
                `t148`.`latest_team`,
                `t148`.`latest_season`,
                `t148`.`state_date`,
                `t148`.`injury_status`,
                `t148`.`report_team`,
                `t148`.`points_line`,
                `t148`.`points_line_mean`,
                `t148`.`opening_line`,
                `t148`.`line_move`,
                `t148`.`n_books`,
                `t148`.`line_source`,
                `t148`.`over_price`,
                `t148`.`under_price`,
                `t148`.`market_over_probability`,
                `t69`.`game_id` AS `more_game_id`,
                `t69`.`season`,
                `t69`.`season_type`,
                `t69`.`tipoff_at`,
                `t69`.`home_spread`,
                `t69`.`total`
              FROM (
                SELECT
                  `t146`.*
                  EXCEPT (`more_game_id`, `more_named_as`)
                FROM (
                  SELECT
                    `t145`.`game_date`,
                    `t145`.`game_id`,
                    `t145`.`player_id`,
                    `t145`.`named_as`,
                    `t145`.`expected_because`,
                    `t145`.`games_last_7`,
                    `t145`.`minutes_last_7`,
                    `t145`.`games_last_14`,
                    `t145`.`minutes_last_14`,
                    `t145`.`player_name`,
                    `t145`.`player_lookup`,
                    `t145`.`last_appearance`,
                    `t145`.`last_appearance_for_team`,
                    `t145`.`season_games`,
                    `t145`.`points_per_game`,
                    `t145`.`minutes_per_game`,
                    `t145`.`latest_team`,
                    `t145`.`latest_season`,
                    `t145`.`state_date`,
                    `t145`.`injury_status`,
                    `t145`.`report_team`,
                    `t117`.`game_id` AS `more_game_id`,
                    `t117`.`named_as` AS `more_named_as`,
                    `t117`.`points_line`,
                    `t117`.`points_line_mean`,
                    `t117`.`opening_line`,
                    `t117`.`line_move`,
                    `t117`.`n_books`,
                    `t117`.`line_source`,
                    `t117`.`over_price`,
                    `t117`.`under_price`,
                    `t117`.`market_over_probability`
                  FROM (
                    SELECT
                      `t143`.*
                      EXCEPT (`more_game_id`, `more_named_as`)
                    FROM (
                      SELECT
                        `t142`.`game_date`,
                        `t142`.`game_id`,
                        `t142`.`player_id`,
                        `t142`.`named_as`,
                        `t142`.`expected_because`,
                        `t142`.`games_last_7`,
                        `t142`.`minutes_last_7`,
                        `t142`.`games_last_14`,
                        `t142`.`minutes_last_14`,
                        `t142`.`player_name`,
                        `t142`.`player_lookup`,
                        `t142`.`last_appearance`,
                        `t142`.`last_appearance_for_team`,
                        `t142`.`season_games`,
                        `t142`.`points_per_game`,
                        `t142`.`minutes_per_game`,
                        `t142`.`latest_team`,
                        `t142`.`latest_season`,
                        `t142`.`state_date`,
                        `t90`.`game_id` AS `more_game_id`,
                        `t90`.`named_as` AS `more_named_as`,
                        `t90`.`injury_status`,
                        `t90`.`report_team`
                      FROM (
                        SELECT
                          `t140`.*
                          EXCEPT (`state_player_id`, `state_until`)
                        FROM (
                          SELECT
                            `t139`.`game_date`,
                            `t139`.`game_id`,
                            `t139`.`player_id`,
                            `t139`.`named_as`,
                            `t139`.`expected_because`,
                            `t139`.`games_last_7`,
                            `t139`.`minutes_last_7`,
                            `t139`.`games_last_14`,
                            `t139`.`minutes_last_14`,
                            `t71`.`player_id` AS `state_player_id`,
                            `t71`.`player_name`,
                            `t71`.`player_lookup`,
                            `t71`.`last_appearance`,
                            `t71`.`last_appearance_for_team`,
                            `t71`.`season_games`,
                            `t71`.`points_per_game`,
                            `t71`.`minutes_per_game`,
                            `t71`.`latest_team`,
                            `t71`.`latest_season`,
                            `t71`.`state_date`,
                            `t71`.`state_until`
                          FROM (
                            SELECT
                              `t137`.`game_date`,
                              `t137`.`game_id`,
                              `t137`.`player_id`,
                              `t137`.`named_as`,
                              `t137`.`expected_because`,
                              `t137`.`games_last_7`,
                              `t137`.`minutes_last_7`,
                              COALESCE(`t137`.`games_last_14`, 0) AS `games_last_14`,
                              COALESCE(`t137`.`minutes_last_14`, 0.0) AS `minutes_last_14`
                            FROM (
                              SELECT
                                `t136`.*
                                EXCEPT (`total_game_date`, `total_player_id`)
                              FROM (
                                SELECT
                                  `t132`.`game_date`,
                                  `t132`.`game_id`,
                                  `t132`.`player_id`,
                                  `t132`.`named_as`,
                                  `t132`.`expected_because`,
                                  `t132`.`games_last_7`,
                                  `t132`.`minutes_last_7`,
                                  `t135`.`game_date` AS `total_game_date`,
                                  `t135`.`player_id` AS `total_player_id`,
                                  `t135`.`games_last_14`,
                                  `t135`.`minutes_last_14`
                                FROM (
                                  SELECT
                                    `t128`.`game_date`,
                                    `t128`.`game_id`,
                                    `t128`.`player_id`,
                                    `t128`.`named_as`,
                                    `t128`.`expected_because`,
                                    COALESCE(`t128`.`games_last_7`, 0) AS `games_last_7`,
                                    COALESCE(`t128`.`minutes_last_7`, 0.0) AS `minutes_last_7`
                                  FROM (
                                    SELECT
                                      `t127`.*
                                      EXCEPT (`total_game_date`, `total_player_id`)
                                    FROM (
                                      SELECT
                                        `t122`.`game_date`,
                                        `t122`.`game_id`,
                                        `t122`.`player_id`,
                                        `t122`.`named_as`,
                                        `t122`.`expected_because`,
                                        `t126`.`game_date` AS `total_game_date`,
                                        `t126`.`player_id` AS `total_player_id`,
                                        `t126`.`games_last_7`,
                                        `t126`.`minutes_last_7`
                                      FROM (
                                        SELECT
                                          `t119`.`game_date`,
                                          `t119`.`game_id`,
                                          `t119`.`player_id`,
                                          `t119`.`named_as`,
                                          CASE `t119`.`reason`
                                            WHEN 0
                                            THEN 'recent'
                                            WHEN 1
                                            THEN 'line'
                                            WHEN 2
                                            THEN 'injury_report'
                                            ELSE NULL
                                          END AS `expected_because`
                                        FROM `t118` AS `t119`
                                        WHERE
                                          `t119`.`rank` = 0
                                      ) AS `t122`
                                      LEFT OUTER JOIN (
                                        SELECT
                                          `t124`.`game_date`,
                                          `t124`.`player_id`,
                                          COUNT(*) AS `games_last_7`,
                                          SUM(`t124`.`minutes`) AS `minutes_last_7`
                                        FROM (
                                          SELECT
                                            `t123`.`game_date`,
                                            `t123`.`player_id`,
                                            `t21`.`history_date`,
                                            `t21`.`player_id` AS `history_player_id`,
                                            `t21`.`minutes`
                                          FROM (
                                            SELECT DISTINCT
                                              `t119`.`game_date`,
                                              `t119`.`player_id`
                                            FROM `t118` AS `t119`
                                            WHERE
                                              `t119`.`rank` = 0
                                          ) AS `t123`
                                          INNER JOIN (
                                            SELECT
                                              `t3`.`game_date` AS `history_date`,
                                              `t3`.`player_id`,
                                              `t3`.`minutes`
                                            FROM `player_game_summary` AS `t3`
                                            WHERE
                                              `t3`.`status` = 'PLAYED'
                                          ) AS `t21`
                                            ON `t123`.`player_id` = `t21`.`player_id`
                                            AND `t21`.`history_date` < `t123`.`game_date`
                                            AND `t21`.`history_date` >= DATE_SUB(`t123`.`game_date`, INTERVAL '7' DAY)
                                        ) AS `t124`
                                        GROUP BY
                                          1,
                                          2
                                      ) AS `t126`
                                        ON `t122`.`game_date` = `t126`.`game_date`
                                        AND `t122`.`player_id` = `t126`.`player_id`
                                    ) AS `t127`
                                  ) AS `t128`
                                ) AS `t132`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t133`.`game_date`,
                                    `t133`.`player_id`,
                                    COUNT(*) AS `games_last_14`,
                                    SUM(`t133`.`minutes`) AS `minutes_last_14`
                                  FROM (
                                    SELECT
                                      `t130`.`game_date`,
                                      `t130`.`player_id`,
                                      `t21`.`history_date`,
                                      `t21`.`player_id` AS `history_player_id`,
                                      `t21`.`minutes`
                                    FROM (
                                      SELECT DISTINCT
                                        `t128`.`game_date`,
                                        `t128`.`player_id`
                                      FROM (
                                        SELECT
                                          `t127`.*
                                          EXCEPT (`total_game_date`, `total_player_id`)
                                        FROM (
                                          SELECT
                                            `t122`.`game_date`,
                                            `t122`.`game_id`,
                                            `t122`.`player_id`,
                                            `t122`.`named_as`,
                                            `t122`.`expected_because`,
                                            `t126`.`game_date` AS `total_game_date`,
                                            `t126`.`player_id` AS `total_player_id`,
                                            `t126`.`games_last_7`,
                                            `t126`.`minutes_last_7`
                                          FROM (
                                            SELECT
                                              `t119`.`game_date`,
                                              `t119`.`game_id`,
                                              `t119`.`player_id`,
                                              `t119`.`named_as`,
                                              CASE `t119`.`reason`
                                                WHEN 0
                                                THEN 'recent'
                                                WHEN 1
                                                THEN 'line'
                                                WHEN 2
                                                THEN 'injury_report'
                                                ELSE NULL
                                              END AS `expected_because`
                                            FROM `t118` AS `t119`
                                            WHERE
                                              `t119`.`rank` = 0
                                          ) AS `t122`
                                          LEFT OUTER JOIN (
                                            SELECT
                                              `t124`.`game_date`,
                                              `t124`.`player_id`,
                                              COUNT(*) AS `games_last_7`,
                                              SUM(`t124`.`minutes`) AS `minutes_last_7`
                                            FROM (
                                              SELECT
                                                `t123`.`game_date`,
                                                `t123`.`player_id`,
                                                `t21`.`history_date`,
                                                `t21`.`player_id` AS `history_player_id`,
                                                `t21`.`minutes`
                                              FROM (
                                                SELECT DISTINCT
                                                  `t119`.`game_date`,
                                                  `t119`.`player_id`
                                                FROM `t118` AS `t119`
                                                WHERE
                                                  `t119`.`rank` = 0
                                              ) AS `t123`
                                              INNER JOIN (
                                                SELECT
                                                  `t3`.`game_date` AS `history_date`,
                                                  `t3`.`player_id`,
                                                  `t3`.`minutes`
                                                FROM `player_game_summary` AS `t3`
                                                WHERE
                                                  `t3`.`status` = 'PLAYED'
                                              ) AS `t21`
                                                ON `t123`.`player_id` = `t21`.`player_id`
                                                AND `t21`.`history_date` < `t123`.`game_date`
                                                AND `t21`.`history_date` >= DATE_SUB(`t123`.`game_date`, INTERVAL '7' DAY)
                                            ) AS `t124`
                                            GROUP BY
                                              1,
                                              2
                                          ) AS `t126`
                                            ON `t122`.`game_date` = `t126`.`game_date`
                                            AND `t122`.`player_id` = `t126`.`player_id`
                                        ) AS `t127`
                                      ) AS `t128`
                                    ) AS `t130`
                                    INNER JOIN (
                                      SELECT
                                        `t3`.`game_date` AS `history_date`,
                                        `t3`.`player_id`,
                                        `t3`.`minutes`
                                      FROM `player_game_summary` AS `t3`
                                      WHERE
                                        `t3`.`status` = 'PLAYED'
                                    ) AS `t21`
                                      ON `t130`.`player_id` = `t21`.`player_id`
                                      AND `t21`.`history_date` < `t130`.`game_date`
                                      AND `t21`.`history_date` >= DATE_SUB(`t130`.`game_date`, INTERVAL '14' DAY)
                                  ) AS `t133`
                                  GROUP BY
                                    1,
                                    2
                                ) AS `t135`
                                  ON `t132`.`game_date` = `t135`.`game_date`
                                  AND `t132`.`player_id` = `t135`.`player_id`
                              ) AS `t136`
                            ) AS `t137`
                          ) AS `t139`
                          LEFT OUTER JOIN `t64` AS `t71`
                            ON `t139`.`player_id` = `t71`.`player_id`
                            AND `t71`.`state_date` < `t139`.`game_date`
                            AND `t139`.`game_date` <= `t71`.`state_until`
                        ) AS `t140`
                      ) AS `t142`
                      LEFT OUTER JOIN (
                        SELECT
                          `t85`.`game_id`,
                          `t85`.`player_lookup` AS `named_as`,
                          `t85`.`injury_status`,
                          `t85`.`report_team`
                        FROM (
                          SELECT
                            `t81`.*
                            EXCEPT (`game_date`)
                          FROM (
                            SELECT
                              `t78`.`game_date`,
                              `t78`.`game_id`,
                              `t78`.`player_lookup`,
                              `t78`.`injury_status`,
                              `t78`.`team` AS `report_team`
                            FROM `t75` AS `t78`
                            WHERE
                              `t78`.`rank` = 0
                          ) AS `t81`
                        ) AS `t85`
                      ) AS `t90`
                        ON `t142`.`game_id` = `t90`.`game_id` AND `t142`.`named_as` = `t90`.`named_as`
                    ) AS `t143`
                  ) AS `t145`
                  LEFT OUTER JOIN (
                    SELECT
                      `t114`.`game_id`,
                      `t114`.`player_lookup` AS `named_as`,
                      `t114`.`points_line`,
                      `t114`.`points_line_mean`,
                      `t114`.`opening_line`,
                      `t114`.`line_move`,
                      `t114`.`n_books`,
                      `t114`.`line_source`,
                      `t114`.`over_price`,
                      `t114`.`under_price`,
                      `t114`.`market_over_probability`
                    FROM (
                      SELECT
                        `t113`.*
                        EXCEPT (`game_date`)
                      FROM (
                        SELECT
                          `t110`.`game_date`,
                          `t110`.`game_id`,
                          `t110`.`player_lookup`,
                          MAX(`t110`.`points_line`) AS `points_line`,
                          AVG(`t110`.`line`) AS `points_line_mean`,
                          AVG(`t110`.`opening_line`) AS `opening_line`,
                          AVG(`t110`.`line_move`) AS `line_move`,
                          GREATEST(SUM(CAST(`t110`.`source` <> 1 AS INT64)), MAX(COALESCE(`t110`.`n_books`, 1))) AS `n_books`,
                          CASE MIN(`t110`.`source`)
                            WHEN 0
                            THEN 'sportsbook'
                            WHEN 1
                            THEN 'consensus'
                            WHEN 2
                            THEN 'dfs'
                            ELSE NULL
                          END AS `line_source`,
                          MAX(IF(`t110`.`typical`, `t110`.`over_price`, NULL)) AS `over_price`,
                          MAX(IF(`t110`.`typical`, `t110`.`under_price`, NULL)) AS `under_price`,
                          AVG(`t110`.`fair`) AS `market_over_probability`
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
                            `t107`.`distance`,
                            (
                              (
                                ROW_NUMBER() OVER (
                                  PARTITION BY `t107`.`game_date`, `t107`.`game_id`, `t107`.`player_lookup`
                                  ORDER BY `t107`.`fair` IS NULL ASC, `t107`.`distance` ASC, `t107`.`book` ASC
                                ) - 1
                              ) = 0
                            )
                            AND (
                              `t107`.`fair` IS NOT NULL
                            ) AS `typical`
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
                              `t105`.`fair`,
                              `t105`.`line_move`,
                              `t105`.`points_line`,
                              CAST(ROUND(
                                ABS(
                                  `t105`.`fair` - AVG(`t105`.`fair`) OVER (
                                    PARTITION BY `t105`.`game_date`, `t105`.`game_id`, `t105`.`player_lookup`
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  )
                                ),
                                6
                              ) AS FLOAT64) AS `distance`
                            FROM (
                              SELECT
                                `t103`.`game_date`,
                                `t103`.`game_id`,
                                `t103`.`player_lookup`,
                                `t103`.`snapshot_known`,
                                `t103`.`line`,
                                `t103`.`over_price`,
                                `t103`.`under_price`,
                                `t103`.`n_books`,
                                `t103`.`book`,
                                `t103`.`source`,
                                `t103`.`opening_line`,
                                IF(`t103`.`line` = `t103`.`points_line`, `t103`.`fair`, CAST(NULL AS FLOAT64)) AS `fair`,
                                `t103`.`line_move`,
                                `t103`.`points_line`
                              FROM (
                                SELECT
                                  `t101`.*
                                  EXCEPT (`mean`, `votes`)
                                FROM (
                                  SELECT
                                    `t98`.`game_date`,
                                    `t98`.`game_id`,
                                    `t98`.`player_lookup`,
                                    `t98`.`snapshot_known`,
                                    `t98`.`line`,
                                    `t98`.`over_price`,
                                    `t98`.`under_price`,
                                    `t98`.`n_books`,
                                    `t98`.`book`,
                                    `t98`.`source`,
                                    `t98`.`opening_line`,
                                    `t98`.`fair`,
                                    `t98`.`line_move`,
                                    `t98`.`votes`,
                                    `t98`.`mean`,
                                    FIRST_VALUE(`t98`.`line`) OVER (
                                      PARTITION BY `t98`.`game_date`, `t98`.`game_id`, `t98`.`player_lookup`
                                      ORDER BY `t98`.`votes` DESC, ABS(`t98`.`line` - `t98`.`mean`) ASC, `t98`.`line` ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ) AS `points_line`
                                  FROM (
                                    SELECT
                                      `t95`.`game_date`,
                                      `t95`.`game_id`,
                                      `t95`.`player_lookup`,
                                      `t95`.`snapshot_known`,
                                      `t95`.`line`,
                                      `t95`.`over_price`,
                                      `t95`.`under_price`,
                                      `t95`.`n_books`,
                                      `t95`.`book`,
                                      `t95`.`source`,
                                      `t95`.`opening_line`,
                                      `t95`.`fair`,
                                      `t95`.`line_move`,
                                      COUNT(*) OVER (
                                        PARTITION BY `t95`.`game_date`, `t95`.`game_id`, `t95`.`player_lookup`, CAST(`t95`.`line` AS STRING)
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS `votes`,
                                      AVG(`t95`.`line`) OVER (
                                        PARTITION BY `t95`.`game_date`, `t95`.`game_id`, `t95`.`player_lookup`
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS `mean`
                                    FROM (
                                      SELECT
                                        `t94`.*
                                        EXCEPT (`bookmaker`, `over`, `rank`, `snapshot_at`)
                                      FROM (
                                        SELECT
                                          `t83`.`game_date`,
                                          `t83`.`game_id`,
                                          `t83`.`player_lookup`,
                                          `t83`.`bookmaker`,
                                          `t83`.`snapshot_at`,
                                          `t83`.`snapshot_known`,
                                          `t83`.`line`,
                                          `t83`.`over_price`,
                                          `t83`.`under_price`,
                                          `t83`.`n_books`,
                                          `t83`.`book`,
                                          `t83`.`source`,
                                          `t83`.`rank`,
                                          IF(`t83`.`snapshot_known`, `t83`.`opening_line`, CAST(NULL AS FLOAT64)) AS `opening_line`,
                                          `t83`.`over`,
                                          IF(
                                            (
                                              `t83`.`source` <> 2
                                            ) AND (
                                              ABS(`t83`.`over` - 0.5) <= 0.1
                                            ),
                                            `t83`.`over`,
                                            CAST(NULL AS FLOAT64)
                                          ) AS `fair`,
                                          `t83`.`line` - IF(`t83`.`snapshot_known`, `t83`.`opening_line`, CAST(NULL AS FLOAT64)) AS `line_move`
                                        FROM (
                                          SELECT
                                            `t73`.`game_date`,
                                            `t73`.`game_id`,
                                            `t73`.`player_lookup`,
                                            `t73`.`bookmaker`,
                                            `t73`.`snapshot_at`,
                                            `t73`.`snapshot_known`,
                                            `t73`.`line`,
                                            `t73`.`over_price`,
                                            `t73`.`under_price`,
                                            `t73`.`n_books`,
                                            `t73`.`book`,
                                            `t73`.`source`,
                                            ROW_NUMBER() OVER (
                                              PARTITION BY `t73`.`game_date`, `t73`.`game_id`, `t73`.`player_lookup`, `t73`.`book`
                                              ORDER BY `t73`.`snapshot_at` DESC, `t73`.`bookmaker` ASC, `t73`.`line` ASC
                                            ) - 1 AS `rank`,
                                            FIRST_VALUE(`t73`.`line`) OVER (
                                              PARTITION BY `t73`.`game_date`, `t73`.`game_id`, `t73`.`player_lookup`, `t73`.`book`
                                              ORDER BY NOT (
                                                `t73`.`snapshot_known`
                                              ) ASC, `t73`.`snapshot_at` ASC, `t73`.`bookmaker` ASC, `t73`.`line` ASC
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                            ) AS `opening_line`,
                                            ieee_divide(
                                              ieee_divide(
                                                IF(`t73`.`over_price` < 0, ABS(`t73`.`over_price`), 100),
                                                ABS(`t73`.`over_price`) + 100
                                              ),
                                              ieee_divide(
                                                IF(`t73`.`over_price` < 0, ABS(`t73`.`over_price`), 100),
                                                ABS(`t73`.`over_price`) + 100
                                              ) + ieee_divide(
                                                IF(`t73`.`under_price` < 0, ABS(`t73`.`under_price`), 100),
                                                ABS(`t73`.`under_price`) + 100
                                              )
                                            ) AS `over`
                                          FROM (
                                            SELECT
                                              `t70`.*
                                              EXCEPT (`best`)
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  `t50`.`game_date`,
                                                  `t50`.`game_id`,
                                                  `t50`.`player_lookup`,
                                                  `t50`.`bookmaker`,
                                                  `t50`.`snapshot_at`,
                                                  `t50`.`snapshot_known`,
                                                  `t50`.`line`,
                                                  `t50`.`over_price`,
                                                  `t50`.`under_price`,
                                                  `t50`.`n_books`,
                                                  `t50`.`book`,
                                                  `t50`.`source`,
                                                  MIN(`t50`.`source`) OVER (
                                                    PARTITION BY `t50`.`game_date`, `t50`.`game_id`, `t50`.`player_lookup`
                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                  ) AS `best`
                                                FROM (
                                                  SELECT
                                                    `t43`.`game_date`,
                                                    `t43`.`game_id`,
                                                    `t43`.`player_lookup`,
                                                    `t43`.`bookmaker`,
                                                    `t43`.`snapshot_at`,
                                                    `t43`.`snapshot_known`,
                                                    `t43`.`line`,
                                                    `t43`.`over_price`,
                                                    `t43`.`under_price`,
                                                    `t43`.`n_books`,
                                                    CASE `t43`.`bookmaker`
                                                      WHEN 'unibet_us'
                                                      THEN 'betrivers'
                                                      WHEN 'bet365_alt'
                                                      THEN 'bet365'
                                                      ELSE `t43`.`bookmaker`
                                                    END AS `book`,
                                                    CASE `t43`.`book_type`
                                                      WHEN 'sportsbook'
                                                      THEN 0
                                                      WHEN 'consensus'
                                                      THEN 1
                                                      WHEN 'dfs'
                                                      THEN 2
                                                      ELSE NULL
                                                    END AS `source`
                                                  FROM `t42` AS `t43`
                                                  WHERE
                                                    `t43`.`snapshot_at` < `t43`.`cutoff_at`
                                                    AND (
                                                      (
                                                        `t43`.`minutes_before_tipoff` IS NULL
                                                      )
                                                      OR (
                                                        `t43`.`minutes_before_tipoff` > 0
                                                      )
                                                    )
                                                ) AS `t50`
                                              ) AS `t59`
                                              WHERE
                                                (
                                                  `t59`.`source` <> 2
                                                ) OR (
                                                  `t59`.`best` = 2
                                                )
                                            ) AS `t70`
                                          ) AS `t73`
                                        ) AS `t83`
                                        WHERE
                                          `t83`.`rank` = 0
                                      ) AS `t94`
                                    ) AS `t95`
                                  ) AS `t98`
                                ) AS `t101`
                              ) AS `t103`
                            ) AS `t105`
                          ) AS `t107`
                        ) AS `t110`
                        GROUP BY
                          1,
                          2,
                          3
                      ) AS `t113`
                    ) AS `t114`
                  ) AS `t117`
                    ON `t145`.`game_id` = `t117`.`game_id` AND `t145`.`named_as` = `t117`.`named_as`
                ) AS `t146`
              ) AS `t148`
              LEFT OUTER JOIN (
                SELECT
                  `t60`.*
                  EXCEPT (`more_game_id`)
                FROM (
                  SELECT
                    `t18`.`game_id`,
                    `t18`.`season`,
                    `t18`.`season_type`,
                    `t18`.`tipoff_at`,
                    `t55`.`game_id` AS `more_game_id`,
                    `t55`.`home_spread`,
                    `t55`.`total`
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
                      `t45`.`game_id`,
                      AVG(`t45`.`home_spread`) AS `home_spread`,
                      AVG(`t45`.`total`) AS `total`
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
                          `t37`.`cutoff_at`
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
                        ) AS `t37`
                          ON `t5`.`game_id` = `t37`.`game_id`
                      ) AS `t40`
                      WHERE
                        `t40`.`quoted_at` < `t40`.`cutoff_at`
                    ) AS `t45`
                    GROUP BY
                      1
                  ) AS `t55`
                    ON `t18`.`game_id` = `t55`.`game_id`
                ) AS `t60`
              ) AS `t69`
                ON `t148`.`game_id` = `t69`.`game_id`
            ) AS `t149`
          ) AS `t150`
        ) AS `t152`
        LEFT OUTER JOIN (
          SELECT
            `t87`.`game_id`,
            `t87`.`team`,
            `t87`.`opponent`,
            `t87`.`is_home`,
            `t87`.`covered`,
            `t87`.`team` AS `latest_team`
          FROM (
            SELECT
              `t31`.`game_id`,
              `t31`.`team`,
              `t31`.`opponent`,
              `t31`.`is_home`,
              `t80`.`game_id` AS `more_game_id`,
              `t80`.`team` AS `more_team`,
              `t80`.`covered`
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
                `t74`.`game_id`,
                `t74`.`team`,
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
                      FROM `t56` AS `t58`
                      WHERE
                        `t58`.`report_at` = `t58`.`latest`
                    ) AS `t66`
                    WHERE
                      `t24`.`game_id` = `t66`.`game_id`
                  )
                  AND NOT EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM `t56` AS `t58`
                      WHERE
                        `t58`.`report_at` = `t58`.`latest` AND `t58`.`status` = 'NOT_SUBMITTED'
                    ) AS `t67`
                    WHERE
                      `t24`.`game_id` = `t67`.`game_id` AND `t24`.`team` = `t67`.`team`
                  )
              ) AS `t74`
            ) AS `t80`
              ON `t31`.`game_id` = `t80`.`game_id` AND `t31`.`team` = `t80`.`team`
          ) AS `t87`
        ) AS `t92`
          ON `t152`.`game_id` = `t92`.`game_id` AND `t152`.`latest_team` = `t92`.`latest_team`
      ) AS `t153`
    ) AS `t154`
  ) AS `t155`
) AS `t156`

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
  `t37`.`game_date`,
  `t37`.`game_id`,
  `t37`.`reason`,
  `t37`.`player_lookup` AS `item`
FROM (
  SELECT
    `t36`.`game_date`,
    `t36`.`game_id`,
    `t36`.`player_lookup`,
    `t36`.`named_by`,
    `t36`.`home_team`,
    `t36`.`away_team`,
    `t36`.`player_id`,
    CASE
      WHEN `t36`.`namesakes` IS NULL
      THEN 'nobody of this name was in a boxscore before'
      WHEN `t36`.`player_id` IS NULL
      THEN 'several players have this name'
      WHEN `t36`.`spelling` > 0
      THEN 'another spelling in this game names the same player'
      ELSE NULL
    END AS `reason`
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
      `t35`.`player_id`,
      ROW_NUMBER() OVER (
        PARTITION BY `t35`.`game_id`, `t35`.`player_id`
        ORDER BY `t35`.`player_lookup` ASC
      ) - 1 AS `spelling`
    FROM (
      SELECT
        `t34`.`game_date`,
        `t34`.`game_id`,
        `t34`.`player_lookup`,
        `t34`.`named_by`,
        `t34`.`home_team`,
        `t34`.`away_team`,
        `t34`.`found_game_id`,
        `t34`.`found_player_lookup`,
        `t34`.`namesakes`,
        `t34`.`any_of_them`,
        `t34`.`playing`,
        `t34`.`one_playing`,
        CASE
          WHEN `t34`.`playing` = 1
          THEN `t34`.`one_playing`
          WHEN (
            `t34`.`playing` = 0
          ) AND (
            `t34`.`namesakes` = 1
          )
          THEN `t34`.`any_of_them`
          ELSE NULL
        END AS `player_id`
      FROM (
        SELECT
          `t28`.`game_date`,
          `t28`.`game_id`,
          `t28`.`player_lookup`,
          `t28`.`named_by`,
          `t9`.`home_team`,
          `t9`.`away_team`,
          `t33`.`game_id` AS `found_game_id`,
          `t33`.`player_lookup` AS `found_player_lookup`,
          `t33`.`namesakes`,
          `t33`.`any_of_them`,
          `t33`.`playing`,
          `t33`.`one_playing`
        FROM (
          SELECT
            `t26`.`game_date`,
            `t26`.`game_id`,
            `t26`.`player_lookup`,
            MIN(`t26`.`named_by`) AS `named_by`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t20`.`game_date`,
                `t20`.`game_id`,
                `t20`.`player_lookup`,
                1 AS `named_by`
              FROM (
                SELECT DISTINCT
                  `t17`.`game_date`,
                  `t17`.`game_id`,
                  `t17`.`player_lookup`
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
                    `t16`.`cutoff_at`
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
                  ) AS `t16`
                    ON `t4`.`game_id` = `t16`.`game_id`
                ) AS `t17`
                WHERE
                  `t17`.`snapshot_at` < `t17`.`cutoff_at`
                  AND (
                    (
                      `t17`.`minutes_before_tipoff` IS NULL
                    )
                    OR (
                      `t17`.`minutes_before_tipoff` > 0
                    )
                  )
              ) AS `t20`
            ) AS `t21`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t24`.`game_date`,
                `t24`.`game_id`,
                `t24`.`player_lookup`,
                2 AS `named_by`
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
                  `t23`.`injury_status`,
                  ROW_NUMBER() OVER (
                    PARTITION BY `t23`.`game_id`, `t23`.`player_lookup`
                    ORDER BY CASE `t23`.`injury_status`
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
                    END ASC, `t23`.`team` ASC
                  ) - 1 AS `rank`
                FROM (
                  SELECT
                    `t22`.`game_date`,
                    `t22`.`game_id`,
                    `t22`.`report_at`,
                    `t22`.`team`,
                    `t22`.`player_lookup`,
                    `t22`.`player_name`,
                    `t22`.`status`,
                    `t22`.`reason`,
                    `t22`.`cutoff_at`,
                    `t22`.`latest`,
                    LOWER(`t22`.`status`) AS `injury_status`
                  FROM (
                    SELECT
                      `t19`.`game_date`,
                      `t19`.`game_id`,
                      `t19`.`report_at`,
                      `t19`.`team`,
                      `t19`.`player_lookup`,
                      `t19`.`player_name`,
                      `t19`.`status`,
                      `t19`.`reason`,
                      `t19`.`cutoff_at`,
                      MAX(`t19`.`report_at`) OVER (
                        PARTITION BY `t19`.`game_id`
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
                          `t16`.`cutoff_at`
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
                        ) AS `t16`
                          ON `t5`.`game_id` = `t16`.`game_id`
                      ) AS `t18`
                      WHERE
                        `t18`.`report_at` < `t18`.`cutoff_at`
                    ) AS `t19`
                  ) AS `t22`
                  WHERE
                    `t22`.`report_at` = `t22`.`latest` AND `t22`.`status` <> 'NOT_SUBMITTED'
                ) AS `t23`
              ) AS `t24`
              WHERE
                `t24`.`rank` = 0
            ) AS `t25`
          ) AS `t26`
          GROUP BY
            1,
            2,
            3
        ) AS `t28`
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
          ON `t28`.`game_id` = `t9`.`game_id`
        LEFT OUTER JOIN (
          SELECT
            `t31`.`game_id`,
            `t31`.`player_lookup`,
            COUNT(*) AS `namesakes`,
            MAX(`t31`.`player_id`) AS `any_of_them`,
            SUM(
              CAST((
                `t31`.`latest_team` = `t31`.`home_team`
              )
              OR (
                `t31`.`latest_team` = `t31`.`away_team`
              ) AS INT64)
            ) AS `playing`,
            MAX(
              IF(
                (
                  `t31`.`latest_team` = `t31`.`home_team`
                )
                OR (
                  `t31`.`latest_team` = `t31`.`away_team`
                ),
                `t31`.`player_id`,
                NULL
              )
            ) AS `one_playing`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t29`.*
                EXCEPT (`state_player_id`, `state_player_lookup`, `state_until`)
              FROM (
                SELECT
                  `t28`.`game_date`,
                  `t28`.`game_id`,
                  `t28`.`player_lookup`,
                  `t9`.`home_team`,
                  `t9`.`away_team`,
                  `t12`.`player_id`,
                  `t14`.`player_lookup` AS `state_player_lookup`,
                  `t14`.`player_id` AS `state_player_id`,
                  `t14`.`latest_team`,
                  `t14`.`state_date`,
                  `t14`.`state_until`
                FROM (
                  SELECT
                    `t26`.`game_date`,
                    `t26`.`game_id`,
                    `t26`.`player_lookup`,
                    MIN(`t26`.`named_by`) AS `named_by`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t20`.`game_date`,
                        `t20`.`game_id`,
                        `t20`.`player_lookup`,
                        1 AS `named_by`
                      FROM (
                        SELECT DISTINCT
                          `t17`.`game_date`,
                          `t17`.`game_id`,
                          `t17`.`player_lookup`
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
                            `t16`.`cutoff_at`
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
                          ) AS `t16`
                            ON `t4`.`game_id` = `t16`.`game_id`
                        ) AS `t17`
                        WHERE
                          `t17`.`snapshot_at` < `t17`.`cutoff_at`
                          AND (
                            (
                              `t17`.`minutes_before_tipoff` IS NULL
                            )
                            OR (
                              `t17`.`minutes_before_tipoff` > 0
                            )
                          )
                      ) AS `t20`
                    ) AS `t21`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t24`.`game_date`,
                        `t24`.`game_id`,
                        `t24`.`player_lookup`,
                        2 AS `named_by`
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
                          `t23`.`injury_status`,
                          ROW_NUMBER() OVER (
                            PARTITION BY `t23`.`game_id`, `t23`.`player_lookup`
                            ORDER BY CASE `t23`.`injury_status`
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
                            END ASC, `t23`.`team` ASC
                          ) - 1 AS `rank`
                        FROM (
                          SELECT
                            `t22`.`game_date`,
                            `t22`.`game_id`,
                            `t22`.`report_at`,
                            `t22`.`team`,
                            `t22`.`player_lookup`,
                            `t22`.`player_name`,
                            `t22`.`status`,
                            `t22`.`reason`,
                            `t22`.`cutoff_at`,
                            `t22`.`latest`,
                            LOWER(`t22`.`status`) AS `injury_status`
                          FROM (
                            SELECT
                              `t19`.`game_date`,
                              `t19`.`game_id`,
                              `t19`.`report_at`,
                              `t19`.`team`,
                              `t19`.`player_lookup`,
                              `t19`.`player_name`,
                              `t19`.`status`,
                              `t19`.`reason`,
                              `t19`.`cutoff_at`,
                              MAX(`t19`.`report_at`) OVER (
                                PARTITION BY `t19`.`game_id`
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
                                  `t16`.`cutoff_at`
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
                                ) AS `t16`
                                  ON `t5`.`game_id` = `t16`.`game_id`
                              ) AS `t18`
                              WHERE
                                `t18`.`report_at` < `t18`.`cutoff_at`
                            ) AS `t19`
                          ) AS `t22`
                          WHERE
                            `t22`.`report_at` = `t22`.`latest` AND `t22`.`status` <> 'NOT_SUBMITTED'
                        ) AS `t23`
                      ) AS `t24`
                      WHERE
                        `t24`.`rank` = 0
                    ) AS `t25`
                  ) AS `t26`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t28`
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
                  ON `t28`.`game_id` = `t9`.`game_id`
                INNER JOIN (
                  SELECT DISTINCT
                    `t10`.`player_lookup`,
                    `t10`.`player_id`
                  FROM `t8` AS `t10`
                ) AS `t12`
                  ON `t28`.`player_lookup` = `t12`.`player_lookup`
                LEFT OUTER JOIN (
                  SELECT
                    `t10`.`player_lookup`,
                    `t10`.`player_id`,
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
                ) AS `t14`
                  ON `t28`.`player_lookup` = `t14`.`player_lookup`
                  AND `t12`.`player_id` = `t14`.`player_id`
                  AND `t14`.`state_date` < `t28`.`game_date`
                  AND `t28`.`game_date` <= `t14`.`state_until`
              ) AS `t29`
            ) AS `t30`
            WHERE
              `t30`.`state_date` IS NOT NULL
          ) AS `t31`
          GROUP BY
            1,
            2
        ) AS `t33`
          ON `t28`.`game_id` = `t33`.`game_id`
          AND `t28`.`player_lookup` = `t33`.`player_lookup`
      ) AS `t34`
    ) AS `t35`
  ) AS `t36`
) AS `t37`
WHERE
  `t37`.`reason` IS NOT NULL

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

-- hashable
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
  CASE
    WHEN ABS(`t0`.`minutes_last_7`) < 900719925474.0992
    THEN `t0`.`minutes_last_7`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_last_7`,
  CASE
    WHEN ABS(`t0`.`minutes_last_14`) < 900719925474.0992
    THEN `t0`.`minutes_last_14`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_last_14`,
  `t0`.`games_this_season`,
  `t0`.`minutes_rank`,
  CASE
    WHEN ABS(`t0`.`points_line`) < 900719925474.0992
    THEN `t0`.`points_line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_line`,
  CASE
    WHEN ABS(`t0`.`points_line_mean`) < 900719925474.0992
    THEN `t0`.`points_line_mean`
    ELSE CAST(NULL AS FLOAT64)
  END AS `points_line_mean`,
  CASE
    WHEN ABS(`t0`.`opening_line`) < 900719925474.0992
    THEN `t0`.`opening_line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `opening_line`,
  CASE
    WHEN ABS(`t0`.`line_move`) < 900719925474.0992
    THEN `t0`.`line_move`
    ELSE CAST(NULL AS FLOAT64)
  END AS `line_move`,
  `t0`.`n_books`,
  `t0`.`line_source`,
  `t0`.`over_price`,
  `t0`.`under_price`,
  CASE
    WHEN ABS(`t0`.`market_over_probability`) < 900719925474.0992
    THEN `t0`.`market_over_probability`
    ELSE CAST(NULL AS FLOAT64)
  END AS `market_over_probability`,
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
  `t0`.`injury_status`,
  `t0`.`star_teammates_out`
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
