-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`player_id`,
    `t0`.`system_id`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2,
    3,
    4
) AS `t1`
GROUP BY
  1

-- broken_rows
SELECT
  `t2`.`game_date`,
  `t2`.`game_id`,
  MIN(`t2`.`reason`) AS `reason`,
  COUNT(*) AS `broken`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      CASE
        WHEN `t0`.`game_date` IS NULL
        THEN 'game_date is null'
        WHEN `t0`.`game_id` IS NULL
        THEN 'game_id is null'
        WHEN `t0`.`player_id` IS NULL
        THEN 'player_id is null'
        WHEN `t0`.`system_id` IS NULL
        THEN 'system_id is null'
        WHEN NOT (
          `t0`.`system_id` IN (
            'moving_average',
            'zone_matchup_v1',
            'similarity_balanced_v1',
            'points_model_v1',
            'ensemble_v1',
            'market_aware_v1'
          )
        )
        THEN 'system_id is not one of moving_average, zone_matchup_v1, similarity_balanced_v1, points_model_v1, ensemble_v1, market_aware_v1'
        WHEN `t0`.`player_name` IS NULL
        THEN 'player_name is null'
        WHEN IS_NAN(`t0`.`predicted_points`) OR IS_INF(`t0`.`predicted_points`)
        THEN 'predicted_points is not a number'
        WHEN `t0`.`predicted_points` < 0
        THEN 'predicted_points is below 0'
        WHEN `t0`.`predicted_points` > 90
        THEN 'predicted_points is above 90'
        WHEN IS_NAN(`t0`.`line`) OR IS_INF(`t0`.`line`)
        THEN 'line is not a number'
        WHEN `t0`.`line` < 0.5
        THEN 'line is below 0.5'
        WHEN `t0`.`line` > 60
        THEN 'line is above 60'
        WHEN IS_NAN(`t0`.`line_mean`) OR IS_INF(`t0`.`line_mean`)
        THEN 'line_mean is not a number'
        WHEN `t0`.`line_mean` < 0.5
        THEN 'line_mean is below 0.5'
        WHEN `t0`.`line_mean` > 60
        THEN 'line_mean is above 60'
        WHEN IS_NAN(`t0`.`edge`) OR IS_INF(`t0`.`edge`)
        THEN 'edge is not a number'
        WHEN `t0`.`edge` < -60
        THEN 'edge is below -60'
        WHEN `t0`.`edge` > 90
        THEN 'edge is above 90'
        WHEN IS_NAN(`t0`.`predicted_std`) OR IS_INF(`t0`.`predicted_std`)
        THEN 'predicted_std is not a number'
        WHEN `t0`.`predicted_std` < 1
        THEN 'predicted_std is below 1'
        WHEN `t0`.`predicted_std` > 60
        THEN 'predicted_std is above 60'
        WHEN IS_NAN(`t0`.`over_probability`) OR IS_INF(`t0`.`over_probability`)
        THEN 'over_probability is not a number'
        WHEN `t0`.`over_probability` < 0
        THEN 'over_probability is below 0'
        WHEN `t0`.`over_probability` > 1
        THEN 'over_probability is above 1'
        WHEN IS_NAN(`t0`.`push_probability`) OR IS_INF(`t0`.`push_probability`)
        THEN 'push_probability is not a number'
        WHEN `t0`.`push_probability` < 0
        THEN 'push_probability is below 0'
        WHEN `t0`.`push_probability` > 1
        THEN 'push_probability is above 1'
        WHEN IS_NAN(`t0`.`market_over_probability`) OR IS_INF(`t0`.`market_over_probability`)
        THEN 'market_over_probability is not a number'
        WHEN `t0`.`market_over_probability` < 0.4
        THEN 'market_over_probability is below 0.4'
        WHEN `t0`.`market_over_probability` > 0.6
        THEN 'market_over_probability is above 0.6'
        WHEN IS_NAN(`t0`.`confidence_score`) OR IS_INF(`t0`.`confidence_score`)
        THEN 'confidence_score is not a number'
        WHEN `t0`.`confidence_score` < 0
        THEN 'confidence_score is below 0'
        WHEN `t0`.`confidence_score` > 100
        THEN 'confidence_score is above 100'
        WHEN `t0`.`recommendation` IS NULL
        THEN 'recommendation is null'
        WHEN NOT (
          `t0`.`recommendation` IN ('OVER', 'UNDER', 'PASS', 'NO_LINE')
        )
        THEN 'recommendation is not one of OVER, UNDER, PASS, NO_LINE'
        WHEN `t0`.`is_active` IS NULL
        THEN 'is_active is null'
        ELSE CAST(NULL AS STRING)
      END AS `reason`
    FROM `asked` AS `t0`
  ) AS `t1`
  WHERE
    `t1`.`reason` IS NOT NULL
) AS `t2`
GROUP BY
  1,
  2

-- hashable
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`,
  `t0`.`player_id`,
  `t0`.`system_id`,
  `t0`.`player_name`,
  `t0`.`team`,
  `t0`.`opponent`,
  CASE
    WHEN ABS(`t0`.`predicted_points`) < 900719925474.0992
    THEN `t0`.`predicted_points`
    ELSE CAST(NULL AS FLOAT64)
  END AS `predicted_points`,
  CASE
    WHEN ABS(`t0`.`line`) < 900719925474.0992
    THEN `t0`.`line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `line`,
  CASE
    WHEN ABS(`t0`.`line_mean`) < 900719925474.0992
    THEN `t0`.`line_mean`
    ELSE CAST(NULL AS FLOAT64)
  END AS `line_mean`,
  CASE
    WHEN ABS(`t0`.`edge`) < 900719925474.0992
    THEN `t0`.`edge`
    ELSE CAST(NULL AS FLOAT64)
  END AS `edge`,
  CASE
    WHEN ABS(`t0`.`predicted_std`) < 900719925474.0992
    THEN `t0`.`predicted_std`
    ELSE CAST(NULL AS FLOAT64)
  END AS `predicted_std`,
  CASE
    WHEN ABS(`t0`.`over_probability`) < 900719925474.0992
    THEN `t0`.`over_probability`
    ELSE CAST(NULL AS FLOAT64)
  END AS `over_probability`,
  CASE
    WHEN ABS(`t0`.`push_probability`) < 900719925474.0992
    THEN `t0`.`push_probability`
    ELSE CAST(NULL AS FLOAT64)
  END AS `push_probability`,
  CASE
    WHEN ABS(`t0`.`market_over_probability`) < 900719925474.0992
    THEN `t0`.`market_over_probability`
    ELSE CAST(NULL AS FLOAT64)
  END AS `market_over_probability`,
  CASE
    WHEN ABS(`t0`.`confidence_score`) < 900719925474.0992
    THEN `t0`.`confidence_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `confidence_score`,
  `t0`.`recommendation`,
  `t0`.`reason`,
  `t0`.`model`,
  `t0`.`is_active`
FROM `asked` AS `t0`

-- fingerprints
SELECT
  `t1`.`game_date`,
  COUNT(*) AS `rows`,
  TO_HEX(MD5(STRING_AGG(`t1`.`row_hash`, ''
  ORDER BY
    `t1`.`row_hash` ASC NULLS LAST))) AS `content_hash`
FROM (
  SELECT
    `t0`.`game_date`,
    TO_HEX(
      MD5(
        ARRAY_TO_STRING(
          [
            CAST(`t0`.`game_date` AS STRING),
            CAST(LENGTH(`t0`.`game_id`) AS STRING),
            `t0`.`game_id`,
            CAST(`t0`.`player_id` AS STRING),
            `t0`.`system_id`,
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            COALESCE(CAST(LENGTH(`t0`.`team`) AS STRING), '~'),
            COALESCE(`t0`.`team`, '~'),
            COALESCE(CAST(LENGTH(`t0`.`opponent`) AS STRING), '~'),
            COALESCE(`t0`.`opponent`, '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`predicted_points` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`line` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`line_mean` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`edge` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`predicted_std` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`over_probability` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`push_probability` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`market_over_probability` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`confidence_score` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`recommendation`,
            COALESCE(CAST(LENGTH(`t0`.`reason`) AS STRING), '~'),
            COALESCE(`t0`.`reason`, '~'),
            COALESCE(CAST(LENGTH(`t0`.`model`) AS STRING), '~'),
            COALESCE(`t0`.`model`, '~'),
            CAST(CAST(`t0`.`is_active` AS INT64) AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
