-- rows
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`,
  `t0`.`team`,
  `t0`.`player_id`,
  `t0`.`restricted_area_fga` + 0 + `t0`.`paint_non_ra_fga` AS `paint_fga`,
  `t0`.`restricted_area_fgm` + 0 + `t0`.`paint_non_ra_fgm` AS `paint_fgm`,
  `t0`.`mid_range_fga` + 0 AS `mid_range_fga`,
  `t0`.`mid_range_fgm` + 0 AS `mid_range_fgm`,
  `t0`.`above_break_3_fga` + 0 + `t0`.`left_corner_3_fga` + `t0`.`right_corner_3_fga` AS `three_fga`,
  `t0`.`above_break_3_fgm` + 0 + `t0`.`left_corner_3_fgm` + `t0`.`right_corner_3_fgm` AS `three_fgm`,
  `t0`.`backcourt_fga` + 0 AS `backcourt_fga`,
  `t0`.`backcourt_fgm` + 0 AS `backcourt_fgm`
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
    `t0`.`player_id`,
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
        WHEN `t0`.`team` IS NULL
        THEN 'team is null'
        WHEN `t0`.`player_id` IS NULL
        THEN 'player_id is null'
        WHEN `t0`.`player_id` < 1
        THEN 'player_id is below 1'
        WHEN `t0`.`paint_fga` IS NULL
        THEN 'paint_fga is null'
        WHEN `t0`.`paint_fga` < 0
        THEN 'paint_fga is below 0'
        WHEN `t0`.`paint_fga` > 80
        THEN 'paint_fga is above 80'
        WHEN `t0`.`paint_fgm` IS NULL
        THEN 'paint_fgm is null'
        WHEN `t0`.`paint_fgm` < 0
        THEN 'paint_fgm is below 0'
        WHEN `t0`.`paint_fgm` > 80
        THEN 'paint_fgm is above 80'
        WHEN `t0`.`mid_range_fga` IS NULL
        THEN 'mid_range_fga is null'
        WHEN `t0`.`mid_range_fga` < 0
        THEN 'mid_range_fga is below 0'
        WHEN `t0`.`mid_range_fga` > 80
        THEN 'mid_range_fga is above 80'
        WHEN `t0`.`mid_range_fgm` IS NULL
        THEN 'mid_range_fgm is null'
        WHEN `t0`.`mid_range_fgm` < 0
        THEN 'mid_range_fgm is below 0'
        WHEN `t0`.`mid_range_fgm` > 80
        THEN 'mid_range_fgm is above 80'
        WHEN `t0`.`three_fga` IS NULL
        THEN 'three_fga is null'
        WHEN `t0`.`three_fga` < 0
        THEN 'three_fga is below 0'
        WHEN `t0`.`three_fga` > 80
        THEN 'three_fga is above 80'
        WHEN `t0`.`three_fgm` IS NULL
        THEN 'three_fgm is null'
        WHEN `t0`.`three_fgm` < 0
        THEN 'three_fgm is below 0'
        WHEN `t0`.`three_fgm` > 80
        THEN 'three_fgm is above 80'
        WHEN `t0`.`backcourt_fga` IS NULL
        THEN 'backcourt_fga is null'
        WHEN `t0`.`backcourt_fga` < 0
        THEN 'backcourt_fga is below 0'
        WHEN `t0`.`backcourt_fga` > 80
        THEN 'backcourt_fga is above 80'
        WHEN `t0`.`backcourt_fgm` IS NULL
        THEN 'backcourt_fgm is null'
        WHEN `t0`.`backcourt_fgm` < 0
        THEN 'backcourt_fgm is below 0'
        WHEN `t0`.`backcourt_fgm` > 80
        THEN 'backcourt_fgm is above 80'
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
            CAST(LENGTH(`t0`.`team`) AS STRING),
            `t0`.`team`,
            CAST(`t0`.`player_id` AS STRING),
            CAST(`t0`.`paint_fga` AS STRING),
            CAST(`t0`.`paint_fgm` AS STRING),
            CAST(`t0`.`mid_range_fga` AS STRING),
            CAST(`t0`.`mid_range_fgm` AS STRING),
            CAST(`t0`.`three_fga` AS STRING),
            CAST(`t0`.`three_fgm` AS STRING),
            CAST(`t0`.`backcourt_fga` AS STRING),
            CAST(`t0`.`backcourt_fgm` AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
