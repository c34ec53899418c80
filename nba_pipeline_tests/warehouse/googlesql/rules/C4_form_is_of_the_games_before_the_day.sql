-- counts
WITH `t32` AS (
  SELECT
    `t8`.`game_date`,
    `t8`.`game_id`,
    COALESCE(`t10`.`subject`, CONCAT('player ', CAST(`t8`.`player_id` AS STRING))) AS `subject`,
    CASE
      WHEN (
        (
          `t14`.`games` <> COALESCE(`t28`.`games_before`, 0)
        )
        OR (
          ABS((
            `t14`.`games` * `t14`.`average`
          ) - COALESCE(`t28`.`points_before`, 0)) > 0.5
        )
      )
      AND (
        `t31`.`overtaken` IS NULL
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
                CAST(CAST(ROUND(COALESCE(`t28`.`games_before`, 0), 0) AS INT64) AS STRING),
                ' games and '
              ),
              CAST(CAST(ROUND(COALESCE(`t28`.`points_before`, 0), 0) AS INT64) AS STRING)
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
          `t14`.`games` <> COALESCE(`t28`.`games_before`, 0)
        )
        OR (
          ABS((
            `t14`.`games` * `t14`.`average`
          ) - COALESCE(`t28`.`points_before`, 0)) > 0.5
        )
      )
      AND (
        `t31`.`overtaken` IS NULL
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
                CAST(CAST(ROUND(COALESCE(`t28`.`games_before`, 0), 0) AS INT64) AS STRING),
                ' games and '
              ),
              CAST(CAST(ROUND(COALESCE(`t28`.`points_before`, 0), 0) AS INT64) AS STRING)
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
  LEFT OUTER JOIN (
    SELECT
      `t22`.`game_date`,
      `t22`.`game_id`,
      `t22`.`player_id`,
      COUNT(*) AS `games_before`,
      SUM(`t22`.`points`) AS `points_before`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t11`.`game_date`,
          `t11`.`game_id`,
          `t11`.`player_id`,
          `t11`.`season`,
          `t15`.`points`,
          `t15`.`played_on`
        FROM (
          SELECT
            `t1`.`game_date`,
            `t1`.`game_id`,
            `t1`.`player_id`,
            `t1`.`season`
          FROM `upcoming_player_game_context` AS `t1`
        ) AS `t11`
        INNER JOIN (
          SELECT
            `t2`.`player_id`,
            `t2`.`season`,
            `t2`.`points`,
            `t2`.`game_date` AS `played_on`
          FROM `player_game_summary` AS `t2`
          WHERE
            `t2`.`status` = 'PLAYED'
        ) AS `t15`
          ON `t11`.`player_id` = `t15`.`player_id` AND `t11`.`season` = `t15`.`season`
      ) AS `t18`
      WHERE
        `t18`.`played_on` < `t18`.`game_date`
    ) AS `t22`
    GROUP BY
      1,
      2,
      3
  ) AS `t28`
    ON `t8`.`game_date` = `t28`.`game_date`
    AND `t8`.`game_id` = `t28`.`game_id`
    AND `t8`.`player_id` = `t28`.`player_id`
  LEFT OUTER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        `t24`.`game_date`,
        TRUE AS `overtaken`
      FROM (
        SELECT
          `t19`.`game_date`,
          `t19`.`published_at` AS `made_at`
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
              ) AS `t16`
              WHERE
                `t4`.`table_name` = `t16`.`table_name`
                AND `t4`.`game_date` = `t16`.`game_date`
                AND `t4`.`revision` = `t16`.`revision`
            )
        ) AS `t19`
        WHERE
          `t19`.`table_name` = 'nba_precompute.player_daily_cache'
      ) AS `t24`
      INNER JOIN (
        SELECT
          `t21`.`game_date` AS `changed_on`,
          `t21`.`published_at` AS `changed_at`
        FROM (
          SELECT
            `t20`.*
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
            ) AS `t17`
            WHERE
              (
                `t17`.`before` IS NULL
              ) OR (
                `t17`.`before` <> `t17`.`content_hash`
              )
          ) AS `t20`
        ) AS `t21`
        WHERE
          `t21`.`table_name` = 'nba_analytics.player_game_summary'
      ) AS `t26`
        ON `t24`.`game_date` > `t26`.`changed_on` AND `t24`.`made_at` < `t26`.`changed_at`
    ) AS `t29`
  ) AS `t31`
    ON `t8`.`game_date` = `t31`.`game_date`
)
SELECT
  `t40`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t36`.`game_date`,
    `t36`.`expected`,
    `t36`.`actual`,
    `t39`.`game_date` AS `missing_game_date`,
    `t39`.`game_id`,
    `t39`.`subject`,
    `t39`.`fact`,
    `t39`.`place`
  FROM (
    SELECT
      `t33`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t33`.`present`) AS `actual`
    FROM `t32` AS `t33`
    GROUP BY
      1
  ) AS `t36`
  LEFT OUTER JOIN (
    SELECT
      `t37`.`game_date`,
      `t37`.`game_id`,
      `t37`.`subject`,
      `t37`.`fact`,
      `t37`.`place`
    FROM (
      SELECT
        `t35`.`game_date`,
        `t35`.`game_id`,
        `t35`.`subject`,
        `t35`.`present`,
        `t35`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t35`.`game_date` ORDER BY `t35`.`game_id` ASC, `t35`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t35`.`game_date`, `t35`.`game_id` ORDER BY `t35`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t33`.`game_date`,
          COALESCE(`t33`.`game_id`, '') AS `game_id`,
          `t33`.`subject`,
          `t33`.`present`,
          `t33`.`fact`
        FROM `t32` AS `t33`
        WHERE
          NOT (
            `t33`.`present`
          )
      ) AS `t35`
    ) AS `t37`
    WHERE
      (
        `t37`.`place` < 20
      ) OR (
        `t37`.`of_game` = 0
      )
  ) AS `t39`
    ON `t36`.`game_date` = `t39`.`game_date`
) AS `t40`
