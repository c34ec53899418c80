-- counts
WITH `t14` AS (
  SELECT
    *
  FROM (
    SELECT
      `t11`.`game_date`,
      `t11`.`game_id`,
      `t11`.`subject`,
      `t11`.`present`,
      CASE WHEN NOT (
        `t11`.`present`
      ) THEN 'not graded' ELSE CAST(NULL AS STRING) END AS `fact`
    FROM (
      SELECT
        `t9`.`game_date`,
        `t9`.`game_id`,
        `t9`.`subject`,
        COALESCE(`t8`.`present`, FALSE) AS `present`
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`player_id`,
          `t1`.`system_id`,
          CONCAT(CONCAT(`t1`.`player_name`, ' by '), `t1`.`system_id`) AS `subject`
        FROM `player_prop_predictions` AS `t1`
        WHERE
          `t1`.`is_active`
      ) AS `t9`
      LEFT OUTER JOIN (
        SELECT
          `t3`.`game_date`,
          `t3`.`game_id`,
          `t3`.`player_id`,
          `t3`.`system_id`,
          TRUE AS `present`
        FROM (
          SELECT DISTINCT
            `t0`.`game_date`,
            `t0`.`game_id`,
            `t0`.`player_id`,
            `t0`.`system_id`
          FROM `prediction_accuracy` AS `t0`
        ) AS `t3`
      ) AS `t8`
        ON `t9`.`game_date` = `t8`.`game_date`
        AND `t9`.`game_id` = `t8`.`game_id`
        AND `t9`.`player_id` = `t8`.`player_id`
        AND `t9`.`system_id` = `t8`.`system_id`
    ) AS `t11`
  ) AS `t13`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t10`.`game_date`,
      `t10`.`game_id`,
      `t10`.`subject`,
      FALSE AS `present`,
      'graded without an active prediction' AS `fact`
    FROM (
      SELECT
        `t2`.`game_date`,
        `t2`.`game_id`,
        `t2`.`player_id`,
        `t2`.`system_id`,
        CONCAT(CONCAT(`t2`.`player_name`, ' by '), `t2`.`system_id`) AS `subject`
      FROM `prediction_accuracy` AS `t2`
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM `player_prop_predictions` AS `t1`
            WHERE
              `t1`.`is_active`
          ) AS `t5`
          WHERE
            `t2`.`game_date` = `t5`.`game_date`
            AND `t2`.`game_id` = `t5`.`game_id`
            AND `t2`.`player_id` = `t5`.`player_id`
            AND `t2`.`system_id` = `t5`.`system_id`
        )
    ) AS `t10`
  ) AS `t12`
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
    FROM `t14` AS `t15`
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
        `t17`.`game_date`,
        `t17`.`game_id`,
        `t17`.`subject`,
        `t17`.`present`,
        `t17`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t17`.`game_date` ORDER BY `t17`.`game_id` ASC, `t17`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t17`.`game_date`, `t17`.`game_id` ORDER BY `t17`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t15`.`game_date`,
          COALESCE(`t15`.`game_id`, '') AS `game_id`,
          `t15`.`subject`,
          `t15`.`present`,
          `t15`.`fact`
        FROM `t14` AS `t15`
        WHERE
          NOT (
            `t15`.`present`
          )
      ) AS `t17`
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
