-- counts
WITH `t24` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`team`,
    `t7`.`player_name`,
    `t7`.`player_lookup`,
    `t7`.`minutes`,
    `t7`.`points`,
    `t23`.`game_id` AS `named_game_id`,
    `t23`.`player_lookup` AS `named_player_lookup`,
    `t23`.`player_id`
  FROM `second_boxscores` AS `t7`
  LEFT OUTER JOIN (
    SELECT
      `t21`.`game_id`,
      `t21`.`player_lookup`,
      `t21`.`player_id`
    FROM (
      SELECT
        `t20`.`game_id`,
        `t20`.`player_lookup`,
        COUNT(*) AS `namesakes`,
        MAX(`t20`.`player_id`) AS `player_id`
      FROM (
        SELECT
          `t5`.`game_date`,
          `t5`.`game_id`,
          `t5`.`team`,
          `t5`.`opponent`,
          `t5`.`is_home`,
          `t5`.`player_id`,
          `t5`.`player_name`,
          `t5`.`player_lookup`,
          `t5`.`status`,
          `t5`.`not_played_reason`,
          `t5`.`started`,
          `t5`.`minutes`,
          `t5`.`points`,
          `t5`.`fgm`,
          `t5`.`fga`,
          `t5`.`fg3m`,
          `t5`.`fg3a`,
          `t5`.`ftm`,
          `t5`.`fta`,
          `t5`.`oreb`,
          `t5`.`dreb`,
          `t5`.`rebounds`,
          `t5`.`assists`,
          `t5`.`steals`,
          `t5`.`blocks`,
          `t5`.`turnovers`,
          `t5`.`fouls`,
          `t5`.`plus_minus`
        FROM `player_boxscores` AS `t5`
        WHERE
          EXISTS(
            SELECT
              1
            FROM (
              SELECT
                `t11`.`game_date`,
                `t11`.`game_id`,
                `t11`.`subject`
              FROM (
                SELECT
                  `t0`.`game_date`,
                  `t0`.`game_id`,
                  `t0`.`game_id` AS `subject`
                FROM `schedule` AS `t0`
                WHERE
                  `t0`.`status` = 'FINAL'
              ) AS `t11`
              WHERE
                (
                  NOT EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t8`.`receipt_id`,
                          `t8`.`publication_id`,
                          `t8`.`table_name`,
                          `t8`.`game_date`,
                          `t8`.`revision`,
                          `t8`.`state`,
                          `t8`.`rows`,
                          `t8`.`content_hash`,
                          `t8`.`reason`,
                          `t8`.`gaps`,
                          `t8`.`inputs`,
                          `t8`.`code_version`,
                          `t8`.`run_id`,
                          `t8`.`published_at`
                        FROM `receipts` AS `t8`
                        WHERE
                          EXISTS(
                            SELECT
                              1
                            FROM (
                              SELECT
                                `t3`.`table_name`,
                                `t3`.`game_date`,
                                MAX(`t3`.`revision`) AS `revision`
                              FROM `receipts` AS `t3`
                              GROUP BY
                                1,
                                2
                            ) AS `t12`
                            WHERE
                              `t8`.`table_name` = `t12`.`table_name`
                              AND `t8`.`game_date` = `t12`.`game_date`
                              AND `t8`.`revision` = `t12`.`revision`
                          )
                      ) AS `t13`
                      WHERE
                        `t13`.`table_name` = 'nba_raw.second_boxscores' AND `t13`.`state` = 'EMPTY_OK'
                    ) AS `t15`
                    WHERE
                      `t11`.`game_date` = `t15`.`game_date`
                  )
                  AND EXISTS(
                    SELECT
                      1
                    FROM `player_boxscores` AS `t4`
                    WHERE
                      `t11`.`game_date` = `t4`.`game_date` AND `t11`.`game_id` = `t4`.`game_id`
                  )
                )
                AND EXISTS(
                  SELECT
                    1
                  FROM `second_boxscores` AS `t6`
                  WHERE
                    `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
                )
            ) AS `t18`
            WHERE
              `t5`.`game_date` = `t18`.`game_date` AND `t5`.`game_id` = `t18`.`game_id`
          )
      ) AS `t20`
      GROUP BY
        1,
        2
    ) AS `t21`
    WHERE
      `t21`.`namesakes` = 1
  ) AS `t23`
    ON `t7`.`game_id` = `t23`.`game_id` AND `t7`.`player_lookup` = `t23`.`player_lookup`
  WHERE
    EXISTS(
      SELECT
        1
      FROM (
        SELECT
          `t11`.`game_date`,
          `t11`.`game_id`,
          `t11`.`subject`
        FROM (
          SELECT
            `t0`.`game_date`,
            `t0`.`game_id`,
            `t0`.`game_id` AS `subject`
          FROM `schedule` AS `t0`
          WHERE
            `t0`.`status` = 'FINAL'
        ) AS `t11`
        WHERE
          (
            NOT EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t8`.`receipt_id`,
                    `t8`.`publication_id`,
                    `t8`.`table_name`,
                    `t8`.`game_date`,
                    `t8`.`revision`,
                    `t8`.`state`,
                    `t8`.`rows`,
                    `t8`.`content_hash`,
                    `t8`.`reason`,
                    `t8`.`gaps`,
                    `t8`.`inputs`,
                    `t8`.`code_version`,
                    `t8`.`run_id`,
                    `t8`.`published_at`
                  FROM `receipts` AS `t8`
                  WHERE
                    EXISTS(
                      SELECT
                        1
                      FROM (
                        SELECT
                          `t3`.`table_name`,
                          `t3`.`game_date`,
                          MAX(`t3`.`revision`) AS `revision`
                        FROM `receipts` AS `t3`
                        GROUP BY
                          1,
                          2
                      ) AS `t12`
                      WHERE
                        `t8`.`table_name` = `t12`.`table_name`
                        AND `t8`.`game_date` = `t12`.`game_date`
                        AND `t8`.`revision` = `t12`.`revision`
                    )
                ) AS `t13`
                WHERE
                  `t13`.`table_name` = 'nba_raw.second_boxscores' AND `t13`.`state` = 'EMPTY_OK'
              ) AS `t15`
              WHERE
                `t11`.`game_date` = `t15`.`game_date`
            )
            AND EXISTS(
              SELECT
                1
              FROM `player_boxscores` AS `t4`
              WHERE
                `t11`.`game_date` = `t4`.`game_date` AND `t11`.`game_id` = `t4`.`game_id`
            )
          )
          AND EXISTS(
            SELECT
              1
            FROM `second_boxscores` AS `t6`
            WHERE
              `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
          )
      ) AS `t18`
      WHERE
        `t7`.`game_date` = `t18`.`game_date` AND `t7`.`game_id` = `t18`.`game_id`
    )
), `t36` AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t31`.`game_date`,
          `t31`.`game_id`,
          `t31`.`subject`,
          CASE
            WHEN (
              ABS(CAST(ROUND(`t31`.`minutes`, 2) AS FLOAT64) - COALESCE(`t31`.`second_minutes`, 0)) > 1
            )
            OR (
              `t31`.`points` <> COALESCE(`t31`.`second_points`, 0)
            )
            THEN CONCAT(
              CONCAT(
                IF(
                  `t31`.`on_floor`,
                  CONCAT(
                    CONCAT(
                      CONCAT(CAST(CAST(ROUND(`t31`.`minutes`, 2) AS FLOAT64) AS STRING), ' minutes, '),
                      CAST(`t31`.`points` AS STRING)
                    ),
                    ' points'
                  ),
                  'did not play'
                ),
                '; the second source: '
              ),
              IF(
                `t31`.`second_player_id` IS NOT NULL,
                CONCAT(
                  CONCAT(
                    CONCAT(
                      CAST(CAST(ROUND(COALESCE(`t31`.`second_minutes`, 0), 2) AS FLOAT64) AS STRING),
                      ' minutes, '
                    ),
                    CAST(COALESCE(`t31`.`second_points`, 0) AS STRING)
                  ),
                  ' points'
                ),
                'not named'
              )
            )
            ELSE CAST(NULL AS STRING)
          END AS `fact`
        FROM (
          SELECT
            `t5`.`game_date`,
            `t5`.`game_id`,
            `t5`.`player_id`,
            `t5`.`player_name` AS `subject`,
            COALESCE(`t5`.`minutes`, 0) AS `minutes`,
            COALESCE(`t5`.`points`, 0) AS `points`,
            `t5`.`status` = 'PLAYED' AS `on_floor`,
            `t30`.`game_date` AS `second_game_date`,
            `t30`.`game_id` AS `second_game_id`,
            `t30`.`player_id` AS `second_player_id`,
            `t30`.`minutes` AS `second_minutes`,
            `t30`.`points` AS `second_points`
          FROM `player_boxscores` AS `t5`
          LEFT OUTER JOIN (
            SELECT
              `t27`.`game_date`,
              `t27`.`game_id`,
              `t27`.`player_id`,
              COALESCE(SUM(`t27`.`minutes`), 0) AS `minutes`,
              COALESCE(SUM(`t27`.`points`), 0) AS `points`
            FROM (
              SELECT
                *
              FROM `t24` AS `t25`
              WHERE
                `t25`.`player_id` IS NOT NULL
            ) AS `t27`
            GROUP BY
              1,
              2,
              3
          ) AS `t30`
            ON `t5`.`game_date` = `t30`.`game_date`
            AND `t5`.`game_id` = `t30`.`game_id`
            AND `t5`.`player_id` = `t30`.`player_id`
          WHERE
            EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  `t11`.`game_date`,
                  `t11`.`game_id`,
                  `t11`.`subject`
                FROM (
                  SELECT
                    `t0`.`game_date`,
                    `t0`.`game_id`,
                    `t0`.`game_id` AS `subject`
                  FROM `schedule` AS `t0`
                  WHERE
                    `t0`.`status` = 'FINAL'
                ) AS `t11`
                WHERE
                  (
                    NOT EXISTS(
                      SELECT
                        1
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t8`.`receipt_id`,
                            `t8`.`publication_id`,
                            `t8`.`table_name`,
                            `t8`.`game_date`,
                            `t8`.`revision`,
                            `t8`.`state`,
                            `t8`.`rows`,
                            `t8`.`content_hash`,
                            `t8`.`reason`,
                            `t8`.`gaps`,
                            `t8`.`inputs`,
                            `t8`.`code_version`,
                            `t8`.`run_id`,
                            `t8`.`published_at`
                          FROM `receipts` AS `t8`
                          WHERE
                            EXISTS(
                              SELECT
                                1
                              FROM (
                                SELECT
                                  `t3`.`table_name`,
                                  `t3`.`game_date`,
                                  MAX(`t3`.`revision`) AS `revision`
                                FROM `receipts` AS `t3`
                                GROUP BY
                                  1,
                                  2
                              ) AS `t12`
                              WHERE
                                `t8`.`table_name` = `t12`.`table_name`
                                AND `t8`.`game_date` = `t12`.`game_date`
                                AND `t8`.`revision` = `t12`.`revision`
                            )
                        ) AS `t13`
                        WHERE
                          `t13`.`table_name` = 'nba_raw.second_boxscores' AND `t13`.`state` = 'EMPTY_OK'
                      ) AS `t15`
                      WHERE
                        `t11`.`game_date` = `t15`.`game_date`
                    )
                    AND EXISTS(
                      SELECT
                        1
                      FROM `player_boxscores` AS `t4`
                      WHERE
                        `t11`.`game_date` = `t4`.`game_date` AND `t11`.`game_id` = `t4`.`game_id`
                    )
                  )
                  AND EXISTS(
                    SELECT
                      1
                    FROM `second_boxscores` AS `t6`
                    WHERE
                      `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
                  )
              ) AS `t18`
              WHERE
                `t5`.`game_date` = `t18`.`game_date` AND `t5`.`game_id` = `t18`.`game_id`
            )
        ) AS `t31`
        WHERE
          `t31`.`on_floor`
          OR (
            COALESCE(`t31`.`second_minutes`, 0) > 0
          )
          OR (
            COALESCE(`t31`.`second_points`, 0) > 0
          )
      ) AS `t33`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t28`.`game_date`,
          `t28`.`game_id`,
          `t28`.`subject`,
          CONCAT(
            'not in the boxscore; the second source: ',
            CONCAT(
              CONCAT(
                CONCAT(CAST(CAST(ROUND(`t28`.`minutes`, 2) AS FLOAT64) AS STRING), ' minutes, '),
                CAST(`t28`.`points` AS STRING)
              ),
              ' points'
            )
          ) AS `fact`
        FROM (
          SELECT
            `t26`.`game_date`,
            `t26`.`game_id`,
            `t26`.`player_name` AS `subject`,
            COALESCE(SUM(`t26`.`minutes`), 0) AS `minutes`,
            COALESCE(SUM(`t26`.`points`), 0) AS `points`
          FROM (
            SELECT
              *
            FROM `t24` AS `t25`
            WHERE
              `t25`.`player_id` IS NULL
          ) AS `t26`
          GROUP BY
            1,
            2,
            3
        ) AS `t28`
        WHERE
          (
            `t28`.`minutes` > 1
          ) OR (
            `t28`.`points` > 0
          )
      ) AS `t32`
    ) AS `t34`
  ) AS `t35`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t16`.`game_date`,
      `t16`.`game_id`,
      `t16`.`subject`,
      'no second source has it' AS `fact`
    FROM (
      SELECT
        `t11`.`game_date`,
        `t11`.`game_id`,
        `t11`.`subject`
      FROM (
        SELECT
          `t0`.`game_date`,
          `t0`.`game_id`,
          `t0`.`game_id` AS `subject`
        FROM `schedule` AS `t0`
        WHERE
          `t0`.`status` = 'FINAL'
      ) AS `t11`
      WHERE
        (
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t8`.`receipt_id`,
                  `t8`.`publication_id`,
                  `t8`.`table_name`,
                  `t8`.`game_date`,
                  `t8`.`revision`,
                  `t8`.`state`,
                  `t8`.`rows`,
                  `t8`.`content_hash`,
                  `t8`.`reason`,
                  `t8`.`gaps`,
                  `t8`.`inputs`,
                  `t8`.`code_version`,
                  `t8`.`run_id`,
                  `t8`.`published_at`
                FROM `receipts` AS `t8`
                WHERE
                  EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        `t3`.`table_name`,
                        `t3`.`game_date`,
                        MAX(`t3`.`revision`) AS `revision`
                      FROM `receipts` AS `t3`
                      GROUP BY
                        1,
                        2
                    ) AS `t12`
                    WHERE
                      `t8`.`table_name` = `t12`.`table_name`
                      AND `t8`.`game_date` = `t12`.`game_date`
                      AND `t8`.`revision` = `t12`.`revision`
                  )
              ) AS `t13`
              WHERE
                `t13`.`table_name` = 'nba_raw.second_boxscores' AND `t13`.`state` = 'EMPTY_OK'
            ) AS `t15`
            WHERE
              `t11`.`game_date` = `t15`.`game_date`
          )
          AND EXISTS(
            SELECT
              1
            FROM `player_boxscores` AS `t4`
            WHERE
              `t11`.`game_date` = `t4`.`game_date` AND `t11`.`game_id` = `t4`.`game_id`
          )
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM `second_boxscores` AS `t6`
          WHERE
            `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
        )
    ) AS `t16`
  ) AS `t19`
)
SELECT
  `t45`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t41`.`game_date`,
    `t41`.`expected`,
    `t41`.`actual`,
    `t44`.`game_date` AS `missing_game_date`,
    `t44`.`game_id`,
    `t44`.`subject`,
    `t44`.`fact`,
    `t44`.`place`
  FROM (
    SELECT
      `t38`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t38`.`present`) AS `actual`
    FROM (
      SELECT
        `t37`.`game_date`,
        `t37`.`game_id`,
        `t37`.`subject`,
        `t37`.`fact`,
        `t37`.`fact` IS NULL AS `present`
      FROM `t36` AS `t37`
    ) AS `t38`
    GROUP BY
      1
  ) AS `t41`
  LEFT OUTER JOIN (
    SELECT
      `t42`.`game_date`,
      `t42`.`game_id`,
      `t42`.`subject`,
      `t42`.`fact`,
      `t42`.`place`
    FROM (
      SELECT
        `t39`.`game_date`,
        `t39`.`game_id`,
        `t39`.`subject`,
        `t39`.`fact`,
        `t39`.`present`,
        ROW_NUMBER() OVER (PARTITION BY `t39`.`game_date` ORDER BY `t39`.`game_id` ASC, `t39`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t39`.`game_date`, `t39`.`game_id` ORDER BY `t39`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t37`.`game_date`,
          COALESCE(`t37`.`game_id`, '') AS `game_id`,
          `t37`.`subject`,
          `t37`.`fact`,
          `t37`.`fact` IS NULL AS `present`
        FROM `t36` AS `t37`
        WHERE
          NOT (
            `t37`.`fact` IS NULL
          )
      ) AS `t39`
    ) AS `t42`
    WHERE
      (
        `t42`.`place` < 20
      ) OR (
        `t42`.`of_game` = 0
      )
  ) AS `t44`
    ON `t41`.`game_date` = `t44`.`game_date`
) AS `t45`
