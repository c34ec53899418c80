-- counts
WITH `t26` AS (
  SELECT
    `t16`.`game_date`,
    '' AS `game_id`,
    `t16`.`table_name` AS `subject`,
    CASE
      WHEN `t25`.`changed` IS NOT NULL
      THEN CONCAT(`t25`.`changed`, ' changed after it')
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t25`.`changed` IS NOT NULL
      THEN CONCAT(`t25`.`changed`, ' changed after it')
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        `t3`.`game_date`,
        `t3`.`table_name`
      FROM `receipts` AS `t3`
      INNER JOIN `lineage` AS `t4`
        ON `t3`.`game_date` = `t4`.`game_date` AND `t3`.`table_name` = `t4`.`table_name`
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              `t0`.`table_name`,
              `t0`.`game_date`,
              MAX(`t0`.`revision`) AS `revision`
            FROM `receipts` AS `t0`
            GROUP BY
              1,
              2
          ) AS `t8`
          WHERE
            `t3`.`table_name` = `t8`.`table_name`
            AND `t3`.`game_date` = `t8`.`game_date`
            AND `t3`.`revision` = `t8`.`revision`
        )
    ) AS `t10`
  ) AS `t16`
  LEFT OUTER JOIN (
    SELECT
      `t23`.`game_date`,
      `t23`.`table_name`,
      MAX(CONCAT(CONCAT(`t23`.`input_name`, ' of '), CAST(`t23`.`input_date` AS STRING))) AS `changed`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t3`.`game_date`,
          `t3`.`table_name`,
          `t3`.`published_at`,
          `t4`.`input_name`,
          `t4`.`first_seen`,
          `t4`.`last_seen`,
          `t4`.`fixed_at_last_call`,
          `t18`.`input_name` AS `changed_input_name`,
          `t18`.`input_date`,
          `t18`.`changed_at`,
          `t21`.`game_date` AS `call_game_date`,
          `t21`.`last_call`
        FROM `receipts` AS `t3`
        INNER JOIN `lineage` AS `t4`
          ON `t3`.`game_date` = `t4`.`game_date` AND `t3`.`table_name` = `t4`.`table_name`
        INNER JOIN (
          SELECT
            `t13`.`table_name` AS `input_name`,
            `t13`.`game_date` AS `input_date`,
            `t13`.`published_at` AS `changed_at`
          FROM (
            SELECT
              `t11`.*
              EXCEPT (`before`)
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t0`.`receipt_id`,
                  `t0`.`publication_id`,
                  `t0`.`table_name`,
                  `t0`.`game_date`,
                  `t0`.`revision`,
                  `t0`.`state`,
                  `t0`.`rows`,
                  `t0`.`content_hash`,
                  `t0`.`reason`,
                  `t0`.`gaps`,
                  `t0`.`inputs`,
                  `t0`.`code_version`,
                  `t0`.`run_id`,
                  `t0`.`published_at`,
                  LAG(`t0`.`content_hash`) OVER (PARTITION BY `t0`.`table_name`, `t0`.`game_date` ORDER BY `t0`.`revision` ASC) AS `before`
                FROM `receipts` AS `t0`
              ) AS `t9`
              WHERE
                (
                  `t9`.`before` IS NULL
                ) OR (
                  `t9`.`before` <> `t9`.`content_hash`
                )
            ) AS `t11`
          ) AS `t13`
        ) AS `t18`
          ON `t4`.`input_name` = `t18`.`input_name`
          AND `t18`.`changed_at` > `t3`.`published_at`
          AND `t18`.`input_date` >= `t4`.`first_seen`
          AND `t18`.`input_date` <= `t4`.`last_seen`
        LEFT OUTER JOIN (
          SELECT
            `t19`.`game_date`,
            MIN(`t19`.`cutoff_at`) AS `last_call`
          FROM (
            SELECT
              `t14`.`game_id`,
              `t14`.`cutoff_at`,
              `t7`.`game_date`
            FROM (
              SELECT
                `t2`.`game_id`,
                COALESCE(
                  TIMESTAMP_SUB(
                    MIN(`t2`.`tipoff_at`) OVER (
                      PARTITION BY `t2`.`game_date`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    INTERVAL '15' MINUTE
                  ),
                  CAST(TIMESTAMP_SECONDS((
                    DATE_DIFF(`t2`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
                  ) + 57600) AS TIMESTAMP)
                ) AS `cutoff_at`
              FROM `schedule` AS `t2`
            ) AS `t14`
            INNER JOIN (
              SELECT
                `t2`.`game_date`,
                `t2`.`game_id`
              FROM `schedule` AS `t2`
            ) AS `t7`
              ON `t14`.`game_id` = `t7`.`game_id`
          ) AS `t19`
          GROUP BY
            1
        ) AS `t21`
          ON `t3`.`game_date` = `t21`.`game_date`
        WHERE
          EXISTS(
            SELECT
              1
            FROM (
              SELECT
                `t0`.`table_name`,
                `t0`.`game_date`,
                MAX(`t0`.`revision`) AS `revision`
              FROM `receipts` AS `t0`
              GROUP BY
                1,
                2
            ) AS `t8`
            WHERE
              `t3`.`table_name` = `t8`.`table_name`
              AND `t3`.`game_date` = `t8`.`game_date`
              AND `t3`.`revision` = `t8`.`revision`
          )
      ) AS `t22`
      WHERE
        NOT (
          COALESCE(`t22`.`fixed_at_last_call` AND (
            `t22`.`changed_at` > `t22`.`last_call`
          ), FALSE)
        )
    ) AS `t23`
    GROUP BY
      1,
      2
  ) AS `t25`
    ON `t16`.`game_date` = `t25`.`game_date` AND `t16`.`table_name` = `t25`.`table_name`
)
SELECT
  `t34`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t30`.`game_date`,
    `t30`.`expected`,
    `t30`.`actual`,
    `t33`.`game_date` AS `missing_game_date`,
    `t33`.`game_id`,
    `t33`.`subject`,
    `t33`.`fact`,
    `t33`.`place`
  FROM (
    SELECT
      `t27`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t27`.`present`) AS `actual`
    FROM `t26` AS `t27`
    GROUP BY
      1
  ) AS `t30`
  LEFT OUTER JOIN (
    SELECT
      `t31`.`game_date`,
      `t31`.`game_id`,
      `t31`.`subject`,
      `t31`.`fact`,
      `t31`.`place`
    FROM (
      SELECT
        `t29`.`game_date`,
        `t29`.`game_id`,
        `t29`.`subject`,
        `t29`.`present`,
        `t29`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t29`.`game_date` ORDER BY `t29`.`game_id` ASC, `t29`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t29`.`game_date`, `t29`.`game_id` ORDER BY `t29`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t27`.`game_date`,
          COALESCE(`t27`.`game_id`, '') AS `game_id`,
          `t27`.`subject`,
          `t27`.`present`,
          `t27`.`fact`
        FROM `t26` AS `t27`
        WHERE
          NOT (
            `t27`.`present`
          )
      ) AS `t29`
    ) AS `t31`
    WHERE
      (
        `t31`.`place` < 20
      ) OR (
        `t31`.`of_game` = 0
      )
  ) AS `t33`
    ON `t30`.`game_date` = `t33`.`game_date`
) AS `t34`
