-- rows
SELECT
  `t16`.`game_date`,
  `t16`.`game_id`,
  `t16`.`team`,
  `t16`.`opponent`,
  `t16`.`is_home`,
  `t16`.`season`,
  `t16`.`season_type`,
  `t16`.`opponent_points`,
  `t16`.`opponent_fgm`,
  `t16`.`opponent_fga`,
  `t16`.`opponent_fg3m`,
  `t16`.`opponent_fg3a`,
  `t16`.`opponent_ftm`,
  `t16`.`opponent_fta`,
  `t16`.`opponent_oreb`,
  `t16`.`opponent_dreb`,
  `t16`.`opponent_turnovers`,
  CAST(ROUND(`t16`.`possessions`, 4) AS FLOAT64) AS `opponent_possessions`,
  CAST(ROUND(ieee_divide(`t16`.`opponent_points`, NULLIF(`t16`.`possessions`, 0)) * 100, 4) AS FLOAT64) AS `defensive_rating`,
  CAST(ROUND(
    ieee_divide(
      `t16`.`opponent_points`,
      NULLIF((
        `t16`.`opponent_fga` + (
          `t16`.`opponent_fta` * 0.44
        )
      ) * 2, 0)
    ),
    4
  ) AS FLOAT64) AS `opponent_ts_pct`,
  CAST(ROUND(
    ieee_divide(
      `t16`.`opponent_fgm` + (
        `t16`.`opponent_fg3m` * 0.5
      ),
      NULLIF(`t16`.`opponent_fga`, 0)
    ),
    4
  ) AS FLOAT64) AS `opponent_efg_pct`,
  `t16`.`paint_fga_allowed`,
  `t16`.`paint_fgm_allowed`,
  `t16`.`mid_range_fga_allowed`,
  `t16`.`mid_range_fgm_allowed`,
  `t16`.`three_fga_allowed`,
  `t16`.`three_fgm_allowed`
FROM (
  SELECT
    `t15`.`game_date`,
    `t15`.`game_id`,
    `t15`.`team`,
    `t15`.`opponent`,
    `t15`.`is_home`,
    `t15`.`points`,
    `t15`.`fgm`,
    `t15`.`fga`,
    `t15`.`fg3m`,
    `t15`.`fg3a`,
    `t15`.`ftm`,
    `t15`.`fta`,
    `t15`.`oreb`,
    `t15`.`dreb`,
    `t15`.`rebounds`,
    `t15`.`assists`,
    `t15`.`steals`,
    `t15`.`blocks`,
    `t15`.`turnovers`,
    `t15`.`fouls`,
    `t15`.`turnovers_with_team`,
    `t15`.`plus_minus`,
    `t15`.`opponent_points`,
    `t15`.`won`,
    `t15`.`other_game_id`,
    `t15`.`other_opponent`,
    `t15`.`opponent_fgm`,
    `t15`.`opponent_fga`,
    `t15`.`opponent_fg3m`,
    `t15`.`opponent_fg3a`,
    `t15`.`opponent_ftm`,
    `t15`.`opponent_fta`,
    `t15`.`opponent_oreb`,
    `t15`.`opponent_dreb`,
    `t15`.`opponent_turnovers`,
    `t15`.`summed_game_id`,
    `t15`.`summed_team`,
    `t15`.`players_minutes`,
    `t15`.`overtime_periods`,
    `t15`.`possessions`,
    `t15`.`minutes`,
    `t7`.`game_id` AS `schedule_game_id`,
    `t7`.`season`,
    `t7`.`season_type`,
    `t11`.`game_id` AS `zone_game_id`,
    `t11`.`opponent` AS `zone_opponent`,
    `t11`.`paint_fga_allowed`,
    `t11`.`paint_fgm_allowed`,
    `t11`.`mid_range_fga_allowed`,
    `t11`.`mid_range_fgm_allowed`,
    `t11`.`three_fga_allowed`,
    `t11`.`three_fgm_allowed`
  FROM (
    SELECT
      `t13`.`game_date`,
      `t13`.`game_id`,
      `t13`.`team`,
      `t13`.`opponent`,
      `t13`.`is_home`,
      `t13`.`points`,
      `t13`.`fgm`,
      `t13`.`fga`,
      `t13`.`fg3m`,
      `t13`.`fg3a`,
      `t13`.`ftm`,
      `t13`.`fta`,
      `t13`.`oreb`,
      `t13`.`dreb`,
      `t13`.`rebounds`,
      `t13`.`assists`,
      `t13`.`steals`,
      `t13`.`blocks`,
      `t13`.`turnovers`,
      `t13`.`fouls`,
      `t13`.`turnovers_with_team`,
      `t13`.`plus_minus`,
      `t13`.`opponent_points`,
      `t13`.`won`,
      `t13`.`other_game_id`,
      `t13`.`other_opponent`,
      `t13`.`opponent_fgm`,
      `t13`.`opponent_fga`,
      `t13`.`opponent_fg3m`,
      `t13`.`opponent_fg3a`,
      `t13`.`opponent_ftm`,
      `t13`.`opponent_fta`,
      `t13`.`opponent_oreb`,
      `t13`.`opponent_dreb`,
      `t13`.`opponent_turnovers`,
      `t13`.`summed_game_id`,
      `t13`.`summed_team`,
      `t13`.`players_minutes`,
      CAST(ROUND(ieee_divide(`t13`.`players_minutes` - 240, 25), 0) AS INT64) AS `overtime_periods`,
      (
        (
          (
            `t13`.`fga` + (
              `t13`.`fta` * 0.4
            )
          ) - (
            ieee_divide(`t13`.`oreb`, NULLIF(`t13`.`oreb` + `t13`.`opponent_dreb`, 0)) * 1.07 * (
              `t13`.`fga` - `t13`.`fgm`
            )
          )
        ) + `t13`.`turnovers` + (
          (
            (
              `t13`.`opponent_fga` + (
                `t13`.`opponent_fta` * 0.4
              )
            ) - (
              ieee_divide(`t13`.`opponent_oreb`, NULLIF(`t13`.`opponent_oreb` + `t13`.`dreb`, 0)) * 1.07 * (
                `t13`.`opponent_fga` - `t13`.`opponent_fgm`
              )
            )
          ) + `t13`.`opponent_turnovers`
        )
      ) * 0.5 AS `possessions`,
      CAST((
        CAST(ROUND(ieee_divide(`t13`.`players_minutes` - 240, 25), 0) AS INT64) * 25
      ) + 240 AS FLOAT64) AS `minutes`
    FROM (
      SELECT
        `t4`.`game_date`,
        `t4`.`game_id`,
        `t4`.`team`,
        `t4`.`opponent`,
        `t4`.`is_home`,
        `t4`.`points`,
        `t4`.`fgm`,
        `t4`.`fga`,
        `t4`.`fg3m`,
        `t4`.`fg3a`,
        `t4`.`ftm`,
        `t4`.`fta`,
        `t4`.`oreb`,
        `t4`.`dreb`,
        `t4`.`rebounds`,
        `t4`.`assists`,
        `t4`.`steals`,
        `t4`.`blocks`,
        `t4`.`turnovers`,
        `t4`.`fouls`,
        `t4`.`turnovers_with_team`,
        `t4`.`plus_minus`,
        `t4`.`opponent_points`,
        `t4`.`won`,
        `t9`.`game_id` AS `other_game_id`,
        `t9`.`opponent` AS `other_opponent`,
        `t9`.`opponent_fgm`,
        `t9`.`opponent_fga`,
        `t9`.`opponent_fg3m`,
        `t9`.`opponent_fg3a`,
        `t9`.`opponent_ftm`,
        `t9`.`opponent_fta`,
        `t9`.`opponent_oreb`,
        `t9`.`opponent_dreb`,
        `t9`.`opponent_turnovers`,
        `t12`.`game_id` AS `summed_game_id`,
        `t12`.`team` AS `summed_team`,
        `t12`.`players_minutes`
      FROM `team_boxscores` AS `t4`
      LEFT OUTER JOIN (
        SELECT
          `t2`.`game_id`,
          `t2`.`team` AS `opponent`,
          `t2`.`fgm` AS `opponent_fgm`,
          `t2`.`fga` AS `opponent_fga`,
          `t2`.`fg3m` AS `opponent_fg3m`,
          `t2`.`fg3a` AS `opponent_fg3a`,
          `t2`.`ftm` AS `opponent_ftm`,
          `t2`.`fta` AS `opponent_fta`,
          `t2`.`oreb` AS `opponent_oreb`,
          `t2`.`dreb` AS `opponent_dreb`,
          `t2`.`turnovers` AS `opponent_turnovers`
        FROM `team_boxscores` AS `t2`
      ) AS `t9`
        ON `t4`.`game_id` = `t9`.`game_id` AND `t4`.`opponent` = `t9`.`opponent`
      LEFT OUTER JOIN (
        SELECT
          `t3`.`game_id`,
          `t3`.`team`,
          SUM(`t3`.`minutes`) AS `players_minutes`
        FROM `player_boxscores` AS `t3`
        GROUP BY
          1,
          2
      ) AS `t12`
        ON `t4`.`game_id` = `t12`.`game_id` AND `t4`.`team` = `t12`.`team`
    ) AS `t13`
  ) AS `t15`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id`,
      `t0`.`season`,
      `t0`.`season_type`
    FROM `schedule` AS `t0`
  ) AS `t7`
    ON `t15`.`game_id` = `t7`.`game_id`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_id`,
      `t1`.`team` AS `opponent`,
      SUM(`t1`.`paint_fga`) AS `paint_fga_allowed`,
      SUM(`t1`.`paint_fgm`) AS `paint_fgm_allowed`,
      SUM(`t1`.`mid_range_fga`) AS `mid_range_fga_allowed`,
      SUM(`t1`.`mid_range_fgm`) AS `mid_range_fgm_allowed`,
      SUM(`t1`.`three_fga`) AS `three_fga_allowed`,
      SUM(`t1`.`three_fgm`) AS `three_fgm_allowed`
    FROM `shot_zones` AS `t1`
    GROUP BY
      1,
      2
  ) AS `t11`
    ON `t15`.`game_id` = `t11`.`game_id` AND `t15`.`opponent` = `t11`.`opponent`
) AS `t16`

-- expected_games
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `schedule` AS `t0`
WHERE
  NOT (
    `t0`.`postponed`
  )

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
        WHEN `t0`.`opponent` IS NULL
        THEN 'opponent is null'
        WHEN `t0`.`is_home` IS NULL
        THEN 'is_home is null'
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
        WHEN `t0`.`opponent_points` IS NULL
        THEN 'opponent_points is null'
        WHEN `t0`.`opponent_points` < 40
        THEN 'opponent_points is below 40'
        WHEN `t0`.`opponent_points` > 250
        THEN 'opponent_points is above 250'
        WHEN `t0`.`opponent_fgm` IS NULL
        THEN 'opponent_fgm is null'
        WHEN `t0`.`opponent_fgm` < 10
        THEN 'opponent_fgm is below 10'
        WHEN `t0`.`opponent_fgm` > 80
        THEN 'opponent_fgm is above 80'
        WHEN `t0`.`opponent_fga` IS NULL
        THEN 'opponent_fga is null'
        WHEN `t0`.`opponent_fga` < 45
        THEN 'opponent_fga is below 45'
        WHEN `t0`.`opponent_fga` > 150
        THEN 'opponent_fga is above 150'
        WHEN `t0`.`opponent_fg3m` IS NULL
        THEN 'opponent_fg3m is null'
        WHEN `t0`.`opponent_fg3m` < 0
        THEN 'opponent_fg3m is below 0'
        WHEN `t0`.`opponent_fg3m` > 45
        THEN 'opponent_fg3m is above 45'
        WHEN `t0`.`opponent_fg3a` IS NULL
        THEN 'opponent_fg3a is null'
        WHEN `t0`.`opponent_fg3a` < 0
        THEN 'opponent_fg3a is below 0'
        WHEN `t0`.`opponent_fg3a` > 90
        THEN 'opponent_fg3a is above 90'
        WHEN `t0`.`opponent_ftm` IS NULL
        THEN 'opponent_ftm is null'
        WHEN `t0`.`opponent_ftm` < 0
        THEN 'opponent_ftm is below 0'
        WHEN `t0`.`opponent_ftm` > 70
        THEN 'opponent_ftm is above 70'
        WHEN `t0`.`opponent_fta` IS NULL
        THEN 'opponent_fta is null'
        WHEN `t0`.`opponent_fta` < 0
        THEN 'opponent_fta is below 0'
        WHEN `t0`.`opponent_fta` > 90
        THEN 'opponent_fta is above 90'
        WHEN `t0`.`opponent_oreb` IS NULL
        THEN 'opponent_oreb is null'
        WHEN `t0`.`opponent_oreb` < 0
        THEN 'opponent_oreb is below 0'
        WHEN `t0`.`opponent_oreb` > 45
        THEN 'opponent_oreb is above 45'
        WHEN `t0`.`opponent_dreb` IS NULL
        THEN 'opponent_dreb is null'
        WHEN `t0`.`opponent_dreb` < 8
        THEN 'opponent_dreb is below 8'
        WHEN `t0`.`opponent_dreb` > 75
        THEN 'opponent_dreb is above 75'
        WHEN `t0`.`opponent_turnovers` IS NULL
        THEN 'opponent_turnovers is null'
        WHEN `t0`.`opponent_turnovers` < 0
        THEN 'opponent_turnovers is below 0'
        WHEN `t0`.`opponent_turnovers` > 45
        THEN 'opponent_turnovers is above 45'
        WHEN `t0`.`opponent_possessions` IS NULL
        THEN 'opponent_possessions is null'
        WHEN IS_NAN(`t0`.`opponent_possessions`) OR IS_INF(`t0`.`opponent_possessions`)
        THEN 'opponent_possessions is not a number'
        WHEN `t0`.`opponent_possessions` < 60
        THEN 'opponent_possessions is below 60'
        WHEN `t0`.`opponent_possessions` > 170
        THEN 'opponent_possessions is above 170'
        WHEN `t0`.`defensive_rating` IS NULL
        THEN 'defensive_rating is null'
        WHEN IS_NAN(`t0`.`defensive_rating`) OR IS_INF(`t0`.`defensive_rating`)
        THEN 'defensive_rating is not a number'
        WHEN `t0`.`defensive_rating` < 50
        THEN 'defensive_rating is below 50'
        WHEN `t0`.`defensive_rating` > 180
        THEN 'defensive_rating is above 180'
        WHEN `t0`.`opponent_ts_pct` IS NULL
        THEN 'opponent_ts_pct is null'
        WHEN IS_NAN(`t0`.`opponent_ts_pct`) OR IS_INF(`t0`.`opponent_ts_pct`)
        THEN 'opponent_ts_pct is not a number'
        WHEN `t0`.`opponent_ts_pct` < 0.2
        THEN 'opponent_ts_pct is below 0.2'
        WHEN `t0`.`opponent_ts_pct` > 0.95
        THEN 'opponent_ts_pct is above 0.95'
        WHEN `t0`.`opponent_efg_pct` IS NULL
        THEN 'opponent_efg_pct is null'
        WHEN IS_NAN(`t0`.`opponent_efg_pct`) OR IS_INF(`t0`.`opponent_efg_pct`)
        THEN 'opponent_efg_pct is not a number'
        WHEN `t0`.`opponent_efg_pct` < 0.2
        THEN 'opponent_efg_pct is below 0.2'
        WHEN `t0`.`opponent_efg_pct` > 0.95
        THEN 'opponent_efg_pct is above 0.95'
        WHEN `t0`.`paint_fga_allowed` < 0
        THEN 'paint_fga_allowed is below 0'
        WHEN `t0`.`paint_fga_allowed` > 120
        THEN 'paint_fga_allowed is above 120'
        WHEN `t0`.`paint_fgm_allowed` < 0
        THEN 'paint_fgm_allowed is below 0'
        WHEN `t0`.`paint_fgm_allowed` > 120
        THEN 'paint_fgm_allowed is above 120'
        WHEN `t0`.`mid_range_fga_allowed` < 0
        THEN 'mid_range_fga_allowed is below 0'
        WHEN `t0`.`mid_range_fga_allowed` > 120
        THEN 'mid_range_fga_allowed is above 120'
        WHEN `t0`.`mid_range_fgm_allowed` < 0
        THEN 'mid_range_fgm_allowed is below 0'
        WHEN `t0`.`mid_range_fgm_allowed` > 120
        THEN 'mid_range_fgm_allowed is above 120'
        WHEN `t0`.`three_fga_allowed` < 0
        THEN 'three_fga_allowed is below 0'
        WHEN `t0`.`three_fga_allowed` > 120
        THEN 'three_fga_allowed is above 120'
        WHEN `t0`.`three_fgm_allowed` < 0
        THEN 'three_fgm_allowed is below 0'
        WHEN `t0`.`three_fgm_allowed` > 120
        THEN 'three_fgm_allowed is above 120'
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
  `t0`.`opponent`,
  `t0`.`is_home`,
  `t0`.`season`,
  `t0`.`season_type`,
  `t0`.`opponent_points`,
  `t0`.`opponent_fgm`,
  `t0`.`opponent_fga`,
  `t0`.`opponent_fg3m`,
  `t0`.`opponent_fg3a`,
  `t0`.`opponent_ftm`,
  `t0`.`opponent_fta`,
  `t0`.`opponent_oreb`,
  `t0`.`opponent_dreb`,
  `t0`.`opponent_turnovers`,
  CASE
    WHEN ABS(`t0`.`opponent_possessions`) < 900719925474.0992
    THEN `t0`.`opponent_possessions`
    ELSE CAST(NULL AS FLOAT64)
  END AS `opponent_possessions`,
  CASE
    WHEN ABS(`t0`.`defensive_rating`) < 900719925474.0992
    THEN `t0`.`defensive_rating`
    ELSE CAST(NULL AS FLOAT64)
  END AS `defensive_rating`,
  CASE
    WHEN ABS(`t0`.`opponent_ts_pct`) < 900719925474.0992
    THEN `t0`.`opponent_ts_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `opponent_ts_pct`,
  CASE
    WHEN ABS(`t0`.`opponent_efg_pct`) < 900719925474.0992
    THEN `t0`.`opponent_efg_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `opponent_efg_pct`,
  `t0`.`paint_fga_allowed`,
  `t0`.`paint_fgm_allowed`,
  `t0`.`mid_range_fga_allowed`,
  `t0`.`mid_range_fgm_allowed`,
  `t0`.`three_fga_allowed`,
  `t0`.`three_fgm_allowed`
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
            CAST(LENGTH(`t0`.`opponent`) AS STRING),
            `t0`.`opponent`,
            CAST(CAST(`t0`.`is_home` AS INT64) AS STRING),
            CAST(`t0`.`season` AS STRING),
            `t0`.`season_type`,
            CAST(`t0`.`opponent_points` AS STRING),
            CAST(`t0`.`opponent_fgm` AS STRING),
            CAST(`t0`.`opponent_fga` AS STRING),
            CAST(`t0`.`opponent_fg3m` AS STRING),
            CAST(`t0`.`opponent_fg3a` AS STRING),
            CAST(`t0`.`opponent_ftm` AS STRING),
            CAST(`t0`.`opponent_fta` AS STRING),
            CAST(`t0`.`opponent_oreb` AS STRING),
            CAST(`t0`.`opponent_dreb` AS STRING),
            CAST(`t0`.`opponent_turnovers` AS STRING),
            CAST(CAST(ROUND(`t0`.`opponent_possessions` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`defensive_rating` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`opponent_ts_pct` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`opponent_efg_pct` * 10000, 0) AS INT64) AS STRING),
            COALESCE(CAST(`t0`.`paint_fga_allowed` AS STRING), '~'),
            COALESCE(CAST(`t0`.`paint_fgm_allowed` AS STRING), '~'),
            COALESCE(CAST(`t0`.`mid_range_fga_allowed` AS STRING), '~'),
            COALESCE(CAST(`t0`.`mid_range_fgm_allowed` AS STRING), '~'),
            COALESCE(CAST(`t0`.`three_fga_allowed` AS STRING), '~'),
            COALESCE(CAST(`t0`.`three_fgm_allowed` AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
