-- counts
WITH `t13` AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t10`.`game_date`,
        `t10`.`game_id`,
        `t10`.`item` AS `subject`,
        MIN(`t10`.`reason`) AS `fact`
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
                  `t6`.*
                  EXCEPT (`_rank`)
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t2`.`receipt_id`,
                      `t2`.`publication_id`,
                      `t2`.`table_name`,
                      `t2`.`game_date`,
                      `t2`.`revision`,
                      `t2`.`state`,
                      `t2`.`rows`,
                      `t2`.`content_hash`,
                      `t2`.`reason`,
                      `t2`.`gaps`,
                      `t2`.`inputs`,
                      `t2`.`code_version`,
                      `t2`.`run_id`,
                      `t2`.`published_at`,
                      ROW_NUMBER() OVER (PARTITION BY `t2`.`table_name`, `t2`.`game_date` ORDER BY `t2`.`revision` DESC) - 1 AS `_rank`
                    FROM `receipts` AS `t2`
                  ) AS `t5`
                  WHERE
                    `t5`.`_rank` = 0
                ) AS `t6`
              ) AS `t8`
              WHERE
                `t3`.`publication_id` = `t8`.`publication_id`
                AND `t3`.`table_name` = `t8`.`table_name`
                AND `t3`.`game_date` = `t8`.`game_date`
            )
        ) AS `t9`
        WHERE
          `t9`.`table_name` IN ('nba_raw.player_boxscores', 'nba_analytics.upcoming_player_game_context')
          AND `t9`.`item` IS NOT NULL
          AND `t9`.`game_id` IS NOT NULL
      ) AS `t10`
      GROUP BY
        1,
        2,
        3
    ) AS `t11`
  ) AS `t12`
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
  ) AS `t4`
)
SELECT
  `t22`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t18`.`game_date`,
    `t18`.`expected`,
    `t18`.`actual`,
    `t21`.`game_date` AS `missing_game_date`,
    `t21`.`game_id`,
    `t21`.`subject`,
    `t21`.`fact`,
    `t21`.`place`
  FROM (
    SELECT
      `t15`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t15`.`present`) AS `actual`
    FROM (
      SELECT
        `t14`.`game_date`,
        `t14`.`game_id`,
        `t14`.`subject`,
        `t14`.`fact`,
        `t14`.`fact` IS NULL AS `present`
      FROM `t13` AS `t14`
    ) AS `t15`
    GROUP BY
      1
  ) AS `t18`
  LEFT OUTER JOIN (
    SELECT
      `t19`.`game_date`,
      `t19`.`game_id`,
      `t19`.`subject`,
      `t19`.`fact`,
      `t19`.`place`
    FROM (
      SELECT
        `t16`.`game_date`,
        `t16`.`game_id`,
        `t16`.`subject`,
        `t16`.`fact`,
        `t16`.`present`,
        ROW_NUMBER() OVER (PARTITION BY `t16`.`game_date` ORDER BY `t16`.`game_id` ASC, `t16`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t16`.`game_date`, `t16`.`game_id` ORDER BY `t16`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t14`.`game_date`,
          COALESCE(`t14`.`game_id`, '') AS `game_id`,
          `t14`.`subject`,
          `t14`.`fact`,
          `t14`.`fact` IS NULL AS `present`
        FROM `t13` AS `t14`
        WHERE
          NOT (
            `t14`.`fact` IS NULL
          )
      ) AS `t16`
    ) AS `t19`
    WHERE
      (
        `t19`.`place` < 20
      ) OR (
        `t19`.`of_game` = 0
      )
  ) AS `t21`
    ON `t18`.`game_date` = `t21`.`game_date`
) AS `t22`
