-- counts
WITH `t7` AS (
  SELECT
    `t4`.`game_date`,
    `t4`.`game_id`,
    `t4`.`subject`,
    COALESCE(`t6`.`present`, FALSE) AS `present`
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`team`,
      `t0`.`team` AS `subject`
    FROM `upcoming_team_game_context` AS `t0`
    WHERE
      `t0`.`days_since_last_game` IS NOT NULL
  ) AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t2`.`game_date`,
      `t2`.`team`,
      TRUE AS `present`
    FROM (
      SELECT DISTINCT
        `t1`.`game_date`,
        `t1`.`team`
      FROM `team_defense_zone_analysis` AS `t1`
    ) AS `t2`
  ) AS `t6`
    ON `t4`.`game_date` = `t6`.`game_date` AND `t4`.`team` = `t6`.`team`
)
SELECT
  `t16`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t12`.`game_date`,
    `t12`.`expected`,
    `t12`.`actual`,
    `t15`.`game_date` AS `missing_game_date`,
    `t15`.`game_id`,
    `t15`.`subject`,
    `t15`.`fact`,
    `t15`.`place`
  FROM (
    SELECT
      `t9`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t9`.`present`) AS `actual`
    FROM (
      SELECT
        `t8`.`game_date`,
        `t8`.`game_id`,
        `t8`.`subject`,
        `t8`.`present`,
        CAST(NULL AS STRING) AS `fact`
      FROM `t7` AS `t8`
    ) AS `t9`
    GROUP BY
      1
  ) AS `t12`
  LEFT OUTER JOIN (
    SELECT
      `t13`.`game_date`,
      `t13`.`game_id`,
      `t13`.`subject`,
      `t13`.`fact`,
      `t13`.`place`
    FROM (
      SELECT
        `t10`.`game_date`,
        `t10`.`game_id`,
        `t10`.`subject`,
        `t10`.`present`,
        `t10`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t10`.`game_date` ORDER BY `t10`.`game_id` ASC, `t10`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t10`.`game_date`, `t10`.`game_id` ORDER BY `t10`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t8`.`game_date`,
          COALESCE(`t8`.`game_id`, '') AS `game_id`,
          `t8`.`subject`,
          `t8`.`present`,
          CAST(NULL AS STRING) AS `fact`
        FROM `t7` AS `t8`
        WHERE
          NOT (
            `t8`.`present`
          )
      ) AS `t10`
    ) AS `t13`
    WHERE
      (
        `t13`.`place` < 20
      ) OR (
        `t13`.`of_game` = 0
      )
  ) AS `t15`
    ON `t12`.`game_date` = `t15`.`game_date`
) AS `t16`
