-- rows
SELECT
  `t8`.`game_date`,
  `t8`.`game_id`,
  `t8`.`team`,
  `t8`.`player_name`,
  `t8`.`player_lookup`,
  CAST(ROUND(`t8`.`minutes`, 4) AS FLOAT64) AS `minutes`,
  `t8`.`points`
FROM (
  SELECT
    `t2`.`game_date`,
    `t2`.`team`,
    `t2`.`opponent`,
    `t2`.`player_name`,
    `t2`.`player_lookup`,
    `t2`.`minutes`,
    `t2`.`points`,
    `t7`.`game_date` AS `side_game_date`,
    `t7`.`team` AS `side_team`,
    `t7`.`opponent` AS `side_opponent`,
    `t7`.`game_id`
  FROM `answer` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t5`.`game_date`,
      `t5`.`team`,
      `t5`.`opponent`,
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
    ON `t2`.`game_date` = `t7`.`game_date`
    AND `t2`.`team` = `t7`.`team`
    AND `t2`.`opponent` = `t7`.`opponent`
) AS `t8`
WHERE
  `t8`.`game_id` IS NOT NULL

-- set_aside
SELECT
  `t8`.`game_date`,
  `t8`.`game_id`,
  CONCAT(CONCAT(`t8`.`player_name`, ' of '), `t8`.`team`) AS `item`,
  'the schedule has no game of these teams on this day' AS `reason`
FROM (
  SELECT
    `t2`.`game_date`,
    `t2`.`team`,
    `t2`.`opponent`,
    `t2`.`player_name`,
    `t2`.`player_lookup`,
    `t2`.`minutes`,
    `t2`.`points`,
    `t7`.`game_date` AS `side_game_date`,
    `t7`.`team` AS `side_team`,
    `t7`.`opponent` AS `side_opponent`,
    `t7`.`game_id`
  FROM `answer` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t5`.`game_date`,
      `t5`.`team`,
      `t5`.`opponent`,
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
    ON `t2`.`game_date` = `t7`.`game_date`
    AND `t2`.`team` = `t7`.`team`
    AND `t2`.`opponent` = `t7`.`opponent`
) AS `t8`
WHERE
  `t8`.`game_id` IS NULL

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`team`,
    `t0`.`player_name`,
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
        WHEN `t0`.`game_id` IS NULL
        THEN 'game_id is null'
        WHEN `t0`.`team` IS NULL
        THEN 'team is null'
        WHEN `t0`.`player_name` IS NULL
        THEN 'player_name is null'
        WHEN `t0`.`player_lookup` IS NULL
        THEN 'player_lookup is null'
        WHEN IS_NAN(`t0`.`minutes`) OR IS_INF(`t0`.`minutes`)
        THEN 'minutes is not a number'
        WHEN `t0`.`minutes` < 0
        THEN 'minutes is below 0'
        WHEN `t0`.`minutes` > 75
        THEN 'minutes is above 75'
        WHEN `t0`.`points` < 0
        THEN 'points is below 0'
        WHEN `t0`.`points` > 100
        THEN 'points is above 100'
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
  `t0`.`team`,
  `t0`.`player_name`,
  `t0`.`player_lookup`,
  CASE
    WHEN ABS(`t0`.`minutes`) < 900719925474.0992
    THEN `t0`.`minutes`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes`,
  `t0`.`points`
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
            CAST(LENGTH(`t0`.`team`) AS STRING),
            `t0`.`team`,
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            CAST(LENGTH(`t0`.`player_lookup`) AS STRING),
            `t0`.`player_lookup`,
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`points` AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
