-- counts
WITH `t14` AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t11`.`game_date`,
        `t11`.`game_id`,
        `t11`.`item` AS `subject`,
        MIN(`t11`.`reason`) AS `fact`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t3`.`publication_id`,
            `t3`.`table_name`,
            `t3`.`game_date`,
            `t3`.`game_id`,
            `t3`.`item`,
            `t3`.`reason`,
            `t3`.`row`,
            `t3`.`quarantined_at`
          FROM `quarantine` AS `t3`
          WHERE
            EXISTS(
              SELECT
                1
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
                  `t4`.`published_at`
                FROM `receipts` AS `t4`
                WHERE
                  EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        `t2`.`table_name`,
                        `t2`.`game_date`,
                        MAX(`t2`.`revision`) AS `revision`
                      FROM `receipts` AS `t2`
                      GROUP BY
                        1,
                        2
                    ) AS `t7`
                    WHERE
                      `t4`.`table_name` = `t7`.`table_name`
                      AND `t4`.`game_date` = `t7`.`game_date`
                      AND `t4`.`revision` = `t7`.`revision`
                  )
              ) AS `t9`
              WHERE
                `t3`.`publication_id` = `t9`.`publication_id`
                AND `t3`.`table_name` = `t9`.`table_name`
                AND `t3`.`game_date` = `t9`.`game_date`
            )
        ) AS `t10`
        WHERE
          `t10`.`table_name` IN ('nba_raw.player_boxscores', 'nba_analytics.upcoming_player_game_context')
          AND `t10`.`item` IS NOT NULL
          AND `t10`.`game_id` IS NOT NULL
      ) AS `t11`
      GROUP BY
        1,
        2,
        3
    ) AS `t12`
  ) AS `t13`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      CAST(`t0`.`game_date` AS DATE) AS `game_date`,
      CAST(`t0`.`game_id` AS STRING) AS `game_id`,
      CAST(`t0`.`player_name` AS STRING) AS `subject`,
      CAST(NULL AS STRING) AS `fact`
    FROM `player_boxscores` AS `t0`
  ) AS `t5`
)
SELECT
  `t23`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t19`.`game_date`,
    `t19`.`expected`,
    `t19`.`actual`,
    `t22`.`game_date` AS `missing_game_date`,
    `t22`.`game_id`,
    `t22`.`subject`,
    `t22`.`fact`,
    `t22`.`place`
  FROM (
    SELECT
      `t16`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t16`.`present`) AS `actual`
    FROM (
      SELECT
        `t15`.`game_date`,
        `t15`.`game_id`,
        `t15`.`subject`,
        `t15`.`fact`,
        `t15`.`fact` IS NULL AS `present`
      FROM `t14` AS `t15`
    ) AS `t16`
    GROUP BY
      1
  ) AS `t19`
  LEFT OUTER JOIN (
    SELECT
      `t20`.`game_date`,
      `t20`.`game_id`,
      `t20`.`subject`,
      `t20`.`fact`,
      `t20`.`place`
    FROM (
      SELECT
        `t17`.`game_date`,
        `t17`.`game_id`,
        `t17`.`subject`,
        `t17`.`fact`,
        `t17`.`present`,
        ROW_NUMBER() OVER (PARTITION BY `t17`.`game_date` ORDER BY `t17`.`game_id` ASC, `t17`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t17`.`game_date`, `t17`.`game_id` ORDER BY `t17`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t15`.`game_date`,
          COALESCE(`t15`.`game_id`, '') AS `game_id`,
          `t15`.`subject`,
          `t15`.`fact`,
          `t15`.`fact` IS NULL AS `present`
        FROM `t14` AS `t15`
        WHERE
          NOT (
            `t15`.`fact` IS NULL
          )
      ) AS `t17`
    ) AS `t20`
    WHERE
      (
        `t20`.`place` < 20
      ) OR (
        `t20`.`of_game` = 0
      )
  ) AS `t22`
    ON `t19`.`game_date` = `t22`.`game_date`
) AS `t23`
