-- rows
SELECT
  `t30`.`game_date`,
  `t30`.`game_id`,
  `t30`.`player_id`,
  `t30`.`back_to_backs_last_14`,
  CASE
    WHEN (
      100 + CASE WHEN `t30`.`back_to_back` THEN -15 WHEN `t30`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t30`.`games_last_7` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t30`.`minutes_last_7` > 240 THEN -10 ELSE 0 END + CASE
        WHEN `t30`.`minutes_last_7` > (
          `t30`.`games_last_7` * 35
        )
        THEN -8
        ELSE 0
      END + CASE
        WHEN `t30`.`back_to_backs_last_14` >= 2
        THEN -12
        WHEN `t30`.`back_to_backs_last_14` = 1
        THEN -5
        ELSE 0
      END + CASE
        WHEN CAST(NULL AS INT64) >= 35
        THEN -10
        WHEN CAST(NULL AS INT64) >= 30
        THEN -5
        ELSE 0
      END
    ) < 0
    THEN 0
    WHEN (
      100 + CASE WHEN `t30`.`back_to_back` THEN -15 WHEN `t30`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t30`.`games_last_7` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t30`.`minutes_last_7` > 240 THEN -10 ELSE 0 END + CASE
        WHEN `t30`.`minutes_last_7` > (
          `t30`.`games_last_7` * 35
        )
        THEN -8
        ELSE 0
      END + CASE
        WHEN `t30`.`back_to_backs_last_14` >= 2
        THEN -12
        WHEN `t30`.`back_to_backs_last_14` = 1
        THEN -5
        ELSE 0
      END + CASE
        WHEN CAST(NULL AS INT64) >= 35
        THEN -10
        WHEN CAST(NULL AS INT64) >= 30
        THEN -5
        ELSE 0
      END
    ) > 100
    THEN 100
    ELSE 100 + CASE WHEN `t30`.`back_to_back` THEN -15 WHEN `t30`.`days_rest` >= 3 THEN 5 ELSE 0 END + CASE WHEN `t30`.`games_last_7` >= 4 THEN -10 ELSE 0 END + CASE WHEN `t30`.`minutes_last_7` > 240 THEN -10 ELSE 0 END + CASE
      WHEN `t30`.`minutes_last_7` > (
        `t30`.`games_last_7` * 35
      )
      THEN -8
      ELSE 0
    END + CASE
      WHEN `t30`.`back_to_backs_last_14` >= 2
      THEN -12
      WHEN `t30`.`back_to_backs_last_14` = 1
      THEN -5
      ELSE 0
    END + CASE
      WHEN CAST(NULL AS INT64) >= 35
      THEN -10
      WHEN CAST(NULL AS INT64) >= 30
      THEN -5
      ELSE 0
    END
  END AS `fatigue_score`,
  `t30`.`primary_zone`,
  CAST(ROUND(
    CASE
      WHEN (
        `t30`.`zone_vs_league` * CASE
          WHEN ieee_divide(`t30`.`zone_rate`, 50.0) < 0.0
          THEN 0.0
          WHEN ieee_divide(`t30`.`zone_rate`, 50.0) > 1.0
          THEN 1.0
          ELSE ieee_divide(`t30`.`zone_rate`, 50.0)
        END * IF(
          ABS(
            `t30`.`zone_vs_league` * CASE
              WHEN ieee_divide(`t30`.`zone_rate`, 50.0) < 0.0
              THEN 0.0
              WHEN ieee_divide(`t30`.`zone_rate`, 50.0) > 1.0
              THEN 1.0
              ELSE ieee_divide(`t30`.`zone_rate`, 50.0)
            END
          ) > 5.0,
          1.2,
          1.0
        )
      ) < -10.0
      THEN -10.0
      WHEN (
        `t30`.`zone_vs_league` * CASE
          WHEN ieee_divide(`t30`.`zone_rate`, 50.0) < 0.0
          THEN 0.0
          WHEN ieee_divide(`t30`.`zone_rate`, 50.0) > 1.0
          THEN 1.0
          ELSE ieee_divide(`t30`.`zone_rate`, 50.0)
        END * IF(
          ABS(
            `t30`.`zone_vs_league` * CASE
              WHEN ieee_divide(`t30`.`zone_rate`, 50.0) < 0.0
              THEN 0.0
              WHEN ieee_divide(`t30`.`zone_rate`, 50.0) > 1.0
              THEN 1.0
              ELSE ieee_divide(`t30`.`zone_rate`, 50.0)
            END
          ) > 5.0,
          1.2,
          1.0
        )
      ) > 10.0
      THEN 10.0
      ELSE `t30`.`zone_vs_league` * CASE
        WHEN ieee_divide(`t30`.`zone_rate`, 50.0) < 0.0
        THEN 0.0
        WHEN ieee_divide(`t30`.`zone_rate`, 50.0) > 1.0
        THEN 1.0
        ELSE ieee_divide(`t30`.`zone_rate`, 50.0)
      END * IF(
        ABS(
          `t30`.`zone_vs_league` * CASE
            WHEN ieee_divide(`t30`.`zone_rate`, 50.0) < 0.0
            THEN 0.0
            WHEN ieee_divide(`t30`.`zone_rate`, 50.0) > 1.0
            THEN 1.0
            ELSE ieee_divide(`t30`.`zone_rate`, 50.0)
          END
        ) > 5.0,
        1.2,
        1.0
      )
    END,
    4
  ) AS FLOAT64) AS `shot_zone_mismatch_score`,
  CAST(ROUND(`t30`.`expected_pace`, 4) AS FLOAT64) AS `expected_pace`,
  CAST(ROUND(
    CASE
      WHEN ieee_divide(`t30`.`expected_pace` - `t30`.`league_pace`, 2) < -3.0
      THEN -3.0
      WHEN ieee_divide(`t30`.`expected_pace` - `t30`.`league_pace`, 2) > 3.0
      THEN 3.0
      ELSE ieee_divide(`t30`.`expected_pace` - `t30`.`league_pace`, 2)
    END,
    4
  ) AS FLOAT64) AS `pace_score`,
  CAST(ROUND(
    CASE
      WHEN (
        (
          `t30`.`usage_rate_last_20` - `t30`.`usage_rate_last_7`
        ) * 0.3 * CASE
          WHEN (
            (
              `t30`.`usage_rate_last_20` - `t30`.`usage_rate_last_7`
            ) * 0.3
          ) <= 0
          THEN 1.0
          WHEN `t30`.`star_teammates_out` > 1
          THEN 1.3
          WHEN `t30`.`star_teammates_out` = 1
          THEN 1.15
          ELSE 1.0
        END
      ) < -3.0
      THEN -3.0
      WHEN (
        (
          `t30`.`usage_rate_last_20` - `t30`.`usage_rate_last_7`
        ) * 0.3 * CASE
          WHEN (
            (
              `t30`.`usage_rate_last_20` - `t30`.`usage_rate_last_7`
            ) * 0.3
          ) <= 0
          THEN 1.0
          WHEN `t30`.`star_teammates_out` > 1
          THEN 1.3
          WHEN `t30`.`star_teammates_out` = 1
          THEN 1.15
          ELSE 1.0
        END
      ) > 3.0
      THEN 3.0
      ELSE (
        `t30`.`usage_rate_last_20` - `t30`.`usage_rate_last_7`
      ) * 0.3 * CASE
        WHEN (
          (
            `t30`.`usage_rate_last_20` - `t30`.`usage_rate_last_7`
          ) * 0.3
        ) <= 0
        THEN 1.0
        WHEN `t30`.`star_teammates_out` > 1
        THEN 1.3
        WHEN `t30`.`star_teammates_out` = 1
        THEN 1.15
        ELSE 1.0
      END
    END,
    4
  ) AS FLOAT64) AS `usage_spike_score`
FROM (
  SELECT
    `t29`.`game_date`,
    `t29`.`game_id`,
    `t29`.`player_id`,
    `t29`.`team`,
    `t29`.`opponent`,
    `t29`.`back_to_back`,
    `t29`.`days_rest`,
    `t29`.`games_last_7`,
    `t29`.`minutes_last_7`,
    `t29`.`star_teammates_out`,
    `t29`.`usage_rate_last_7`,
    `t29`.`usage_rate_last_20`,
    `t29`.`primary_zone`,
    `t29`.`paint_rate_last_20`,
    `t29`.`mid_range_rate_last_20`,
    `t29`.`three_rate_last_20`,
    `t29`.`back_to_backs_last_14`,
    `t29`.`own_game_date`,
    `t29`.`own_team`,
    `t29`.`own_pace`,
    `t29`.`opponent_game_date`,
    `t29`.`pace`,
    `t29`.`league_pace`,
    `t29`.`paint_fg_pct_vs_league`,
    `t29`.`mid_range_fg_pct_vs_league`,
    `t29`.`three_fg_pct_vs_league`,
    `t29`.`defense`,
    (
      `t29`.`own_pace` + `t29`.`pace`
    ) - `t29`.`league_pace` AS `expected_pace`,
    CASE `t29`.`primary_zone`
      WHEN 'paint'
      THEN `t29`.`paint_fg_pct_vs_league`
      WHEN 'mid_range'
      THEN `t29`.`mid_range_fg_pct_vs_league`
      WHEN 'three'
      THEN `t29`.`three_fg_pct_vs_league`
      ELSE NULL
    END AS `zone_vs_league`,
    CASE `t29`.`primary_zone`
      WHEN 'paint'
      THEN `t29`.`paint_rate_last_20`
      WHEN 'mid_range'
      THEN `t29`.`mid_range_rate_last_20`
      WHEN 'three'
      THEN `t29`.`three_rate_last_20`
      ELSE NULL
    END AS `zone_rate`
  FROM (
    SELECT
      `t28`.`game_date`,
      `t28`.`game_id`,
      `t28`.`player_id`,
      `t28`.`team`,
      `t28`.`opponent`,
      `t28`.`back_to_back`,
      `t28`.`days_rest`,
      `t28`.`games_last_7`,
      `t28`.`minutes_last_7`,
      `t28`.`star_teammates_out`,
      `t28`.`usage_rate_last_7`,
      `t28`.`usage_rate_last_20`,
      `t28`.`primary_zone`,
      `t28`.`paint_rate_last_20`,
      `t28`.`mid_range_rate_last_20`,
      `t28`.`three_rate_last_20`,
      `t28`.`back_to_backs_last_14`,
      `t10`.`game_date` AS `own_game_date`,
      `t10`.`team` AS `own_team`,
      `t10`.`own_pace`,
      `t11`.`game_date` AS `opponent_game_date`,
      `t11`.`pace`,
      `t11`.`league_pace`,
      `t11`.`paint_fg_pct_vs_league`,
      `t11`.`mid_range_fg_pct_vs_league`,
      `t11`.`three_fg_pct_vs_league`,
      `t11`.`defense`
    FROM (
      SELECT
        `t26`.`game_date`,
        `t26`.`game_id`,
        `t26`.`player_id`,
        `t26`.`team`,
        `t26`.`opponent`,
        `t26`.`back_to_back`,
        `t26`.`days_rest`,
        `t26`.`games_last_7`,
        `t26`.`minutes_last_7`,
        `t26`.`star_teammates_out`,
        `t26`.`usage_rate_last_7`,
        `t26`.`usage_rate_last_20`,
        `t26`.`primary_zone`,
        `t26`.`paint_rate_last_20`,
        `t26`.`mid_range_rate_last_20`,
        `t26`.`three_rate_last_20`,
        COALESCE(`t26`.`back_to_backs_last_14`, 0) AS `back_to_backs_last_14`
      FROM (
        SELECT
          `t25`.*
          EXCEPT (`total_game_date`, `total_player_id`)
        FROM (
          SELECT
            `t12`.`game_date`,
            `t12`.`game_id`,
            `t12`.`player_id`,
            `t12`.`team`,
            `t12`.`opponent`,
            `t12`.`back_to_back`,
            `t12`.`days_rest`,
            `t12`.`games_last_7`,
            `t12`.`minutes_last_7`,
            `t12`.`star_teammates_out`,
            `t13`.`usage_rate_last_7`,
            `t13`.`usage_rate_last_20`,
            `t14`.`primary_zone`,
            `t14`.`paint_rate_last_20`,
            `t14`.`mid_range_rate_last_20`,
            `t14`.`three_rate_last_20`,
            `t24`.`game_date` AS `total_game_date`,
            `t24`.`player_id` AS `total_player_id`,
            `t24`.`back_to_backs_last_14`
          FROM (
            SELECT
              `t1`.`game_date`,
              `t1`.`game_id`,
              `t1`.`player_id`,
              `t1`.`team`,
              `t1`.`opponent`,
              `t1`.`back_to_back`,
              `t1`.`days_rest`,
              `t1`.`games_last_7`,
              `t1`.`minutes_last_7`,
              `t1`.`star_teammates_out`
            FROM `upcoming_player_game_context` AS `t1`
          ) AS `t12`
          INNER JOIN (
            SELECT
              `t2`.`game_id`,
              `t2`.`player_id`,
              `t2`.`usage_rate_last_7`,
              `t2`.`usage_rate_last_20`
            FROM `player_daily_cache` AS `t2`
          ) AS `t13`
            ON `t12`.`game_id` = `t13`.`game_id` AND `t12`.`player_id` = `t13`.`player_id`
          INNER JOIN (
            SELECT
              `t3`.`game_date`,
              `t3`.`player_id`,
              `t3`.`primary_zone`,
              `t3`.`paint_rate_last_20`,
              `t3`.`mid_range_rate_last_20`,
              `t3`.`three_rate_last_20`
            FROM `player_shot_zone_analysis` AS `t3`
          ) AS `t14`
            ON `t12`.`game_date` = `t14`.`game_date` AND `t12`.`player_id` = `t14`.`player_id`
          LEFT OUTER JOIN (
            SELECT
              `t22`.`game_date`,
              `t22`.`player_id`,
              COUNT(*) AS `back_to_backs_last_14`
            FROM (
              SELECT
                `t19`.`game_date`,
                `t19`.`player_id`,
                `t21`.`player_id` AS `history_player_id`,
                `t21`.`history_date`
              FROM (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    `t12`.`game_date`,
                    `t12`.`player_id`
                  FROM (
                    SELECT
                      `t1`.`game_date`,
                      `t1`.`game_id`,
                      `t1`.`player_id`,
                      `t1`.`team`,
                      `t1`.`opponent`,
                      `t1`.`back_to_back`,
                      `t1`.`days_rest`,
                      `t1`.`games_last_7`,
                      `t1`.`minutes_last_7`,
                      `t1`.`star_teammates_out`
                    FROM `upcoming_player_game_context` AS `t1`
                  ) AS `t12`
                  INNER JOIN (
                    SELECT
                      `t2`.`game_id`,
                      `t2`.`player_id`,
                      `t2`.`usage_rate_last_7`,
                      `t2`.`usage_rate_last_20`
                    FROM `player_daily_cache` AS `t2`
                  ) AS `t13`
                    ON `t12`.`game_id` = `t13`.`game_id` AND `t12`.`player_id` = `t13`.`player_id`
                  INNER JOIN (
                    SELECT
                      `t3`.`game_date`,
                      `t3`.`player_id`,
                      `t3`.`primary_zone`,
                      `t3`.`paint_rate_last_20`,
                      `t3`.`mid_range_rate_last_20`,
                      `t3`.`three_rate_last_20`
                    FROM `player_shot_zone_analysis` AS `t3`
                  ) AS `t14`
                    ON `t12`.`game_date` = `t14`.`game_date` AND `t12`.`player_id` = `t14`.`player_id`
                ) AS `t16`
              ) AS `t19`
              INNER JOIN (
                SELECT
                  `t17`.`player_id`,
                  `t17`.`game_date` AS `history_date`
                FROM (
                  SELECT
                    `t15`.`player_id`,
                    `t15`.`game_date`,
                    DATE_DIFF(
                      `t15`.`game_date`,
                      LAG(`t15`.`game_date`) OVER (PARTITION BY `t15`.`player_id` ORDER BY `t15`.`game_date` ASC),
                      DAY
                    ) AS `rest`
                  FROM (
                    SELECT
                      *
                    FROM `player_game_summary` AS `t4`
                    WHERE
                      `t4`.`status` = 'PLAYED'
                  ) AS `t15`
                ) AS `t17`
                WHERE
                  `t17`.`rest` = 1
              ) AS `t21`
                ON `t19`.`player_id` = `t21`.`player_id`
                AND `t21`.`history_date` < `t19`.`game_date`
                AND `t21`.`history_date` >= DATE_SUB(`t19`.`game_date`, INTERVAL '14' DAY)
            ) AS `t22`
            GROUP BY
              1,
              2
          ) AS `t24`
            ON `t12`.`game_date` = `t24`.`game_date` AND `t12`.`player_id` = `t24`.`player_id`
        ) AS `t25`
      ) AS `t26`
    ) AS `t28`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`game_date`,
        `t0`.`team`,
        `t0`.`pace` AS `own_pace`
      FROM `team_defense_zone_analysis` AS `t0`
    ) AS `t10`
      ON `t28`.`game_date` = `t10`.`game_date` AND `t28`.`team` = `t10`.`team`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`game_date`,
        `t0`.`pace`,
        `t0`.`league_pace`,
        `t0`.`paint_fg_pct_vs_league`,
        `t0`.`mid_range_fg_pct_vs_league`,
        `t0`.`three_fg_pct_vs_league`,
        `t0`.`team` AS `defense`
      FROM `team_defense_zone_analysis` AS `t0`
    ) AS `t11`
      ON `t28`.`game_date` = `t11`.`game_date` AND `t28`.`opponent` = `t11`.`defense`
  ) AS `t29`
) AS `t30`

-- expected_games
SELECT DISTINCT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `upcoming_player_game_context` AS `t0`

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
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2,
    3
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
        WHEN `t0`.`back_to_backs_last_14` IS NULL
        THEN 'back_to_backs_last_14 is null'
        WHEN `t0`.`back_to_backs_last_14` < 0
        THEN 'back_to_backs_last_14 is below 0'
        WHEN `t0`.`back_to_backs_last_14` > 13
        THEN 'back_to_backs_last_14 is above 13'
        WHEN `t0`.`fatigue_score` IS NULL
        THEN 'fatigue_score is null'
        WHEN `t0`.`fatigue_score` < 0
        THEN 'fatigue_score is below 0'
        WHEN `t0`.`fatigue_score` > 100
        THEN 'fatigue_score is above 100'
        WHEN NOT (
          `t0`.`primary_zone` IN ('paint', 'mid_range', 'three')
        )
        THEN 'primary_zone is not one of paint, mid_range, three'
        WHEN IS_NAN(`t0`.`shot_zone_mismatch_score`)
        OR IS_INF(`t0`.`shot_zone_mismatch_score`)
        THEN 'shot_zone_mismatch_score is not a number'
        WHEN `t0`.`shot_zone_mismatch_score` < -10.0
        THEN 'shot_zone_mismatch_score is below -10'
        WHEN `t0`.`shot_zone_mismatch_score` > 10.0
        THEN 'shot_zone_mismatch_score is above 10'
        WHEN IS_NAN(`t0`.`expected_pace`) OR IS_INF(`t0`.`expected_pace`)
        THEN 'expected_pace is not a number'
        WHEN `t0`.`expected_pace` < 40
        THEN 'expected_pace is below 40'
        WHEN `t0`.`expected_pace` > 200
        THEN 'expected_pace is above 200'
        WHEN IS_NAN(`t0`.`pace_score`) OR IS_INF(`t0`.`pace_score`)
        THEN 'pace_score is not a number'
        WHEN `t0`.`pace_score` < -3.0
        THEN 'pace_score is below -3'
        WHEN `t0`.`pace_score` > 3.0
        THEN 'pace_score is above 3'
        WHEN IS_NAN(`t0`.`usage_spike_score`) OR IS_INF(`t0`.`usage_spike_score`)
        THEN 'usage_spike_score is not a number'
        WHEN `t0`.`usage_spike_score` < -3.0
        THEN 'usage_spike_score is below -3'
        WHEN `t0`.`usage_spike_score` > 3.0
        THEN 'usage_spike_score is above 3'
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
  `t0`.`back_to_backs_last_14`,
  `t0`.`fatigue_score`,
  `t0`.`primary_zone`,
  CASE
    WHEN ABS(`t0`.`shot_zone_mismatch_score`) < 900719925474.0992
    THEN `t0`.`shot_zone_mismatch_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `shot_zone_mismatch_score`,
  CASE
    WHEN ABS(`t0`.`expected_pace`) < 900719925474.0992
    THEN `t0`.`expected_pace`
    ELSE CAST(NULL AS FLOAT64)
  END AS `expected_pace`,
  CASE
    WHEN ABS(`t0`.`pace_score`) < 900719925474.0992
    THEN `t0`.`pace_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pace_score`,
  CASE
    WHEN ABS(`t0`.`usage_spike_score`) < 900719925474.0992
    THEN `t0`.`usage_spike_score`
    ELSE CAST(NULL AS FLOAT64)
  END AS `usage_spike_score`
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
            CAST(`t0`.`back_to_backs_last_14` AS STRING),
            CAST(`t0`.`fatigue_score` AS STRING),
            COALESCE(`t0`.`primary_zone`, '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`shot_zone_mismatch_score` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`expected_pace` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`pace_score` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`usage_spike_score` * 10000, 0) AS INT64) AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
