-- counts
WITH `t31` AS (
  SELECT
    `t25`.`game_date`,
    `t25`.`game_id`,
    `t25`.`subject`,
    CASE
      WHEN NOT (
        (
          `t10`.`books` = 1
        ) AND (
          `t11`.`books_in_game` > 1
        )
      )
      THEN `t30`.`fact`
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN NOT (
        (
          `t10`.`books` = 1
        ) AND (
          `t11`.`books_in_game` > 1
        )
      )
      THEN `t30`.`fact`
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t22`.`game_date`,
      `t22`.`game_id`,
      `t22`.`player_lookup` AS `subject`
    FROM (
      SELECT DISTINCT
        `t20`.`game_date`,
        `t20`.`game_id`,
        `t20`.`player_lookup`
      FROM (
        SELECT
          `t5`.`game_date`,
          `t5`.`game_id`,
          `t5`.`player_lookup`,
          `t5`.`bookmaker`,
          `t5`.`snapshot_at`,
          `t5`.`snapshot_known`,
          `t5`.`minutes_before_tipoff`,
          `t5`.`player_name`,
          `t5`.`book_type`,
          `t5`.`line`,
          `t5`.`over_price`,
          `t5`.`under_price`,
          `t5`.`n_books`,
          `t5`.`n_quotes`,
          `t17`.`cutoff_at`
        FROM `points_props` AS `t5`
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
        ) AS `t17`
          ON `t5`.`game_id` = `t17`.`game_id`
      ) AS `t20`
      WHERE
        `t20`.`snapshot_at` < `t20`.`cutoff_at`
        AND (
          (
            `t20`.`minutes_before_tipoff` IS NULL
          )
          OR (
            `t20`.`minutes_before_tipoff` > 0
          )
        )
    ) AS `t22`
  ) AS `t25`
  LEFT OUTER JOIN (
    SELECT
      `t28`.`game_date`,
      `t28`.`game_id`,
      `t28`.`subject`,
      `t28`.`fact`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t23`.`game_date`,
          `t23`.`game_id`,
          `t23`.`item` AS `subject`,
          MIN(`t23`.`reason`) AS `fact`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t6`.`publication_id`,
              `t6`.`table_name`,
              `t6`.`game_date`,
              `t6`.`game_id`,
              `t6`.`item`,
              `t6`.`reason`,
              `t6`.`row`,
              `t6`.`quarantined_at`
            FROM `quarantine` AS `t6`
            WHERE
              EXISTS(
                SELECT
                  1
                FROM (
                  SELECT
                    `t16`.*
                    EXCEPT (`_rank`)
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t4`.`receipt_id`,
                        `t4`.`publication_id`,
                        `t4`.`table_name`,
                        `t4`.`game_date`,
                        `t4`.`revision`,
                        `t4`.`state`,
                        `t4`.`rows`,
                        `t4`.`content_hash`,
                        `t4`.`reason`,
                        `t4`.`gaps`,
                        `t4`.`inputs`,
                        `t4`.`code_version`,
                        `t4`.`run_id`,
                        `t4`.`published_at`,
                        ROW_NUMBER() OVER (PARTITION BY `t4`.`table_name`, `t4`.`game_date` ORDER BY `t4`.`revision` DESC) - 1 AS `_rank`
                      FROM `receipts` AS `t4`
                    ) AS `t12`
                    WHERE
                      `t12`.`_rank` = 0
                  ) AS `t16`
                ) AS `t19`
                WHERE
                  `t6`.`publication_id` = `t19`.`publication_id`
                  AND `t6`.`table_name` = `t19`.`table_name`
                  AND `t6`.`game_date` = `t19`.`game_date`
              )
          ) AS `t21`
          WHERE
            `t21`.`table_name` IN ('nba_analytics.upcoming_player_game_context')
            AND `t21`.`item` IS NOT NULL
            AND `t21`.`game_id` IS NOT NULL
        ) AS `t23`
        GROUP BY
          1,
          2,
          3
      ) AS `t26`
      WHERE
        `t26`.`fact` <> 'another spelling in this game names the same player'
    ) AS `t28`
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            `t9`.`game_id`,
            `t9`.`player_lookup` AS `subject`,
            `t9`.`player_id`
          FROM (
            SELECT
              `t2`.`game_id`,
              `t2`.`player_lookup`,
              COUNT(*) AS `namesakes`,
              MAX(`t2`.`player_id`) AS `player_id`
            FROM `player_boxscores` AS `t2`
            GROUP BY
              1,
              2
          ) AS `t9`
          WHERE
            `t9`.`namesakes` = 1
        ) AS `t14`
        WHERE
          `t28`.`game_id` = `t14`.`game_id` AND `t28`.`subject` = `t14`.`subject`
      )
  ) AS `t30`
    ON `t25`.`game_date` = `t30`.`game_date`
    AND `t25`.`game_id` = `t30`.`game_id`
    AND `t25`.`subject` = `t30`.`subject`
  INNER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_lookup` AS `subject`,
      COUNT(DISTINCT `t0`.`bookmaker`) AS `books`
    FROM `points_props` AS `t0`
    GROUP BY
      1,
      2,
      3
  ) AS `t10`
    ON `t25`.`game_date` = `t10`.`game_date`
    AND `t25`.`game_id` = `t10`.`game_id`
    AND `t25`.`subject` = `t10`.`subject`
  INNER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      COUNT(DISTINCT `t0`.`bookmaker`) AS `books_in_game`
    FROM `points_props` AS `t0`
    GROUP BY
      1,
      2
  ) AS `t11`
    ON `t25`.`game_date` = `t11`.`game_date` AND `t25`.`game_id` = `t11`.`game_id`
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
