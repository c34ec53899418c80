-- counts
WITH `t12` AS (
  SELECT
    *
  FROM (
    SELECT
      `t10`.`game_date`,
      `t10`.`game_id`,
      `t10`.`subject`,
      `t10`.`present`,
      CASE
        WHEN NOT (
          `t10`.`present`
        )
        THEN 'not in the analytics'
        ELSE CAST(NULL AS STRING)
      END AS `fact`
    FROM (
      SELECT
        `t6`.`game_date`,
        `t6`.`game_id`,
        `t6`.`subject`,
        COALESCE(`t8`.`present`, FALSE) AS `present`
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`player_id`,
          `t1`.`player_name` AS `subject`
        FROM `player_boxscores` AS `t1`
      ) AS `t6`
      LEFT OUTER JOIN (
        SELECT
          `t4`.`game_date`,
          `t4`.`game_id`,
          `t4`.`player_id`,
          TRUE AS `present`
        FROM (
          SELECT DISTINCT
            `t0`.`game_date`,
            `t0`.`game_id`,
            `t0`.`player_id`
          FROM `player_game_summary` AS `t0`
        ) AS `t4`
      ) AS `t8`
        ON `t6`.`game_date` = `t8`.`game_date`
        AND `t6`.`game_id` = `t8`.`game_id`
        AND `t6`.`player_id` = `t8`.`player_id`
    ) AS `t10`
  ) AS `t11`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t2`.`game_date`,
      `t2`.`game_id`,
      `t2`.`player_name` AS `subject`,
      FALSE AS `present`,
      'not in the boxscores' AS `fact`
    FROM `player_game_summary` AS `t2`
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM `player_boxscores` AS `t3`
        WHERE
          `t2`.`game_date` = `t3`.`game_date`
          AND `t2`.`game_id` = `t3`.`game_id`
          AND `t2`.`player_id` = `t3`.`player_id`
      )
  ) AS `t9`
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
    FROM `t12` AS `t13`
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
        `t15`.`game_date`,
        `t15`.`game_id`,
        `t15`.`subject`,
        `t15`.`present`,
        `t15`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t15`.`game_date` ORDER BY `t15`.`game_id` ASC, `t15`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t15`.`game_date`, `t15`.`game_id` ORDER BY `t15`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t13`.`game_date`,
          COALESCE(`t13`.`game_id`, '') AS `game_id`,
          `t13`.`subject`,
          `t13`.`present`,
          `t13`.`fact`
        FROM `t12` AS `t13`
        WHERE
          NOT (
            `t13`.`present`
          )
      ) AS `t15`
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
