-- counts
WITH `t3` AS (
  SELECT
    `t2`.`game_date`,
    `t2`.`game_id`,
    `t2`.`game_id` AS `subject`,
    CASE
      WHEN `t2`.`known` < (
        `t2`.`players` * 0.95
      )
      THEN CONCAT(
        CONCAT(CONCAT(CAST(`t2`.`known` AS STRING), ' of '), CAST(`t2`.`players` AS STRING)),
        ' players'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t2`.`known` < (
        `t2`.`players` * 0.95
      )
      THEN CONCAT(
        CONCAT(CONCAT(CAST(`t2`.`known` AS STRING), ' of '), CAST(`t2`.`players` AS STRING)),
        ' players'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      COUNT(*) AS `players`,
      COUNT(`t1`.`usage_rate`) AS `known`
    FROM (
      SELECT
        *
      FROM `player_game_summary` AS `t0`
      WHERE
        `t0`.`status` = 'PLAYED' AND `t0`.`minutes` >= 1
    ) AS `t1`
    GROUP BY
      1,
      2
  ) AS `t2`
)
SELECT
  `t11`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t7`.`game_date`,
    `t7`.`expected`,
    `t7`.`actual`,
    `t10`.`game_date` AS `missing_game_date`,
    `t10`.`game_id`,
    `t10`.`subject`,
    `t10`.`fact`,
    `t10`.`place`
  FROM (
    SELECT
      `t4`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t4`.`present`) AS `actual`
    FROM `t3` AS `t4`
    GROUP BY
      1
  ) AS `t7`
  LEFT OUTER JOIN (
    SELECT
      `t8`.`game_date`,
      `t8`.`game_id`,
      `t8`.`subject`,
      `t8`.`fact`,
      `t8`.`place`
    FROM (
      SELECT
        `t6`.`game_date`,
        `t6`.`game_id`,
        `t6`.`subject`,
        `t6`.`present`,
        `t6`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t6`.`game_date` ORDER BY `t6`.`game_id` ASC, `t6`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t6`.`game_date`, `t6`.`game_id` ORDER BY `t6`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t4`.`game_date`,
          COALESCE(`t4`.`game_id`, '') AS `game_id`,
          `t4`.`subject`,
          `t4`.`present`,
          `t4`.`fact`
        FROM `t3` AS `t4`
        WHERE
          NOT (
            `t4`.`present`
          )
      ) AS `t6`
    ) AS `t8`
    WHERE
      (
        `t8`.`place` < 20
      ) OR (
        `t8`.`of_game` = 0
      )
  ) AS `t10`
    ON `t7`.`game_date` = `t10`.`game_date`
) AS `t11`
