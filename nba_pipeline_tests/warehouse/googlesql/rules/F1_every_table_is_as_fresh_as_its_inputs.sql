-- counts
WITH `t24` AS (
  SELECT
    `t16`.`game_date`,
    '' AS `game_id`,
    `t16`.`table_name` AS `subject`,
    CASE
      WHEN `t23`.`changed` IS NOT NULL
      THEN CONCAT(`t23`.`changed`, ' changed after it')
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t23`.`changed` IS NOT NULL
      THEN CONCAT(`t23`.`changed`, ' changed after it')
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
      `t21`.`game_date`,
      `t21`.`table_name`,
      MAX(CONCAT(CONCAT(`t21`.`input_name`, ' of '), CAST(`t21`.`input_date` AS STRING))) AS `changed`
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
          `t13`.`input_name` AS `changed_input_name`,
          `t13`.`input_date`,
          `t13`.`changed_at`,
          `t19`.`game_date` AS `call_game_date`,
          `t19`.`last_call`
        FROM `receipts` AS `t3`
        INNER JOIN `lineage` AS `t4`
          ON `t3`.`game_date` = `t4`.`game_date` AND `t3`.`table_name` = `t4`.`table_name`
        INNER JOIN (
          SELECT
            `t9`.`table_name` AS `input_name`,
            `t9`.`game_date` AS `input_date`,
            `t9`.`published_at` AS `changed_at`
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
        ) AS `t13`
          ON `t4`.`input_name` = `t13`.`input_name`
          AND `t13`.`changed_at` > `t3`.`published_at`
          AND `t13`.`input_date` >= `t4`.`first_seen`
          AND `t13`.`input_date` <= `t4`.`last_seen`
        LEFT OUTER JOIN (
          SELECT
            `t17`.`game_date`,
            MIN(`t17`.`cutoff_at`) AS `last_call`
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
          ) AS `t17`
          GROUP BY
            1
        ) AS `t19`
          ON `t3`.`game_date` = `t19`.`game_date`
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
      ) AS `t20`
      WHERE
        NOT (
          COALESCE(`t20`.`fixed_at_last_call` AND (
            `t20`.`changed_at` > `t20`.`last_call`
          ), FALSE)
        )
    ) AS `t21`
    GROUP BY
      1,
      2
  ) AS `t23`
    ON `t16`.`game_date` = `t23`.`game_date` AND `t16`.`table_name` = `t23`.`table_name`
)
SELECT
  `t32`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t28`.`game_date`,
    `t28`.`expected`,
    `t28`.`actual`,
    `t31`.`game_date` AS `missing_game_date`,
    `t31`.`game_id`,
    `t31`.`subject`,
    `t31`.`fact`,
    `t31`.`place`
  FROM (
    SELECT
      `t25`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t25`.`present`) AS `actual`
    FROM `t24` AS `t25`
    GROUP BY
      1
  ) AS `t28`
  LEFT OUTER JOIN (
    SELECT
      `t29`.`game_date`,
      `t29`.`game_id`,
      `t29`.`subject`,
      `t29`.`fact`,
      `t29`.`place`
    FROM (
      SELECT
        `t27`.`game_date`,
        `t27`.`game_id`,
        `t27`.`subject`,
        `t27`.`present`,
        `t27`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t27`.`game_date` ORDER BY `t27`.`game_id` ASC, `t27`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t27`.`game_date`, `t27`.`game_id` ORDER BY `t27`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t25`.`game_date`,
          COALESCE(`t25`.`game_id`, '') AS `game_id`,
          `t25`.`subject`,
          `t25`.`present`,
          `t25`.`fact`
        FROM `t24` AS `t25`
        WHERE
          NOT (
            `t25`.`present`
          )
      ) AS `t27`
    ) AS `t29`
    WHERE
      (
        `t29`.`place` < 20
      ) OR (
        `t29`.`of_game` = 0
      )
  ) AS `t31`
    ON `t28`.`game_date` = `t31`.`game_date`
) AS `t32`
