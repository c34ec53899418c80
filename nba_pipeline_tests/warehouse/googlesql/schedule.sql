-- rows
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`,
  `t0`.`season`,
  `t0`.`season_type`,
  TIMESTAMP_TRUNC(`t0`.`tipoff_at`, SECOND) AS `tipoff_at`,
  `t0`.`home_team`,
  `t0`.`away_team`,
  `t0`.`status`,
  `t0`.`home_score`,
  `t0`.`away_score`,
  `t0`.`postponed`
FROM `answer` AS `t0`

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2
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
        WHEN `t0`.`season` IS NULL
        THEN 'season is null'
        WHEN `t0`.`season` < 2015
        THEN 'season is below 2015'
        WHEN `t0`.`season` > 2100
        THEN 'season is above 2100'
        WHEN `t0`.`season_type` IS NULL
        THEN 'season_type is null'
        WHEN NOT (
          `t0`.`season_type` IN ('Regular Season', 'NBA Cup Final', 'Play-In', 'Playoffs')
        )
        THEN 'season_type is not one of Regular Season, NBA Cup Final, Play-In, Playoffs'
        WHEN `t0`.`home_team` IS NULL
        THEN 'home_team is null'
        WHEN `t0`.`away_team` IS NULL
        THEN 'away_team is null'
        WHEN `t0`.`status` IS NULL
        THEN 'status is null'
        WHEN NOT (
          `t0`.`status` IN ('UPCOMING', 'IN_PROGRESS', 'FINAL')
        )
        THEN 'status is not one of UPCOMING, IN_PROGRESS, FINAL'
        WHEN `t0`.`home_score` < 0
        THEN 'home_score is below 0'
        WHEN `t0`.`home_score` > 250
        THEN 'home_score is above 250'
        WHEN `t0`.`away_score` < 0
        THEN 'away_score is below 0'
        WHEN `t0`.`away_score` > 250
        THEN 'away_score is above 250'
        WHEN `t0`.`postponed` IS NULL
        THEN 'postponed is null'
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
            CAST(LENGTH(`t0`.`game_id`) AS STRING),
            `t0`.`game_id`,
            CAST(`t0`.`season` AS STRING),
            `t0`.`season_type`,
            COALESCE(CAST(CAST(UNIX_SECONDS(`t0`.`tipoff_at`) AS INT64) AS STRING), '~'),
            CAST(LENGTH(`t0`.`home_team`) AS STRING),
            `t0`.`home_team`,
            CAST(LENGTH(`t0`.`away_team`) AS STRING),
            `t0`.`away_team`,
            `t0`.`status`,
            COALESCE(CAST(`t0`.`home_score` AS STRING), '~'),
            COALESCE(CAST(`t0`.`away_score` AS STRING), '~'),
            CAST(CAST(`t0`.`postponed` AS INT64) AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
