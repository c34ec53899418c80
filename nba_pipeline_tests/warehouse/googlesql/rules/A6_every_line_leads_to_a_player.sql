-- counts
WITH `t32` AS (
  SELECT
    `t27`.`game_date`,
    `t27`.`game_id`,
    `t27`.`subject`,
    CASE
      WHEN NOT (
        (
          `t12`.`books` = 1
        ) AND (
          `t13`.`books_in_game` > 1
        )
      )
      THEN `t31`.`fact`
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN NOT (
        (
          `t12`.`books` = 1
        ) AND (
          `t13`.`books_in_game` > 1
        )
      )
      THEN `t31`.`fact`
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t24`.`game_date`,
      `t24`.`game_id`,
      `t24`.`player_lookup` AS `subject`
    FROM (
      SELECT DISTINCT
        `t21`.`game_date`,
        `t21`.`game_id`,
        `t21`.`player_lookup`
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
          `t19`.`cutoff_at`
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
        ) AS `t19`
          ON `t5`.`game_id` = `t19`.`game_id`
      ) AS `t21`
      WHERE
        `t21`.`snapshot_at` < `t21`.`cutoff_at`
        AND (
          (
            `t21`.`minutes_before_tipoff` IS NULL
          )
          OR (
            `t21`.`minutes_before_tipoff` > 0
          )
        )
    ) AS `t24`
  ) AS `t27`
  LEFT OUTER JOIN (
    SELECT
      `t29`.`game_date`,
      `t29`.`game_id`,
      `t29`.`subject`,
      `t29`.`fact`
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
                    `t7`.`receipt_id`,
                    `t7`.`publication_id`,
                    `t7`.`table_name`,
                    `t7`.`game_date`,
                    `t7`.`revision`,
                    `t7`.`state`,
                    `t7`.`rows`,
                    `t7`.`content_hash`,
                    `t7`.`reason`,
                    `t7`.`gaps`,
                    `t7`.`inputs`,
                    `t7`.`code_version`,
                    `t7`.`run_id`,
                    `t7`.`published_at`
                  FROM `receipts` AS `t7`
                  WHERE
                    EXISTS(
                      SELECT
                        1
                      FROM (
                        SELECT
                          `t4`.`table_name`,
                          `t4`.`game_date`,
                          MAX(`t4`.`revision`) AS `revision`
                        FROM `receipts` AS `t4`
                        GROUP BY
                          1,
                          2
                      ) AS `t14`
                      WHERE
                        `t7`.`table_name` = `t14`.`table_name`
                        AND `t7`.`game_date` = `t14`.`game_date`
                        AND `t7`.`revision` = `t14`.`revision`
                    )
                ) AS `t20`
                WHERE
                  `t6`.`publication_id` = `t20`.`publication_id`
                  AND `t6`.`table_name` = `t20`.`table_name`
                  AND `t6`.`game_date` = `t20`.`game_date`
              )
          ) AS `t22`
          WHERE
            `t22`.`table_name` IN ('nba_analytics.upcoming_player_game_context')
            AND `t22`.`item` IS NOT NULL
            AND `t22`.`game_id` IS NOT NULL
        ) AS `t23`
        GROUP BY
          1,
          2,
          3
      ) AS `t26`
      WHERE
        `t26`.`fact` <> 'another spelling in this game names the same player'
    ) AS `t29`
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            `t10`.`game_id`,
            `t10`.`player_lookup` AS `subject`,
            `t10`.`player_id`
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
          ) AS `t10`
          WHERE
            `t10`.`namesakes` = 1
        ) AS `t16`
        WHERE
          `t29`.`game_id` = `t16`.`game_id` AND `t29`.`subject` = `t16`.`subject`
      )
  ) AS `t31`
    ON `t27`.`game_date` = `t31`.`game_date`
    AND `t27`.`game_id` = `t31`.`game_id`
    AND `t27`.`subject` = `t31`.`subject`
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
  ) AS `t12`
    ON `t27`.`game_date` = `t12`.`game_date`
    AND `t27`.`game_id` = `t12`.`game_id`
    AND `t27`.`subject` = `t12`.`subject`
  INNER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      COUNT(DISTINCT `t0`.`bookmaker`) AS `books_in_game`
    FROM `points_props` AS `t0`
    GROUP BY
      1,
      2
  ) AS `t13`
    ON `t27`.`game_date` = `t13`.`game_date` AND `t27`.`game_id` = `t13`.`game_id`
)
SELECT
  `t40`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t36`.`game_date`,
    `t36`.`expected`,
    `t36`.`actual`,
    `t39`.`game_date` AS `missing_game_date`,
    `t39`.`game_id`,
    `t39`.`subject`,
    `t39`.`fact`,
    `t39`.`place`
  FROM (
    SELECT
      `t33`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t33`.`present`) AS `actual`
    FROM `t32` AS `t33`
    GROUP BY
      1
  ) AS `t36`
  LEFT OUTER JOIN (
    SELECT
      `t37`.`game_date`,
      `t37`.`game_id`,
      `t37`.`subject`,
      `t37`.`fact`,
      `t37`.`place`
    FROM (
      SELECT
        `t35`.`game_date`,
        `t35`.`game_id`,
        `t35`.`subject`,
        `t35`.`present`,
        `t35`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t35`.`game_date` ORDER BY `t35`.`game_id` ASC, `t35`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t35`.`game_date`, `t35`.`game_id` ORDER BY `t35`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t33`.`game_date`,
          COALESCE(`t33`.`game_id`, '') AS `game_id`,
          `t33`.`subject`,
          `t33`.`present`,
          `t33`.`fact`
        FROM `t32` AS `t33`
        WHERE
          NOT (
            `t33`.`present`
          )
      ) AS `t35`
    ) AS `t37`
    WHERE
      (
        `t37`.`place` < 20
      ) OR (
        `t37`.`of_game` = 0
      )
  ) AS `t39`
    ON `t36`.`game_date` = `t39`.`game_date`
) AS `t40`
