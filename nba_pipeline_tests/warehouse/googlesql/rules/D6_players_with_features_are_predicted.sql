-- counts
WITH `t10` AS (
  SELECT
    `t5`.`game_date`,
    `t5`.`game_id`,
    COALESCE(`t6`.`subject`, CONCAT('player ', CAST(`t5`.`player_id` AS STRING))) AS `subject`,
    COALESCE(`t9`.`present`, FALSE) AS `present`
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`
    FROM `ml_feature_store_v2` AS `t0`
  ) AS `t5`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`player_name` AS `subject`
    FROM `upcoming_player_game_context` AS `t1`
  ) AS `t6`
    ON `t5`.`game_date` = `t6`.`game_date`
    AND `t5`.`game_id` = `t6`.`game_id`
    AND `t5`.`player_id` = `t6`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t7`.`game_date`,
      `t7`.`game_id`,
      `t7`.`player_id`,
      TRUE AS `present`
    FROM (
      SELECT DISTINCT
        `t2`.`game_date`,
        `t2`.`game_id`,
        `t2`.`player_id`
      FROM `player_prop_predictions` AS `t2`
      WHERE
        `t2`.`is_active` AND `t2`.`predicted_points` IS NOT NULL
    ) AS `t7`
  ) AS `t9`
    ON `t5`.`game_date` = `t9`.`game_date`
    AND `t5`.`game_id` = `t9`.`game_id`
    AND `t5`.`player_id` = `t9`.`player_id`
)
SELECT
  `t19`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t15`.`game_date`,
    `t15`.`expected`,
    `t15`.`actual`,
    `t18`.`game_date` AS `missing_game_date`,
    `t18`.`game_id`,
    `t18`.`subject`,
    `t18`.`fact`,
    `t18`.`place`
  FROM (
    SELECT
      `t12`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t12`.`present`) AS `actual`
    FROM (
      SELECT
        `t11`.`game_date`,
        `t11`.`game_id`,
        `t11`.`subject`,
        `t11`.`present`,
        CAST(NULL AS STRING) AS `fact`
      FROM `t10` AS `t11`
    ) AS `t12`
    GROUP BY
      1
  ) AS `t15`
  LEFT OUTER JOIN (
    SELECT
      `t16`.`game_date`,
      `t16`.`game_id`,
      `t16`.`subject`,
      `t16`.`fact`,
      `t16`.`place`
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`game_id`,
        `t13`.`subject`,
        `t13`.`present`,
        `t13`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t13`.`game_date` ORDER BY `t13`.`game_id` ASC, `t13`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t13`.`game_date`, `t13`.`game_id` ORDER BY `t13`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t11`.`game_date`,
          COALESCE(`t11`.`game_id`, '') AS `game_id`,
          `t11`.`subject`,
          `t11`.`present`,
          CAST(NULL AS STRING) AS `fact`
        FROM `t10` AS `t11`
        WHERE
          NOT (
            `t11`.`present`
          )
      ) AS `t13`
    ) AS `t16`
    WHERE
      (
        `t16`.`place` < 20
      ) OR (
        `t16`.`of_game` = 0
      )
  ) AS `t18`
    ON `t15`.`game_date` = `t18`.`game_date`
) AS `t19`
