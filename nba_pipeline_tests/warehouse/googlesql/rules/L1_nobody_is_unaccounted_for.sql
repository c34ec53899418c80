-- counts
WITH `t6` AS (
  SELECT
    COALESCE(`t3`.`game_date`, `t5`.`game_date`) AS `game_date`,
    COALESCE(`t3`.`game_id`, `t5`.`game_id`) AS `game_id`,
    COALESCE(`t3`.`name`, `t5`.`name`) AS `subject`,
    COALESCE(`t3`.`present`, FALSE) AS `present`
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`subject`,
      `t0`.`player_name` AS `name`,
      `t0`.`is_accounted` AS `present`
    FROM `player_ledger` AS `t0`
  ) AS `t3`
  FULL OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`player_name` AS `name`,
      CAST(`t1`.`player_id` AS STRING) AS `subject`
    FROM `upcoming_player_game_context` AS `t1`
  ) AS `t5`
    ON `t3`.`game_date` = `t5`.`game_date`
    AND `t3`.`game_id` = `t5`.`game_id`
    AND `t3`.`subject` = `t5`.`subject`
)
SELECT
  `t15`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t11`.`game_date`,
    `t11`.`expected`,
    `t11`.`actual`,
    `t14`.`game_date` AS `missing_game_date`,
    `t14`.`game_id`,
    `t14`.`subject`,
    `t14`.`fact`,
    `t14`.`place`
  FROM (
    SELECT
      `t8`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t8`.`present`) AS `actual`
    FROM (
      SELECT
        `t7`.`game_date`,
        `t7`.`game_id`,
        `t7`.`subject`,
        `t7`.`present`,
        CAST(NULL AS STRING) AS `fact`
      FROM `t6` AS `t7`
    ) AS `t8`
    GROUP BY
      1
  ) AS `t11`
  LEFT OUTER JOIN (
    SELECT
      `t12`.`game_date`,
      `t12`.`game_id`,
      `t12`.`subject`,
      `t12`.`fact`,
      `t12`.`place`
    FROM (
      SELECT
        `t9`.`game_date`,
        `t9`.`game_id`,
        `t9`.`subject`,
        `t9`.`present`,
        `t9`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t9`.`game_date` ORDER BY `t9`.`game_id` ASC, `t9`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t9`.`game_date`, `t9`.`game_id` ORDER BY `t9`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t7`.`game_date`,
          COALESCE(`t7`.`game_id`, '') AS `game_id`,
          `t7`.`subject`,
          `t7`.`present`,
          CAST(NULL AS STRING) AS `fact`
        FROM `t6` AS `t7`
        WHERE
          NOT (
            `t7`.`present`
          )
      ) AS `t9`
    ) AS `t12`
    WHERE
      (
        `t12`.`place` < 20
      ) OR (
        `t12`.`of_game` = 0
      )
  ) AS `t14`
    ON `t11`.`game_date` = `t14`.`game_date`
) AS `t15`
