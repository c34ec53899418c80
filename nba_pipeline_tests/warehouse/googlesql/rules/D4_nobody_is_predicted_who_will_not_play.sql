-- counts
WITH `t11` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    COALESCE(`t8`.`subject`, CONCAT('player ', CAST(`t7`.`player_id` AS STRING))) AS `subject`,
    CASE
      WHEN `t10`.`postponed` IS NULL
      THEN CONCAT(CONCAT('game ', `t7`.`game_id`), ' is not on the schedule')
      WHEN `t10`.`postponed`
      THEN CONCAT(CONCAT('game ', `t7`.`game_id`), ' is postponed')
      WHEN `t9`.`injury_status` = 'out'
      THEN 'reported out'
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t10`.`postponed` IS NULL
      THEN CONCAT(CONCAT('game ', `t7`.`game_id`), ' is not on the schedule')
      WHEN `t10`.`postponed`
      THEN CONCAT(CONCAT('game ', `t7`.`game_id`), ' is postponed')
      WHEN `t9`.`injury_status` = 'out'
      THEN 'reported out'
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT DISTINCT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`
    FROM `player_prop_predictions` AS `t0`
    WHERE
      `t0`.`is_active`
  ) AS `t7`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`player_name` AS `subject`
    FROM `upcoming_player_game_context` AS `t1`
  ) AS `t8`
    ON `t7`.`game_date` = `t8`.`game_date`
    AND `t7`.`game_id` = `t8`.`game_id`
    AND `t7`.`player_id` = `t8`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`injury_status`
    FROM `upcoming_player_game_context` AS `t1`
  ) AS `t9`
    ON `t7`.`game_date` = `t9`.`game_date`
    AND `t7`.`game_id` = `t9`.`game_id`
    AND `t7`.`player_id` = `t9`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t2`.`game_date`,
      `t2`.`game_id`,
      `t2`.`postponed`
    FROM `schedule` AS `t2`
  ) AS `t10`
    ON `t7`.`game_date` = `t10`.`game_date` AND `t7`.`game_id` = `t10`.`game_id`
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
    FROM `t11` AS `t12`
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
          `t12`.`fact`
        FROM `t11` AS `t12`
        WHERE
          NOT (
            `t12`.`present`
          )
      ) AS `t14`
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
