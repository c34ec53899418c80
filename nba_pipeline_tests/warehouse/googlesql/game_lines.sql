-- rows
SELECT
  `t14`.`game_date`,
  `t14`.`game_id`,
  `t14`.`bookmaker`,
  TIMESTAMP_TRUNC(`t14`.`quoted_at`, SECOND) AS `quoted_at`,
  CAST(ROUND(`t14`.`home_spread`, 4) AS FLOAT64) AS `home_spread`,
  CAST(ROUND(`t14`.`total`, 4) AS FLOAT64) AS `total`,
  IF(ABS(`t14`.`home_moneyline`) >= 100, `t14`.`home_moneyline`, CAST(NULL AS INT64)) AS `home_moneyline`,
  IF(ABS(`t14`.`away_moneyline`) >= 100, `t14`.`away_moneyline`, CAST(NULL AS INT64)) AS `away_moneyline`,
  `t14`.`n_quotes`
FROM (
  SELECT
    `t13`.`game_date`,
    `t13`.`home_team`,
    `t13`.`away_team`,
    `t13`.`bookmaker`,
    `t13`.`listed_tipoff_at`,
    `t13`.`home_spread`,
    `t13`.`total`,
    `t13`.`home_moneyline`,
    `t13`.`away_moneyline`,
    `t13`.`quoted_at`,
    `t13`.`game_game_date`,
    `t13`.`game_home_team`,
    `t13`.`game_away_team`,
    `t13`.`game_id`,
    `t13`.`reason`,
    `t13`.`called_game_id`,
    `t13`.`cutoff_at`,
    `t13`.`in_time`,
    `t13`.`known_at`,
    ROW_NUMBER() OVER (
      PARTITION BY `t13`.`game_date`, `t13`.`game_id`, `t13`.`bookmaker`
      ORDER BY NOT (
        `t13`.`in_time`
      ) ASC, `t13`.`known_at` DESC, COALESCE(`t13`.`listed_tipoff_at`, `t13`.`quoted_at`) ASC, `t13`.`quoted_at` ASC, COALESCE(`t13`.`home_spread`, 0) ASC, COALESCE(`t13`.`total`, 0) ASC, COALESCE(`t13`.`home_moneyline`, 0) ASC, COALESCE(`t13`.`away_moneyline`, 0) ASC
    ) - 1 AS `rank`,
    COUNT(*) OVER (
      PARTITION BY `t13`.`game_date`, `t13`.`game_id`, `t13`.`bookmaker`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `n_quotes`
  FROM (
    SELECT
      `t12`.`game_date`,
      `t12`.`home_team`,
      `t12`.`away_team`,
      `t12`.`bookmaker`,
      `t12`.`listed_tipoff_at`,
      `t12`.`home_spread`,
      `t12`.`total`,
      `t12`.`home_moneyline`,
      `t12`.`away_moneyline`,
      `t12`.`quoted_at`,
      `t12`.`game_game_date`,
      `t12`.`game_home_team`,
      `t12`.`game_away_team`,
      `t12`.`game_id`,
      `t12`.`reason`,
      `t12`.`called_game_id`,
      `t12`.`cutoff_at`,
      COALESCE(`t12`.`quoted_at` < `t12`.`cutoff_at`, FALSE) AS `in_time`,
      IF(
        COALESCE(`t12`.`quoted_at` < `t12`.`cutoff_at`, FALSE),
        `t12`.`quoted_at`,
        CAST(NULL AS TIMESTAMP)
      ) AS `known_at`
    FROM (
      SELECT
        `t11`.`game_date`,
        `t11`.`home_team`,
        `t11`.`away_team`,
        `t11`.`bookmaker`,
        `t11`.`listed_tipoff_at`,
        `t11`.`home_spread`,
        `t11`.`total`,
        `t11`.`home_moneyline`,
        `t11`.`away_moneyline`,
        `t11`.`quoted_at`,
        `t11`.`game_game_date`,
        `t11`.`game_home_team`,
        `t11`.`game_away_team`,
        `t11`.`game_id`,
        `t11`.`reason`,
        `t9`.`game_id` AS `called_game_id`,
        `t9`.`cutoff_at`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t6`.`game_date`,
            `t6`.`home_team`,
            `t6`.`away_team`,
            `t6`.`bookmaker`,
            `t6`.`listed_tipoff_at`,
            `t6`.`home_spread`,
            `t6`.`total`,
            `t6`.`home_moneyline`,
            `t6`.`away_moneyline`,
            `t6`.`quoted_at`,
            `t6`.`game_game_date`,
            `t6`.`game_home_team`,
            `t6`.`game_away_team`,
            `t6`.`game_id`,
            CASE
              WHEN `t6`.`game_id` IS NULL
              THEN 'the schedule has no game of these teams on this day'
              WHEN NOT (
                `t6`.`home_spread` BETWEEN -40 AND 40
              )
              THEN 'home_spread is not between -40 and 40'
              WHEN NOT (
                `t6`.`total` BETWEEN 120 AND 350
              )
              THEN 'total is not between 120 and 350'
              WHEN NOT (
                `t6`.`home_moneyline` BETWEEN -20000 AND 20000
              )
              THEN 'home_moneyline is not between -20000 and 20000'
              WHEN NOT (
                `t6`.`away_moneyline` BETWEEN -20000 AND 20000
              )
              THEN 'away_moneyline is not between -20000 and 20000'
              ELSE CAST(NULL AS STRING)
            END AS `reason`
          FROM (
            SELECT
              `t2`.`game_date`,
              `t2`.`home_team`,
              `t2`.`away_team`,
              `t2`.`bookmaker`,
              `t2`.`listed_tipoff_at`,
              `t2`.`home_spread`,
              `t2`.`total`,
              `t2`.`home_moneyline`,
              `t2`.`away_moneyline`,
              `t2`.`quoted_at`,
              `t4`.`game_date` AS `game_game_date`,
              `t4`.`home_team` AS `game_home_team`,
              `t4`.`away_team` AS `game_away_team`,
              `t4`.`game_id`
            FROM `answer` AS `t2`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`game_date`,
                `t0`.`home_team`,
                `t0`.`away_team`,
                `t0`.`game_id`
              FROM `schedule` AS `t0`
            ) AS `t4`
              ON `t2`.`game_date` = `t4`.`game_date`
              AND `t2`.`home_team` = `t4`.`home_team`
              AND `t2`.`away_team` = `t4`.`away_team`
          ) AS `t6`
        ) AS `t8`
        WHERE
          `t8`.`reason` IS NULL
      ) AS `t11`
      LEFT OUTER JOIN (
        SELECT
          `t5`.`game_id`,
          COALESCE(
            TIMESTAMP_SUB(
              MIN(`t5`.`tipoff_at`) OVER (
                PARTITION BY `t5`.`game_date`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              INTERVAL '15' MINUTE
            ),
            CAST(TIMESTAMP_SECONDS((
              DATE_DIFF(`t5`.`game_date`, DATE(1970, 1, 1), DAY) * 86400
            ) + 57600) AS TIMESTAMP)
          ) AS `cutoff_at`
        FROM (
          SELECT
            *
          FROM `schedule` AS `t0`
          WHERE
            NOT (
              `t0`.`postponed`
            )
        ) AS `t5`
      ) AS `t9`
        ON `t11`.`game_id` = `t9`.`game_id`
    ) AS `t12`
  ) AS `t13`
) AS `t14`
WHERE
  `t14`.`rank` = 0

-- set_aside
SELECT
  `t6`.`game_date`,
  `t6`.`game_id`,
  CONCAT(
    CONCAT(CONCAT(CONCAT(`t6`.`away_team`, ' at '), `t6`.`home_team`), ' by '),
    `t6`.`bookmaker`
  ) AS `item`,
  `t6`.`reason`
FROM (
  SELECT
    `t5`.`game_date`,
    `t5`.`home_team`,
    `t5`.`away_team`,
    `t5`.`bookmaker`,
    `t5`.`listed_tipoff_at`,
    `t5`.`home_spread`,
    `t5`.`total`,
    `t5`.`home_moneyline`,
    `t5`.`away_moneyline`,
    `t5`.`quoted_at`,
    `t5`.`game_game_date`,
    `t5`.`game_home_team`,
    `t5`.`game_away_team`,
    `t5`.`game_id`,
    CASE
      WHEN `t5`.`game_id` IS NULL
      THEN 'the schedule has no game of these teams on this day'
      WHEN NOT (
        `t5`.`home_spread` BETWEEN -40 AND 40
      )
      THEN 'home_spread is not between -40 and 40'
      WHEN NOT (
        `t5`.`total` BETWEEN 120 AND 350
      )
      THEN 'total is not between 120 and 350'
      WHEN NOT (
        `t5`.`home_moneyline` BETWEEN -20000 AND 20000
      )
      THEN 'home_moneyline is not between -20000 and 20000'
      WHEN NOT (
        `t5`.`away_moneyline` BETWEEN -20000 AND 20000
      )
      THEN 'away_moneyline is not between -20000 and 20000'
      ELSE CAST(NULL AS STRING)
    END AS `reason`
  FROM (
    SELECT
      `t2`.`game_date`,
      `t2`.`home_team`,
      `t2`.`away_team`,
      `t2`.`bookmaker`,
      `t2`.`listed_tipoff_at`,
      `t2`.`home_spread`,
      `t2`.`total`,
      `t2`.`home_moneyline`,
      `t2`.`away_moneyline`,
      `t2`.`quoted_at`,
      `t4`.`game_date` AS `game_game_date`,
      `t4`.`home_team` AS `game_home_team`,
      `t4`.`away_team` AS `game_away_team`,
      `t4`.`game_id`
    FROM `answer` AS `t2`
    LEFT OUTER JOIN (
      SELECT
        `t1`.`game_date`,
        `t1`.`home_team`,
        `t1`.`away_team`,
        `t1`.`game_id`
      FROM `schedule` AS `t1`
    ) AS `t4`
      ON `t2`.`game_date` = `t4`.`game_date`
      AND `t2`.`home_team` = `t4`.`home_team`
      AND `t2`.`away_team` = `t4`.`away_team`
  ) AS `t5`
) AS `t6`
WHERE
  `t6`.`reason` IS NOT NULL

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`bookmaker`,
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
        WHEN `t0`.`bookmaker` IS NULL
        THEN 'bookmaker is null'
        WHEN `t0`.`quoted_at` IS NULL
        THEN 'quoted_at is null'
        WHEN IS_NAN(`t0`.`home_spread`) OR IS_INF(`t0`.`home_spread`)
        THEN 'home_spread is not a number'
        WHEN `t0`.`home_spread` < -40
        THEN 'home_spread is below -40'
        WHEN `t0`.`home_spread` > 40
        THEN 'home_spread is above 40'
        WHEN IS_NAN(`t0`.`total`) OR IS_INF(`t0`.`total`)
        THEN 'total is not a number'
        WHEN `t0`.`total` < 120
        THEN 'total is below 120'
        WHEN `t0`.`total` > 350
        THEN 'total is above 350'
        WHEN `t0`.`home_moneyline` < -20000
        THEN 'home_moneyline is below -20000'
        WHEN `t0`.`home_moneyline` > 20000
        THEN 'home_moneyline is above 20000'
        WHEN `t0`.`away_moneyline` < -20000
        THEN 'away_moneyline is below -20000'
        WHEN `t0`.`away_moneyline` > 20000
        THEN 'away_moneyline is above 20000'
        WHEN `t0`.`n_quotes` IS NULL
        THEN 'n_quotes is null'
        WHEN `t0`.`n_quotes` < 1
        THEN 'n_quotes is below 1'
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
  `t0`.`bookmaker`,
  `t0`.`quoted_at`,
  CASE
    WHEN ABS(`t0`.`home_spread`) < 900719925474.0992
    THEN `t0`.`home_spread`
    ELSE CAST(NULL AS FLOAT64)
  END AS `home_spread`,
  CASE
    WHEN ABS(`t0`.`total`) < 900719925474.0992
    THEN `t0`.`total`
    ELSE CAST(NULL AS FLOAT64)
  END AS `total`,
  `t0`.`home_moneyline`,
  `t0`.`away_moneyline`,
  `t0`.`n_quotes`
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
            CAST(LENGTH(`t0`.`bookmaker`) AS STRING),
            `t0`.`bookmaker`,
            CAST(CAST(UNIX_SECONDS(`t0`.`quoted_at`) AS INT64) AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`home_spread` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`total` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`home_moneyline` AS STRING), '~'),
            COALESCE(CAST(`t0`.`away_moneyline` AS STRING), '~'),
            CAST(`t0`.`n_quotes` AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
