-- rows
SELECT
  `t8`.`game_date`,
  `t8`.`game_id`,
  TIMESTAMP_TRUNC(`t8`.`report_at`, SECOND) AS `report_at`,
  `t8`.`team`,
  `t8`.`player_lookup`,
  `t8`.`player_name`,
  `t8`.`status`,
  `t8`.`reason`
FROM (
  SELECT
    `t2`.`game_date`,
    `t7`.`game_id`,
    `t2`.`report_at`,
    `t2`.`team`,
    `t2`.`player_lookup`,
    `t2`.`player_name`,
    `t2`.`status`,
    `t2`.`reason`
  FROM `answer` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t5`.`game_date`,
      `t5`.`team`,
      `t5`.`game_id`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`season`,
          `t1`.`season_type`,
          `t1`.`tipoff_at`,
          `t1`.`home_team` AS `team`,
          `t1`.`away_team` AS `opponent`,
          TRUE AS `is_home`
        FROM `schedule` AS `t1`
      ) AS `t3`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`season`,
          `t1`.`season_type`,
          `t1`.`tipoff_at`,
          `t1`.`away_team` AS `team`,
          `t1`.`home_team` AS `opponent`,
          FALSE AS `is_home`
        FROM `schedule` AS `t1`
      ) AS `t4`
    ) AS `t5`
  ) AS `t7`
    ON `t2`.`game_date` = `t7`.`game_date` AND `t2`.`team` = `t7`.`team`
) AS `t8`

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`report_at`,
    `t0`.`team`,
    `t0`.`player_lookup`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2,
    3,
    4
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
        WHEN `t0`.`report_at` IS NULL
        THEN 'report_at is null'
        WHEN `t0`.`team` IS NULL
        THEN 'team is null'
        WHEN `t0`.`player_lookup` IS NULL
        THEN 'player_lookup is null'
        WHEN `t0`.`status` IS NULL
        THEN 'status is null'
        WHEN NOT (
          `t0`.`status` IN ('OUT', 'DOUBTFUL', 'QUESTIONABLE', 'PROBABLE', 'AVAILABLE', 'NOT_SUBMITTED')
        )
        THEN 'status is not one of OUT, DOUBTFUL, QUESTIONABLE, PROBABLE, AVAILABLE, NOT_SUBMITTED'
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
  *
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
            COALESCE(CAST(LENGTH(`t0`.`game_id`) AS STRING), '~'),
            COALESCE(`t0`.`game_id`, '~'),
            CAST(CAST(UNIX_SECONDS(`t0`.`report_at`) AS INT64) AS STRING),
            CAST(LENGTH(`t0`.`team`) AS STRING),
            `t0`.`team`,
            CAST(LENGTH(`t0`.`player_lookup`) AS STRING),
            `t0`.`player_lookup`,
            COALESCE(CAST(LENGTH(`t0`.`player_name`) AS STRING), '~'),
            COALESCE(`t0`.`player_name`, '~'),
            `t0`.`status`,
            COALESCE(CAST(LENGTH(`t0`.`reason`) AS STRING), '~'),
            COALESCE(`t0`.`reason`, '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
