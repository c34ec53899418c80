-- rows
SELECT
  `t12`.`game_date`,
  `t12`.`game_id`,
  `t12`.`player_id`,
  `t12`.`system_id`,
  `t12`.`player_name`,
  CAST(ROUND(`t12`.`predicted_points`, 4) AS FLOAT64) AS `predicted_points`,
  CAST(ROUND(`t12`.`line`, 4) AS FLOAT64) AS `line`,
  CAST(ROUND(`t12`.`line_mean`, 4) AS FLOAT64) AS `line_mean`,
  CAST(ROUND(`t12`.`edge`, 4) AS FLOAT64) AS `edge`,
  CAST(ROUND(`t12`.`confidence_score`, 4) AS FLOAT64) AS `confidence_score`,
  `t12`.`recommendation`,
  CAST(ROUND(`t12`.`closing_line_mean`, 4) AS FLOAT64) AS `closing_line_mean`,
  `t12`.`actual_points`,
  CAST(ROUND(`t12`.`minutes`, 4) AS FLOAT64) AS `minutes`,
  CAST(ROUND(`t12`.`signed_error`, 4) AS FLOAT64) AS `signed_error`,
  CAST(ROUND(`t12`.`absolute_error`, 4) AS FLOAT64) AS `absolute_error`,
  `t12`.`outcome`,
  `t12`.`is_correct`,
  `t12`.`void_reason`
FROM (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`player_id`,
    `t7`.`system_id`,
    `t7`.`player_name`,
    `t7`.`predicted_points`,
    `t7`.`line`,
    `t7`.`line_mean`,
    `t7`.`edge`,
    `t7`.`confidence_score`,
    `t7`.`recommendation`,
    `t8`.`closing_line_mean`,
    IF(COALESCE(`t8`.`status` = 'PLAYED', FALSE), `t8`.`points`, NULL) AS `actual_points`,
    IF(COALESCE(`t8`.`status` = 'PLAYED', FALSE), `t8`.`minutes`, NULL) AS `minutes`,
    `t7`.`predicted_points` - IF(COALESCE(`t8`.`status` = 'PLAYED', FALSE), `t8`.`points`, NULL) AS `signed_error`,
    ABS(
      `t7`.`predicted_points` - IF(COALESCE(`t8`.`status` = 'PLAYED', FALSE), `t8`.`points`, NULL)
    ) AS `absolute_error`,
    CASE
      WHEN NOT (
        COALESCE(`t8`.`status` = 'PLAYED', FALSE)
      )
      THEN 'VOID'
      WHEN NOT (
        `t7`.`recommendation` IN ('OVER', 'UNDER')
      )
      THEN 'NOT_BET'
      WHEN `t8`.`points` = `t7`.`line`
      THEN 'PUSH'
      WHEN (
        `t8`.`points` > `t7`.`line`
      ) = (
        `t7`.`recommendation` = 'OVER'
      )
      THEN 'CORRECT'
      ELSE 'INCORRECT'
    END AS `outcome`,
    IF(
      CASE
        WHEN NOT (
          COALESCE(`t8`.`status` = 'PLAYED', FALSE)
        )
        THEN 'VOID'
        WHEN NOT (
          `t7`.`recommendation` IN ('OVER', 'UNDER')
        )
        THEN 'NOT_BET'
        WHEN `t8`.`points` = `t7`.`line`
        THEN 'PUSH'
        WHEN (
          `t8`.`points` > `t7`.`line`
        ) = (
          `t7`.`recommendation` = 'OVER'
        )
        THEN 'CORRECT'
        ELSE 'INCORRECT'
      END IN ('CORRECT', 'INCORRECT'),
      CASE
        WHEN NOT (
          COALESCE(`t8`.`status` = 'PLAYED', FALSE)
        )
        THEN 'VOID'
        WHEN NOT (
          `t7`.`recommendation` IN ('OVER', 'UNDER')
        )
        THEN 'NOT_BET'
        WHEN `t8`.`points` = `t7`.`line`
        THEN 'PUSH'
        WHEN (
          `t8`.`points` > `t7`.`line`
        ) = (
          `t7`.`recommendation` = 'OVER'
        )
        THEN 'CORRECT'
        ELSE 'INCORRECT'
      END = 'CORRECT',
      NULL
    ) AS `is_correct`,
    CASE
      WHEN COALESCE(`t8`.`status` = 'PLAYED', FALSE)
      THEN CAST(NULL AS STRING)
      WHEN `t11`.`postponed`
      THEN 'game postponed'
      WHEN `t8`.`status` IS NULL
      THEN 'not in the complete boxscore'
      ELSE CONCAT(`t8`.`status`, COALESCE(CONCAT(': ', `t8`.`not_played_reason`), ''))
    END AS `void_reason`
  FROM (
    SELECT
      *
    FROM `player_prop_predictions` AS `t0`
    WHERE
      `t0`.`is_active`
  ) AS `t7`
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        `t2`.`game_date`,
        `t2`.`game_id`,
        `t2`.`postponed`
      FROM `schedule` AS `t2`
    ) AS `t6`
    WHERE
      `t6`.`postponed`
      OR `t6`.`game_id` IN (
        SELECT
          `t4`.`game_id`
        FROM (
          SELECT DISTINCT
            `t1`.`game_date`,
            `t1`.`game_id`
          FROM `player_game_summary` AS `t1`
        ) AS `t4`
      )
  ) AS `t11`
    ON `t7`.`game_date` = `t11`.`game_date` AND `t7`.`game_id` = `t11`.`game_id`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`status`,
      `t1`.`not_played_reason`,
      `t1`.`points`,
      `t1`.`minutes`,
      `t1`.`closing_line_mean`
    FROM `player_game_summary` AS `t1`
  ) AS `t8`
    ON `t7`.`game_date` = `t8`.`game_date`
    AND `t7`.`game_id` = `t8`.`game_id`
    AND `t7`.`player_id` = `t8`.`player_id`
) AS `t12`

-- expected_games
SELECT DISTINCT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `player_prop_predictions` AS `t0`

-- held_back
SELECT
  `t10`.`game_date`,
  `t10`.`game_id`,
  'graded without a boxscore' AS `reason`
FROM (
  SELECT
    `t6`.`game_date`,
    `t6`.`game_id`
  FROM (
    SELECT DISTINCT
      `t0`.`game_date`,
      `t0`.`game_id`
    FROM `rows` AS `t0`
  ) AS `t6`
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t1`.`game_date`,
            `t1`.`game_id`,
            `t1`.`postponed`
          FROM `schedule` AS `t1`
        ) AS `t4`
        WHERE
          `t4`.`postponed`
          OR `t4`.`game_id` IN (
            SELECT
              `t5`.`game_id`
            FROM (
              SELECT DISTINCT
                `t2`.`game_date`,
                `t2`.`game_id`
              FROM `player_game_summary` AS `t2`
            ) AS `t5`
          )
      ) AS `t9`
      WHERE
        `t6`.`game_date` = `t9`.`game_date` AND `t6`.`game_id` = `t9`.`game_id`
    )
) AS `t10`

-- traced
SELECT
  `t6`.`game_date`,
  `t6`.`game_id`,
  `t6`.`player_id`,
  `t6`.`system_id`,
  `t6`.`old_actual_points`,
  `t6`.`new_actual_points`,
  `t6`.`old_outcome`,
  `t6`.`new_outcome`
FROM (
  SELECT
    `t4`.`game_date`,
    `t4`.`game_id`,
    `t4`.`player_id`,
    `t4`.`system_id`,
    `t4`.`old_actual_points`,
    `t4`.`old_outcome`,
    `t5`.`game_date` AS `regraded_game_date`,
    `t5`.`game_id` AS `regraded_game_id`,
    `t5`.`player_id` AS `regraded_player_id`,
    `t5`.`system_id` AS `regraded_system_id`,
    `t5`.`new_actual_points`,
    `t5`.`new_outcome`
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`system_id`,
      `t0`.`actual_points` AS `old_actual_points`,
      `t0`.`outcome` AS `old_outcome`
    FROM `published` AS `t0`
  ) AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`system_id`,
      `t1`.`actual_points` AS `new_actual_points`,
      `t1`.`outcome` AS `new_outcome`
    FROM `rows` AS `t1`
  ) AS `t5`
    ON `t4`.`game_date` = `t5`.`game_date`
    AND `t4`.`game_id` = `t5`.`game_id`
    AND `t4`.`player_id` = `t5`.`player_id`
    AND `t4`.`system_id` = `t5`.`system_id`
) AS `t6`
WHERE
  NOT (
    `t6`.`old_actual_points` IS NOT DISTINCT FROM `t6`.`new_actual_points`
    AND `t6`.`old_outcome` IS NOT DISTINCT FROM `t6`.`new_outcome`
  )

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
        WHEN IS_NAN(`t0`.`closing_line_mean`) OR IS_INF(`t0`.`closing_line_mean`)
        THEN 'closing_line_mean is not a number'
        WHEN `t0`.`closing_line_mean` < 0.5
        THEN 'closing_line_mean is below 0.5'
        WHEN `t0`.`closing_line_mean` > 60
        THEN 'closing_line_mean is above 60'
        WHEN `t0`.`actual_points` < 0
        THEN 'actual_points is below 0'
        WHEN `t0`.`actual_points` > 110
        THEN 'actual_points is above 110'
        WHEN IS_NAN(`t0`.`minutes`) OR IS_INF(`t0`.`minutes`)
        THEN 'minutes is not a number'
        WHEN `t0`.`minutes` < 0
        THEN 'minutes is below 0'
        WHEN `t0`.`minutes` > 70
        THEN 'minutes is above 70'
        WHEN IS_NAN(`t0`.`signed_error`) OR IS_INF(`t0`.`signed_error`)
        THEN 'signed_error is not a number'
        WHEN `t0`.`signed_error` < -110
        THEN 'signed_error is below -110'
        WHEN `t0`.`signed_error` > 90
        THEN 'signed_error is above 90'
        WHEN IS_NAN(`t0`.`absolute_error`) OR IS_INF(`t0`.`absolute_error`)
        THEN 'absolute_error is not a number'
        WHEN `t0`.`absolute_error` < 0
        THEN 'absolute_error is below 0'
        WHEN `t0`.`absolute_error` > 110
        THEN 'absolute_error is above 110'
        WHEN `t0`.`outcome` IS NULL
        THEN 'outcome is null'
        WHEN NOT (
          `t0`.`outcome` IN ('CORRECT', 'INCORRECT', 'PUSH', 'VOID', 'NOT_BET')
        )
        THEN 'outcome is not one of CORRECT, INCORRECT, PUSH, VOID, NOT_BET'
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
    WHEN ABS(`t0`.`confidence_score`) < 900719925474.0992
    THEN `t0`.`confidence_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `confidence_score`,
  `t0`.`recommendation`,
  CASE
    WHEN ABS(`t0`.`closing_line_mean`) < 900719925474.0992
    THEN `t0`.`closing_line_mean`
    ELSE CAST(NULL AS FLOAT64)
  END AS `closing_line_mean`,
  `t0`.`actual_points`,
  CASE
    WHEN ABS(`t0`.`minutes`) < 900719925474.0992
    THEN `t0`.`minutes`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes`,
  CASE
    WHEN ABS(`t0`.`signed_error`) < 900719925474.0992
    THEN `t0`.`signed_error`
    ELSE CAST(NULL AS FLOAT64)
  END AS `signed_error`,
  CASE
    WHEN ABS(`t0`.`absolute_error`) < 900719925474.0992
    THEN `t0`.`absolute_error`
    ELSE CAST(NULL AS FLOAT64)
  END AS `absolute_error`,
  `t0`.`outcome`,
  `t0`.`is_correct`,
  `t0`.`void_reason`
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
            COALESCE(CAST(CAST(ROUND(`t0`.`predicted_points` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`line` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`line_mean` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`edge` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`confidence_score` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`recommendation`,
            COALESCE(CAST(CAST(ROUND(`t0`.`closing_line_mean` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`actual_points` AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`signed_error` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`absolute_error` * 10000, 0) AS INT64) AS STRING), '~'),
            `t0`.`outcome`,
            COALESCE(CAST(CAST(`t0`.`is_correct` AS INT64) AS STRING), '~'),
            COALESCE(CAST(LENGTH(`t0`.`void_reason`) AS STRING), '~'),
            COALESCE(`t0`.`void_reason`, '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
