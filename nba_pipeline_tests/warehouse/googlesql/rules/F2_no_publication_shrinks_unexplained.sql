-- counts
WITH `t2` AS (
  SELECT
    `t1`.`game_date`,
    '' AS `game_id`,
    CONCAT(CONCAT(`t1`.`table_name`, ' revision '), CAST(`t1`.`revision` AS STRING)) AS `subject`,
    CASE
      WHEN (
        `t1`.`rows` < `t1`.`before`
      )
      AND NOT (
        INSTR(
          COALESCE(`t1`.`reason`, ''),
          CONCAT(
            CONCAT(CAST(`t1`.`before` AS STRING), ' rows became '),
            CAST(`t1`.`rows` AS STRING)
          )
        ) > 0
      )
      THEN CONCAT(
        CONCAT(CAST(`t1`.`before` AS STRING), ' rows became '),
        CAST(`t1`.`rows` AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN (
        `t1`.`rows` < `t1`.`before`
      )
      AND NOT (
        INSTR(
          COALESCE(`t1`.`reason`, ''),
          CONCAT(
            CONCAT(CAST(`t1`.`before` AS STRING), ' rows became '),
            CAST(`t1`.`rows` AS STRING)
          )
        ) > 0
      )
      THEN CONCAT(
        CONCAT(CAST(`t1`.`before` AS STRING), ' rows became '),
        CAST(`t1`.`rows` AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t0`.`receipt_id`,
      `t0`.`publication_id`,
      `t0`.`table_name`,
      `t0`.`game_date`,
      `t0`.`revision`,
      `t0`.`state`,
      `t0`.`rows`,
      `t0`.`content_hash`,
      `t0`.`reason`,
      `t0`.`gaps`,
      `t0`.`inputs`,
      `t0`.`code_version`,
      `t0`.`run_id`,
      `t0`.`published_at`,
      LAG(`t0`.`rows`) OVER (PARTITION BY `t0`.`table_name`, `t0`.`game_date` ORDER BY `t0`.`revision` ASC) AS `before`
    FROM `receipts` AS `t0`
  ) AS `t1`
)
SELECT
  `t10`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t6`.`game_date`,
    `t6`.`expected`,
    `t6`.`actual`,
    `t9`.`game_date` AS `missing_game_date`,
    `t9`.`game_id`,
    `t9`.`subject`,
    `t9`.`fact`,
    `t9`.`place`
  FROM (
    SELECT
      `t3`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t3`.`present`) AS `actual`
    FROM `t2` AS `t3`
    GROUP BY
      1
  ) AS `t6`
  LEFT OUTER JOIN (
    SELECT
      `t7`.`game_date`,
      `t7`.`game_id`,
      `t7`.`subject`,
      `t7`.`fact`,
      `t7`.`place`
    FROM (
      SELECT
        `t5`.`game_date`,
        `t5`.`game_id`,
        `t5`.`subject`,
        `t5`.`present`,
        `t5`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t5`.`game_date` ORDER BY `t5`.`game_id` ASC, `t5`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t5`.`game_date`, `t5`.`game_id` ORDER BY `t5`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t3`.`game_date`,
          COALESCE(`t3`.`game_id`, '') AS `game_id`,
          `t3`.`subject`,
          `t3`.`present`,
          `t3`.`fact`
        FROM `t2` AS `t3`
        WHERE
          NOT (
            `t3`.`present`
          )
      ) AS `t5`
    ) AS `t7`
    WHERE
      (
        `t7`.`place` < 20
      ) OR (
        `t7`.`of_game` = 0
      )
  ) AS `t9`
    ON `t6`.`game_date` = `t9`.`game_date`
) AS `t10`
