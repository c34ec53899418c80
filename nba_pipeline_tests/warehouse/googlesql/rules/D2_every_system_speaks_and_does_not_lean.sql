-- counts
WITH `t7` AS (
  SELECT
    `t4`.`game_date`,
    '' AS `game_id`,
    `t4`.`system_id` AS `subject`,
    CASE
      WHEN `t6`.`rows` IS NULL
      THEN 'no active prediction'
      WHEN (
        `t6`.`sides` >= 20
      )
      AND (
        GREATEST(`t6`.`overs`, `t6`.`sides` - `t6`.`overs`) > (
          `t6`.`sides` * 0.95
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(`t6`.`overs` AS STRING), ' overs, '),
          CAST(`t6`.`sides` - `t6`.`overs` AS STRING)
        ),
        ' unders'
      )
      WHEN (
        `t6`.`lined` >= 20
      ) AND (
        ABS(`t6`.`lean`) > 2.0
      )
      THEN CONCAT(
        CAST(CAST(ROUND(`t6`.`lean`, 2) AS FLOAT64) AS STRING),
        ' points from the lines on average'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t6`.`rows` IS NULL
      THEN 'no active prediction'
      WHEN (
        `t6`.`sides` >= 20
      )
      AND (
        GREATEST(`t6`.`overs`, `t6`.`sides` - `t6`.`overs`) > (
          `t6`.`sides` * 0.95
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(`t6`.`overs` AS STRING), ' overs, '),
          CAST(`t6`.`sides` - `t6`.`overs` AS STRING)
        ),
        ' unders'
      )
      WHEN (
        `t6`.`lined` >= 20
      ) AND (
        ABS(`t6`.`lean`) > 2.0
      )
      THEN CONCAT(
        CAST(CAST(ROUND(`t6`.`lean`, 2) AS FLOAT64) AS STRING),
        ' points from the lines on average'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t1`.`game_date`,
      IF(pos = pos_2, `system_id`, NULL) AS `system_id`
    FROM (
      SELECT DISTINCT
        `t0`.`game_date`
      FROM `player_prop_predictions` AS `t0`
    ) AS `t1`
    CROSS JOIN UNNEST(GENERATE_ARRAY(
      0,
      GREATEST(
        ARRAY_LENGTH(
          [
            'moving_average',
            'zone_matchup_v1',
            'similarity_balanced_v1',
            'points_model_v1',
            'ensemble_v1',
            'market_aware_v1'
          ]
        )
      ) - 1
    )) AS pos
    CROSS JOIN UNNEST([
      'moving_average',
      'zone_matchup_v1',
      'similarity_balanced_v1',
      'points_model_v1',
      'ensemble_v1',
      'market_aware_v1'
    ]) AS `system_id` WITH OFFSET AS pos_2
    WHERE
      pos = pos_2
      OR (
        pos > (
          ARRAY_LENGTH(
            [
              'moving_average',
              'zone_matchup_v1',
              'similarity_balanced_v1',
              'points_model_v1',
              'ensemble_v1',
              'market_aware_v1'
            ]
          ) - 1
        )
        AND pos_2 = (
          ARRAY_LENGTH(
            [
              'moving_average',
              'zone_matchup_v1',
              'similarity_balanced_v1',
              'points_model_v1',
              'ensemble_v1',
              'market_aware_v1'
            ]
          ) - 1
        )
      )
  ) AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t2`.`game_date`,
      `t2`.`system_id`,
      COUNT(*) AS `rows`,
      SUM(CAST(`t2`.`recommendation` = 'OVER' AS INT64)) AS `overs`,
      SUM(CAST(`t2`.`recommendation` IN ('OVER', 'UNDER') AS INT64)) AS `sides`,
      COUNT(`t2`.`edge`) AS `lined`,
      AVG(`t2`.`edge`) AS `lean`
    FROM (
      SELECT
        *
      FROM `player_prop_predictions` AS `t0`
      WHERE
        `t0`.`is_active`
    ) AS `t2`
    GROUP BY
      1,
      2
  ) AS `t6`
    ON `t4`.`game_date` = `t6`.`game_date` AND `t4`.`system_id` = `t6`.`system_id`
)
SELECT
  `t15`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t11`.`game_date`,
    `t11`.`expected`,
    `t11`.`actual`,
    `t14`.`game_date` AS `missing_game_date`,
    `t14`.`game_id`,
    `t14`.`subject`,
    `t14`.`fact`,
    `t14`.`place`
  FROM (
    SELECT
      `t8`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t8`.`present`) AS `actual`
    FROM `t7` AS `t8`
    GROUP BY
      1
  ) AS `t11`
  LEFT OUTER JOIN (
    SELECT
      `t12`.`game_date`,
      `t12`.`game_id`,
      `t12`.`subject`,
      `t12`.`fact`,
      `t12`.`place`
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
          `t8`.`fact`
        FROM `t7` AS `t8`
        WHERE
          NOT (
            `t8`.`present`
          )
      ) AS `t10`
    ) AS `t12`
    WHERE
      (
        `t12`.`place` < 20
      ) OR (
        `t12`.`of_game` = 0
      )
  ) AS `t14`
    ON `t11`.`game_date` = `t14`.`game_date`
) AS `t15`
