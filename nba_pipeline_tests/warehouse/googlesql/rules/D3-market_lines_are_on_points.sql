-- counts
WITH `t9` AS (
  SELECT
    `t8`.`game_date`,
    `t8`.`game_id`,
    `t8`.`game_id` AS `subject`,
    CASE
      WHEN NOT (
        ieee_divide(`t8`.`line`, `t8`.`usual`) BETWEEN 0.6666666666666666 AND 2
      )
      THEN CONCAT(
        CONCAT(
          CONCAT('mean line ', CAST(CAST(ROUND(`t8`.`line`, 2) AS FLOAT64) AS STRING)),
          ', mean of their last 10 games '
        ),
        CAST(CAST(ROUND(`t8`.`usual`, 2) AS FLOAT64) AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN NOT (
        ieee_divide(`t8`.`line`, `t8`.`usual`) BETWEEN 0.6666666666666666 AND 2
      )
      THEN CONCAT(
        CONCAT(
          CONCAT('mean line ', CAST(CAST(ROUND(`t8`.`line`, 2) AS FLOAT64) AS STRING)),
          ', mean of their last 10 games '
        ),
        CAST(CAST(ROUND(`t8`.`usual`, 2) AS FLOAT64) AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t7`.`game_date`,
      `t7`.`game_id`,
      COUNT(*) AS `n`,
      AVG(`t7`.`line`) AS `line`,
      AVG(`t7`.`usual`) AS `usual`
    FROM (
      SELECT
        `t6`.`game_date`,
        `t6`.`game_id`,
        `t6`.`player_id`,
        `t6`.`line`,
        `t4`.`usual`
      FROM (
        SELECT
          `t2`.`game_date`,
          `t2`.`game_id`,
          `t2`.`player_id`,
          MAX(`t2`.`line`) AS `line`
        FROM (
          SELECT
            *
          FROM `player_prop_predictions` AS `t0`
          WHERE
            `t0`.`is_active` AND `t0`.`line` IS NOT NULL
        ) AS `t2`
        GROUP BY
          1,
          2,
          3
      ) AS `t6`
      INNER JOIN (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`player_id`,
          `t1`.`points_avg_last_10` AS `usual`
        FROM `ml_feature_store_v2` AS `t1`
        WHERE
          `t1`.`points_avg_last_10` > 0
      ) AS `t4`
        ON `t6`.`game_date` = `t4`.`game_date`
        AND `t6`.`game_id` = `t4`.`game_id`
        AND `t6`.`player_id` = `t4`.`player_id`
    ) AS `t7`
    GROUP BY
      1,
      2
  ) AS `t8`
  WHERE
    `t8`.`n` >= 5
)
SELECT
  `t17`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t13`.`game_date`,
    `t13`.`expected`,
    `t13`.`actual`,
    `t16`.`game_date` AS `missing_game_date`,
    `t16`.`game_id`,
    `t16`.`subject`,
    `t16`.`fact`,
    `t16`.`place`
  FROM (
    SELECT
      `t10`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t10`.`present`) AS `actual`
    FROM `t9` AS `t10`
    GROUP BY
      1
  ) AS `t13`
  LEFT OUTER JOIN (
    SELECT
      `t14`.`game_date`,
      `t14`.`game_id`,
      `t14`.`subject`,
      `t14`.`fact`,
      `t14`.`place`
    FROM (
      SELECT
        `t12`.`game_date`,
        `t12`.`game_id`,
        `t12`.`subject`,
        `t12`.`present`,
        `t12`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t12`.`game_date` ORDER BY `t12`.`game_id` ASC, `t12`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t12`.`game_date`, `t12`.`game_id` ORDER BY `t12`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t10`.`game_date`,
          COALESCE(`t10`.`game_id`, '') AS `game_id`,
          `t10`.`subject`,
          `t10`.`present`,
          `t10`.`fact`
        FROM `t9` AS `t10`
        WHERE
          NOT (
            `t10`.`present`
          )
      ) AS `t12`
    ) AS `t14`
    WHERE
      (
        `t14`.`place` < 20
      ) OR (
        `t14`.`of_game` = 0
      )
  ) AS `t16`
    ON `t13`.`game_date` = `t16`.`game_date`
) AS `t17`
