-- rows
WITH `t12` AS (
  SELECT
    `t2`.`game_date`,
    `t2`.`game_id`,
    `t2`.`event_id`,
    `t2`.`home_team`,
    `t2`.`away_team`,
    `t2`.`player_name`,
    `t2`.`player_lookup`,
    `t2`.`bookmaker`,
    `t2`.`book_type`,
    `t2`.`line`,
    `t2`.`over_price`,
    `t2`.`under_price`,
    `t2`.`n_books`,
    `t2`.`snapshot_at`,
    `t2`.`snapshot_known`,
    `t7`.`game_date` AS `given_game_date`,
    `t7`.`given_game`,
    `t11`.`game_date` AS `side_game_date`,
    `t11`.`home_team` AS `side_home_team`,
    `t11`.`away_team` AS `side_away_team`,
    `t11`.`team_game`
  FROM `answer` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id` AS `given_game`
    FROM `schedule` AS `t0`
  ) AS `t7`
    ON `t2`.`game_date` = `t7`.`game_date` AND `t2`.`game_id` = `t7`.`given_game`
  LEFT OUTER JOIN (
    SELECT
      `t9`.`game_date`,
      `t9`.`team` AS `home_team`,
      `t9`.`opponent` AS `away_team`,
      `t9`.`game_id` AS `team_game`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`game_date`,
          `t0`.`game_id`,
          `t0`.`season`,
          `t0`.`season_type`,
          `t0`.`tipoff_at`,
          `t0`.`home_team` AS `team`,
          `t0`.`away_team` AS `opponent`,
          TRUE AS `is_home`
        FROM `schedule` AS `t0`
      ) AS `t5`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t0`.`game_date`,
          `t0`.`game_id`,
          `t0`.`season`,
          `t0`.`season_type`,
          `t0`.`tipoff_at`,
          `t0`.`away_team` AS `team`,
          `t0`.`home_team` AS `opponent`,
          FALSE AS `is_home`
        FROM `schedule` AS `t0`
      ) AS `t6`
    ) AS `t9`
  ) AS `t11`
    ON `t2`.`game_date` = `t11`.`game_date`
    AND `t2`.`home_team` = `t11`.`home_team`
    AND `t2`.`away_team` = `t11`.`away_team`
)
SELECT
  `t25`.`game_date`,
  `t25`.`game_id`,
  `t25`.`player_lookup`,
  `t25`.`bookmaker`,
  TIMESTAMP_TRUNC(`t25`.`snapshot_at`, SECOND) AS `snapshot_at`,
  `t25`.`snapshot_known`,
  CAST(ROUND(ieee_divide(TIMESTAMP_DIFF(`t25`.`tipoff_at`, `t25`.`snapshot_at`, SECOND), 60), 4) AS FLOAT64) AS `minutes_before_tipoff`,
  `t25`.`player_name`,
  `t25`.`book_type`,
  CAST(ROUND(`t25`.`line`, 4) AS FLOAT64) AS `line`,
  `t25`.`over_price`,
  `t25`.`under_price`,
  `t25`.`n_books`,
  `t25`.`n_quotes`
FROM (
  SELECT
    `t24`.`game_date`,
    `t24`.`game_id`,
    `t24`.`event_id`,
    `t24`.`home_team`,
    `t24`.`away_team`,
    `t24`.`player_name`,
    `t24`.`player_lookup`,
    `t24`.`bookmaker`,
    `t24`.`book_type`,
    `t24`.`line`,
    `t24`.`over_price`,
    `t24`.`under_price`,
    `t24`.`n_books`,
    `t24`.`snapshot_at`,
    `t24`.`snapshot_known`,
    `t24`.`rank`,
    `t24`.`n_quotes`,
    `t8`.`game_date` AS `tipoff_game_date`,
    `t8`.`game_id` AS `tipoff_game_id`,
    `t8`.`tipoff_at`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t21`.`game_date`,
        `t21`.`game_id`,
        `t21`.`event_id`,
        `t21`.`home_team`,
        `t21`.`away_team`,
        `t21`.`player_name`,
        `t21`.`player_lookup`,
        `t21`.`bookmaker`,
        `t21`.`book_type`,
        `t21`.`line`,
        `t21`.`over_price`,
        `t21`.`under_price`,
        `t21`.`n_books`,
        `t21`.`snapshot_at`,
        `t21`.`snapshot_known`,
        ROW_NUMBER() OVER (
          PARTITION BY `t21`.`game_date`, `t21`.`game_id`, `t21`.`player_lookup`, `t21`.`bookmaker`, `t21`.`snapshot_at`
          ORDER BY COALESCE(
            CAST(ROUND(
              ABS(
                ieee_divide(
                  ieee_divide(
                    IF(`t21`.`over_price` < 0, ABS(`t21`.`over_price`), 100),
                    ABS(`t21`.`over_price`) + 100
                  ),
                  ieee_divide(
                    IF(`t21`.`over_price` < 0, ABS(`t21`.`over_price`), 100),
                    ABS(`t21`.`over_price`) + 100
                  ) + ieee_divide(
                    IF(`t21`.`under_price` < 0, ABS(`t21`.`under_price`), 100),
                    ABS(`t21`.`under_price`) + 100
                  )
                ) - 0.5
              ),
              4
            ) AS FLOAT64),
            1
          ) ASC, `t21`.`line` ASC, COALESCE(`t21`.`over_price`, 0) ASC, COALESCE(`t21`.`under_price`, 0) ASC, COALESCE(`t21`.`n_books`, 0) ASC, `t21`.`player_name` ASC
        ) - 1 AS `rank`,
        COUNT(*) OVER (
          PARTITION BY `t21`.`game_date`, `t21`.`game_id`, `t21`.`player_lookup`, `t21`.`bookmaker`, `t21`.`snapshot_at`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `n_quotes`
      FROM (
        SELECT
          `t20`.`game_date`,
          COALESCE(`t20`.`own_game`, `t20`.`event_game`) AS `game_id`,
          `t20`.`event_id`,
          `t20`.`home_team`,
          `t20`.`away_team`,
          `t20`.`player_name`,
          `t20`.`player_lookup`,
          `t20`.`bookmaker`,
          `t20`.`book_type`,
          `t20`.`line`,
          IF(ABS(`t20`.`over_price`) >= 100, `t20`.`over_price`, CAST(NULL AS INT64)) AS `over_price`,
          IF(ABS(`t20`.`under_price`) >= 100, `t20`.`under_price`, CAST(NULL AS INT64)) AS `under_price`,
          `t20`.`n_books`,
          `t20`.`snapshot_at`,
          `t20`.`snapshot_known`
        FROM (
          SELECT
            `t16`.`game_date`,
            `t16`.`game_id`,
            `t16`.`event_id`,
            `t16`.`home_team`,
            `t16`.`away_team`,
            `t16`.`player_name`,
            `t16`.`player_lookup`,
            `t16`.`bookmaker`,
            `t16`.`book_type`,
            `t16`.`line`,
            `t16`.`over_price`,
            `t16`.`under_price`,
            `t16`.`n_books`,
            `t16`.`snapshot_at`,
            `t16`.`snapshot_known`,
            `t16`.`own_game`,
            `t19`.`game_date` AS `event_game_date`,
            `t19`.`event_id` AS `event_event_id`,
            `t19`.`event_game`
          FROM (
            SELECT
              `t13`.`game_date`,
              `t13`.`game_id`,
              `t13`.`event_id`,
              `t13`.`home_team`,
              `t13`.`away_team`,
              `t13`.`player_name`,
              `t13`.`player_lookup`,
              `t13`.`bookmaker`,
              `t13`.`book_type`,
              `t13`.`line`,
              `t13`.`over_price`,
              `t13`.`under_price`,
              `t13`.`n_books`,
              `t13`.`snapshot_at`,
              `t13`.`snapshot_known`,
              COALESCE(`t13`.`given_game`, `t13`.`team_game`) AS `own_game`
            FROM `t12` AS `t13`
          ) AS `t16`
          LEFT OUTER JOIN (
            SELECT
              `t17`.`game_date`,
              `t17`.`event_id`,
              `t17`.`event_game`
            FROM (
              SELECT
                `t15`.`game_date`,
                `t15`.`event_id`,
                MIN(`t15`.`own_game`) AS `event_game`,
                COUNT(DISTINCT `t15`.`own_game`) AS `games`
              FROM (
                SELECT
                  `t13`.`game_date`,
                  `t13`.`game_id`,
                  `t13`.`event_id`,
                  `t13`.`home_team`,
                  `t13`.`away_team`,
                  `t13`.`player_name`,
                  `t13`.`player_lookup`,
                  `t13`.`bookmaker`,
                  `t13`.`book_type`,
                  `t13`.`line`,
                  `t13`.`over_price`,
                  `t13`.`under_price`,
                  `t13`.`n_books`,
                  `t13`.`snapshot_at`,
                  `t13`.`snapshot_known`,
                  COALESCE(`t13`.`given_game`, `t13`.`team_game`) AS `own_game`
                FROM `t12` AS `t13`
                WHERE
                  `t13`.`event_id` IS NOT NULL
              ) AS `t15`
              GROUP BY
                1,
                2
            ) AS `t17`
            WHERE
              `t17`.`games` = 1
          ) AS `t19`
            ON `t16`.`game_date` = `t19`.`game_date` AND `t16`.`event_id` = `t19`.`event_id`
        ) AS `t20`
        WHERE
          COALESCE(`t20`.`own_game`, `t20`.`event_game`) IS NOT NULL
      ) AS `t21`
    ) AS `t22`
    WHERE
      `t22`.`rank` = 0
  ) AS `t24`
  LEFT OUTER JOIN (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`tipoff_at`
    FROM `schedule` AS `t0`
  ) AS `t8`
    ON `t24`.`game_date` = `t8`.`game_date` AND `t24`.`game_id` = `t8`.`game_id`
) AS `t25`

-- set_aside
WITH `t10` AS (
  SELECT
    `t2`.`game_date`,
    `t2`.`game_id`,
    `t2`.`event_id`,
    `t2`.`home_team`,
    `t2`.`away_team`,
    `t2`.`player_name`,
    `t2`.`player_lookup`,
    `t2`.`bookmaker`,
    `t2`.`book_type`,
    `t2`.`line`,
    `t2`.`over_price`,
    `t2`.`under_price`,
    `t2`.`n_books`,
    `t2`.`snapshot_at`,
    `t2`.`snapshot_known`,
    `t6`.`game_date` AS `given_game_date`,
    `t6`.`given_game`,
    `t9`.`game_date` AS `side_game_date`,
    `t9`.`home_team` AS `side_home_team`,
    `t9`.`away_team` AS `side_away_team`,
    `t9`.`team_game`
  FROM `answer` AS `t2`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id` AS `given_game`
    FROM `schedule` AS `t1`
  ) AS `t6`
    ON `t2`.`game_date` = `t6`.`game_date` AND `t2`.`game_id` = `t6`.`given_game`
  LEFT OUTER JOIN (
    SELECT
      `t7`.`game_date`,
      `t7`.`team` AS `home_team`,
      `t7`.`opponent` AS `away_team`,
      `t7`.`game_id` AS `team_game`
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
      ) AS `t4`
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
      ) AS `t5`
    ) AS `t7`
  ) AS `t9`
    ON `t2`.`game_date` = `t9`.`game_date`
    AND `t2`.`home_team` = `t9`.`home_team`
    AND `t2`.`away_team` = `t9`.`away_team`
)
SELECT
  `t18`.`game_date`,
  COALESCE(`t18`.`own_game`, `t18`.`event_game`) AS `game_id`,
  CONCAT(CONCAT(`t18`.`player_name`, ' by '), `t18`.`bookmaker`) AS `item`,
  IF(
    `t18`.`home_team` IS NULL,
    'the quote names no team, and no other quote of its event tells the game',
    'the schedule has no game of these teams on this day'
  ) AS `reason`
FROM (
  SELECT
    `t14`.`game_date`,
    `t14`.`game_id`,
    `t14`.`event_id`,
    `t14`.`home_team`,
    `t14`.`away_team`,
    `t14`.`player_name`,
    `t14`.`player_lookup`,
    `t14`.`bookmaker`,
    `t14`.`book_type`,
    `t14`.`line`,
    `t14`.`over_price`,
    `t14`.`under_price`,
    `t14`.`n_books`,
    `t14`.`snapshot_at`,
    `t14`.`snapshot_known`,
    `t14`.`own_game`,
    `t17`.`game_date` AS `event_game_date`,
    `t17`.`event_id` AS `event_event_id`,
    `t17`.`event_game`
  FROM (
    SELECT
      `t11`.`game_date`,
      `t11`.`game_id`,
      `t11`.`event_id`,
      `t11`.`home_team`,
      `t11`.`away_team`,
      `t11`.`player_name`,
      `t11`.`player_lookup`,
      `t11`.`bookmaker`,
      `t11`.`book_type`,
      `t11`.`line`,
      `t11`.`over_price`,
      `t11`.`under_price`,
      `t11`.`n_books`,
      `t11`.`snapshot_at`,
      `t11`.`snapshot_known`,
      COALESCE(`t11`.`given_game`, `t11`.`team_game`) AS `own_game`
    FROM `t10` AS `t11`
  ) AS `t14`
  LEFT OUTER JOIN (
    SELECT
      `t15`.`game_date`,
      `t15`.`event_id`,
      `t15`.`event_game`
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`event_id`,
        MIN(`t13`.`own_game`) AS `event_game`,
        COUNT(DISTINCT `t13`.`own_game`) AS `games`
      FROM (
        SELECT
          `t11`.`game_date`,
          `t11`.`game_id`,
          `t11`.`event_id`,
          `t11`.`home_team`,
          `t11`.`away_team`,
          `t11`.`player_name`,
          `t11`.`player_lookup`,
          `t11`.`bookmaker`,
          `t11`.`book_type`,
          `t11`.`line`,
          `t11`.`over_price`,
          `t11`.`under_price`,
          `t11`.`n_books`,
          `t11`.`snapshot_at`,
          `t11`.`snapshot_known`,
          COALESCE(`t11`.`given_game`, `t11`.`team_game`) AS `own_game`
        FROM `t10` AS `t11`
        WHERE
          `t11`.`event_id` IS NOT NULL
      ) AS `t13`
      GROUP BY
        1,
        2
    ) AS `t15`
    WHERE
      `t15`.`games` = 1
  ) AS `t17`
    ON `t14`.`game_date` = `t17`.`game_date` AND `t14`.`event_id` = `t17`.`event_id`
) AS `t18`
WHERE
  COALESCE(`t18`.`own_game`, `t18`.`event_game`) IS NULL

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`player_lookup`,
    `t0`.`bookmaker`,
    `t0`.`snapshot_at`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2,
    3,
    4,
    5
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
        WHEN `t0`.`player_lookup` IS NULL
        THEN 'player_lookup is null'
        WHEN `t0`.`bookmaker` IS NULL
        THEN 'bookmaker is null'
        WHEN `t0`.`snapshot_at` IS NULL
        THEN 'snapshot_at is null'
        WHEN `t0`.`snapshot_known` IS NULL
        THEN 'snapshot_known is null'
        WHEN IS_NAN(`t0`.`minutes_before_tipoff`) OR IS_INF(`t0`.`minutes_before_tipoff`)
        THEN 'minutes_before_tipoff is not a number'
        WHEN `t0`.`minutes_before_tipoff` < -720
        THEN 'minutes_before_tipoff is below -720'
        WHEN `t0`.`minutes_before_tipoff` > 20160
        THEN 'minutes_before_tipoff is above 20160'
        WHEN `t0`.`player_name` IS NULL
        THEN 'player_name is null'
        WHEN `t0`.`book_type` IS NULL
        THEN 'book_type is null'
        WHEN NOT (
          `t0`.`book_type` IN ('sportsbook', 'consensus', 'dfs')
        )
        THEN 'book_type is not one of sportsbook, consensus, dfs'
        WHEN `t0`.`line` IS NULL
        THEN 'line is null'
        WHEN IS_NAN(`t0`.`line`) OR IS_INF(`t0`.`line`)
        THEN 'line is not a number'
        WHEN `t0`.`line` < 0.5
        THEN 'line is below 0.5'
        WHEN `t0`.`line` > 80
        THEN 'line is above 80'
        WHEN `t0`.`over_price` < -100000
        THEN 'over_price is below -100000'
        WHEN `t0`.`over_price` > 100000
        THEN 'over_price is above 100000'
        WHEN `t0`.`under_price` < -100000
        THEN 'under_price is below -100000'
        WHEN `t0`.`under_price` > 100000
        THEN 'under_price is above 100000'
        WHEN `t0`.`n_books` < 1
        THEN 'n_books is below 1'
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
  `t0`.`player_lookup`,
  `t0`.`bookmaker`,
  `t0`.`snapshot_at`,
  `t0`.`snapshot_known`,
  CASE
    WHEN ABS(`t0`.`minutes_before_tipoff`) < 900719925474.0992
    THEN `t0`.`minutes_before_tipoff`
    ELSE CAST(NULL AS FLOAT64)
  END AS `minutes_before_tipoff`,
  `t0`.`player_name`,
  `t0`.`book_type`,
  CASE
    WHEN ABS(`t0`.`line`) < 900719925474.0992
    THEN `t0`.`line`
    ELSE CAST(NULL AS FLOAT64)
  END AS `line`,
  `t0`.`over_price`,
  `t0`.`under_price`,
  `t0`.`n_books`,
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
            CAST(LENGTH(`t0`.`player_lookup`) AS STRING),
            `t0`.`player_lookup`,
            CAST(LENGTH(`t0`.`bookmaker`) AS STRING),
            `t0`.`bookmaker`,
            CAST(CAST(UNIX_SECONDS(`t0`.`snapshot_at`) AS INT64) AS STRING),
            CAST(CAST(`t0`.`snapshot_known` AS INT64) AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`minutes_before_tipoff` * 10000, 0) AS INT64) AS STRING), '~'),
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            `t0`.`book_type`,
            CAST(CAST(ROUND(`t0`.`line` * 10000, 0) AS INT64) AS STRING),
            COALESCE(CAST(`t0`.`over_price` AS STRING), '~'),
            COALESCE(CAST(`t0`.`under_price` AS STRING), '~'),
            COALESCE(CAST(`t0`.`n_books` AS STRING), '~'),
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
