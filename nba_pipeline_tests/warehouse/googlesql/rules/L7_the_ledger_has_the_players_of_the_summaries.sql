-- counts
WITH `t17` AS (
  SELECT
    `t16`.`game_date`,
    `t16`.`game_id`,
    `t16`.`subject`,
    `t16`.`present`
  FROM (
    SELECT
      `t14`.`game_date`,
      `t14`.`game_id`,
      COALESCE(`t14`.`name`, CONCAT('player ', CAST(`t14`.`player_id` AS STRING))) AS `subject`,
      `t14`.`told` = `t14`.`found` AS `present`
    FROM (
      SELECT
        COALESCE(`t9`.`game_date`, `t13`.`game_date`) AS `game_date`,
        COALESCE(`t9`.`game_id`, `t13`.`game_id`) AS `game_id`,
        COALESCE(`t9`.`player_id`, `t13`.`player_id`) AS `player_id`,
        `t9`.`name`,
        COALESCE(`t9`.`told`, 0) AS `told`,
        COALESCE(`t13`.`found`, 0) AS `found`
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`player_id`,
          CAST(`t1`.`summary` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) AS `told`,
          `t1`.`player_name` AS `name`
        FROM `player_ledger` AS `t1`
        WHERE
          `t1`.`player_id` IS NOT NULL
      ) AS `t9`
      FULL OUTER JOIN (
        SELECT
          `t11`.`game_date`,
          `t11`.`game_id`,
          `t11`.`player_id`,
          COUNT(*) AS `found`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t7`.`game_date`,
              `t7`.`game_id`,
              `t7`.`player_id`,
              `t7`.`status`,
              `t6`.`game_date` AS `told_game_date`,
              `t6`.`game_id` AS `told_game_id`,
              `t6`.`player_id` AS `told_player_id`,
              `t6`.`is_told`
            FROM (
              SELECT
                `t2`.`game_date`,
                `t2`.`game_id`,
                `t2`.`player_id`,
                `t2`.`status`
              FROM `player_game_summary` AS `t2`
            ) AS `t7`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`game_date`,
                `t1`.`game_id`,
                `t1`.`player_id`,
                TRUE AS `is_told`
              FROM `player_ledger` AS `t1`
            ) AS `t6`
              ON `t7`.`game_date` = `t6`.`game_date`
              AND `t7`.`game_id` = `t6`.`game_id`
              AND `t7`.`player_id` = `t6`.`player_id`
          ) AS `t10`
          WHERE
            (
              `t10`.`status` = 'PLAYED'
            ) OR `t10`.`is_told`
        ) AS `t11`
        GROUP BY
          1,
          2,
          3
      ) AS `t13`
        ON `t9`.`game_date` = `t13`.`game_date`
        AND `t9`.`game_id` = `t13`.`game_id`
        AND `t9`.`player_id` = `t13`.`player_id`
    ) AS `t14`
  ) AS `t16`
  WHERE
    EXISTS(
      SELECT
        1
      FROM `schedule` AS `t3`
      WHERE
        `t16`.`game_date` = `t3`.`game_date` AND `t16`.`game_id` = `t3`.`game_id`
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
