-- counts
WITH `t7` AS (
  SELECT
    `t1`.`game_date`,
    `t1`.`game_id`,
    `t1`.`player_id`,
    `t1`.`season`
  FROM `upcoming_player_game_context` AS `t1`
), `t34` AS (
  SELECT
    `t8`.`game_date`,
    `t8`.`game_id`,
    COALESCE(`t10`.`subject`, CONCAT('player ', CAST(`t8`.`player_id` AS STRING))) AS `subject`,
    CASE
      WHEN (
        (
          `t14`.`games` <> COALESCE(`t30`.`games_before`, 0)
        )
        OR (
          ABS((
            `t14`.`games` * `t14`.`average`
          ) - COALESCE(`t30`.`points_before`, 0)) > 0.5
        )
      )
      AND (
        `t33`.`overtaken` IS NULL
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(
              CONCAT(
                CONCAT(CAST(CAST(ROUND(`t14`.`games`, 0) AS INT64) AS STRING), ' games and '),
                CAST(CAST(ROUND(`t14`.`games` * `t14`.`average`, 0) AS INT64) AS STRING)
              ),
              ' points'
            ),
            ' in the cache, '
          ),
          CONCAT(
            CONCAT(
              CONCAT(
                CAST(CAST(ROUND(COALESCE(`t30`.`games_before`, 0), 0) AS INT64) AS STRING),
                ' games and '
              ),
              CAST(CAST(ROUND(COALESCE(`t30`.`points_before`, 0), 0) AS INT64) AS STRING)
            ),
            ' points'
          )
        ),
        ' before the day'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN (
        (
          `t14`.`games` <> COALESCE(`t30`.`games_before`, 0)
        )
        OR (
          ABS((
            `t14`.`games` * `t14`.`average`
          ) - COALESCE(`t30`.`points_before`, 0)) > 0.5
        )
      )
      AND (
        `t33`.`overtaken` IS NULL
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(
              CONCAT(
                CONCAT(CAST(CAST(ROUND(`t14`.`games`, 0) AS INT64) AS STRING), ' games and '),
                CAST(CAST(ROUND(`t14`.`games` * `t14`.`average`, 0) AS INT64) AS STRING)
              ),
              ' points'
            ),
            ' in the cache, '
          ),
          CONCAT(
            CONCAT(
              CONCAT(
                CAST(CAST(ROUND(COALESCE(`t30`.`games_before`, 0), 0) AS INT64) AS STRING),
                ' games and '
              ),
              CAST(CAST(ROUND(COALESCE(`t30`.`points_before`, 0), 0) AS INT64) AS STRING)
            ),
            ' points'
          )
        ),
        ' before the day'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`
    FROM `player_daily_cache` AS `t0`
  ) AS `t8`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`player_name` AS `subject`
    FROM `upcoming_player_game_context` AS `t1`
  ) AS `t10`
    ON `t8`.`game_date` = `t10`.`game_date`
    AND `t8`.`game_id` = `t10`.`game_id`
    AND `t8`.`player_id` = `t10`.`player_id`
  INNER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`,
      `t0`.`games_this_season` AS `games`,
      COALESCE(`t0`.`points_avg_season`, 0) AS `average`
    FROM `player_daily_cache` AS `t0`
  ) AS `t14`
    ON `t8`.`game_date` = `t14`.`game_date`
    AND `t8`.`game_id` = `t14`.`game_id`
    AND `t8`.`player_id` = `t14`.`player_id`
  LEFT OUTER JOIN `t7` AS `t15`
    ON `t8`.`game_date` = `t15`.`game_date`
    AND `t8`.`game_id` = `t15`.`game_id`
    AND `t8`.`player_id` = `t15`.`player_id`
  LEFT OUTER JOIN (
    SELECT
      `t24`.`game_date`,
      `t24`.`game_id`,
      `t24`.`player_id`,
      COUNT(*) AS `games_before`,
      SUM(`t24`.`points`) AS `points_before`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t16`.`game_date`,
          `t16`.`game_id`,
          `t16`.`player_id`,
          `t16`.`season`,
          `t17`.`points`,
          `t17`.`played_on`
        FROM `t7` AS `t16`
        INNER JOIN (
          SELECT
            `t2`.`player_id`,
            `t2`.`season`,
            `t2`.`points`,
            `t2`.`game_date` AS `played_on`
          FROM `player_game_summary` AS `t2`
          WHERE
            `t2`.`status` = 'PLAYED'
        ) AS `t17`
          ON `t16`.`player_id` = `t17`.`player_id` AND `t16`.`season` = `t17`.`season`
      ) AS `t20`
      WHERE
        `t20`.`played_on` < `t20`.`game_date`
    ) AS `t24`
    GROUP BY
      1,
      2,
      3
  ) AS `t30`
    ON `t8`.`game_date` = `t30`.`game_date`
    AND `t8`.`game_id` = `t30`.`game_id`
    AND `t8`.`player_id` = `t30`.`player_id`
  LEFT OUTER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        `t26`.`game_date`,
        TRUE AS `overtaken`
      FROM (
        SELECT
          `t21`.`game_date`,
          `t21`.`published_at` AS `made_at`
        FROM (
          SELECT
            `t4`.`receipt_id`,
            `t4`.`publication_id`,
            `t4`.`table_name`,
            `t4`.`game_date`,
            `t4`.`revision`,
            `t4`.`state`,
            `t4`.`rows`,
            `t4`.`content_hash`,
            `t4`.`reason`,
            `t4`.`gaps`,
            `t4`.`inputs`,
            `t4`.`code_version`,
            `t4`.`run_id`,
            `t4`.`published_at`
          FROM `receipts` AS `t4`
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
              ) AS `t18`
              WHERE
                `t4`.`table_name` = `t18`.`table_name`
                AND `t4`.`game_date` = `t18`.`game_date`
                AND `t4`.`revision` = `t18`.`revision`
            )
        ) AS `t21`
        WHERE
          `t21`.`table_name` = 'nba_precompute.player_daily_cache'
      ) AS `t26`
      INNER JOIN (
        SELECT
          `t23`.`game_date` AS `changed_on`,
          `t23`.`published_at` AS `changed_at`
        FROM (
          SELECT
            `t22`.*
            EXCEPT (`before`)
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t3`.`receipt_id`,
                `t3`.`publication_id`,
                `t3`.`table_name`,
                `t3`.`game_date`,
                `t3`.`revision`,
                `t3`.`state`,
                `t3`.`rows`,
                `t3`.`content_hash`,
                `t3`.`reason`,
                `t3`.`gaps`,
                `t3`.`inputs`,
                `t3`.`code_version`,
                `t3`.`run_id`,
                `t3`.`published_at`,
                LAG(`t3`.`content_hash`) OVER (PARTITION BY `t3`.`table_name`, `t3`.`game_date` ORDER BY `t3`.`revision` ASC) AS `before`
              FROM `receipts` AS `t3`
            ) AS `t19`
            WHERE
              (
                `t19`.`before` IS NULL
              ) OR (
                `t19`.`before` <> `t19`.`content_hash`
              )
          ) AS `t22`
        ) AS `t23`
        WHERE
          `t23`.`table_name` = 'nba_analytics.player_game_summary'
      ) AS `t28`
        ON `t26`.`game_date` > `t28`.`changed_on` AND `t26`.`made_at` < `t28`.`changed_at`
    ) AS `t31`
  ) AS `t33`
    ON `t8`.`game_date` = `t33`.`game_date`
)
SELECT
  `t42`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t38`.`game_date`,
    `t38`.`expected`,
    `t38`.`actual`,
    `t41`.`game_date` AS `missing_game_date`,
    `t41`.`game_id`,
    `t41`.`subject`,
    `t41`.`fact`,
    `t41`.`place`
  FROM (
    SELECT
      `t35`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t35`.`present`) AS `actual`
    FROM `t34` AS `t35`
    GROUP BY
      1
  ) AS `t38`
  LEFT OUTER JOIN (
    SELECT
      `t39`.`game_date`,
      `t39`.`game_id`,
      `t39`.`subject`,
      `t39`.`fact`,
      `t39`.`place`
    FROM (
      SELECT
        `t37`.`game_date`,
        `t37`.`game_id`,
        `t37`.`subject`,
        `t37`.`present`,
        `t37`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t37`.`game_date` ORDER BY `t37`.`game_id` ASC, `t37`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t37`.`game_date`, `t37`.`game_id` ORDER BY `t37`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t35`.`game_date`,
          COALESCE(`t35`.`game_id`, '') AS `game_id`,
          `t35`.`subject`,
          `t35`.`present`,
          `t35`.`fact`
        FROM `t34` AS `t35`
        WHERE
          NOT (
            `t35`.`present`
          )
      ) AS `t37`
    ) AS `t39`
    WHERE
      (
        `t39`.`place` < 20
      ) OR (
        `t39`.`of_game` = 0
      )
  ) AS `t41`
    ON `t38`.`game_date` = `t41`.`game_date`
) AS `t42`
