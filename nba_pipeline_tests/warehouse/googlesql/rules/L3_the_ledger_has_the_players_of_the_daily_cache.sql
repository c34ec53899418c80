-- counts
WITH `t11` AS (
  SELECT
    `t10`.`game_date`,
    `t10`.`game_id`,
    `t10`.`subject`,
    `t10`.`present`
  FROM (
    SELECT
      `t8`.`game_date`,
      `t8`.`game_id`,
      COALESCE(`t8`.`name`, CONCAT('player ', CAST(`t8`.`player_id` AS STRING))) AS `subject`,
      `t8`.`told` = `t8`.`found` AS `present`
    FROM (
      SELECT
        COALESCE(`t7`.`game_date`, `t5`.`game_date`) AS `game_date`,
        COALESCE(`t7`.`game_id`, `t5`.`game_id`) AS `game_id`,
        COALESCE(`t7`.`player_id`, `t5`.`player_id`) AS `player_id`,
        `t7`.`name`,
        COALESCE(`t7`.`told`, 0) AS `told`,
        COALESCE(`t5`.`found`, 0) AS `found`
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`player_id`,
          CAST(`t1`.`daily_cache` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) AS `told`,
          `t1`.`player_name` AS `name`
        FROM `player_ledger` AS `t1`
        WHERE
          `t1`.`player_id` IS NOT NULL
      ) AS `t7`
      FULL OUTER JOIN (
        SELECT
          `t2`.`game_date`,
          `t2`.`game_id`,
          `t2`.`player_id`,
          COUNT(*) AS `found`
        FROM `player_daily_cache` AS `t2`
        GROUP BY
          1,
          2,
          3
      ) AS `t5`
        ON `t7`.`game_date` = `t5`.`game_date`
        AND `t7`.`game_id` = `t5`.`game_id`
        AND `t7`.`player_id` = `t5`.`player_id`
    ) AS `t8`
  ) AS `t10`
  WHERE
    EXISTS(
      SELECT
        1
      FROM `schedule` AS `t3`
      WHERE
        `t10`.`game_date` = `t3`.`game_date` AND `t10`.`game_id` = `t3`.`game_id`
    )
)
SELECT
  `t20`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t16`.`game_date`,
    `t16`.`expected`,
    `t16`.`actual`,
    `t19`.`game_date` AS `missing_game_date`,
    `t19`.`game_id`,
    `t19`.`subject`,
    `t19`.`fact`,
    `t19`.`place`
  FROM (
    SELECT
      `t13`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t13`.`present`) AS `actual`
    FROM (
      SELECT
        `t12`.`game_date`,
        `t12`.`game_id`,
        `t12`.`subject`,
        `t12`.`present`,
        CAST(NULL AS STRING) AS `fact`
      FROM `t11` AS `t12`
    ) AS `t13`
    GROUP BY
      1
  ) AS `t16`
  LEFT OUTER JOIN (
    SELECT
      `t17`.`game_date`,
      `t17`.`game_id`,
      `t17`.`subject`,
      `t17`.`fact`,
      `t17`.`place`
    FROM (
      SELECT
        `t14`.`game_date`,
        `t14`.`game_id`,
        `t14`.`subject`,
        `t14`.`present`,
        `t14`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t14`.`game_date` ORDER BY `t14`.`game_id` ASC, `t14`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t14`.`game_date`, `t14`.`game_id` ORDER BY `t14`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t12`.`game_date`,
          COALESCE(`t12`.`game_id`, '') AS `game_id`,
          `t12`.`subject`,
          `t12`.`present`,
          CAST(NULL AS STRING) AS `fact`
        FROM `t11` AS `t12`
        WHERE
          NOT (
            `t12`.`present`
          )
      ) AS `t14`
    ) AS `t17`
    WHERE
      (
        `t17`.`place` < 20
      ) OR (
        `t17`.`of_game` = 0
      )
  ) AS `t19`
    ON `t16`.`game_date` = `t19`.`game_date`
) AS `t20`
