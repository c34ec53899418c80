-- rows
SELECT
  `t16`.`game_date`,
  `t16`.`team`,
  `t16`.`last_game_date`,
  `t16`.`games`,
  `t16`.`games_with_zones`,
  CAST(ROUND(`t16`.`defensive_rating`, 4) AS FLOAT64) AS `defensive_rating`,
  CAST(ROUND(`t16`.`pace`, 4) AS FLOAT64) AS `pace`,
  CAST(ROUND(`t16`.`league_pace`, 4) AS FLOAT64) AS `league_pace`,
  CAST(ROUND(`t16`.`paint_fga_per_100`, 4) AS FLOAT64) AS `paint_fga_per_100`,
  CAST(ROUND(`t16`.`paint_points_per_100`, 4) AS FLOAT64) AS `paint_points_per_100`,
  CAST(ROUND(`t16`.`paint_fg_pct`, 4) AS FLOAT64) AS `paint_fg_pct`,
  CAST(ROUND(`t16`.`paint_fg_pct_vs_league`, 4) AS FLOAT64) AS `paint_fg_pct_vs_league`,
  CAST(ROUND(`t16`.`mid_range_fga_per_100`, 4) AS FLOAT64) AS `mid_range_fga_per_100`,
  CAST(ROUND(`t16`.`mid_range_points_per_100`, 4) AS FLOAT64) AS `mid_range_points_per_100`,
  CAST(ROUND(`t16`.`mid_range_fg_pct`, 4) AS FLOAT64) AS `mid_range_fg_pct`,
  CAST(ROUND(`t16`.`mid_range_fg_pct_vs_league`, 4) AS FLOAT64) AS `mid_range_fg_pct_vs_league`,
  CAST(ROUND(`t16`.`three_fga_per_100`, 4) AS FLOAT64) AS `three_fga_per_100`,
  CAST(ROUND(`t16`.`three_points_per_100`, 4) AS FLOAT64) AS `three_points_per_100`,
  CAST(ROUND(`t16`.`three_fg_pct`, 4) AS FLOAT64) AS `three_fg_pct`,
  CAST(ROUND(`t16`.`three_fg_pct_vs_league`, 4) AS FLOAT64) AS `three_fg_pct_vs_league`
FROM (
  SELECT
    `t15`.`game_date`,
    `t15`.`team`,
    `t15`.`games`,
    `t15`.`games_with_zones`,
    `t15`.`defensive_rating`,
    `t15`.`pace`,
    `t15`.`state_date` AS `last_game_date`,
    ieee_divide(
      CAST(ROUND(
        ieee_divide(
          SUM(CAST(ROUND(`t15`.`pace` * 10000, 0) AS INT64)) OVER (
            PARTITION BY `t15`.`game_date`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          NULLIF(
            COUNT(`t15`.`pace`) OVER (
              PARTITION BY `t15`.`game_date`
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ),
            0
          )
        ),
        0
      ) AS INT64),
      10000
    ) AS `league_pace`,
    ieee_divide(`t15`.`paint_fga`, NULLIF(`t15`.`zone_possessions`, 0)) * 100 AS `paint_fga_per_100`,
    ieee_divide(`t15`.`paint_fgm` * 2, NULLIF(`t15`.`zone_possessions`, 0)) * 100 AS `paint_points_per_100`,
    ieee_divide(`t15`.`paint_fgm`, NULLIF(`t15`.`paint_fga`, 0)) * 100 AS `paint_fg_pct`,
    (
      ieee_divide(`t15`.`paint_fgm`, NULLIF(`t15`.`paint_fga`, 0)) * 100
    ) - (
      ieee_divide(
        SUM(`t15`.`paint_fgm`) OVER (
          PARTITION BY `t15`.`game_date`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ),
        NULLIF(
          SUM(`t15`.`paint_fga`) OVER (
            PARTITION BY `t15`.`game_date`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          0
        )
      ) * 100
    ) AS `paint_fg_pct_vs_league`,
    ieee_divide(`t15`.`mid_range_fga`, NULLIF(`t15`.`zone_possessions`, 0)) * 100 AS `mid_range_fga_per_100`,
    ieee_divide(`t15`.`mid_range_fgm` * 2, NULLIF(`t15`.`zone_possessions`, 0)) * 100 AS `mid_range_points_per_100`,
    ieee_divide(`t15`.`mid_range_fgm`, NULLIF(`t15`.`mid_range_fga`, 0)) * 100 AS `mid_range_fg_pct`,
    (
      ieee_divide(`t15`.`mid_range_fgm`, NULLIF(`t15`.`mid_range_fga`, 0)) * 100
    ) - (
      ieee_divide(
        SUM(`t15`.`mid_range_fgm`) OVER (
          PARTITION BY `t15`.`game_date`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ),
        NULLIF(
          SUM(`t15`.`mid_range_fga`) OVER (
            PARTITION BY `t15`.`game_date`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          0
        )
      ) * 100
    ) AS `mid_range_fg_pct_vs_league`,
    ieee_divide(`t15`.`three_fga`, NULLIF(`t15`.`zone_possessions`, 0)) * 100 AS `three_fga_per_100`,
    ieee_divide(`t15`.`three_fgm` * 3, NULLIF(`t15`.`zone_possessions`, 0)) * 100 AS `three_points_per_100`,
    ieee_divide(`t15`.`three_fgm`, NULLIF(`t15`.`three_fga`, 0)) * 100 AS `three_fg_pct`,
    (
      ieee_divide(`t15`.`three_fgm`, NULLIF(`t15`.`three_fga`, 0)) * 100
    ) - (
      ieee_divide(
        SUM(`t15`.`three_fgm`) OVER (
          PARTITION BY `t15`.`game_date`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ),
        NULLIF(
          SUM(`t15`.`three_fga`) OVER (
            PARTITION BY `t15`.`game_date`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ),
          0
        )
      ) * 100
    ) AS `three_fg_pct_vs_league`
  FROM (
    SELECT
      `t14`.`game_date`,
      `t14`.`team`,
      `t14`.`games`,
      `t14`.`games_with_zones`,
      `t14`.`defensive_rating`,
      `t14`.`pace`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`zone_possessions`, NULL) AS `zone_possessions`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`paint_fga`, NULL) AS `paint_fga`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`paint_fgm`, NULL) AS `paint_fgm`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`mid_range_fga`, NULL) AS `mid_range_fga`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`mid_range_fgm`, NULL) AS `mid_range_fgm`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`three_fga`, NULL) AS `three_fga`,
      IF((
        `t14`.`games_with_zones` * 2
      ) >= `t14`.`games`, `t14`.`three_fgm`, NULL) AS `three_fgm`,
      `t14`.`state_date`
    FROM (
      SELECT
        `t13`.*
        EXCEPT (`state_team`, `state_until`)
      FROM (
        SELECT
          `t7`.`game_date`,
          `t8`.`team`,
          `t12`.`team` AS `state_team`,
          `t12`.`games`,
          `t12`.`games_with_zones`,
          `t12`.`defensive_rating`,
          `t12`.`pace`,
          `t12`.`zone_possessions`,
          `t12`.`paint_fga`,
          `t12`.`paint_fgm`,
          `t12`.`mid_range_fga`,
          `t12`.`mid_range_fgm`,
          `t12`.`three_fga`,
          `t12`.`three_fgm`,
          `t12`.`state_date`,
          `t12`.`state_until`
        FROM (
          SELECT DISTINCT
            `t0`.`game_date`
          FROM `schedule` AS `t0`
        ) AS `t7`
        CROSS JOIN (
          SELECT DISTINCT
            `t1`.`team`
          FROM `team_defense_game_summary` AS `t1`
        ) AS `t8`
        LEFT OUTER JOIN (
          SELECT
            `t10`.`team`,
            `t10`.`games`,
            `t10`.`games_with_zones`,
            `t10`.`defensive_rating`,
            `t10`.`pace`,
            `t10`.`zone_possessions`,
            `t10`.`paint_fga`,
            `t10`.`paint_fgm`,
            `t10`.`mid_range_fga`,
            `t10`.`mid_range_fgm`,
            `t10`.`three_fga`,
            `t10`.`three_fgm`,
            `t10`.`game_date` AS `state_date`,
            COALESCE(
              LEAD(`t10`.`game_date`) OVER (PARTITION BY `t10`.`team` ORDER BY `t10`.`game_date` ASC),
              DATE(9999, 12, 31)
            ) AS `state_until`
          FROM (
            SELECT
              `t3`.`game_date`,
              `t3`.`team`,
              COUNT(`t9`.`pace`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `games`,
              COUNT(`t3`.`paint_fga_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `games_with_zones`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(CAST(ROUND(`t3`.`defensive_rating` * 10000, 0) AS INT64)) OVER (
                      PARTITION BY `t3`.`team`
                      ORDER BY `t3`.`game_date` ASC
                      ROWS BETWEEN 14 preceding AND CURRENT ROW
                    ),
                    NULLIF(
                      COUNT(`t3`.`defensive_rating`) OVER (
                        PARTITION BY `t3`.`team`
                        ORDER BY `t3`.`game_date` ASC
                        ROWS BETWEEN 14 preceding AND CURRENT ROW
                      ),
                      0
                    )
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `defensive_rating`,
              ieee_divide(
                CAST(ROUND(
                  ieee_divide(
                    SUM(CAST(ROUND(`t9`.`pace` * 10000, 0) AS INT64)) OVER (
                      PARTITION BY `t3`.`team`
                      ORDER BY `t3`.`game_date` ASC
                      ROWS BETWEEN 14 preceding AND CURRENT ROW
                    ),
                    NULLIF(
                      COUNT(`t9`.`pace`) OVER (
                        PARTITION BY `t3`.`team`
                        ORDER BY `t3`.`game_date` ASC
                        ROWS BETWEEN 14 preceding AND CURRENT ROW
                      ),
                      0
                    )
                  ),
                  0
                ) AS INT64),
                10000
              ) AS `pace`,
              ieee_divide(
                SUM(
                  CAST(ROUND(
                    IF(`t3`.`paint_fga_allowed` IS NOT NULL, `t3`.`opponent_possessions`, NULL) * 10000,
                    0
                  ) AS INT64)
                ) OVER (
                  PARTITION BY `t3`.`team`
                  ORDER BY `t3`.`game_date` ASC
                  ROWS BETWEEN 14 preceding AND CURRENT ROW
                ),
                10000
              ) AS `zone_possessions`,
              SUM(`t3`.`paint_fga_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `paint_fga`,
              SUM(`t3`.`paint_fgm_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `paint_fgm`,
              SUM(`t3`.`mid_range_fga_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `mid_range_fga`,
              SUM(`t3`.`mid_range_fgm_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `mid_range_fgm`,
              SUM(`t3`.`three_fga_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `three_fga`,
              SUM(`t3`.`three_fgm_allowed`) OVER (
                PARTITION BY `t3`.`team`
                ORDER BY `t3`.`game_date` ASC
                ROWS BETWEEN 14 preceding AND CURRENT ROW
              ) AS `three_fgm`
            FROM `team_defense_game_summary` AS `t3`
            INNER JOIN (
              SELECT
                `t2`.`game_id`,
                `t2`.`team`,
                `t2`.`pace`
              FROM `team_offense_game_summary` AS `t2`
            ) AS `t9`
              ON `t3`.`game_id` = `t9`.`game_id` AND `t3`.`team` = `t9`.`team`
          ) AS `t10`
        ) AS `t12`
          ON `t8`.`team` = `t12`.`team`
          AND `t12`.`state_date` < `t7`.`game_date`
          AND `t7`.`game_date` <= `t12`.`state_until`
      ) AS `t13`
    ) AS `t14`
    WHERE
      `t14`.`state_date` IS NOT NULL
  ) AS `t15`
) AS `t16`

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`team`,
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
  MIN(`t2`.`reason`) AS `reason`,
  COUNT(*) AS `broken`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_date`,
      CASE
        WHEN `t0`.`game_date` IS NULL
        THEN 'game_date is null'
        WHEN `t0`.`team` IS NULL
        THEN 'team is null'
        WHEN `t0`.`last_game_date` IS NULL
        THEN 'last_game_date is null'
        WHEN `t0`.`games` IS NULL
        THEN 'games is null'
        WHEN `t0`.`games` < 1
        THEN 'games is below 1'
        WHEN `t0`.`games` > 15
        THEN 'games is above 15'
        WHEN `t0`.`games_with_zones` IS NULL
        THEN 'games_with_zones is null'
        WHEN `t0`.`games_with_zones` < 0
        THEN 'games_with_zones is below 0'
        WHEN `t0`.`games_with_zones` > 15
        THEN 'games_with_zones is above 15'
        WHEN `t0`.`defensive_rating` IS NULL
        THEN 'defensive_rating is null'
        WHEN IS_NAN(`t0`.`defensive_rating`) OR IS_INF(`t0`.`defensive_rating`)
        THEN 'defensive_rating is not a number'
        WHEN `t0`.`defensive_rating` < 50
        THEN 'defensive_rating is below 50'
        WHEN `t0`.`defensive_rating` > 180
        THEN 'defensive_rating is above 180'
        WHEN `t0`.`pace` IS NULL
        THEN 'pace is null'
        WHEN IS_NAN(`t0`.`pace`) OR IS_INF(`t0`.`pace`)
        THEN 'pace is not a number'
        WHEN `t0`.`pace` < 65
        THEN 'pace is below 65'
        WHEN `t0`.`pace` > 140
        THEN 'pace is above 140'
        WHEN `t0`.`league_pace` IS NULL
        THEN 'league_pace is null'
        WHEN IS_NAN(`t0`.`league_pace`) OR IS_INF(`t0`.`league_pace`)
        THEN 'league_pace is not a number'
        WHEN `t0`.`league_pace` < 65
        THEN 'league_pace is below 65'
        WHEN `t0`.`league_pace` > 140
        THEN 'league_pace is above 140'
        WHEN IS_NAN(`t0`.`paint_fga_per_100`) OR IS_INF(`t0`.`paint_fga_per_100`)
        THEN 'paint_fga_per_100 is not a number'
        WHEN `t0`.`paint_fga_per_100` < 0
        THEN 'paint_fga_per_100 is below 0'
        WHEN `t0`.`paint_fga_per_100` > 120
        THEN 'paint_fga_per_100 is above 120'
        WHEN IS_NAN(`t0`.`paint_points_per_100`) OR IS_INF(`t0`.`paint_points_per_100`)
        THEN 'paint_points_per_100 is not a number'
        WHEN `t0`.`paint_points_per_100` < 0
        THEN 'paint_points_per_100 is below 0'
        WHEN `t0`.`paint_points_per_100` > 300
        THEN 'paint_points_per_100 is above 300'
        WHEN IS_NAN(`t0`.`paint_fg_pct`) OR IS_INF(`t0`.`paint_fg_pct`)
        THEN 'paint_fg_pct is not a number'
        WHEN `t0`.`paint_fg_pct` < 0
        THEN 'paint_fg_pct is below 0'
        WHEN `t0`.`paint_fg_pct` > 100
        THEN 'paint_fg_pct is above 100'
        WHEN IS_NAN(`t0`.`paint_fg_pct_vs_league`) OR IS_INF(`t0`.`paint_fg_pct_vs_league`)
        THEN 'paint_fg_pct_vs_league is not a number'
        WHEN `t0`.`paint_fg_pct_vs_league` < -100
        THEN 'paint_fg_pct_vs_league is below -100'
        WHEN `t0`.`paint_fg_pct_vs_league` > 100
        THEN 'paint_fg_pct_vs_league is above 100'
        WHEN IS_NAN(`t0`.`mid_range_fga_per_100`) OR IS_INF(`t0`.`mid_range_fga_per_100`)
        THEN 'mid_range_fga_per_100 is not a number'
        WHEN `t0`.`mid_range_fga_per_100` < 0
        THEN 'mid_range_fga_per_100 is below 0'
        WHEN `t0`.`mid_range_fga_per_100` > 120
        THEN 'mid_range_fga_per_100 is above 120'
        WHEN IS_NAN(`t0`.`mid_range_points_per_100`)
        OR IS_INF(`t0`.`mid_range_points_per_100`)
        THEN 'mid_range_points_per_100 is not a number'
        WHEN `t0`.`mid_range_points_per_100` < 0
        THEN 'mid_range_points_per_100 is below 0'
        WHEN `t0`.`mid_range_points_per_100` > 300
        THEN 'mid_range_points_per_100 is above 300'
        WHEN IS_NAN(`t0`.`mid_range_fg_pct`) OR IS_INF(`t0`.`mid_range_fg_pct`)
        THEN 'mid_range_fg_pct is not a number'
        WHEN `t0`.`mid_range_fg_pct` < 0
        THEN 'mid_range_fg_pct is below 0'
        WHEN `t0`.`mid_range_fg_pct` > 100
        THEN 'mid_range_fg_pct is above 100'
        WHEN IS_NAN(`t0`.`mid_range_fg_pct_vs_league`)
        OR IS_INF(`t0`.`mid_range_fg_pct_vs_league`)
        THEN 'mid_range_fg_pct_vs_league is not a number'
        WHEN `t0`.`mid_range_fg_pct_vs_league` < -100
        THEN 'mid_range_fg_pct_vs_league is below -100'
        WHEN `t0`.`mid_range_fg_pct_vs_league` > 100
        THEN 'mid_range_fg_pct_vs_league is above 100'
        WHEN IS_NAN(`t0`.`three_fga_per_100`) OR IS_INF(`t0`.`three_fga_per_100`)
        THEN 'three_fga_per_100 is not a number'
        WHEN `t0`.`three_fga_per_100` < 0
        THEN 'three_fga_per_100 is below 0'
        WHEN `t0`.`three_fga_per_100` > 120
        THEN 'three_fga_per_100 is above 120'
        WHEN IS_NAN(`t0`.`three_points_per_100`) OR IS_INF(`t0`.`three_points_per_100`)
        THEN 'three_points_per_100 is not a number'
        WHEN `t0`.`three_points_per_100` < 0
        THEN 'three_points_per_100 is below 0'
        WHEN `t0`.`three_points_per_100` > 300
        THEN 'three_points_per_100 is above 300'
        WHEN IS_NAN(`t0`.`three_fg_pct`) OR IS_INF(`t0`.`three_fg_pct`)
        THEN 'three_fg_pct is not a number'
        WHEN `t0`.`three_fg_pct` < 0
        THEN 'three_fg_pct is below 0'
        WHEN `t0`.`three_fg_pct` > 100
        THEN 'three_fg_pct is above 100'
        WHEN IS_NAN(`t0`.`three_fg_pct_vs_league`) OR IS_INF(`t0`.`three_fg_pct_vs_league`)
        THEN 'three_fg_pct_vs_league is not a number'
        WHEN `t0`.`three_fg_pct_vs_league` < -100
        THEN 'three_fg_pct_vs_league is below -100'
        WHEN `t0`.`three_fg_pct_vs_league` > 100
        THEN 'three_fg_pct_vs_league is above 100'
        ELSE CAST(NULL AS STRING)
      END AS `reason`
    FROM `asked` AS `t0`
  ) AS `t1`
  WHERE
    `t1`.`reason` IS NOT NULL
) AS `t2`
GROUP BY
  1

-- hashable
SELECT
  `t0`.`game_date`,
  `t0`.`team`,
  `t0`.`last_game_date`,
  `t0`.`games`,
  `t0`.`games_with_zones`,
  CASE
    WHEN ABS(`t0`.`defensive_rating`) < 900719925474.0992
    THEN `t0`.`defensive_rating`
    ELSE CAST(NULL AS FLOAT64)
  END AS `defensive_rating`,
  CASE
    WHEN ABS(`t0`.`pace`) < 900719925474.0992
    THEN `t0`.`pace`
    ELSE CAST(NULL AS FLOAT64)
  END AS `pace`,
  CASE
    WHEN ABS(`t0`.`league_pace`) < 900719925474.0992
    THEN `t0`.`league_pace`
    ELSE CAST(NULL AS FLOAT64)
  END AS `league_pace`,
  CASE
    WHEN ABS(`t0`.`paint_fga_per_100`) < 900719925474.0992
    THEN `t0`.`paint_fga_per_100`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_fga_per_100`,
  CASE
    WHEN ABS(`t0`.`paint_points_per_100`) < 900719925474.0992
    THEN `t0`.`paint_points_per_100`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_points_per_100`,
  CASE
    WHEN ABS(`t0`.`paint_fg_pct`) < 900719925474.0992
    THEN `t0`.`paint_fg_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_fg_pct`,
  CASE
    WHEN ABS(`t0`.`paint_fg_pct_vs_league`) < 900719925474.0992
    THEN `t0`.`paint_fg_pct_vs_league`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_fg_pct_vs_league`,
  CASE
    WHEN ABS(`t0`.`mid_range_fga_per_100`) < 900719925474.0992
    THEN `t0`.`mid_range_fga_per_100`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_fga_per_100`,
  CASE
    WHEN ABS(`t0`.`mid_range_points_per_100`) < 900719925474.0992
    THEN `t0`.`mid_range_points_per_100`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_points_per_100`,
  CASE
    WHEN ABS(`t0`.`mid_range_fg_pct`) < 900719925474.0992
    THEN `t0`.`mid_range_fg_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_fg_pct`,
  CASE
    WHEN ABS(`t0`.`mid_range_fg_pct_vs_league`) < 900719925474.0992
    THEN `t0`.`mid_range_fg_pct_vs_league`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_fg_pct_vs_league`,
  CASE
    WHEN ABS(`t0`.`three_fga_per_100`) < 900719925474.0992
    THEN `t0`.`three_fga_per_100`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_fga_per_100`,
  CASE
    WHEN ABS(`t0`.`three_points_per_100`) < 900719925474.0992
    THEN `t0`.`three_points_per_100`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_points_per_100`,
  CASE
    WHEN ABS(`t0`.`three_fg_pct`) < 900719925474.0992
    THEN `t0`.`three_fg_pct`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_fg_pct`,
  CASE
    WHEN ABS(`t0`.`three_fg_pct_vs_league`) < 900719925474.0992
    THEN `t0`.`three_fg_pct_vs_league`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_fg_pct_vs_league`
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
            CAST(LENGTH(`t0`.`team`) AS STRING),
            `t0`.`team`,
            CAST(`t0`.`last_game_date` AS STRING),
            CAST(`t0`.`games` AS STRING),
            CAST(`t0`.`games_with_zones` AS STRING),
            CAST(CAST(ROUND(`t0`.`defensive_rating` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`pace` * 10000, 0) AS INT64) AS STRING),
            CAST(CAST(ROUND(`t0`.`league_pace` * 10000, 0) AS INT64) AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_fga_per_100` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_points_per_100` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_fg_pct` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`paint_fg_pct_vs_league` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`mid_range_fga_per_100` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`mid_range_points_per_100` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`mid_range_fg_pct` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`mid_range_fg_pct_vs_league` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_fga_per_100` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_points_per_100` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_fg_pct` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`three_fg_pct_vs_league` * 10000, 0) AS INT64) AS STRING),
              '~'
            )
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
