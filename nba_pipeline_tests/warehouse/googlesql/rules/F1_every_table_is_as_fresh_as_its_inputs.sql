-- counts
WITH `t26` AS (
  SELECT
    `t21`.`game_date`,
    '' AS `game_id`,
    `t21`.`table_name` AS `subject`,
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
        `t15`.`game_date`,
        `t15`.`table_name`
      FROM (
        SELECT
          `t11`.`game_date`,
          `t11`.`table_name`,
          `t11`.`published_at`
        FROM (
          SELECT
            `t8`.*
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
            ) AS `t7`
            WHERE
              `t7`.`_rank` = 0
          ) AS `t8`
        ) AS `t11`
      ) AS `t15`
      INNER JOIN `lineage` AS `t3`
        ON `t15`.`game_date` = `t3`.`game_date` AND `t15`.`table_name` = `t3`.`table_name`
    ) AS `t17`
  ) AS `t21`
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
          `t15`.`game_date`,
          `t15`.`table_name`,
          `t15`.`published_at`,
          `t3`.`input_name`,
          `t3`.`first_seen`,
          `t3`.`last_seen`,
          `t3`.`fixed_at_last_call`,
          `t12`.`input_name` AS `changed_input_name`,
          `t12`.`input_date`,
          `t12`.`changed_at`,
          `t19`.`game_date` AS `call_game_date`,
          `t19`.`last_call`
        FROM (
          SELECT
            `t11`.`game_date`,
            `t11`.`table_name`,
            `t11`.`published_at`
          FROM (
            SELECT
              `t8`.*
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
              ) AS `t7`
              WHERE
                `t7`.`_rank` = 0
            ) AS `t8`
          ) AS `t11`
        ) AS `t15`
        INNER JOIN `lineage` AS `t3`
          ON `t15`.`game_date` = `t3`.`game_date` AND `t15`.`table_name` = `t3`.`table_name`
        INNER JOIN (
          SELECT
            `t6`.`table_name` AS `input_name`,
            `t6`.`game_date` AS `input_date`,
            `t6`.`published_at` AS `changed_at`
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
              LAG(`t1`.`content_hash`) OVER (PARTITION BY `t1`.`table_name`, `t1`.`game_date` ORDER BY `t1`.`revision` ASC) AS `before`
            FROM `receipts` AS `t1`
          ) AS `t6`
          WHERE
            (
              `t6`.`before` IS NULL
            ) OR (
              `t6`.`before` <> `t6`.`content_hash`
            )
        ) AS `t12`
          ON `t3`.`input_name` = `t12`.`input_name`
          AND `t12`.`changed_at` > `t15`.`published_at`
          AND `t12`.`input_date` >= `t3`.`first_seen`
          AND `t12`.`input_date` <= `t3`.`last_seen`
        LEFT OUTER JOIN (
          SELECT
            `t16`.`game_date`,
            MIN(`t16`.`cutoff_at`) AS `last_call`
          FROM (
            SELECT
              `t13`.`game_id`,
              `t13`.`cutoff_at`,
              `t5`.`game_date`
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
            ) AS `t13`
            INNER JOIN (
              SELECT
                `t2`.`game_date`,
                `t2`.`game_id`
              FROM `schedule` AS `t2`
            ) AS `t5`
              ON `t13`.`game_id` = `t5`.`game_id`
          ) AS `t16`
          GROUP BY
            1
        ) AS `t19`
          ON `t15`.`game_date` = `t19`.`game_date`
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
    ON `t21`.`game_date` = `t25`.`game_date` AND `t21`.`table_name` = `t25`.`table_name`
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
