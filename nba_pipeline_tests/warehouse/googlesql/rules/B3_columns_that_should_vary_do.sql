-- counts
WITH `t5` AS (
  SELECT
    `t4`.`game_date`,
    '' AS `game_id`,
    `t4`.`column` AS `subject`,
    CASE
      WHEN `t4`.`values` = 1
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t4`.`low`, 2) AS FLOAT64) AS STRING), ' for all '),
          CAST(`t4`.`known` AS STRING)
        ),
        ' players'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t4`.`values` = 1
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t4`.`low`, 2) AS FLOAT64) AS STRING), ' for all '),
          CAST(`t4`.`known` AS STRING)
        ),
        ' players'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t3`.`game_date`,
      `t3`.`column`,
      COUNT(*) AS `total`,
      COUNT(`t3`.`value`) AS `known`,
      COUNT(DISTINCT `t3`.`value`) AS `values`,
      MIN(`t3`.`value`) AS `low`,
      MAX(`t3`.`value`) AS `high`,
      AVG(`t3`.`value`) AS `mean`,
      COALESCE(STDDEV_POP(`t3`.`value`), 0) AS `deviation`
    FROM (
      SELECT
        `t2`.`game_date`,
        `t2`.`__pivoted__`.`column` AS `column`,
        `t2`.`__pivoted__`.`value` AS `value`
      FROM (
        SELECT
          `t1`.`game_date`,
          IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
        FROM (
          SELECT
            `t0`.`game_date`,
            `t0`.`minutes`,
            CAST(`t0`.`points` AS FLOAT64) AS `points`,
            CAST(`t0`.`fga` AS FLOAT64) AS `fga`,
            CAST(`t0`.`fgm` AS FLOAT64) AS `fgm`,
            CAST(`t0`.`fg3a` AS FLOAT64) AS `fg3a`,
            CAST(`t0`.`fta` AS FLOAT64) AS `fta`,
            CAST(`t0`.`rebounds` AS FLOAT64) AS `rebounds`,
            CAST(`t0`.`assists` AS FLOAT64) AS `assists`,
            `t0`.`usage_rate`,
            `t0`.`ts_pct`,
            `t0`.`efg_pct`
          FROM `player_game_summary` AS `t0`
          WHERE
            `t0`.`status` = 'PLAYED'
        ) AS `t1`
        CROSS JOIN UNNEST(GENERATE_ARRAY(
          0,
          GREATEST(
            ARRAY_LENGTH(
              [
                STRUCT('minutes' AS `column`, `t1`.`minutes` AS `value`),
                STRUCT('points' AS `column`, `t1`.`points` AS `value`),
                STRUCT('fga' AS `column`, `t1`.`fga` AS `value`),
                STRUCT('fgm' AS `column`, `t1`.`fgm` AS `value`),
                STRUCT('fg3a' AS `column`, `t1`.`fg3a` AS `value`),
                STRUCT('fta' AS `column`, `t1`.`fta` AS `value`),
                STRUCT('rebounds' AS `column`, `t1`.`rebounds` AS `value`),
                STRUCT('assists' AS `column`, `t1`.`assists` AS `value`),
                STRUCT('usage_rate' AS `column`, `t1`.`usage_rate` AS `value`),
                STRUCT('ts_pct' AS `column`, `t1`.`ts_pct` AS `value`),
                STRUCT('efg_pct' AS `column`, `t1`.`efg_pct` AS `value`)
              ]
            )
          ) - 1
        )) AS pos
        CROSS JOIN UNNEST([
          STRUCT('minutes' AS `column`, `t1`.`minutes` AS `value`),
          STRUCT('points' AS `column`, `t1`.`points` AS `value`),
          STRUCT('fga' AS `column`, `t1`.`fga` AS `value`),
          STRUCT('fgm' AS `column`, `t1`.`fgm` AS `value`),
          STRUCT('fg3a' AS `column`, `t1`.`fg3a` AS `value`),
          STRUCT('fta' AS `column`, `t1`.`fta` AS `value`),
          STRUCT('rebounds' AS `column`, `t1`.`rebounds` AS `value`),
          STRUCT('assists' AS `column`, `t1`.`assists` AS `value`),
          STRUCT('usage_rate' AS `column`, `t1`.`usage_rate` AS `value`),
          STRUCT('ts_pct' AS `column`, `t1`.`ts_pct` AS `value`),
          STRUCT('efg_pct' AS `column`, `t1`.`efg_pct` AS `value`)
        ]) AS `__pivoted__` WITH OFFSET AS pos_2
        WHERE
          pos = pos_2
          OR (
            pos > (
              ARRAY_LENGTH(
                [
                  STRUCT('minutes' AS `column`, `t1`.`minutes` AS `value`),
                  STRUCT('points' AS `column`, `t1`.`points` AS `value`),
                  STRUCT('fga' AS `column`, `t1`.`fga` AS `value`),
                  STRUCT('fgm' AS `column`, `t1`.`fgm` AS `value`),
                  STRUCT('fg3a' AS `column`, `t1`.`fg3a` AS `value`),
                  STRUCT('fta' AS `column`, `t1`.`fta` AS `value`),
                  STRUCT('rebounds' AS `column`, `t1`.`rebounds` AS `value`),
                  STRUCT('assists' AS `column`, `t1`.`assists` AS `value`),
                  STRUCT('usage_rate' AS `column`, `t1`.`usage_rate` AS `value`),
                  STRUCT('ts_pct' AS `column`, `t1`.`ts_pct` AS `value`),
                  STRUCT('efg_pct' AS `column`, `t1`.`efg_pct` AS `value`)
                ]
              ) - 1
            )
            AND pos_2 = (
              ARRAY_LENGTH(
                [
                  STRUCT('minutes' AS `column`, `t1`.`minutes` AS `value`),
                  STRUCT('points' AS `column`, `t1`.`points` AS `value`),
                  STRUCT('fga' AS `column`, `t1`.`fga` AS `value`),
                  STRUCT('fgm' AS `column`, `t1`.`fgm` AS `value`),
                  STRUCT('fg3a' AS `column`, `t1`.`fg3a` AS `value`),
                  STRUCT('fta' AS `column`, `t1`.`fta` AS `value`),
                  STRUCT('rebounds' AS `column`, `t1`.`rebounds` AS `value`),
                  STRUCT('assists' AS `column`, `t1`.`assists` AS `value`),
                  STRUCT('usage_rate' AS `column`, `t1`.`usage_rate` AS `value`),
                  STRUCT('ts_pct' AS `column`, `t1`.`ts_pct` AS `value`),
                  STRUCT('efg_pct' AS `column`, `t1`.`efg_pct` AS `value`)
                ]
              ) - 1
            )
          )
      ) AS `t2`
    ) AS `t3`
    GROUP BY
      1,
      2
  ) AS `t4`
  WHERE
    `t4`.`known` >= 20
)
SELECT
  `t13`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t9`.`game_date`,
    `t9`.`expected`,
    `t9`.`actual`,
    `t12`.`game_date` AS `missing_game_date`,
    `t12`.`game_id`,
    `t12`.`subject`,
    `t12`.`fact`,
    `t12`.`place`
  FROM (
    SELECT
      `t6`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t6`.`present`) AS `actual`
    FROM `t5` AS `t6`
    GROUP BY
      1
  ) AS `t9`
  LEFT OUTER JOIN (
    SELECT
      `t10`.`game_date`,
      `t10`.`game_id`,
      `t10`.`subject`,
      `t10`.`fact`,
      `t10`.`place`
    FROM (
      SELECT
        `t8`.`game_date`,
        `t8`.`game_id`,
        `t8`.`subject`,
        `t8`.`present`,
        `t8`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t8`.`game_date` ORDER BY `t8`.`game_id` ASC, `t8`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t8`.`game_date`, `t8`.`game_id` ORDER BY `t8`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t6`.`game_date`,
          COALESCE(`t6`.`game_id`, '') AS `game_id`,
          `t6`.`subject`,
          `t6`.`present`,
          `t6`.`fact`
        FROM `t5` AS `t6`
        WHERE
          NOT (
            `t6`.`present`
          )
      ) AS `t8`
    ) AS `t10`
    WHERE
      (
        `t10`.`place` < 20
      ) OR (
        `t10`.`of_game` = 0
      )
  ) AS `t12`
    ON `t9`.`game_date` = `t12`.`game_date`
) AS `t13`
