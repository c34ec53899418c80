-- counts
WITH `t13` AS (
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
), `t20` AS (
  SELECT
    `t19`.`game_date`,
    `t19`.`game_id`,
    `t19`.`subject`,
    'its boxscore is the second source\'s own' AS `fact`
  FROM (
    SELECT
      `t11`.`game_date`,
      `t11`.`game_id`,
      `t11`.`subject`,
      `t17`.`gaps`
    FROM (
      SELECT
        `t1`.`game_date`,
        `t1`.`game_id`,
        `t1`.`game_id` AS `subject`
      FROM `schedule` AS `t1`
      WHERE
        `t1`.`status` = 'FINAL'
    ) AS `t11`
    INNER JOIN (
      SELECT
        `t14`.`game_date`,
        `t14`.`gaps`
      FROM `t13` AS `t14`
      WHERE
        `t14`.`table_name` = 'nba_raw.player_boxscores'
    ) AS `t17`
      ON `t11`.`game_date` = `t17`.`game_date`
    WHERE
      EXISTS(
        SELECT
          1
        FROM `player_boxscores` AS `t5`
        WHERE
          `t11`.`game_date` = `t5`.`game_date` AND `t11`.`game_id` = `t5`.`game_id`
      )
  ) AS `t19`
  WHERE
    INSTR(`t19`.`gaps`, `t19`.`game_id`) > 0
), `t33` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`team`,
    `t7`.`player_name`,
    `t7`.`player_lookup`,
    `t7`.`minutes`,
    `t7`.`points`,
    `t32`.`game_id` AS `named_game_id`,
    `t32`.`player_lookup` AS `named_player_lookup`,
    `t32`.`player_id`
  FROM `second_boxscores` AS `t7`
  LEFT OUTER JOIN (
    SELECT
      `t30`.`game_id`,
      `t30`.`player_lookup`,
      `t30`.`player_id`
    FROM (
      SELECT
        `t29`.`game_id`,
        `t29`.`player_lookup`,
        COUNT(*) AS `namesakes`,
        MAX(`t29`.`player_id`) AS `player_id`
      FROM (
        SELECT
          `t4`.`game_date`,
          `t4`.`game_id`,
          `t4`.`team`,
          `t4`.`opponent`,
          `t4`.`is_home`,
          `t4`.`player_id`,
          `t4`.`player_name`,
          `t4`.`player_lookup`,
          `t4`.`status`,
          `t4`.`not_played_reason`,
          `t4`.`started`,
          `t4`.`minutes`,
          `t4`.`points`,
          `t4`.`fgm`,
          `t4`.`fga`,
          `t4`.`fg3m`,
          `t4`.`fg3a`,
          `t4`.`ftm`,
          `t4`.`fta`,
          `t4`.`oreb`,
          `t4`.`dreb`,
          `t4`.`rebounds`,
          `t4`.`assists`,
          `t4`.`steals`,
          `t4`.`blocks`,
          `t4`.`turnovers`,
          `t4`.`fouls`,
          `t4`.`plus_minus`
        FROM `player_boxscores` AS `t4`
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
                  `t1`.`game_date`,
                  `t1`.`game_id`,
                  `t1`.`game_id` AS `subject`
                FROM `schedule` AS `t1`
                WHERE
                  `t1`.`status` = 'FINAL'
              ) AS `t11`
              WHERE
                (
                  (
                    EXISTS(
                      SELECT
                        1
                      FROM `player_boxscores` AS `t5`
                      WHERE
                        `t11`.`game_date` = `t5`.`game_date` AND `t11`.`game_id` = `t5`.`game_id`
                    )
                    AND NOT EXISTS(
                      SELECT
                        1
                      FROM (
                        SELECT
                          *
                        FROM `t13` AS `t14`
                        WHERE
                          `t14`.`table_name` = 'nba_raw.second_boxscores' AND `t14`.`state` = 'EMPTY_OK'
                      ) AS `t18`
                      WHERE
                        `t11`.`game_date` = `t18`.`game_date`
                    )
                  )
                  AND NOT EXISTS(
                    SELECT
                      1
                    FROM `t20` AS `t22`
                    WHERE
                      `t11`.`game_date` = `t22`.`game_date` AND `t11`.`game_id` = `t22`.`game_id`
                  )
                )
                AND EXISTS(
                  SELECT
                    1
                  FROM `second_boxscores` AS `t6`
                  WHERE
                    `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
                )
            ) AS `t25`
            WHERE
              `t4`.`game_date` = `t25`.`game_date` AND `t4`.`game_id` = `t25`.`game_id`
          )
      ) AS `t29`
      GROUP BY
        1,
        2
    ) AS `t30`
    WHERE
      `t30`.`namesakes` = 1
  ) AS `t32`
    ON `t7`.`game_id` = `t32`.`game_id` AND `t7`.`player_lookup` = `t32`.`player_lookup`
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
            `t1`.`game_date`,
            `t1`.`game_id`,
            `t1`.`game_id` AS `subject`
          FROM `schedule` AS `t1`
          WHERE
            `t1`.`status` = 'FINAL'
        ) AS `t11`
        WHERE
          (
            (
              EXISTS(
                SELECT
                  1
                FROM `player_boxscores` AS `t5`
                WHERE
                  `t11`.`game_date` = `t5`.`game_date` AND `t11`.`game_id` = `t5`.`game_id`
              )
              AND NOT EXISTS(
                SELECT
                  1
                FROM (
                  SELECT
                    *
                  FROM `t13` AS `t14`
                  WHERE
                    `t14`.`table_name` = 'nba_raw.second_boxscores' AND `t14`.`state` = 'EMPTY_OK'
                ) AS `t18`
                WHERE
                  `t11`.`game_date` = `t18`.`game_date`
              )
            )
            AND NOT EXISTS(
              SELECT
                1
              FROM `t20` AS `t22`
              WHERE
                `t11`.`game_date` = `t22`.`game_date` AND `t11`.`game_id` = `t22`.`game_id`
            )
          )
          AND EXISTS(
            SELECT
              1
            FROM `second_boxscores` AS `t6`
            WHERE
              `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
          )
      ) AS `t25`
      WHERE
        `t7`.`game_date` = `t25`.`game_date` AND `t7`.`game_id` = `t25`.`game_id`
    )
), `t45` AS (
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
          `t40`.`game_date`,
          `t40`.`game_id`,
          `t40`.`subject`,
          CASE
            WHEN (
              ABS(CAST(ROUND(`t40`.`minutes`, 2) AS FLOAT64) - COALESCE(`t40`.`second_minutes`, 0)) > 1
            )
            OR (
              `t40`.`points` <> COALESCE(`t40`.`second_points`, 0)
            )
            THEN CONCAT(
              CONCAT(
                IF(
                  `t40`.`on_floor`,
                  CONCAT(
                    CONCAT(
                      CONCAT(CAST(CAST(ROUND(`t40`.`minutes`, 2) AS FLOAT64) AS STRING), ' minutes, '),
                      CAST(`t40`.`points` AS STRING)
                    ),
                    ' points'
                  ),
                  'did not play'
                ),
                '; the second source: '
              ),
              IF(
                `t40`.`second_player_id` IS NOT NULL,
                CONCAT(
                  CONCAT(
                    CONCAT(
                      CAST(CAST(ROUND(COALESCE(`t40`.`second_minutes`, 0), 2) AS FLOAT64) AS STRING),
                      ' minutes, '
                    ),
                    CAST(COALESCE(`t40`.`second_points`, 0) AS STRING)
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
            `t4`.`game_date`,
            `t4`.`game_id`,
            `t4`.`player_id`,
            `t4`.`player_name` AS `subject`,
            COALESCE(`t4`.`minutes`, 0) AS `minutes`,
            COALESCE(`t4`.`points`, 0) AS `points`,
            `t4`.`status` = 'PLAYED' AS `on_floor`,
            `t39`.`game_date` AS `second_game_date`,
            `t39`.`game_id` AS `second_game_id`,
            `t39`.`player_id` AS `second_player_id`,
            `t39`.`minutes` AS `second_minutes`,
            `t39`.`points` AS `second_points`
          FROM `player_boxscores` AS `t4`
          LEFT OUTER JOIN (
            SELECT
              `t36`.`game_date`,
              `t36`.`game_id`,
              `t36`.`player_id`,
              COALESCE(SUM(`t36`.`minutes`), 0) AS `minutes`,
              COALESCE(SUM(`t36`.`points`), 0) AS `points`
            FROM (
              SELECT
                *
              FROM `t33` AS `t34`
              WHERE
                `t34`.`player_id` IS NOT NULL
            ) AS `t36`
            GROUP BY
              1,
              2,
              3
          ) AS `t39`
            ON `t4`.`game_date` = `t39`.`game_date`
            AND `t4`.`game_id` = `t39`.`game_id`
            AND `t4`.`player_id` = `t39`.`player_id`
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
                    `t1`.`game_date`,
                    `t1`.`game_id`,
                    `t1`.`game_id` AS `subject`
                  FROM `schedule` AS `t1`
                  WHERE
                    `t1`.`status` = 'FINAL'
                ) AS `t11`
                WHERE
                  (
                    (
                      EXISTS(
                        SELECT
                          1
                        FROM `player_boxscores` AS `t5`
                        WHERE
                          `t11`.`game_date` = `t5`.`game_date` AND `t11`.`game_id` = `t5`.`game_id`
                      )
                      AND NOT EXISTS(
                        SELECT
                          1
                        FROM (
                          SELECT
                            *
                          FROM `t13` AS `t14`
                          WHERE
                            `t14`.`table_name` = 'nba_raw.second_boxscores' AND `t14`.`state` = 'EMPTY_OK'
                        ) AS `t18`
                        WHERE
                          `t11`.`game_date` = `t18`.`game_date`
                      )
                    )
                    AND NOT EXISTS(
                      SELECT
                        1
                      FROM `t20` AS `t22`
                      WHERE
                        `t11`.`game_date` = `t22`.`game_date` AND `t11`.`game_id` = `t22`.`game_id`
                    )
                  )
                  AND EXISTS(
                    SELECT
                      1
                    FROM `second_boxscores` AS `t6`
                    WHERE
                      `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
                  )
              ) AS `t25`
              WHERE
                `t4`.`game_date` = `t25`.`game_date` AND `t4`.`game_id` = `t25`.`game_id`
            )
        ) AS `t40`
        WHERE
          `t40`.`on_floor`
          OR (
            COALESCE(`t40`.`second_minutes`, 0) > 0
          )
          OR (
            COALESCE(`t40`.`second_points`, 0) > 0
          )
      ) AS `t42`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t37`.`game_date`,
          `t37`.`game_id`,
          `t37`.`player_name` AS `subject`,
          CONCAT(
            'not in the boxscore; the second source: ',
            CONCAT(
              CONCAT(
                CONCAT(CAST(CAST(ROUND(`t37`.`minutes`, 2) AS FLOAT64) AS STRING), ' minutes, '),
                CAST(`t37`.`points` AS STRING)
              ),
              ' points'
            )
          ) AS `fact`
        FROM (
          SELECT
            `t35`.`game_date`,
            `t35`.`game_id`,
            `t35`.`player_name`,
            MAX(`t35`.`player_lookup`) AS `player_lookup`,
            MAX(`t35`.`team`) AS `team`,
            COALESCE(SUM(`t35`.`minutes`), 0) AS `minutes`,
            COALESCE(SUM(`t35`.`points`), 0) AS `points`
          FROM (
            SELECT
              *
            FROM `t33` AS `t34`
            WHERE
              `t34`.`player_id` IS NULL
          ) AS `t35`
          GROUP BY
            1,
            2,
            3
        ) AS `t37`
        WHERE
          (
            `t37`.`minutes` > 1
          ) OR (
            `t37`.`points` > 0
          )
      ) AS `t41`
    ) AS `t43`
  ) AS `t44`
  UNION ALL
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
          `t23`.`game_date`,
          `t23`.`game_id`,
          `t23`.`subject`,
          'no second source has it' AS `fact`
        FROM (
          SELECT
            `t11`.`game_date`,
            `t11`.`game_id`,
            `t11`.`subject`
          FROM (
            SELECT
              `t1`.`game_date`,
              `t1`.`game_id`,
              `t1`.`game_id` AS `subject`
            FROM `schedule` AS `t1`
            WHERE
              `t1`.`status` = 'FINAL'
          ) AS `t11`
          WHERE
            (
              (
                EXISTS(
                  SELECT
                    1
                  FROM `player_boxscores` AS `t5`
                  WHERE
                    `t11`.`game_date` = `t5`.`game_date` AND `t11`.`game_id` = `t5`.`game_id`
                )
                AND NOT EXISTS(
                  SELECT
                    1
                  FROM (
                    SELECT
                      *
                    FROM `t13` AS `t14`
                    WHERE
                      `t14`.`table_name` = 'nba_raw.second_boxscores' AND `t14`.`state` = 'EMPTY_OK'
                  ) AS `t18`
                  WHERE
                    `t11`.`game_date` = `t18`.`game_date`
                )
              )
              AND NOT EXISTS(
                SELECT
                  1
                FROM `t20` AS `t22`
                WHERE
                  `t11`.`game_date` = `t22`.`game_date` AND `t11`.`game_id` = `t22`.`game_id`
              )
            )
            AND NOT EXISTS(
              SELECT
                1
              FROM `second_boxscores` AS `t6`
              WHERE
                `t11`.`game_date` = `t6`.`game_date` AND `t11`.`game_id` = `t6`.`game_id`
            )
        ) AS `t23`
      ) AS `t26`
      UNION ALL
      SELECT
        *
      FROM `t20` AS `t21`
    ) AS `t27`
  ) AS `t28`
)
SELECT
  `t54`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t50`.`game_date`,
    `t50`.`expected`,
    `t50`.`actual`,
    `t53`.`game_date` AS `missing_game_date`,
    `t53`.`game_id`,
    `t53`.`subject`,
    `t53`.`fact`,
    `t53`.`place`
  FROM (
    SELECT
      `t47`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t47`.`present`) AS `actual`
    FROM (
      SELECT
        `t46`.`game_date`,
        `t46`.`game_id`,
        `t46`.`subject`,
        `t46`.`fact`,
        `t46`.`fact` IS NULL AS `present`
      FROM `t45` AS `t46`
    ) AS `t47`
    GROUP BY
      1
  ) AS `t50`
  LEFT OUTER JOIN (
    SELECT
      `t51`.`game_date`,
      `t51`.`game_id`,
      `t51`.`subject`,
      `t51`.`fact`,
      `t51`.`place`
    FROM (
      SELECT
        `t48`.`game_date`,
        `t48`.`game_id`,
        `t48`.`subject`,
        `t48`.`fact`,
        `t48`.`present`,
        ROW_NUMBER() OVER (PARTITION BY `t48`.`game_date` ORDER BY `t48`.`game_id` ASC, `t48`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t48`.`game_date`, `t48`.`game_id` ORDER BY `t48`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t46`.`game_date`,
          COALESCE(`t46`.`game_id`, '') AS `game_id`,
          `t46`.`subject`,
          `t46`.`fact`,
          `t46`.`fact` IS NULL AS `present`
        FROM `t45` AS `t46`
        WHERE
          NOT (
            `t46`.`fact` IS NULL
          )
      ) AS `t48`
    ) AS `t51`
    WHERE
      (
        `t51`.`place` < 20
      ) OR (
        `t51`.`of_game` = 0
      )
  ) AS `t53`
    ON `t50`.`game_date` = `t53`.`game_date`
) AS `t54`
