-- counts
WITH `t12` AS (
  SELECT
    `t9`.`game_date`,
    `t9`.`game_id`,
    `t9`.`player_id`,
    MAX(`t9`.`line`) AS `line`,
    MIN(`t9`.`line`) AS `lowest`,
    MAX(ABS(`t9`.`market_over_probability` - 0.5)) AS `fair`
  FROM (
    SELECT
      *
    FROM `player_prop_predictions` AS `t1`
    WHERE
      `t1`.`is_active` AND `t1`.`line` IS NOT NULL
  ) AS `t9`
  GROUP BY
    1,
    2,
    3
), `t44` AS (
  SELECT
    `t19`.`game_date`,
    `t19`.`game_id`,
    COALESCE(`t7`.`subject`, CONCAT('player ', CAST(`t19`.`player_id` AS STRING))) AS `subject`,
    CASE
      WHEN `t17`.`lowest` <> `t17`.`line`
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING), ' for one system, '),
          CAST(CAST(ROUND(`t17`.`lowest`, 2) AS FLOAT64) AS STRING)
        ),
        ' for another'
      )
      WHEN NOT (
        `t17`.`line` BETWEEN 0.5 AND 60
      )
      THEN CONCAT(CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING), ' is not from 0.5 to 60')
      WHEN (
        `t17`.`line` * 2
      ) <> CAST(FLOOR(`t17`.`line` * 2) AS INT64)
      THEN CONCAT(
        CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING),
        ' is no multiple of a half'
      )
      WHEN `t17`.`fair` > 0.1
      THEN CONCAT(
        CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING),
        ' has prices of another line'
      )
      WHEN (
        `t27`.`quoted` IS NULL
      )
      OR NOT (
        EXISTS(
          SELECT
            1
          FROM UNNEST(`t27`.`quoted`) AS ibis_bq_arr_contains_element
          WHERE
            ibis_bq_arr_contains_element = `t17`.`line`
        )
      )
      THEN CONCAT(
        CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING),
        ' was quoted by nobody before the day\'s games'
      )
      WHEN ABS(`t17`.`line` - `t43`.`latest`) >= 1.0
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING), ', the books say '),
        CAST(CAST(ROUND(`t43`.`latest`, 2) AS FLOAT64) AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t17`.`lowest` <> `t17`.`line`
      THEN CONCAT(
        CONCAT(
          CONCAT(CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING), ' for one system, '),
          CAST(CAST(ROUND(`t17`.`lowest`, 2) AS FLOAT64) AS STRING)
        ),
        ' for another'
      )
      WHEN NOT (
        `t17`.`line` BETWEEN 0.5 AND 60
      )
      THEN CONCAT(CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING), ' is not from 0.5 to 60')
      WHEN (
        `t17`.`line` * 2
      ) <> CAST(FLOOR(`t17`.`line` * 2) AS INT64)
      THEN CONCAT(
        CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING),
        ' is no multiple of a half'
      )
      WHEN `t17`.`fair` > 0.1
      THEN CONCAT(
        CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING),
        ' has prices of another line'
      )
      WHEN (
        `t27`.`quoted` IS NULL
      )
      OR NOT (
        EXISTS(
          SELECT
            1
          FROM UNNEST(`t27`.`quoted`) AS ibis_bq_arr_contains_element
          WHERE
            ibis_bq_arr_contains_element = `t17`.`line`
        )
      )
      THEN CONCAT(
        CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING),
        ' was quoted by nobody before the day\'s games'
      )
      WHEN ABS(`t17`.`line` - `t43`.`latest`) >= 1.0
      THEN CONCAT(
        CONCAT(CAST(CAST(ROUND(`t17`.`line`, 2) AS FLOAT64) AS STRING), ', the books say '),
        CAST(CAST(ROUND(`t43`.`latest`, 2) AS FLOAT64) AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t15`.`game_date`,
      `t15`.`game_id`,
      `t15`.`player_id`
    FROM `t12` AS `t15`
  ) AS `t19`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`player_name` AS `subject`
    FROM `upcoming_player_game_context` AS `t0`
  ) AS `t7`
    ON `t19`.`game_date` = `t7`.`game_date`
    AND `t19`.`game_id` = `t7`.`game_id`
    AND `t19`.`player_id` = `t7`.`player_id`
  INNER JOIN `t12` AS `t17`
    ON `t19`.`game_date` = `t17`.`game_date`
    AND `t19`.`game_id` = `t17`.`game_id`
    AND `t19`.`player_id` = `t17`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t8`.`game_date`,
      `t8`.`game_id`,
      `t8`.`player_id`,
      `t41`.`points_line` AS `latest`
    FROM (
      SELECT
        `t0`.`game_date`,
        `t0`.`game_id`,
        `t0`.`player_id`,
        `t0`.`player_lookup`
      FROM `upcoming_player_game_context` AS `t0`
    ) AS `t8`
    INNER JOIN (
      SELECT
        `t39`.`game_date`,
        `t39`.`game_id`,
        `t39`.`player_lookup`,
        `t39`.`points_line`
      FROM (
        SELECT
          `t38`.`game_date`,
          `t38`.`game_id`,
          `t38`.`player_lookup`,
          MAX(`t38`.`points_line`) AS `points_line`,
          AVG(`t38`.`line`) AS `points_line_mean`,
          AVG(`t38`.`opening_line`) AS `opening_line`,
          AVG(`t38`.`line_move`) AS `line_move`,
          GREATEST(SUM(CAST(`t38`.`source` <> 1 AS INT64)), MAX(COALESCE(`t38`.`n_books`, 1))) AS `n_books`,
          CASE MIN(`t38`.`source`)
            WHEN 0
            THEN 'sportsbook'
            WHEN 1
            THEN 'consensus'
            WHEN 2
            THEN 'dfs'
            ELSE NULL
          END AS `line_source`,
          MAX(IF(`t38`.`typical`, `t38`.`over_price`, NULL)) AS `over_price`,
          MAX(IF(`t38`.`typical`, `t38`.`under_price`, NULL)) AS `under_price`,
          AVG(`t38`.`fair`) AS `market_over_probability`
        FROM (
          SELECT
            `t37`.`game_date`,
            `t37`.`game_id`,
            `t37`.`player_lookup`,
            `t37`.`snapshot_known`,
            `t37`.`line`,
            `t37`.`over_price`,
            `t37`.`under_price`,
            `t37`.`n_books`,
            `t37`.`book`,
            `t37`.`source`,
            `t37`.`opening_line`,
            `t37`.`fair`,
            `t37`.`line_move`,
            `t37`.`points_line`,
            `t37`.`distance`,
            (
              (
                ROW_NUMBER() OVER (
                  PARTITION BY `t37`.`game_date`, `t37`.`game_id`, `t37`.`player_lookup`
                  ORDER BY `t37`.`fair` IS NULL ASC, `t37`.`distance` ASC, `t37`.`book` ASC
                ) - 1
              ) = 0
            )
            AND (
              `t37`.`fair` IS NOT NULL
            ) AS `typical`
          FROM (
            SELECT
              `t36`.`game_date`,
              `t36`.`game_id`,
              `t36`.`player_lookup`,
              `t36`.`snapshot_known`,
              `t36`.`line`,
              `t36`.`over_price`,
              `t36`.`under_price`,
              `t36`.`n_books`,
              `t36`.`book`,
              `t36`.`source`,
              `t36`.`opening_line`,
              `t36`.`fair`,
              `t36`.`line_move`,
              `t36`.`points_line`,
              CAST(ROUND(
                ABS(
                  `t36`.`fair` - AVG(`t36`.`fair`) OVER (
                    PARTITION BY `t36`.`game_date`, `t36`.`game_id`, `t36`.`player_lookup`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ),
                6
              ) AS FLOAT64) AS `distance`
            FROM (
              SELECT
                `t35`.`game_date`,
                `t35`.`game_id`,
                `t35`.`player_lookup`,
                `t35`.`snapshot_known`,
                `t35`.`line`,
                `t35`.`over_price`,
                `t35`.`under_price`,
                `t35`.`n_books`,
                `t35`.`book`,
                `t35`.`source`,
                `t35`.`opening_line`,
                IF(`t35`.`line` = `t35`.`points_line`, `t35`.`fair`, CAST(NULL AS FLOAT64)) AS `fair`,
                `t35`.`line_move`,
                `t35`.`points_line`
              FROM (
                SELECT
                  `t34`.*
                  EXCEPT (`mean`, `votes`)
                FROM (
                  SELECT
                    `t33`.`game_date`,
                    `t33`.`game_id`,
                    `t33`.`player_lookup`,
                    `t33`.`snapshot_known`,
                    `t33`.`line`,
                    `t33`.`over_price`,
                    `t33`.`under_price`,
                    `t33`.`n_books`,
                    `t33`.`book`,
                    `t33`.`source`,
                    `t33`.`opening_line`,
                    `t33`.`fair`,
                    `t33`.`line_move`,
                    `t33`.`votes`,
                    `t33`.`mean`,
                    FIRST_VALUE(`t33`.`line`) OVER (
                      PARTITION BY `t33`.`game_date`, `t33`.`game_id`, `t33`.`player_lookup`
                      ORDER BY `t33`.`votes` DESC, ABS(`t33`.`line` - `t33`.`mean`) ASC, `t33`.`line` ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS `points_line`
                  FROM (
                    SELECT
                      `t32`.`game_date`,
                      `t32`.`game_id`,
                      `t32`.`player_lookup`,
                      `t32`.`snapshot_known`,
                      `t32`.`line`,
                      `t32`.`over_price`,
                      `t32`.`under_price`,
                      `t32`.`n_books`,
                      `t32`.`book`,
                      `t32`.`source`,
                      `t32`.`opening_line`,
                      `t32`.`fair`,
                      `t32`.`line_move`,
                      COUNT(*) OVER (
                        PARTITION BY `t32`.`game_date`, `t32`.`game_id`, `t32`.`player_lookup`, CAST(`t32`.`line` AS STRING)
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `votes`,
                      AVG(`t32`.`line`) OVER (
                        PARTITION BY `t32`.`game_date`, `t32`.`game_id`, `t32`.`player_lookup`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS `mean`
                    FROM (
                      SELECT
                        `t31`.*
                        EXCEPT (`bookmaker`, `over`, `rank`, `snapshot_at`)
                      FROM (
                        SELECT
                          `t30`.`game_date`,
                          `t30`.`game_id`,
                          `t30`.`player_lookup`,
                          `t30`.`bookmaker`,
                          `t30`.`snapshot_at`,
                          `t30`.`snapshot_known`,
                          `t30`.`line`,
                          `t30`.`over_price`,
                          `t30`.`under_price`,
                          `t30`.`n_books`,
                          `t30`.`book`,
                          `t30`.`source`,
                          `t30`.`rank`,
                          IF(`t30`.`snapshot_known`, `t30`.`opening_line`, CAST(NULL AS FLOAT64)) AS `opening_line`,
                          `t30`.`over`,
                          IF(
                            (
                              `t30`.`source` <> 2
                            ) AND (
                              ABS(`t30`.`over` - 0.5) <= 0.1
                            ),
                            `t30`.`over`,
                            CAST(NULL AS FLOAT64)
                          ) AS `fair`,
                          `t30`.`line` - IF(`t30`.`snapshot_known`, `t30`.`opening_line`, CAST(NULL AS FLOAT64)) AS `line_move`
                        FROM (
                          SELECT
                            `t29`.`game_date`,
                            `t29`.`game_id`,
                            `t29`.`player_lookup`,
                            `t29`.`bookmaker`,
                            `t29`.`snapshot_at`,
                            `t29`.`snapshot_known`,
                            `t29`.`line`,
                            `t29`.`over_price`,
                            `t29`.`under_price`,
                            `t29`.`n_books`,
                            `t29`.`book`,
                            `t29`.`source`,
                            ROW_NUMBER() OVER (
                              PARTITION BY `t29`.`game_date`, `t29`.`game_id`, `t29`.`player_lookup`, `t29`.`book`
                              ORDER BY `t29`.`snapshot_at` DESC, `t29`.`bookmaker` ASC, `t29`.`line` ASC
                            ) - 1 AS `rank`,
                            FIRST_VALUE(`t29`.`line`) OVER (
                              PARTITION BY `t29`.`game_date`, `t29`.`game_id`, `t29`.`player_lookup`, `t29`.`book`
                              ORDER BY NOT (
                                `t29`.`snapshot_known`
                              ) ASC, `t29`.`snapshot_at` ASC, `t29`.`bookmaker` ASC, `t29`.`line` ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) AS `opening_line`,
                            ieee_divide(
                              ieee_divide(
                                IF(`t29`.`over_price` < 0, ABS(`t29`.`over_price`), 100),
                                ABS(`t29`.`over_price`) + 100
                              ),
                              ieee_divide(
                                IF(`t29`.`over_price` < 0, ABS(`t29`.`over_price`), 100),
                                ABS(`t29`.`over_price`) + 100
                              ) + ieee_divide(
                                IF(`t29`.`under_price` < 0, ABS(`t29`.`under_price`), 100),
                                ABS(`t29`.`under_price`) + 100
                              )
                            ) AS `over`
                          FROM (
                            SELECT
                              `t28`.*
                              EXCEPT (`best`)
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t23`.`game_date`,
                                  `t23`.`game_id`,
                                  `t23`.`player_lookup`,
                                  `t23`.`bookmaker`,
                                  `t23`.`snapshot_at`,
                                  `t23`.`snapshot_known`,
                                  `t23`.`line`,
                                  `t23`.`over_price`,
                                  `t23`.`under_price`,
                                  `t23`.`n_books`,
                                  `t23`.`book`,
                                  `t23`.`source`,
                                  MIN(`t23`.`source`) OVER (
                                    PARTITION BY `t23`.`game_date`, `t23`.`game_id`, `t23`.`player_lookup`
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ) AS `best`
                                FROM (
                                  SELECT
                                    `t21`.`game_date`,
                                    `t21`.`game_id`,
                                    `t21`.`player_lookup`,
                                    `t21`.`bookmaker`,
                                    `t21`.`snapshot_at`,
                                    `t21`.`snapshot_known`,
                                    `t21`.`line`,
                                    `t21`.`over_price`,
                                    `t21`.`under_price`,
                                    `t21`.`n_books`,
                                    CASE `t21`.`bookmaker`
                                      WHEN 'unibet_us'
                                      THEN 'betrivers'
                                      WHEN 'bet365_alt'
                                      THEN 'bet365'
                                      ELSE `t21`.`bookmaker`
                                    END AS `book`,
                                    CASE `t21`.`book_type`
                                      WHEN 'sportsbook'
                                      THEN 0
                                      WHEN 'consensus'
                                      THEN 1
                                      WHEN 'dfs'
                                      THEN 2
                                      ELSE NULL
                                    END AS `source`
                                  FROM (
                                    SELECT
                                      `t4`.`game_date`,
                                      `t4`.`game_id`,
                                      `t4`.`player_lookup`,
                                      `t4`.`bookmaker`,
                                      `t4`.`snapshot_at`,
                                      `t4`.`snapshot_known`,
                                      `t4`.`minutes_before_tipoff`,
                                      `t4`.`player_name`,
                                      `t4`.`book_type`,
                                      `t4`.`line`,
                                      `t4`.`over_price`,
                                      `t4`.`under_price`,
                                      `t4`.`n_books`,
                                      `t4`.`n_quotes`,
                                      `t16`.`cutoff_at`
                                    FROM `points_props` AS `t4`
                                    INNER JOIN (
                                      SELECT
                                        `t3`.`game_id`,
                                        COALESCE(
                                          TIMESTAMP_SUB(
                                            MIN(`t3`.`tipoff_at`) OVER (
                                              PARTITION BY `t3`.`game_date`
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                            ),
                                            INTERVAL '15' MINUTE
                                          ),
                                          CAST(TIMESTAMP_SECONDS((
                                            DATE_DIFF(`t3`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                                          ) + 57600) AS TIMESTAMP)
                                        ) AS `cutoff_at`
                                      FROM `schedule` AS `t3`
                                    ) AS `t16`
                                      ON `t4`.`game_id` = `t16`.`game_id`
                                  ) AS `t21`
                                  WHERE
                                    `t21`.`snapshot_at` < `t21`.`cutoff_at`
                                    AND (
                                      (
                                        `t21`.`minutes_before_tipoff` IS NULL
                                      )
                                      OR (
                                        `t21`.`minutes_before_tipoff` > 0
                                      )
                                    )
                                ) AS `t23`
                              ) AS `t26`
                              WHERE
                                (
                                  `t26`.`source` <> 2
                                ) OR (
                                  `t26`.`best` = 2
                                )
                            ) AS `t28`
                          ) AS `t29`
                        ) AS `t30`
                        WHERE
                          `t30`.`rank` = 0
                      ) AS `t31`
                    ) AS `t32`
                  ) AS `t33`
                ) AS `t34`
              ) AS `t35`
            ) AS `t36`
          ) AS `t37`
        ) AS `t38`
        GROUP BY
          1,
          2,
          3
      ) AS `t39`
    ) AS `t41`
      ON `t8`.`game_date` = `t41`.`game_date`
      AND `t8`.`game_id` = `t41`.`game_id`
      AND `t8`.`player_lookup` = `t41`.`player_lookup`
  ) AS `t43`
    ON `t19`.`game_date` = `t43`.`game_date`
    AND `t19`.`game_id` = `t43`.`game_id`
    AND `t19`.`player_id` = `t43`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t24`.`game_date`,
      `t24`.`game_id`,
      `t24`.`player_id`,
      ARRAY_AGG(`t24`.`line` IGNORE NULLS) AS `quoted`
    FROM (
      SELECT
        `t8`.`game_date`,
        `t8`.`game_id`,
        `t8`.`player_id`,
        `t8`.`player_lookup`,
        `t22`.`line`
      FROM (
        SELECT
          `t0`.`game_date`,
          `t0`.`game_id`,
          `t0`.`player_id`,
          `t0`.`player_lookup`
        FROM `upcoming_player_game_context` AS `t0`
      ) AS `t8`
      INNER JOIN (
        SELECT DISTINCT
          `t14`.`game_date`,
          `t14`.`game_id`,
          `t14`.`player_lookup`,
          `t14`.`line`
        FROM (
          SELECT
            `t4`.`game_date`,
            `t4`.`game_id`,
            `t4`.`player_lookup`,
            `t4`.`bookmaker`,
            `t4`.`snapshot_at`,
            `t4`.`snapshot_known`,
            `t4`.`minutes_before_tipoff`,
            `t4`.`player_name`,
            `t4`.`book_type`,
            `t4`.`line`,
            `t4`.`over_price`,
            `t4`.`under_price`,
            `t4`.`n_books`,
            `t4`.`n_quotes`,
            `t11`.`game_date` AS `game_date_right`,
            `t11`.`begins`
          FROM `points_props` AS `t4`
          LEFT OUTER JOIN (
            SELECT
              `t3`.`game_date`,
              MIN(`t3`.`tipoff_at`) AS `begins`
            FROM `schedule` AS `t3`
            GROUP BY
              1
          ) AS `t11`
            ON `t4`.`game_date` = `t11`.`game_date`
        ) AS `t14`
        WHERE
          COALESCE(`t14`.`snapshot_at` < `t14`.`begins`, TRUE)
          AND COALESCE(`t14`.`minutes_before_tipoff` > 0, TRUE)
      ) AS `t22`
        ON `t8`.`game_date` = `t22`.`game_date`
        AND `t8`.`game_id` = `t22`.`game_id`
        AND `t8`.`player_lookup` = `t22`.`player_lookup`
    ) AS `t24`
    GROUP BY
      1,
      2,
      3
  ) AS `t27`
    ON `t19`.`game_date` = `t27`.`game_date`
    AND `t19`.`game_id` = `t27`.`game_id`
    AND `t19`.`player_id` = `t27`.`player_id`
)
SELECT
  `t52`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t48`.`game_date`,
    `t48`.`expected`,
    `t48`.`actual`,
    `t51`.`game_date` AS `missing_game_date`,
    `t51`.`game_id`,
    `t51`.`subject`,
    `t51`.`fact`,
    `t51`.`place`
  FROM (
    SELECT
      `t45`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t45`.`present`) AS `actual`
    FROM `t44` AS `t45`
    GROUP BY
      1
  ) AS `t48`
  LEFT OUTER JOIN (
    SELECT
      `t49`.`game_date`,
      `t49`.`game_id`,
      `t49`.`subject`,
      `t49`.`fact`,
      `t49`.`place`
    FROM (
      SELECT
        `t47`.`game_date`,
        `t47`.`game_id`,
        `t47`.`subject`,
        `t47`.`present`,
        `t47`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t47`.`game_date` ORDER BY `t47`.`game_id` ASC, `t47`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t47`.`game_date`, `t47`.`game_id` ORDER BY `t47`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t45`.`game_date`,
          COALESCE(`t45`.`game_id`, '') AS `game_id`,
          `t45`.`subject`,
          `t45`.`present`,
          `t45`.`fact`
        FROM `t44` AS `t45`
        WHERE
          NOT (
            `t45`.`present`
          )
      ) AS `t47`
    ) AS `t49`
    WHERE
      (
        `t49`.`place` < 20
      ) OR (
        `t49`.`of_game` = 0
      )
  ) AS `t51`
    ON `t48`.`game_date` = `t51`.`game_date`
) AS `t52`
