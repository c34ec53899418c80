-- counts
WITH `t7` AS (
  SELECT
    `t3`.`game_date`,
    `t3`.`teams`,
    ROW_NUMBER() OVER (ORDER BY `t3`.`game_date` ASC) - 1 AS `place`
  FROM (
    SELECT
      `t0`.`game_date`,
      COUNT(DISTINCT `t0`.`game_id`) * 2 AS `teams`
    FROM `ml_feature_store_v2` AS `t0`
    GROUP BY
      1
  ) AS `t3`
), `t30` AS (
  SELECT
    `t29`.`game_date`,
    '' AS `game_id`,
    `t29`.`column` AS `subject`,
    CASE
      WHEN `t29`.`low` < CASE `t29`.`column`
        WHEN 'points_avg_last_5'
        THEN 0
        WHEN 'points_avg_last_10'
        THEN 0
        WHEN 'points_avg_season'
        THEN 0
        WHEN 'minutes_avg_last_10'
        THEN 0
        WHEN 'ppm_avg_last_10'
        THEN 0
        WHEN 'fatigue_score'
        THEN 0
        WHEN 'opponent_def_rating'
        THEN 50
        WHEN 'opponent_pace'
        THEN 65
        WHEN 'team_pace'
        THEN 70
        WHEN 'team_off_rating'
        THEN 60
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t29`.`low`, 2) AS FLOAT64) AS STRING), ', under '),
        CAST(CAST(ROUND(
          CASE `t29`.`column`
            WHEN 'points_avg_last_5'
            THEN 0
            WHEN 'points_avg_last_10'
            THEN 0
            WHEN 'points_avg_season'
            THEN 0
            WHEN 'minutes_avg_last_10'
            THEN 0
            WHEN 'ppm_avg_last_10'
            THEN 0
            WHEN 'fatigue_score'
            THEN 0
            WHEN 'opponent_def_rating'
            THEN 50
            WHEN 'opponent_pace'
            THEN 65
            WHEN 'team_pace'
            THEN 70
            WHEN 'team_off_rating'
            THEN 60
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN `t29`.`high` > CASE `t29`.`column`
        WHEN 'points_avg_last_5'
        THEN 90
        WHEN 'points_avg_last_10'
        THEN 90
        WHEN 'points_avg_season'
        THEN 90
        WHEN 'minutes_avg_last_10'
        THEN 63
        WHEN 'ppm_avg_last_10'
        THEN 30
        WHEN 'fatigue_score'
        THEN 100
        WHEN 'opponent_def_rating'
        THEN 180
        WHEN 'opponent_pace'
        THEN 140
        WHEN 'team_pace'
        THEN 140
        WHEN 'team_off_rating'
        THEN 160
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t29`.`high`, 2) AS FLOAT64) AS STRING), ', over '),
        CAST(CAST(ROUND(
          CASE `t29`.`column`
            WHEN 'points_avg_last_5'
            THEN 90
            WHEN 'points_avg_last_10'
            THEN 90
            WHEN 'points_avg_season'
            THEN 90
            WHEN 'minutes_avg_last_10'
            THEN 63
            WHEN 'ppm_avg_last_10'
            THEN 30
            WHEN 'fatigue_score'
            THEN 100
            WHEN 'opponent_def_rating'
            THEN 180
            WHEN 'opponent_pace'
            THEN 140
            WHEN 'team_pace'
            THEN 140
            WHEN 'team_off_rating'
            THEN 160
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN (
        `t29`.`days` >= 7
      )
      AND (
        `t29`.`total` >= 20
      )
      AND (
        `t29`.`usually_known` >= 0.9
      )
      AND (
        `t29`.`known` < (
          `t29`.`total` * 0.5
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(CONCAT('known in ', CAST(`t29`.`known` AS STRING)), ' of '),
            CAST(`t29`.`total` AS STRING)
          ),
          ' rows, before in nearly all'
        ),
        COALESCE(CONCAT(': ', `t20`.`untold`), '')
      )
      WHEN (
        `t29`.`days` >= 7
      )
      AND (
        `t29`.`total` >= 20
      )
      AND NOT (
        `t29`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t29`.`always_varied`
      AND (
        `t29`.`known` >= 20
      )
      AND (
        `t29`.`column` IN (
          'points_avg_last_5',
          'points_avg_last_10',
          'points_avg_season',
          'points_std_last_10',
          'minutes_avg_last_10',
          'ppm_avg_last_10',
          'usage_spike_score',
          'pct_paint',
          'pct_mid_range',
          'pct_three',
          'pct_free_throw'
        )
        OR (
          `t29`.`teams` >= 10
        )
      )
      AND (
        `t29`.`values` = 1
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t29`.`low`, 2) AS FLOAT64) AS STRING), ' in all '),
          CAST(`t29`.`total` AS STRING)
        ),
        ' rows'
      )
      WHEN (
        `t29`.`days` >= 7
      )
      AND (
        `t29`.`total` >= 20
      )
      AND NOT (
        `t29`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t29`.`always_varied`
      AND (
        `t29`.`known` >= 20
      )
      AND (
        ABS(`t29`.`mean` - `t29`.`usual_mean`) > (
          `t29`.`usual_deviation` * (
            ieee_divide(4.0, SQRT(`t29`.`teams`)) + 0.5
          )
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CONCAT('mean ', CAST(CAST(ROUND(`t29`.`mean`, 2) AS FLOAT64) AS STRING)), ', '),
          CAST(CAST(ROUND(`t29`.`usual_mean`, 2) AS FLOAT64) AS STRING)
        ),
        ' in the game days before'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t29`.`low` < CASE `t29`.`column`
        WHEN 'points_avg_last_5'
        THEN 0
        WHEN 'points_avg_last_10'
        THEN 0
        WHEN 'points_avg_season'
        THEN 0
        WHEN 'minutes_avg_last_10'
        THEN 0
        WHEN 'ppm_avg_last_10'
        THEN 0
        WHEN 'fatigue_score'
        THEN 0
        WHEN 'opponent_def_rating'
        THEN 50
        WHEN 'opponent_pace'
        THEN 65
        WHEN 'team_pace'
        THEN 70
        WHEN 'team_off_rating'
        THEN 60
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t29`.`low`, 2) AS FLOAT64) AS STRING), ', under '),
        CAST(CAST(ROUND(
          CASE `t29`.`column`
            WHEN 'points_avg_last_5'
            THEN 0
            WHEN 'points_avg_last_10'
            THEN 0
            WHEN 'points_avg_season'
            THEN 0
            WHEN 'minutes_avg_last_10'
            THEN 0
            WHEN 'ppm_avg_last_10'
            THEN 0
            WHEN 'fatigue_score'
            THEN 0
            WHEN 'opponent_def_rating'
            THEN 50
            WHEN 'opponent_pace'
            THEN 65
            WHEN 'team_pace'
            THEN 70
            WHEN 'team_off_rating'
            THEN 60
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN `t29`.`high` > CASE `t29`.`column`
        WHEN 'points_avg_last_5'
        THEN 90
        WHEN 'points_avg_last_10'
        THEN 90
        WHEN 'points_avg_season'
        THEN 90
        WHEN 'minutes_avg_last_10'
        THEN 63
        WHEN 'ppm_avg_last_10'
        THEN 30
        WHEN 'fatigue_score'
        THEN 100
        WHEN 'opponent_def_rating'
        THEN 180
        WHEN 'opponent_pace'
        THEN 140
        WHEN 'team_pace'
        THEN 140
        WHEN 'team_off_rating'
        THEN 160
        ELSE NULL
      END
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t29`.`high`, 2) AS FLOAT64) AS STRING), ', over '),
        CAST(CAST(ROUND(
          CASE `t29`.`column`
            WHEN 'points_avg_last_5'
            THEN 90
            WHEN 'points_avg_last_10'
            THEN 90
            WHEN 'points_avg_season'
            THEN 90
            WHEN 'minutes_avg_last_10'
            THEN 63
            WHEN 'ppm_avg_last_10'
            THEN 30
            WHEN 'fatigue_score'
            THEN 100
            WHEN 'opponent_def_rating'
            THEN 180
            WHEN 'opponent_pace'
            THEN 140
            WHEN 'team_pace'
            THEN 140
            WHEN 'team_off_rating'
            THEN 160
            ELSE NULL
          END,
          2
        ) AS FLOAT64) AS STRING)
      )
      WHEN (
        `t29`.`days` >= 7
      )
      AND (
        `t29`.`total` >= 20
      )
      AND (
        `t29`.`usually_known` >= 0.9
      )
      AND (
        `t29`.`known` < (
          `t29`.`total` * 0.5
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(CONCAT('known in ', CAST(`t29`.`known` AS STRING)), ' of '),
            CAST(`t29`.`total` AS STRING)
          ),
          ' rows, before in nearly all'
        ),
        COALESCE(CONCAT(': ', `t20`.`untold`), '')
      )
      WHEN (
        `t29`.`days` >= 7
      )
      AND (
        `t29`.`total` >= 20
      )
      AND NOT (
        `t29`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t29`.`always_varied`
      AND (
        `t29`.`known` >= 20
      )
      AND (
        `t29`.`column` IN (
          'points_avg_last_5',
          'points_avg_last_10',
          'points_avg_season',
          'points_std_last_10',
          'minutes_avg_last_10',
          'ppm_avg_last_10',
          'usage_spike_score',
          'pct_paint',
          'pct_mid_range',
          'pct_three',
          'pct_free_throw'
        )
        OR (
          `t29`.`teams` >= 10
        )
      )
      AND (
        `t29`.`values` = 1
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t29`.`low`, 2) AS FLOAT64) AS STRING), ' in all '),
          CAST(`t29`.`total` AS STRING)
        ),
        ' rows'
      )
      WHEN (
        `t29`.`days` >= 7
      )
      AND (
        `t29`.`total` >= 20
      )
      AND NOT (
        `t29`.`column` IN ('games_in_last_7_days', 'rest_advantage', 'games_vs_opponent')
      )
      AND `t29`.`always_varied`
      AND (
        `t29`.`known` >= 20
      )
      AND (
        ABS(`t29`.`mean` - `t29`.`usual_mean`) > (
          `t29`.`usual_deviation` * (
            ieee_divide(4.0, SQRT(`t29`.`teams`)) + 0.5
          )
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(CONCAT('mean ', CAST(CAST(ROUND(`t29`.`mean`, 2) AS FLOAT64) AS STRING)), ', '),
          CAST(CAST(ROUND(`t29`.`usual_mean`, 2) AS FLOAT64) AS STRING)
        ),
        ' in the game days before'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t27`.`game_date`,
      `t27`.`column`,
      `t27`.`total`,
      `t27`.`known`,
      `t27`.`values`,
      `t27`.`low`,
      `t27`.`high`,
      `t27`.`mean`,
      `t27`.`deviation`,
      `t27`.`teams`,
      `t27`.`place`,
      `t27`.`late_game_date`,
      `t27`.`late_column`,
      `t27`.`days`,
      `t27`.`always_varied`,
      `t27`.`usually_known`,
      `t27`.`usual_mean`,
      `t27`.`usual_deviation`,
      CASE `t27`.`column`
        WHEN 'injury_risk'
        THEN 'nba_raw.injury_report'
        WHEN 'shot_zone_mismatch_score'
        THEN 'nba_raw.shot_zones'
        WHEN 'pct_paint'
        THEN 'nba_raw.shot_zones'
        WHEN 'pct_mid_range'
        THEN 'nba_raw.shot_zones'
        WHEN 'pct_three'
        THEN 'nba_raw.shot_zones'
        ELSE NULL
      END AS `told_by`
    FROM (
      SELECT
        `t16`.`game_date`,
        `t16`.`column`,
        `t16`.`total`,
        `t16`.`known`,
        `t16`.`values`,
        `t16`.`low`,
        `t16`.`high`,
        `t16`.`mean`,
        `t16`.`deviation`,
        `t11`.`teams`,
        `t11`.`place`,
        `t26`.`game_date` AS `late_game_date`,
        `t26`.`column` AS `late_column`,
        `t26`.`days`,
        `t26`.`always_varied`,
        `t26`.`usually_known`,
        `t26`.`usual_mean`,
        `t26`.`usual_deviation`
      FROM (
        SELECT
          `t9`.`game_date`,
          `t9`.`column`,
          COUNT(*) AS `total`,
          COUNT(`t9`.`value`) AS `known`,
          COUNT(DISTINCT `t9`.`value`) AS `values`,
          MIN(`t9`.`value`) AS `low`,
          MAX(`t9`.`value`) AS `high`,
          AVG(`t9`.`value`) AS `mean`,
          COALESCE(STDDEV_POP(`t9`.`value`), 0) AS `deviation`
        FROM (
          SELECT
            `t5`.`game_date`,
            `t5`.`__pivoted__`.`column` AS `column`,
            `t5`.`__pivoted__`.`value` AS `value`
          FROM (
            SELECT
              `t2`.`game_date`,
              IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
            FROM (
              SELECT
                `t0`.`game_date`,
                `t0`.`points_avg_last_5`,
                `t0`.`points_avg_last_10`,
                `t0`.`points_avg_season`,
                `t0`.`minutes_avg_last_10`,
                `t0`.`ppm_avg_last_10`,
                `t0`.`fatigue_score`,
                `t0`.`opponent_def_rating`,
                `t0`.`opponent_pace`,
                `t0`.`team_pace`,
                `t0`.`team_off_rating`
              FROM `ml_feature_store_v2` AS `t0`
            ) AS `t2`
            CROSS JOIN UNNEST(GENERATE_ARRAY(
              0,
              GREATEST(
                ARRAY_LENGTH(
                  [
                    STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                    STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                    STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                    STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                    STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                    STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                    STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                    STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                    STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                    STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                  ]
                )
              ) - 1
            )) AS pos
            CROSS JOIN UNNEST([
              STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
              STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
              STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
              STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
              STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
              STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
              STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
              STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
              STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
              STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
            ]) AS `__pivoted__` WITH OFFSET AS pos_2
            WHERE
              pos = pos_2
              OR (
                pos > (
                  ARRAY_LENGTH(
                    [
                      STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                      STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                      STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                      STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                      STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                      STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                      STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                      STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                      STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                      STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                    ]
                  ) - 1
                )
                AND pos_2 = (
                  ARRAY_LENGTH(
                    [
                      STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                      STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                      STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                      STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                      STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                      STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                      STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                      STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                      STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                      STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                    ]
                  ) - 1
                )
              )
          ) AS `t5`
        ) AS `t9`
        GROUP BY
          1,
          2
      ) AS `t16`
      INNER JOIN `t7` AS `t11`
        ON `t16`.`game_date` = `t11`.`game_date`
      LEFT OUTER JOIN (
        SELECT
          `t24`.`game_date`,
          `t24`.`column`,
          `t24`.`days`,
          `t24`.`always_varied`,
          ieee_divide(`t24`.`known`, `t24`.`total`) AS `usually_known`,
          ieee_divide(`t24`.`weighed`, `t24`.`known`) AS `usual_mean`,
          SQRT(
            IF(
              (
                ieee_divide(`t24`.`squares`, `t24`.`known`) - (
                  ieee_divide(`t24`.`weighed`, `t24`.`known`) * ieee_divide(`t24`.`weighed`, `t24`.`known`)
                )
              ) IS NULL,
              ieee_divide(`t24`.`squares`, `t24`.`known`) - (
                ieee_divide(`t24`.`weighed`, `t24`.`known`) * ieee_divide(`t24`.`weighed`, `t24`.`known`)
              ),
              GREATEST(
                0,
                ieee_divide(`t24`.`squares`, `t24`.`known`) - (
                  ieee_divide(`t24`.`weighed`, `t24`.`known`) * ieee_divide(`t24`.`weighed`, `t24`.`known`)
                )
              )
            )
          ) AS `usual_deviation`
        FROM (
          SELECT
            `t23`.`game_date`,
            `t23`.`column`,
            COUNT(*) AS `days`,
            SUM(`t23`.`known`) AS `known`,
            SUM(`t23`.`total`) AS `total`,
            SUM(`t23`.`weighed`) AS `weighed`,
            SUM(`t23`.`squares`) AS `squares`,
            MIN(`t23`.`values`) > 1 AS `always_varied`
          FROM (
            SELECT
              `t16`.`game_date`,
              `t16`.`column`,
              `t11`.`place`,
              `t22`.`column` AS `column_right`,
              `t22`.`values`,
              `t22`.`known`,
              `t22`.`total`,
              `t22`.`earlier_date`,
              `t22`.`earlier_place`,
              `t22`.`weighed`,
              `t22`.`squares`
            FROM (
              SELECT
                `t9`.`game_date`,
                `t9`.`column`,
                COUNT(*) AS `total`,
                COUNT(`t9`.`value`) AS `known`,
                COUNT(DISTINCT `t9`.`value`) AS `values`,
                MIN(`t9`.`value`) AS `low`,
                MAX(`t9`.`value`) AS `high`,
                AVG(`t9`.`value`) AS `mean`,
                COALESCE(STDDEV_POP(`t9`.`value`), 0) AS `deviation`
              FROM (
                SELECT
                  `t5`.`game_date`,
                  `t5`.`__pivoted__`.`column` AS `column`,
                  `t5`.`__pivoted__`.`value` AS `value`
                FROM (
                  SELECT
                    `t2`.`game_date`,
                    IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
                  FROM (
                    SELECT
                      `t0`.`game_date`,
                      `t0`.`points_avg_last_5`,
                      `t0`.`points_avg_last_10`,
                      `t0`.`points_avg_season`,
                      `t0`.`minutes_avg_last_10`,
                      `t0`.`ppm_avg_last_10`,
                      `t0`.`fatigue_score`,
                      `t0`.`opponent_def_rating`,
                      `t0`.`opponent_pace`,
                      `t0`.`team_pace`,
                      `t0`.`team_off_rating`
                    FROM `ml_feature_store_v2` AS `t0`
                  ) AS `t2`
                  CROSS JOIN UNNEST(GENERATE_ARRAY(
                    0,
                    GREATEST(
                      ARRAY_LENGTH(
                        [
                          STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                          STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                          STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                          STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                          STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                          STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                          STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                          STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                          STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                          STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                        ]
                      )
                    ) - 1
                  )) AS pos
                  CROSS JOIN UNNEST([
                    STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                    STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                    STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                    STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                    STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                    STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                    STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                    STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                    STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                    STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                  ]) AS `__pivoted__` WITH OFFSET AS pos_2
                  WHERE
                    pos = pos_2
                    OR (
                      pos > (
                        ARRAY_LENGTH(
                          [
                            STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                            STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                            STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                            STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                            STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                            STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                            STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                            STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                            STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                            STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                          ]
                        ) - 1
                      )
                      AND pos_2 = (
                        ARRAY_LENGTH(
                          [
                            STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                            STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                            STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                            STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                            STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                            STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                            STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                            STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                            STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                            STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                          ]
                        ) - 1
                      )
                    )
                ) AS `t5`
              ) AS `t9`
              GROUP BY
                1,
                2
            ) AS `t16`
            INNER JOIN `t7` AS `t11`
              ON `t16`.`game_date` = `t11`.`game_date`
            INNER JOIN (
              SELECT
                `t18`.`column`,
                `t18`.`values`,
                `t18`.`known`,
                `t18`.`total`,
                `t18`.`game_date` AS `earlier_date`,
                `t18`.`place` AS `earlier_place`,
                `t18`.`known` * `t18`.`mean` AS `weighed`,
                `t18`.`known` * (
                  (
                    `t18`.`deviation` * `t18`.`deviation`
                  ) + (
                    `t18`.`mean` * `t18`.`mean`
                  )
                ) AS `squares`
              FROM (
                SELECT
                  `t16`.`game_date`,
                  `t16`.`column`,
                  `t16`.`total`,
                  `t16`.`known`,
                  `t16`.`values`,
                  `t16`.`low`,
                  `t16`.`high`,
                  `t16`.`mean`,
                  `t16`.`deviation`,
                  `t11`.`teams`,
                  `t11`.`place`
                FROM (
                  SELECT
                    `t9`.`game_date`,
                    `t9`.`column`,
                    COUNT(*) AS `total`,
                    COUNT(`t9`.`value`) AS `known`,
                    COUNT(DISTINCT `t9`.`value`) AS `values`,
                    MIN(`t9`.`value`) AS `low`,
                    MAX(`t9`.`value`) AS `high`,
                    AVG(`t9`.`value`) AS `mean`,
                    COALESCE(STDDEV_POP(`t9`.`value`), 0) AS `deviation`
                  FROM (
                    SELECT
                      `t5`.`game_date`,
                      `t5`.`__pivoted__`.`column` AS `column`,
                      `t5`.`__pivoted__`.`value` AS `value`
                    FROM (
                      SELECT
                        `t2`.`game_date`,
                        IF(pos = pos_2, `__pivoted__`, NULL) AS `__pivoted__`
                      FROM (
                        SELECT
                          `t0`.`game_date`,
                          `t0`.`points_avg_last_5`,
                          `t0`.`points_avg_last_10`,
                          `t0`.`points_avg_season`,
                          `t0`.`minutes_avg_last_10`,
                          `t0`.`ppm_avg_last_10`,
                          `t0`.`fatigue_score`,
                          `t0`.`opponent_def_rating`,
                          `t0`.`opponent_pace`,
                          `t0`.`team_pace`,
                          `t0`.`team_off_rating`
                        FROM `ml_feature_store_v2` AS `t0`
                      ) AS `t2`
                      CROSS JOIN UNNEST(GENERATE_ARRAY(
                        0,
                        GREATEST(
                          ARRAY_LENGTH(
                            [
                              STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                              STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                              STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                              STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                              STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                              STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                              STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                              STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                              STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                              STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                            ]
                          )
                        ) - 1
                      )) AS pos
                      CROSS JOIN UNNEST([
                        STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                        STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                        STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                        STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                        STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                        STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                        STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                        STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                        STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                        STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                      ]) AS `__pivoted__` WITH OFFSET AS pos_2
                      WHERE
                        pos = pos_2
                        OR (
                          pos > (
                            ARRAY_LENGTH(
                              [
                                STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                                STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                                STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                                STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                                STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                                STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                                STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                                STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                                STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                                STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                              ]
                            ) - 1
                          )
                          AND pos_2 = (
                            ARRAY_LENGTH(
                              [
                                STRUCT('points_avg_last_5' AS `column`, `t2`.`points_avg_last_5` AS `value`),
                                STRUCT('points_avg_last_10' AS `column`, `t2`.`points_avg_last_10` AS `value`),
                                STRUCT('points_avg_season' AS `column`, `t2`.`points_avg_season` AS `value`),
                                STRUCT('minutes_avg_last_10' AS `column`, `t2`.`minutes_avg_last_10` AS `value`),
                                STRUCT('ppm_avg_last_10' AS `column`, `t2`.`ppm_avg_last_10` AS `value`),
                                STRUCT('fatigue_score' AS `column`, `t2`.`fatigue_score` AS `value`),
                                STRUCT('opponent_def_rating' AS `column`, `t2`.`opponent_def_rating` AS `value`),
                                STRUCT('opponent_pace' AS `column`, `t2`.`opponent_pace` AS `value`),
                                STRUCT('team_pace' AS `column`, `t2`.`team_pace` AS `value`),
                                STRUCT('team_off_rating' AS `column`, `t2`.`team_off_rating` AS `value`)
                              ]
                            ) - 1
                          )
                        )
                    ) AS `t5`
                  ) AS `t9`
                  GROUP BY
                    1,
                    2
                ) AS `t16`
                INNER JOIN `t7` AS `t11`
                  ON `t16`.`game_date` = `t11`.`game_date`
              ) AS `t18`
              WHERE
                `t18`.`known` > 0
            ) AS `t22`
              ON `t16`.`column` = `t22`.`column`
              AND `t22`.`earlier_place` < `t11`.`place`
              AND `t22`.`earlier_place` >= (
                `t11`.`place` - 14
              )
              AND `t22`.`earlier_date` >= DATE_SUB(`t16`.`game_date`, INTERVAL '30' DAY)
          ) AS `t23`
          GROUP BY
            1,
            2
        ) AS `t24`
      ) AS `t26`
        ON `t16`.`game_date` = `t26`.`game_date` AND `t16`.`column` = `t26`.`column`
    ) AS `t27`
  ) AS `t29`
  LEFT OUTER JOIN (
    SELECT
      `t17`.`game_date`,
      `t17`.`told_by`,
      MAX(`t17`.`reason`) AS `untold`
    FROM (
      SELECT
        `t12`.`game_date`,
        `t12`.`teams`,
        `t12`.`place`,
        `t14`.`reason`,
        `t14`.`told_by`,
        `t14`.`empty_on`
      FROM `t7` AS `t12`
      INNER JOIN (
        SELECT
          `t8`.`reason`,
          `t8`.`table_name` AS `told_by`,
          `t8`.`game_date` AS `empty_on`
        FROM (
          SELECT
            `t6`.*
            EXCEPT (`_rank`)
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t1`.`receipt_id`,
                `t1`.`publication_id`,
                `t1`.`table_name`,
                `t1`.`game_date`,
                `t1`.`revision`,
                `t1`.`state`,
                `t1`.`rows`,
                `t1`.`content_hash`,
                `t1`.`reason`,
                `t1`.`gaps`,
                `t1`.`inputs`,
                `t1`.`code_version`,
                `t1`.`run_id`,
                `t1`.`published_at`,
                ROW_NUMBER() OVER (PARTITION BY `t1`.`table_name`, `t1`.`game_date` ORDER BY `t1`.`revision` DESC) - 1 AS `_rank`
              FROM `receipts` AS `t1`
            ) AS `t4`
            WHERE
              `t4`.`_rank` = 0
          ) AS `t6`
        ) AS `t8`
        WHERE
          `t8`.`state` = 'EMPTY_OK'
          AND `t8`.`reason` IS NOT NULL
          AND `t8`.`table_name` IN ('nba_raw.injury_report', 'nba_raw.shot_zones')
      ) AS `t14`
        ON `t12`.`game_date` >= `t14`.`empty_on`
        AND DATE_SUB(`t12`.`game_date`, INTERVAL '7' DAY) <= `t14`.`empty_on`
    ) AS `t17`
    GROUP BY
      1,
      2
  ) AS `t20`
    ON `t29`.`game_date` = `t20`.`game_date` AND `t29`.`told_by` = `t20`.`told_by`
)
SELECT
  `t38`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t34`.`game_date`,
    `t34`.`expected`,
    `t34`.`actual`,
    `t37`.`game_date` AS `missing_game_date`,
    `t37`.`game_id`,
    `t37`.`subject`,
    `t37`.`fact`,
    `t37`.`place`
  FROM (
    SELECT
      `t31`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t31`.`present`) AS `actual`
    FROM `t30` AS `t31`
    GROUP BY
      1
  ) AS `t34`
  LEFT OUTER JOIN (
    SELECT
      `t35`.`game_date`,
      `t35`.`game_id`,
      `t35`.`subject`,
      `t35`.`fact`,
      `t35`.`place`
    FROM (
      SELECT
        `t33`.`game_date`,
        `t33`.`game_id`,
        `t33`.`subject`,
        `t33`.`present`,
        `t33`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t33`.`game_date` ORDER BY `t33`.`game_id` ASC, `t33`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t33`.`game_date`, `t33`.`game_id` ORDER BY `t33`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t31`.`game_date`,
          COALESCE(`t31`.`game_id`, '') AS `game_id`,
          `t31`.`subject`,
          `t31`.`present`,
          `t31`.`fact`
        FROM `t30` AS `t31`
        WHERE
          NOT (
            `t31`.`present`
          )
      ) AS `t33`
    ) AS `t35`
    WHERE
      (
        `t35`.`place` < 20
      ) OR (
        `t35`.`of_game` = 0
      )
  ) AS `t37`
    ON `t34`.`game_date` = `t37`.`game_date`
) AS `t38`
