-- counts
WITH `t8` AS (
  SELECT
    `t6`.`game_date`,
    `t6`.`evaluation_id`,
    `t6`.`evaluated_at`,
    `t3`.`reconciled_from`,
    `t3`.`reconciled_by`
  FROM (
    SELECT DISTINCT
      `t1`.`game_date`,
      `t1`.`evaluation_id`,
      `t1`.`evaluated_at`
    FROM `reconciliation_results` AS `t1`
  ) AS `t6`
  INNER JOIN `mornings` AS `t3`
    ON `t6`.`game_date` = `t3`.`game_date`
), `t17` AS (
  SELECT
    `t11`.`game_date`,
    '' AS `game_id`,
    CAST(`t11`.`before` AS STRING) AS `subject`,
    COALESCE(`t16`.`present`, FALSE) AS `present`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t4`.`game_date`,
        LAG(`t4`.`game_date`) OVER (ORDER BY `t4`.`game_date` ASC) AS `before`
      FROM (
        SELECT DISTINCT
          `t0`.`game_date`
        FROM `schedule` AS `t0`
      ) AS `t4`
    ) AS `t7`
    WHERE
      `t7`.`before` >= DATE_SUB(`t7`.`game_date`, INTERVAL '7' DAY)
  ) AS `t11`
  LEFT OUTER JOIN (
    SELECT
      `t12`.`before`,
      TRUE AS `present`
    FROM (
      SELECT DISTINCT
        `t9`.`game_date` AS `before`
      FROM `t8` AS `t9`
      WHERE
        `t9`.`evaluated_at` <= `t9`.`reconciled_by`
    ) AS `t12`
  ) AS `t16`
    ON `t11`.`before` = `t16`.`before`
  WHERE
    EXISTS(
      SELECT
        1
      FROM (
        SELECT DISTINCT
          `t9`.`game_date` AS `served`
        FROM `t8` AS `t9`
        WHERE
          `t9`.`evaluated_at` <= `t9`.`reconciled_by`
          AND `t9`.`evaluated_at` >= `t9`.`reconciled_from`
      ) AS `t14`
      WHERE
        `t14`.`served` < `t11`.`before`
        AND `t14`.`served` >= DATE_SUB(`t11`.`before`, INTERVAL '7' DAY)
    )
)
SELECT
  `t26`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t22`.`game_date`,
    `t22`.`expected`,
    `t22`.`actual`,
    `t25`.`game_date` AS `missing_game_date`,
    `t25`.`game_id`,
    `t25`.`subject`,
    `t25`.`fact`,
    `t25`.`place`
  FROM (
    SELECT
      `t19`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t19`.`present`) AS `actual`
    FROM (
      SELECT
        `t18`.`game_date`,
        `t18`.`game_id`,
        `t18`.`subject`,
        `t18`.`present`,
        CAST(NULL AS STRING) AS `fact`
      FROM `t17` AS `t18`
    ) AS `t19`
    GROUP BY
      1
  ) AS `t22`
  LEFT OUTER JOIN (
    SELECT
      `t23`.`game_date`,
      `t23`.`game_id`,
      `t23`.`subject`,
      `t23`.`fact`,
      `t23`.`place`
    FROM (
      SELECT
        `t20`.`game_date`,
        `t20`.`game_id`,
        `t20`.`subject`,
        `t20`.`present`,
        `t20`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t20`.`game_date` ORDER BY `t20`.`game_id` ASC, `t20`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t20`.`game_date`, `t20`.`game_id` ORDER BY `t20`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t18`.`game_date`,
          COALESCE(`t18`.`game_id`, '') AS `game_id`,
          `t18`.`subject`,
          `t18`.`present`,
          CAST(NULL AS STRING) AS `fact`
        FROM `t17` AS `t18`
        WHERE
          NOT (
            `t18`.`present`
          )
      ) AS `t20`
    ) AS `t23`
    WHERE
      (
        `t23`.`place` < 20
      ) OR (
        `t23`.`of_game` = 0
      )
  ) AS `t25`
    ON `t22`.`game_date` = `t25`.`game_date`
) AS `t26`
