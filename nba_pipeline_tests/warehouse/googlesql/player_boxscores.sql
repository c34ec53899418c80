-- rows
SELECT
  `t9`.`game_date`,
  `t9`.`game_id`,
  `t9`.`team`,
  `t9`.`opponent`,
  `t9`.`is_home`,
  `t9`.`player_id`,
  `t9`.`player_name`,
  `t9`.`player_lookup`,
  `t9`.`status`,
  `t9`.`not_played_reason`,
  `t9`.`started`,
  CAST(ROUND(`t9`.`minutes`, 4) AS FLOAT64) AS `minutes`,
  `t9`.`points`,
  `t9`.`fgm`,
  `t9`.`fga`,
  `t9`.`fg3m`,
  `t9`.`fg3a`,
  `t9`.`ftm`,
  `t9`.`fta`,
  `t9`.`oreb`,
  `t9`.`dreb`,
  `t9`.`rebounds`,
  `t9`.`assists`,
  `t9`.`steals`,
  `t9`.`blocks`,
  `t9`.`turnovers`,
  `t9`.`fouls`,
  `t9`.`plus_minus`
FROM (
  SELECT
    `t6`.`game_date`,
    `t6`.`game_id`,
    `t6`.`team`,
    `t8`.`opponent`,
    `t8`.`is_home`,
    `t6`.`player_id`,
    `t6`.`player_name`,
    `t6`.`player_lookup`,
    `t6`.`status`,
    `t6`.`not_played_reason`,
    `t6`.`started`,
    `t6`.`minutes`,
    `t6`.`points`,
    `t6`.`fgm`,
    `t6`.`fga`,
    `t6`.`fg3m`,
    `t6`.`fg3a`,
    `t6`.`ftm`,
    `t6`.`fta`,
    `t6`.`oreb`,
    `t6`.`dreb`,
    `t6`.`rebounds`,
    `t6`.`assists`,
    `t6`.`steals`,
    `t6`.`blocks`,
    `t6`.`turnovers`,
    `t6`.`fouls`,
    `t6`.`plus_minus`
  FROM (
    SELECT
      *
    FROM `answer` AS `t0`
    WHERE
      `t0`.`player_id` IS NOT NULL
  ) AS `t6`
  LEFT OUTER JOIN (
    SELECT
      `t5`.`game_date`,
      `t5`.`game_id`,
      `t5`.`team`,
      `t5`.`opponent`,
      `t5`.`is_home`
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
      ) AS `t2`
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
      ) AS `t3`
    ) AS `t5`
  ) AS `t8`
    ON `t6`.`game_date` = `t8`.`game_date`
    AND `t6`.`game_id` = `t8`.`game_id`
    AND `t6`.`team` = `t8`.`team`
) AS `t9`

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
WITH `t9` AS (
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
  ) AS `t6`
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
  ) AS `t7`
), `t37` AS (
  SELECT
    `t33`.`game_date`,
    `t33`.`game_id`,
    `t33`.`season`,
    `t33`.`season_type`,
    `t33`.`tipoff_at`,
    `t33`.`team`,
    `t33`.`opponent`,
    `t33`.`is_home`,
    `t33`.`status`,
    `t33`.`score`,
    `t33`.`opponent_score`,
    `t19`.`game_date` AS `sum_game_date`,
    `t19`.`game_id` AS `sum_game_id`,
    `t19`.`team` AS `sum_team`,
    `t19`.`players`,
    `t19`.`minutes`,
    `t19`.`points`
  FROM (
    SELECT
      `t30`.*
      EXCEPT (`away_score`, `home_score`)
    FROM (
      SELECT
        `t26`.`game_date`,
        `t26`.`game_id`,
        `t26`.`season`,
        `t26`.`season_type`,
        `t26`.`tipoff_at`,
        `t26`.`team`,
        `t26`.`opponent`,
        `t26`.`is_home`,
        `t26`.`status`,
        `t26`.`home_score`,
        `t26`.`away_score`,
        IF(`t26`.`is_home`, `t26`.`home_score`, `t26`.`away_score`) AS `score`,
        IF(`t26`.`is_home`, `t26`.`away_score`, `t26`.`home_score`) AS `opponent_score`
      FROM (
        SELECT
          `t18`.`game_date`,
          `t18`.`game_id`,
          `t18`.`season`,
          `t18`.`season_type`,
          `t18`.`tipoff_at`,
          `t18`.`team`,
          `t18`.`opponent`,
          `t18`.`is_home`,
          `t10`.`status`,
          `t10`.`home_score`,
          `t10`.`away_score`
        FROM `t9` AS `t18`
        INNER JOIN (
          SELECT
            `t1`.`game_date`,
            `t1`.`game_id`,
            `t1`.`status`,
            `t1`.`home_score`,
            `t1`.`away_score`
          FROM `schedule` AS `t1`
        ) AS `t10`
          ON `t18`.`game_date` = `t10`.`game_date` AND `t18`.`game_id` = `t10`.`game_id`
      ) AS `t26`
    ) AS `t30`
  ) AS `t33`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`team`,
      COALESCE(SUM(CAST(`t0`.`minutes` > 0 AS INT64)), 0) AS `players`,
      COALESCE(SUM(`t0`.`minutes`), 0) AS `minutes`,
      COALESCE(SUM(`t0`.`points`), 0) AS `points`
    FROM `rows` AS `t0`
    GROUP BY
      1,
      2,
      3
  ) AS `t19`
    ON `t33`.`game_date` = `t19`.`game_date`
    AND `t33`.`game_id` = `t19`.`game_id`
    AND `t33`.`team` = `t19`.`team`
  WHERE
    EXISTS(
      SELECT
        1
      FROM `rows` AS `t3`
      WHERE
        `t33`.`game_date` = `t3`.`game_date` AND `t33`.`game_id` = `t3`.`game_id`
    )
)
SELECT
  `t45`.`game_date`,
  `t45`.`game_id`,
  SUBSTRING(
    MIN(`t45`.`reason`),
    IF((
      1 + 1
    ) >= 1, 1 + 1, 1 + 1 + LENGTH(MIN(`t45`.`reason`)))
  ) AS `reason`
FROM (
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
          `t14`.`game_date`,
          `t14`.`game_id`,
          CONCAT('0', `t14`.`reason`) AS `reason`
        FROM (
          SELECT
            `t2`.`game_date`,
            `t2`.`game_id`,
            'the game is not on the day\'s schedule' AS `reason`
          FROM `rows` AS `t2`
          WHERE
            NOT EXISTS(
              SELECT
                1
              FROM `schedule` AS `t5`
              WHERE
                `t2`.`game_date` = `t5`.`game_date` AND `t2`.`game_id` = `t5`.`game_id`
            )
        ) AS `t14`
      ) AS `t22`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t13`.`game_date`,
          `t13`.`game_id`,
          CONCAT('1', 'the schedule does not say that the game is over') AS `reason`
        FROM (
          SELECT
            `t4`.`game_date`,
            `t4`.`game_id`,
            `t4`.`season`,
            `t4`.`season_type`,
            `t4`.`tipoff_at`,
            `t4`.`home_team`,
            `t4`.`away_team`,
            `t4`.`status`,
            `t4`.`home_score`,
            `t4`.`away_score`,
            `t4`.`postponed`
          FROM `schedule` AS `t4`
          WHERE
            EXISTS(
              SELECT
                1
              FROM `rows` AS `t3`
              WHERE
                `t4`.`game_date` = `t3`.`game_date` AND `t4`.`game_id` = `t3`.`game_id`
            )
        ) AS `t13`
        WHERE
          `t13`.`status` <> 'FINAL'
      ) AS `t21`
    ) AS `t24`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t25`.`game_date`,
          `t25`.`game_id`,
          CONCAT('2', `t25`.`reason`) AS `reason`
        FROM (
          SELECT
            `t2`.`game_date`,
            `t2`.`game_id`,
            CONCAT(`t2`.`team`, ' does not play in this game') AS `reason`
          FROM `rows` AS `t2`
          WHERE
            EXISTS(
              SELECT
                1
              FROM `schedule` AS `t5`
              WHERE
                `t2`.`game_date` = `t5`.`game_date` AND `t2`.`game_id` = `t5`.`game_id`
            )
            AND NOT EXISTS(
              SELECT
                1
              FROM `t9` AS `t17`
              WHERE
                `t2`.`game_date` = `t17`.`game_date`
                AND `t2`.`game_id` = `t17`.`game_id`
                AND `t2`.`team` = `t17`.`team`
            )
        ) AS `t25`
      ) AS `t29`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t27`.`game_date`,
          `t27`.`game_id`,
          CONCAT(
            '3',
            CONCAT(
              `t27`.`team`,
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
                `t2`.`game_date`,
                `t2`.`game_id`,
                `t2`.`team`
              FROM `rows` AS `t2`
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM `schedule` AS `t5`
                  WHERE
                    `t2`.`game_date` = `t5`.`game_date` AND `t2`.`game_id` = `t5`.`game_id`
                )
            ) AS `t15`
          ) AS `t20`
        ) AS `t27`
        WHERE
          `t27`.`games` > 1
      ) AS `t32`
    ) AS `t34`
  ) AS `t35`
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
          `t28`.`game_date`,
          `t28`.`game_id`,
          CONCAT('4', CONCAT(`t28`.`player_name`, ' appears in two games of the day')) AS `reason`
        FROM (
          SELECT
            `t23`.`game_date`,
            `t23`.`game_id`,
            `t23`.`team`,
            `t23`.`opponent`,
            `t23`.`is_home`,
            `t23`.`player_id`,
            `t23`.`player_name`,
            `t23`.`player_lookup`,
            `t23`.`status`,
            `t23`.`not_played_reason`,
            `t23`.`started`,
            `t23`.`minutes`,
            `t23`.`points`,
            `t23`.`fgm`,
            `t23`.`fga`,
            `t23`.`fg3m`,
            `t23`.`fg3a`,
            `t23`.`ftm`,
            `t23`.`fta`,
            `t23`.`oreb`,
            `t23`.`dreb`,
            `t23`.`rebounds`,
            `t23`.`assists`,
            `t23`.`steals`,
            `t23`.`blocks`,
            `t23`.`turnovers`,
            `t23`.`fouls`,
            `t23`.`plus_minus`,
            COUNT(DISTINCT `t23`.`game_id`) OVER (PARTITION BY `t23`.`game_date`, `t23`.`player_id`) AS `games`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`game_date`,
                `t2`.`game_id`,
                `t2`.`team`,
                `t2`.`opponent`,
                `t2`.`is_home`,
                `t2`.`player_id`,
                `t2`.`player_name`,
                `t2`.`player_lookup`,
                `t2`.`status`,
                `t2`.`not_played_reason`,
                `t2`.`started`,
                `t2`.`minutes`,
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
                `t2`.`plus_minus`
              FROM `rows` AS `t2`
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM `schedule` AS `t5`
                  WHERE
                    `t2`.`game_date` = `t5`.`game_date` AND `t2`.`game_id` = `t5`.`game_id`
                )
            ) AS `t16`
            WHERE
              `t16`.`status` = 'PLAYED'
          ) AS `t23`
        ) AS `t28`
        WHERE
          `t28`.`games` > 1
      ) AS `t36`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t38`.`game_date`,
          `t38`.`game_id`,
          CONCAT(
            '5',
            CONCAT(
              CONCAT(
                CONCAT(CONCAT('rosters only: ', `t38`.`team`), ' has '),
                CAST(COALESCE(`t38`.`players`, 0) AS STRING)
              ),
              ' players with minutes'
            )
          ) AS `reason`
        FROM `t37` AS `t38`
        WHERE
          COALESCE(`t38`.`players`, 0) < 5
      ) AS `t39`
    ) AS `t41`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t38`.`game_date`,
          `t38`.`game_id`,
          CONCAT(
            '6',
            CONCAT(
              CONCAT(
                CONCAT(CONCAT(`t38`.`team`, ' has '), CAST(COALESCE(`t38`.`points`, 0) AS STRING)),
                ' points in the boxscore, the final score is '
              ),
              CAST(`t38`.`score` AS STRING)
            )
          ) AS `reason`
        FROM `t37` AS `t38`
        WHERE
          COALESCE(`t38`.`points`, 0) <> `t38`.`score`
      ) AS `t40`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t38`.`game_date`,
          `t38`.`game_id`,
          CONCAT(
            '7',
            CONCAT(
              CONCAT(
                CONCAT(CONCAT('the minutes of ', `t38`.`team`), ' add up to '),
                CAST(CAST(ROUND(COALESCE(`t38`.`minutes`, 0), 0) AS INT64) AS STRING)
              ),
              ', not to 240 and 25 for each overtime'
            )
          ) AS `reason`
        FROM `t37` AS `t38`
        WHERE
          ABS(
            COALESCE(`t38`.`minutes`, 0) - CAST((
              IF(
                CAST(ROUND(ieee_divide(COALESCE(`t38`.`minutes`, 0) - 240, 25), 0) AS INT64) IS NULL,
                CAST(ROUND(ieee_divide(COALESCE(`t38`.`minutes`, 0) - 240, 25), 0) AS INT64),
                GREATEST(0, CAST(ROUND(ieee_divide(COALESCE(`t38`.`minutes`, 0) - 240, 25), 0) AS INT64))
              ) * 25
            ) + 240 AS FLOAT64)
          ) > 5
      ) AS `t42`
    ) AS `t43`
  ) AS `t44`
) AS `t45`
GROUP BY
  1,
  2

-- set_aside
SELECT
  `t0`.`game_date`,
  `t0`.`game_id`,
  `t0`.`player_name` AS `item`,
  'the source gives no player id' AS `reason`
FROM `answer` AS `t0`
WHERE
  `t0`.`player_id` IS NULL

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
        WHEN `t0`.`opponent` IS NULL
        THEN 'opponent is null'
        WHEN `t0`.`is_home` IS NULL
        THEN 'is_home is null'
        WHEN `t0`.`player_id` IS NULL
        THEN 'player_id is null'
        WHEN `t0`.`player_id` < 1
        THEN 'player_id is below 1'
        WHEN `t0`.`player_name` IS NULL
        THEN 'player_name is null'
        WHEN `t0`.`player_lookup` IS NULL
        THEN 'player_lookup is null'
        WHEN `t0`.`status` IS NULL
        THEN 'status is null'
        WHEN NOT (
          `t0`.`status` IN ('PLAYED', 'DNP', 'INACTIVE')
        )
        THEN 'status is not one of PLAYED, DNP, INACTIVE'
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
        WHEN `t0`.`fgm` < 0
        THEN 'fgm is below 0'
        WHEN `t0`.`fgm` > 45
        THEN 'fgm is above 45'
        WHEN `t0`.`fga` < 0
        THEN 'fga is below 0'
        WHEN `t0`.`fga` > 80
        THEN 'fga is above 80'
        WHEN `t0`.`fg3m` < 0
        THEN 'fg3m is below 0'
        WHEN `t0`.`fg3m` > 25
        THEN 'fg3m is above 25'
        WHEN `t0`.`fg3a` < 0
        THEN 'fg3a is below 0'
        WHEN `t0`.`fg3a` > 45
        THEN 'fg3a is above 45'
        WHEN `t0`.`ftm` < 0
        THEN 'ftm is below 0'
        WHEN `t0`.`ftm` > 45
        THEN 'ftm is above 45'
        WHEN `t0`.`fta` < 0
        THEN 'fta is below 0'
        WHEN `t0`.`fta` > 60
        THEN 'fta is above 60'
        WHEN `t0`.`oreb` < 0
        THEN 'oreb is below 0'
        WHEN `t0`.`oreb` > 30
        THEN 'oreb is above 30'
        WHEN `t0`.`dreb` < 0
        THEN 'dreb is below 0'
        WHEN `t0`.`dreb` > 45
        THEN 'dreb is above 45'
        WHEN `t0`.`rebounds` < 0
        THEN 'rebounds is below 0'
        WHEN `t0`.`rebounds` > 60
        THEN 'rebounds is above 60'
        WHEN `t0`.`assists` < 0
        THEN 'assists is below 0'
        WHEN `t0`.`assists` > 40
        THEN 'assists is above 40'
        WHEN `t0`.`steals` < 0
        THEN 'steals is below 0'
        WHEN `t0`.`steals` > 20
        THEN 'steals is above 20'
        WHEN `t0`.`blocks` < 0
        THEN 'blocks is below 0'
        WHEN `t0`.`blocks` > 20
        THEN 'blocks is above 20'
        WHEN `t0`.`turnovers` < 0
        THEN 'turnovers is below 0'
        WHEN `t0`.`turnovers` > 20
        THEN 'turnovers is above 20'
        WHEN `t0`.`fouls` < 0
        THEN 'fouls is below 0'
        WHEN `t0`.`fouls` > 8
        THEN 'fouls is above 8'
        WHEN `t0`.`plus_minus` < -100
        THEN 'plus_minus is below -100'
        WHEN `t0`.`plus_minus` > 100
        THEN 'plus_minus is above 100'
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
  `t0`.`player_id`,
  `t0`.`player_name`,
  `t0`.`player_lookup`,
  `t0`.`status`,
  `t0`.`not_played_reason`,
  `t0`.`started`,
  CASE
    WHEN ABS(`t0`.`minutes`) < 900719925474.0992
    THEN `t0`.`minutes`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes`,
  `t0`.`points`,
  `t0`.`fgm`,
  `t0`.`fga`,
  `t0`.`fg3m`,
  `t0`.`fg3a`,
  `t0`.`ftm`,
  `t0`.`fta`,
  `t0`.`oreb`,
  `t0`.`dreb`,
  `t0`.`rebounds`,
  `t0`.`assists`,
  `t0`.`steals`,
  `t0`.`blocks`,
  `t0`.`turnovers`,
  `t0`.`fouls`,
  `t0`.`plus_minus`
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
            CAST(`t0`.`player_id` AS STRING),
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            CAST(LENGTH(`t0`.`player_lookup`) AS STRING),
            `t0`.`player_lookup`,
            `t0`.`status`,
            COALESCE(CAST(LENGTH(`t0`.`not_played_reason`) AS STRING), '~'),
            COALESCE(`t0`.`not_played_reason`, '~'),
            COALESCE(CAST(CAST(`t0`.`started` AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(`t0`.`points` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fgm` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fga` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fg3m` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fg3a` AS STRING), '~'),
            COALESCE(CAST(`t0`.`ftm` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fta` AS STRING), '~'),
            COALESCE(CAST(`t0`.`oreb` AS STRING), '~'),
            COALESCE(CAST(`t0`.`dreb` AS STRING), '~'),
            COALESCE(CAST(`t0`.`rebounds` AS STRING), '~'),
            COALESCE(CAST(`t0`.`assists` AS STRING), '~'),
            COALESCE(CAST(`t0`.`steals` AS STRING), '~'),
            COALESCE(CAST(`t0`.`blocks` AS STRING), '~'),
            COALESCE(CAST(`t0`.`turnovers` AS STRING), '~'),
            COALESCE(CAST(`t0`.`fouls` AS STRING), '~'),
            COALESCE(CAST(`t0`.`plus_minus` AS STRING), '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
