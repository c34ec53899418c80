-- rows
SELECT
  `t13`.`game_date`,
  `t13`.`game_id`,
  `t13`.`team`,
  `t13`.`opponent`,
  `t13`.`is_home`,
  `t13`.`season`,
  `t13`.`season_type`,
  `t13`.`won`,
  `t13`.`points`,
  `t13`.`fgm`,
  `t13`.`fga`,
  `t13`.`fg3m`,
  `t13`.`fg3a`,
  `t13`.`ftm`,
  `t13`.`fta`,
  `t13`.`oreb`,
  `t13`.`dreb`,
  `t13`.`turnovers`,
  `t13`.`overtime_periods`,
  CAST(ROUND(`t13`.`minutes`, 4) AS FLOAT64) AS `minutes`,
  CAST(ROUND(`t13`.`possessions`, 4) AS FLOAT64) AS `possessions`,
  CAST(ROUND(
    ieee_divide(`t13`.`possessions`, NULLIF(ieee_divide(`t13`.`minutes`, 5), 0)) * 48,
    4
  ) AS FLOAT64) AS `pace`,
  CAST(ROUND(ieee_divide(`t13`.`points`, NULLIF(`t13`.`possessions`, 0)) * 100, 4) AS FLOAT64) AS `offensive_rating`,
  CAST(ROUND(
    ieee_divide(`t13`.`points`, NULLIF((
      `t13`.`fga` + (
        `t13`.`fta` * 0.44
      )
    ) * 2, 0)),
    4
  ) AS FLOAT64) AS `ts_pct`,
  CAST(ROUND(ieee_divide(`t13`.`fgm` + (
    `t13`.`fg3m` * 0.5
  ), NULLIF(`t13`.`fga`, 0)), 4) AS FLOAT64) AS `efg_pct`
FROM (
  SELECT
    `t12`.`game_date`,
    `t12`.`game_id`,
    `t12`.`team`,
    `t12`.`opponent`,
    `t12`.`is_home`,
    `t12`.`points`,
    `t12`.`fgm`,
    `t12`.`fga`,
    `t12`.`fg3m`,
    `t12`.`fg3a`,
    `t12`.`ftm`,
    `t12`.`fta`,
    `t12`.`oreb`,
    `t12`.`dreb`,
    `t12`.`rebounds`,
    `t12`.`assists`,
    `t12`.`steals`,
    `t12`.`blocks`,
    `t12`.`turnovers`,
    `t12`.`fouls`,
    `t12`.`turnovers_with_team`,
    `t12`.`plus_minus`,
    `t12`.`opponent_points`,
    `t12`.`won`,
    `t12`.`other_game_id`,
    `t12`.`other_opponent`,
    `t12`.`opponent_fgm`,
    `t12`.`opponent_fga`,
    `t12`.`opponent_fg3m`,
    `t12`.`opponent_fg3a`,
    `t12`.`opponent_ftm`,
    `t12`.`opponent_fta`,
    `t12`.`opponent_oreb`,
    `t12`.`opponent_dreb`,
    `t12`.`opponent_turnovers`,
    `t12`.`summed_game_id`,
    `t12`.`summed_team`,
    `t12`.`players_minutes`,
    `t12`.`overtime_periods`,
    `t12`.`possessions`,
    `t12`.`minutes`,
    `t6`.`game_id` AS `schedule_game_id`,
    `t6`.`season`,
    `t6`.`season_type`
  FROM (
    SELECT
      `t10`.`game_date`,
      `t10`.`game_id`,
      `t10`.`team`,
      `t10`.`opponent`,
      `t10`.`is_home`,
      `t10`.`points`,
      `t10`.`fgm`,
      `t10`.`fga`,
      `t10`.`fg3m`,
      `t10`.`fg3a`,
      `t10`.`ftm`,
      `t10`.`fta`,
      `t10`.`oreb`,
      `t10`.`dreb`,
      `t10`.`rebounds`,
      `t10`.`assists`,
      `t10`.`steals`,
      `t10`.`blocks`,
      `t10`.`turnovers`,
      `t10`.`fouls`,
      `t10`.`turnovers_with_team`,
      `t10`.`plus_minus`,
      `t10`.`opponent_points`,
      `t10`.`won`,
      `t10`.`other_game_id`,
      `t10`.`other_opponent`,
      `t10`.`opponent_fgm`,
      `t10`.`opponent_fga`,
      `t10`.`opponent_fg3m`,
      `t10`.`opponent_fg3a`,
      `t10`.`opponent_ftm`,
      `t10`.`opponent_fta`,
      `t10`.`opponent_oreb`,
      `t10`.`opponent_dreb`,
      `t10`.`opponent_turnovers`,
      `t10`.`summed_game_id`,
      `t10`.`summed_team`,
      `t10`.`players_minutes`,
      CAST(ROUND(ieee_divide(`t10`.`players_minutes` - 240, 25), 0) AS INT64) AS `overtime_periods`,
      (
        (
          (
            `t10`.`fga` + (
              `t10`.`fta` * 0.4
            )
          ) - (
            ieee_divide(`t10`.`oreb`, NULLIF(`t10`.`oreb` + `t10`.`opponent_dreb`, 0)) * 1.07 * (
              `t10`.`fga` - `t10`.`fgm`
            )
          )
        ) + `t10`.`turnovers` + (
          (
            (
              `t10`.`opponent_fga` + (
                `t10`.`opponent_fta` * 0.4
              )
            ) - (
              ieee_divide(`t10`.`opponent_oreb`, NULLIF(`t10`.`opponent_oreb` + `t10`.`dreb`, 0)) * 1.07 * (
                `t10`.`opponent_fga` - `t10`.`opponent_fgm`
              )
            )
          ) + `t10`.`opponent_turnovers`
        )
      ) * 0.5 AS `possessions`,
      CAST((
        CAST(ROUND(ieee_divide(`t10`.`players_minutes` - 240, 25), 0) AS INT64) * 25
      ) + 240 AS FLOAT64) AS `minutes`
    FROM (
      SELECT
        `t3`.`game_date`,
        `t3`.`game_id`,
        `t3`.`team`,
        `t3`.`opponent`,
        `t3`.`is_home`,
        `t3`.`points`,
        `t3`.`fgm`,
        `t3`.`fga`,
        `t3`.`fg3m`,
        `t3`.`fg3a`,
        `t3`.`ftm`,
        `t3`.`fta`,
        `t3`.`oreb`,
        `t3`.`dreb`,
        `t3`.`rebounds`,
        `t3`.`assists`,
        `t3`.`steals`,
        `t3`.`blocks`,
        `t3`.`turnovers`,
        `t3`.`fouls`,
        `t3`.`turnovers_with_team`,
        `t3`.`plus_minus`,
        `t3`.`opponent_points`,
        `t3`.`won`,
        `t7`.`game_id` AS `other_game_id`,
        `t7`.`opponent` AS `other_opponent`,
        `t7`.`opponent_fgm`,
        `t7`.`opponent_fga`,
        `t7`.`opponent_fg3m`,
        `t7`.`opponent_fg3a`,
        `t7`.`opponent_ftm`,
        `t7`.`opponent_fta`,
        `t7`.`opponent_oreb`,
        `t7`.`opponent_dreb`,
        `t7`.`opponent_turnovers`,
        `t9`.`game_id` AS `summed_game_id`,
        `t9`.`team` AS `summed_team`,
        `t9`.`players_minutes`
      FROM `team_boxscores` AS `t3`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`game_id`,
          `t1`.`team` AS `opponent`,
          `t1`.`fgm` AS `opponent_fgm`,
          `t1`.`fga` AS `opponent_fga`,
          `t1`.`fg3m` AS `opponent_fg3m`,
          `t1`.`fg3a` AS `opponent_fg3a`,
          `t1`.`ftm` AS `opponent_ftm`,
          `t1`.`fta` AS `opponent_fta`,
          `t1`.`oreb` AS `opponent_oreb`,
          `t1`.`dreb` AS `opponent_dreb`,
          `t1`.`turnovers` AS `opponent_turnovers`
        FROM `team_boxscores` AS `t1`
      ) AS `t7`
        ON `t3`.`game_id` = `t7`.`game_id` AND `t3`.`opponent` = `t7`.`opponent`
      LEFT OUTER JOIN (
        SELECT
          `t2`.`game_id`,
          `t2`.`team`,
          SUM(`t2`.`minutes`) AS `players_minutes`
        FROM `player_boxscores` AS `t2`
        GROUP BY
          1,
          2
      ) AS `t9`
        ON `t3`.`game_id` = `t9`.`game_id` AND `t3`.`team` = `t9`.`team`
    ) AS `t10`
  ) AS `t12`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_id`,
      `t0`.`season`,
      `t0`.`season_type`
    FROM `schedule` AS `t0`
  ) AS `t6`
    ON `t12`.`game_id` = `t6`.`game_id`
) AS `t13`

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
        WHEN `t0`.`won` IS NULL
        THEN 'won is null'
        WHEN `t0`.`points` IS NULL
        THEN 'points is null'
        WHEN `t0`.`points` < 40
        THEN 'points is below 40'
        WHEN `t0`.`points` > 250
        THEN 'points is above 250'
        WHEN `t0`.`fgm` IS NULL
        THEN 'fgm is null'
        WHEN `t0`.`fgm` < 10
        THEN 'fgm is below 10'
        WHEN `t0`.`fgm` > 80
        THEN 'fgm is above 80'
        WHEN `t0`.`fga` IS NULL
        THEN 'fga is null'
        WHEN `t0`.`fga` < 45
        THEN 'fga is below 45'
        WHEN `t0`.`fga` > 150
        THEN 'fga is above 150'
        WHEN `t0`.`fg3m` IS NULL
        THEN 'fg3m is null'
        WHEN `t0`.`fg3m` < 0
        THEN 'fg3m is below 0'
        WHEN `t0`.`fg3m` > 45
        THEN 'fg3m is above 45'
        WHEN `t0`.`fg3a` IS NULL
        THEN 'fg3a is null'
        WHEN `t0`.`fg3a` < 0
        THEN 'fg3a is below 0'
        WHEN `t0`.`fg3a` > 90
        THEN 'fg3a is above 90'
        WHEN `t0`.`ftm` IS NULL
        THEN 'ftm is null'
        WHEN `t0`.`ftm` < 0
        THEN 'ftm is below 0'
        WHEN `t0`.`ftm` > 70
        THEN 'ftm is above 70'
        WHEN `t0`.`fta` IS NULL
        THEN 'fta is null'
        WHEN `t0`.`fta` < 0
        THEN 'fta is below 0'
        WHEN `t0`.`fta` > 90
        THEN 'fta is above 90'
        WHEN `t0`.`oreb` IS NULL
        THEN 'oreb is null'
        WHEN `t0`.`oreb` < 0
        THEN 'oreb is below 0'
        WHEN `t0`.`oreb` > 45
        THEN 'oreb is above 45'
        WHEN `t0`.`dreb` IS NULL
        THEN 'dreb is null'
        WHEN `t0`.`dreb` < 8
        THEN 'dreb is below 8'
        WHEN `t0`.`dreb` > 75
        THEN 'dreb is above 75'
        WHEN `t0`.`turnovers` IS NULL
        THEN 'turnovers is null'
        WHEN `t0`.`turnovers` < 0
        THEN 'turnovers is below 0'
        WHEN `t0`.`turnovers` > 45
        THEN 'turnovers is above 45'
        WHEN `t0`.`overtime_periods` IS NULL
        THEN 'overtime_periods is null'
        WHEN `t0`.`overtime_periods` < 0
        THEN 'overtime_periods is below 0'
        WHEN `t0`.`overtime_periods` > 6
        THEN 'overtime_periods is above 6'
        WHEN `t0`.`minutes` IS NULL
        THEN 'minutes is null'
        WHEN IS_NAN(`t0`.`minutes`) OR IS_INF(`t0`.`minutes`)
        THEN 'minutes is not a number'
        WHEN `t0`.`minutes` < 240
        THEN 'minutes is below 240'
        WHEN `t0`.`minutes` > 390
        THEN 'minutes is above 390'
        WHEN `t0`.`possessions` IS NULL
        THEN 'possessions is null'
        WHEN IS_NAN(`t0`.`possessions`) OR IS_INF(`t0`.`possessions`)
        THEN 'possessions is not a number'
        WHEN `t0`.`possessions` < 60
        THEN 'possessions is below 60'
        WHEN `t0`.`possessions` > 170
        THEN 'possessions is above 170'
        WHEN `t0`.`pace` IS NULL
        THEN 'pace is null'
        WHEN IS_NAN(`t0`.`pace`) OR IS_INF(`t0`.`pace`)
        THEN 'pace is not a number'
        WHEN `t0`.`pace` < 65
        THEN 'pace is below 65'
        WHEN `t0`.`pace` > 140
        THEN 'pace is above 140'
        WHEN `t0`.`offensive_rating` IS NULL
        THEN 'offensive_rating is null'
        WHEN IS_NAN(`t0`.`offensive_rating`) OR IS_INF(`t0`.`offensive_rating`)
        THEN 'offensive_rating is not a number'
        WHEN `t0`.`offensive_rating` < 50
        THEN 'offensive_rating is below 50'
        WHEN `t0`.`offensive_rating` > 180
        THEN 'offensive_rating is above 180'
        WHEN `t0`.`ts_pct` IS NULL
        THEN 'ts_pct is null'
        WHEN IS_NAN(`t0`.`ts_pct`) OR IS_INF(`t0`.`ts_pct`)
        THEN 'ts_pct is not a number'
        WHEN `t0`.`ts_pct` < 0.2
        THEN 'ts_pct is below 0.2'
        WHEN `t0`.`ts_pct` > 0.95
        THEN 'ts_pct is above 0.95'
        WHEN `t0`.`efg_pct` IS NULL
        THEN 'efg_pct is null'
        WHEN IS_NAN(`t0`.`efg_pct`) OR IS_INF(`t0`.`efg_pct`)
        THEN 'efg_pct is not a number'
        WHEN `t0`.`efg_pct` < 0.2
        THEN 'efg_pct is below 0.2'
        WHEN `t0`.`efg_pct` > 0.95
        THEN 'efg_pct is above 0.95'
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
  `t0`.`won`,
  `t0`.`points`,
  `t0`.`fgm`,
  `t0`.`fga`,
  `t0`.`fg3m`,
  `t0`.`fg3a`,
  `t0`.`ftm`,
  `t0`.`fta`,
  `t0`.`oreb`,
  `t0`.`dreb`,
  `t0`.`turnovers`,
  `t0`.`overtime_periods`,
  CASE
    WHEN ABS(`t0`.`minutes`) < 900719925474.0992
    THEN `t0`.`minutes`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes`,
  CASE
    WHEN ABS(`t0`.`possessions`) < 900719925474.0992
    THEN `t0`.`possessions`
    ELSE CAST(NULL AS FLOAT64)
  END AS `possessions`,
  CASE
    WHEN ABS(`t0`.`pace`) < 900719925474.0992
    THEN `t0`.`pace`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pace`,
  CASE
    WHEN ABS(`t0`.`offensive_rating`) < 900719925474.0992
    THEN `t0`.`offensive_rating`
    ELSE CAST(NULL AS FLOAT64)
  END AS `offensive_rating`,
  CASE
    WHEN ABS(`t0`.`ts_pct`) < 900719925474.0992
    THEN `t0`.`ts_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `ts_pct`,
  CASE
    WHEN ABS(`t0`.`efg_pct`) < 900719925474.0992
    THEN `t0`.`efg_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `efg_pct`
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
            CAST(CAST(`t0`.`won` AS INT64) AS STRING),
            CAST(`t0`.`points` AS STRING),
            CAST(`t0`.`fgm` AS STRING),
            CAST(`t0`.`fga` AS STRING),
            CAST(`t0`.`fg3m` AS STRING),
            CAST(`t0`.`fg3a` AS STRING),
            CAST(`t0`.`ftm` AS STRING),
            CAST(`t0`.`fta` AS STRING),
            CAST(`t0`.`oreb` AS STRING),
            CAST(`t0`.`dreb` AS STRING),
            CAST(`t0`.`turnovers` AS STRING),
            CAST(`t0`.`overtime_periods` AS STRING),
            CAST(CAST(ROUND(`t0`.`minutes` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`possessions` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`pace` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`offensive_rating` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`ts_pct` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`efg_pct` * 10000, 0) AS INT64) AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
