-- rows
SELECT
  `t14`.`game_date`,
  `t14`.`game_id`,
  `t14`.`team`,
  `t14`.`opponent`,
  `t14`.`is_home`,
  `t14`.`points`,
  `t14`.`fgm`,
  `t14`.`fga`,
  `t14`.`fg3m`,
  `t14`.`fg3a`,
  `t14`.`ftm`,
  `t14`.`fta`,
  `t14`.`oreb`,
  `t14`.`dreb`,
  `t14`.`rebounds`,
  `t14`.`assists`,
  `t14`.`steals`,
  `t14`.`blocks`,
  `t14`.`turnovers`,
  `t14`.`fouls`,
  `t14`.`turnovers_with_team`,
  `t14`.`plus_minus`,
  `t14`.`opponent_points`,
  `t14`.`points` > `t14`.`opponent_points` AS `won`
FROM (
  SELECT
    `t2`.`game_date`,
    `t2`.`game_id`,
    `t2`.`team`,
    `t2`.`points`,
    `t2`.`fgm`,
    `t2`.`fga`,
    `t2`.`fg3m`,
    `t2`.`fg3a`,
    `t2`.`ftm`,
    `t2`.`fta`,
    `t2`.`oreb`,
    `t2`.`dreb`,
    `t2`.`rebounds`,
    `t2`.`assists`,
    `t2`.`steals`,
    `t2`.`blocks`,
    `t2`.`turnovers`,
    `t2`.`fouls`,
    `t2`.`plus_minus`,
    `t2`.`turnovers_with_team`,
    `t13`.`game_date` AS `side_game_date`,
    `t13`.`game_id` AS `side_game_id`,
    `t13`.`team` AS `side_team`,
    `t13`.`opponent`,
    `t13`.`is_home`,
    `t13`.`opponent_points`
  FROM `answer` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t11`.`game_date`,
      `t11`.`game_id`,
      `t11`.`team`,
      `t11`.`opponent`,
      `t11`.`is_home`,
      `t11`.`opponent_score` AS `opponent_points`
    FROM (
      SELECT
        `t10`.*
        EXCEPT (`away_score`, `home_score`)
      FROM (
        SELECT
          `t9`.`game_date`,
          `t9`.`game_id`,
          `t9`.`season`,
          `t9`.`season_type`,
          `t9`.`tipoff_at`,
          `t9`.`team`,
          `t9`.`opponent`,
          `t9`.`is_home`,
          `t9`.`status`,
          `t9`.`home_score`,
          `t9`.`away_score`,
          IF(`t9`.`is_home`, `t9`.`home_score`, `t9`.`away_score`) AS `score`,
          IF(`t9`.`is_home`, `t9`.`away_score`, `t9`.`home_score`) AS `opponent_score`
        FROM (
          SELECT
            `t8`.`game_date`,
            `t8`.`game_id`,
            `t8`.`season`,
            `t8`.`season_type`,
            `t8`.`tipoff_at`,
            `t8`.`team`,
            `t8`.`opponent`,
            `t8`.`is_home`,
            `t7`.`status`,
            `t7`.`home_score`,
            `t7`.`away_score`
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
          ) AS `t8`
          INNER JOIN (
            SELECT
              `t1`.`game_date`,
              `t1`.`game_id`,
              `t1`.`status`,
              `t1`.`home_score`,
              `t1`.`away_score`
            FROM `schedule` AS `t1`
          ) AS `t7`
            ON `t8`.`game_date` = `t7`.`game_date` AND `t8`.`game_id` = `t7`.`game_id`
        ) AS `t9`
      ) AS `t10`
    ) AS `t11`
  ) AS `t13`
    ON `t2`.`game_date` = `t13`.`game_date`
    AND `t2`.`game_id` = `t13`.`game_id`
    AND `t2`.`team` = `t13`.`team`
) AS `t14`

-- expected_games
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `schedule` AS `t0`
WHERE
  NOT (
    `t0`.`postponed`
  )

-- held_back
WITH `t12` AS (
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
  ) AS `t8`
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
  ) AS `t9`
)
SELECT
  `t39`.`game_date`,
  `t39`.`game_id`,
  SUBSTRING(
    MIN(`t39`.`reason`),
    IF((
      1 + 1
    ) >= 1, 1 + 1, 1 + 1 + LENGTH(MIN(`t39`.`reason`)))
  ) AS `reason`
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t34`.`game_date`,
        `t34`.`game_id`,
        CONCAT('4', `t34`.`reason`) AS `reason`
      FROM (
        SELECT
          `t31`.`game_date`,
          `t31`.`game_id`,
          CONCAT('no boxscore of ', `t31`.`team`) AS `reason`
        FROM (
          SELECT
            `t28`.*
            EXCEPT (`away_score`, `home_score`)
          FROM (
            SELECT
              `t25`.`game_date`,
              `t25`.`game_id`,
              `t25`.`season`,
              `t25`.`season_type`,
              `t25`.`tipoff_at`,
              `t25`.`team`,
              `t25`.`opponent`,
              `t25`.`is_home`,
              `t25`.`status`,
              `t25`.`home_score`,
              `t25`.`away_score`,
              IF(`t25`.`is_home`, `t25`.`home_score`, `t25`.`away_score`) AS `score`,
              IF(`t25`.`is_home`, `t25`.`away_score`, `t25`.`home_score`) AS `opponent_score`
            FROM (
              SELECT
                `t19`.`game_date`,
                `t19`.`game_id`,
                `t19`.`season`,
                `t19`.`season_type`,
                `t19`.`tipoff_at`,
                `t19`.`team`,
                `t19`.`opponent`,
                `t19`.`is_home`,
                `t13`.`status`,
                `t13`.`home_score`,
                `t13`.`away_score`
              FROM `t12` AS `t19`
              INNER JOIN (
                SELECT
                  `t1`.`game_date`,
                  `t1`.`game_id`,
                  `t1`.`status`,
                  `t1`.`home_score`,
                  `t1`.`away_score`
                FROM `schedule` AS `t1`
              ) AS `t13`
                ON `t19`.`game_date` = `t13`.`game_date` AND `t19`.`game_id` = `t13`.`game_id`
            ) AS `t25`
          ) AS `t28`
        ) AS `t31`
        WHERE
          EXISTS(
            SELECT
              1
            FROM `rows` AS `t2`
            WHERE
              `t31`.`game_date` = `t2`.`game_date` AND `t31`.`game_id` = `t2`.`game_id`
          )
          AND NOT EXISTS(
            SELECT
              1
            FROM `rows` AS `t3`
            WHERE
              `t31`.`game_date` = `t3`.`game_date`
              AND `t31`.`game_id` = `t3`.`game_id`
              AND `t31`.`team` = `t3`.`team`
          )
      ) AS `t34`
    ) AS `t36`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t35`.`game_date`,
        `t35`.`game_id`,
        CONCAT(
          '5',
          CONCAT(
            CONCAT(
              CONCAT(CONCAT(`t35`.`team`, ' has '), CAST(`t35`.`points` AS STRING)),
              ' points in the boxscore, the final score is '
            ),
            CAST(`t35`.`score` AS STRING)
          )
        ) AS `reason`
      FROM (
        SELECT
          `t31`.`game_date`,
          `t31`.`game_id`,
          `t31`.`season`,
          `t31`.`season_type`,
          `t31`.`tipoff_at`,
          `t31`.`team`,
          `t31`.`opponent`,
          `t31`.`is_home`,
          `t31`.`status`,
          `t31`.`score`,
          `t31`.`opponent_score`,
          `t11`.`points`
        FROM (
          SELECT
            `t28`.*
            EXCEPT (`away_score`, `home_score`)
          FROM (
            SELECT
              `t25`.`game_date`,
              `t25`.`game_id`,
              `t25`.`season`,
              `t25`.`season_type`,
              `t25`.`tipoff_at`,
              `t25`.`team`,
              `t25`.`opponent`,
              `t25`.`is_home`,
              `t25`.`status`,
              `t25`.`home_score`,
              `t25`.`away_score`,
              IF(`t25`.`is_home`, `t25`.`home_score`, `t25`.`away_score`) AS `score`,
              IF(`t25`.`is_home`, `t25`.`away_score`, `t25`.`home_score`) AS `opponent_score`
            FROM (
              SELECT
                `t19`.`game_date`,
                `t19`.`game_id`,
                `t19`.`season`,
                `t19`.`season_type`,
                `t19`.`tipoff_at`,
                `t19`.`team`,
                `t19`.`opponent`,
                `t19`.`is_home`,
                `t13`.`status`,
                `t13`.`home_score`,
                `t13`.`away_score`
              FROM `t12` AS `t19`
              INNER JOIN (
                SELECT
                  `t1`.`game_date`,
                  `t1`.`game_id`,
                  `t1`.`status`,
                  `t1`.`home_score`,
                  `t1`.`away_score`
                FROM `schedule` AS `t1`
              ) AS `t13`
                ON `t19`.`game_date` = `t13`.`game_date` AND `t19`.`game_id` = `t13`.`game_id`
            ) AS `t25`
          ) AS `t28`
        ) AS `t31`
        INNER JOIN (
          SELECT
            `t0`.`game_date`,
            `t0`.`game_id`,
            `t0`.`team`,
            `t0`.`points`
          FROM `rows` AS `t0`
        ) AS `t11`
          ON `t31`.`game_date` = `t11`.`game_date`
          AND `t31`.`game_id` = `t11`.`game_id`
          AND `t31`.`team` = `t11`.`team`
        WHERE
          EXISTS(
            SELECT
              1
            FROM `rows` AS `t2`
            WHERE
              `t31`.`game_date` = `t2`.`game_date` AND `t31`.`game_id` = `t2`.`game_id`
          )
      ) AS `t35`
      WHERE
        `t35`.`points` <> `t35`.`score`
    ) AS `t37`
  ) AS `t38`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t16`.`game_date`,
          `t16`.`game_id`,
          CONCAT('0', `t16`.`reason`) AS `reason`
        FROM (
          SELECT
            `t4`.`game_date`,
            `t4`.`game_id`,
            'the game is not on the day\'s schedule' AS `reason`
          FROM `rows` AS `t4`
          WHERE
            NOT EXISTS(
              SELECT
                1
              FROM `schedule` AS `t6`
              WHERE
                `t4`.`game_date` = `t6`.`game_date` AND `t4`.`game_id` = `t6`.`game_id`
            )
        ) AS `t16`
      ) AS `t22`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t15`.`game_date`,
          `t15`.`game_id`,
          CONCAT('1', 'the schedule does not say that the game is over') AS `reason`
        FROM (
          SELECT
            `t5`.`game_date`,
            `t5`.`game_id`,
            `t5`.`season`,
            `t5`.`season_type`,
            `t5`.`tipoff_at`,
            `t5`.`home_team`,
            `t5`.`away_team`,
            `t5`.`status`,
            `t5`.`home_score`,
            `t5`.`away_score`,
            `t5`.`postponed`
          FROM `schedule` AS `t5`
          WHERE
            EXISTS(
              SELECT
                1
              FROM `rows` AS `t2`
              WHERE
                `t5`.`game_date` = `t2`.`game_date` AND `t5`.`game_id` = `t2`.`game_id`
            )
        ) AS `t15`
        WHERE
          `t15`.`status` <> 'FINAL'
      ) AS `t21`
    ) AS `t23`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t24`.`game_date`,
          `t24`.`game_id`,
          CONCAT('2', `t24`.`reason`) AS `reason`
        FROM (
          SELECT
            `t4`.`game_date`,
            `t4`.`game_id`,
            CONCAT(`t4`.`team`, ' does not play in this game') AS `reason`
          FROM `rows` AS `t4`
          WHERE
            EXISTS(
              SELECT
                1
              FROM `schedule` AS `t6`
              WHERE
                `t4`.`game_date` = `t6`.`game_date` AND `t4`.`game_id` = `t6`.`game_id`
            )
            AND NOT EXISTS(
              SELECT
                1
              FROM `t12` AS `t18`
              WHERE
                `t4`.`game_date` = `t18`.`game_date`
                AND `t4`.`game_id` = `t18`.`game_id`
                AND `t4`.`team` = `t18`.`team`
            )
        ) AS `t24`
      ) AS `t27`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t26`.`game_date`,
          `t26`.`game_id`,
          CONCAT(
            '3',
            CONCAT(
              `t26`.`team`,
              ' has boxscores in two games of the day: the same game under two ids?'
            )
          ) AS `reason`
        FROM (
          SELECT
            `t20`.`game_date`,
            `t20`.`game_id`,
            `t20`.`team`,
            COUNT(*) OVER (
              PARTITION BY `t20`.`game_date`, `t20`.`team`
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS `games`
          FROM (
            SELECT DISTINCT
              *
            FROM (
              SELECT
                `t4`.`game_date`,
                `t4`.`game_id`,
                `t4`.`team`
              FROM `rows` AS `t4`
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM `schedule` AS `t6`
                  WHERE
                    `t4`.`game_date` = `t6`.`game_date` AND `t4`.`game_id` = `t6`.`game_id`
                )
            ) AS `t17`
          ) AS `t20`
        ) AS `t26`
        WHERE
          `t26`.`games` > 1
      ) AS `t30`
    ) AS `t32`
  ) AS `t33`
) AS `t39`
GROUP BY
  1,
  2

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
        WHEN `t0`.`rebounds` IS NULL
        THEN 'rebounds is null'
        WHEN `t0`.`rebounds` < 10
        THEN 'rebounds is below 10'
        WHEN `t0`.`rebounds` > 95
        THEN 'rebounds is above 95'
        WHEN `t0`.`assists` IS NULL
        THEN 'assists is null'
        WHEN `t0`.`assists` < 0
        THEN 'assists is below 0'
        WHEN `t0`.`assists` > 65
        THEN 'assists is above 65'
        WHEN `t0`.`steals` IS NULL
        THEN 'steals is null'
        WHEN `t0`.`steals` < 0
        THEN 'steals is below 0'
        WHEN `t0`.`steals` > 35
        THEN 'steals is above 35'
        WHEN `t0`.`blocks` IS NULL
        THEN 'blocks is null'
        WHEN `t0`.`blocks` < 0
        THEN 'blocks is below 0'
        WHEN `t0`.`blocks` > 30
        THEN 'blocks is above 30'
        WHEN `t0`.`turnovers` IS NULL
        THEN 'turnovers is null'
        WHEN `t0`.`turnovers` < 0
        THEN 'turnovers is below 0'
        WHEN `t0`.`turnovers` > 45
        THEN 'turnovers is above 45'
        WHEN `t0`.`fouls` IS NULL
        THEN 'fouls is null'
        WHEN `t0`.`fouls` < 0
        THEN 'fouls is below 0'
        WHEN `t0`.`fouls` > 60
        THEN 'fouls is above 60'
        WHEN `t0`.`turnovers_with_team` < 0
        THEN 'turnovers_with_team is below 0'
        WHEN `t0`.`turnovers_with_team` > 50
        THEN 'turnovers_with_team is above 50'
        WHEN `t0`.`plus_minus` < -120
        THEN 'plus_minus is below -120'
        WHEN `t0`.`plus_minus` > 120
        THEN 'plus_minus is above 120'
        WHEN `t0`.`opponent_points` IS NULL
        THEN 'opponent_points is null'
        WHEN `t0`.`opponent_points` < 40
        THEN 'opponent_points is below 40'
        WHEN `t0`.`opponent_points` > 250
        THEN 'opponent_points is above 250'
        WHEN `t0`.`won` IS NULL
        THEN 'won is null'
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
            CAST(LENGTH(`t0`.`opponent`) AS STRING),
            `t0`.`opponent`,
            CAST(CAST(`t0`.`is_home` AS INT64) AS STRING),
            CAST(`t0`.`points` AS STRING),
            CAST(`t0`.`fgm` AS STRING),
            CAST(`t0`.`fga` AS STRING),
            CAST(`t0`.`fg3m` AS STRING),
            CAST(`t0`.`fg3a` AS STRING),
            CAST(`t0`.`ftm` AS STRING),
            CAST(`t0`.`fta` AS STRING),
            CAST(`t0`.`oreb` AS STRING),
            CAST(`t0`.`dreb` AS STRING),
            CAST(`t0`.`rebounds` AS STRING),
            CAST(`t0`.`assists` AS STRING),
            CAST(`t0`.`steals` AS STRING),
            CAST(`t0`.`blocks` AS STRING),
            CAST(`t0`.`turnovers` AS STRING),
            CAST(`t0`.`fouls` AS STRING),
            COALESCE(CAST(`t0`.`turnovers_with_team` AS STRING), '~'),
            COALESCE(CAST(`t0`.`plus_minus` AS STRING), '~'),
            CAST(`t0`.`opponent_points` AS STRING),
            CAST(CAST(`t0`.`won` AS INT64) AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
