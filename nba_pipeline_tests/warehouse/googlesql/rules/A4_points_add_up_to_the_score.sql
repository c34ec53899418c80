-- counts
WITH `t19` AS (
  SELECT
    `t18`.`game_date`,
    `t18`.`game_id`,
    `t18`.`subject`,
    CASE
      WHEN `t18`.`points` <> `t18`.`score`
      THEN CONCAT(
        CONCAT(CAST(`t18`.`points` AS STRING), ' points in the boxscore, final score '),
        CAST(`t18`.`score` AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t18`.`points` <> `t18`.`score`
      THEN CONCAT(
        CONCAT(CAST(`t18`.`points` AS STRING), ' points in the boxscore, final score '),
        CAST(`t18`.`score` AS STRING)
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t17`.`game_date`,
      `t17`.`game_id`,
      `t17`.`score`,
      CONCAT(CONCAT(`t17`.`team`, ' '), `t17`.`game_id`) AS `subject`,
      COALESCE(`t10`.`players`, 0) AS `players`,
      COALESCE(`t10`.`minutes`, 0) AS `minutes`,
      COALESCE(`t10`.`points`, 0) AS `points`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t14`.`game_date`,
          `t14`.`game_id`,
          `t14`.`season`,
          `t14`.`season_type`,
          `t14`.`tipoff_at`,
          `t14`.`team`,
          `t14`.`opponent`,
          `t14`.`is_home`,
          `t14`.`status`,
          `t14`.`score`,
          `t14`.`opponent_score`
        FROM (
          SELECT
            `t12`.*
            EXCEPT (`away_score`, `home_score`)
          FROM (
            SELECT
              `t11`.`game_date`,
              `t11`.`game_id`,
              `t11`.`season`,
              `t11`.`season_type`,
              `t11`.`tipoff_at`,
              `t11`.`team`,
              `t11`.`opponent`,
              `t11`.`is_home`,
              `t11`.`status`,
              `t11`.`home_score`,
              `t11`.`away_score`,
              IF(`t11`.`is_home`, `t11`.`home_score`, `t11`.`away_score`) AS `score`,
              IF(`t11`.`is_home`, `t11`.`away_score`, `t11`.`home_score`) AS `opponent_score`
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
              ) AS `t9`
              INNER JOIN (
                SELECT
                  `t1`.`game_date`,
                  `t1`.`game_id`,
                  `t1`.`status`,
                  `t1`.`home_score`,
                  `t1`.`away_score`
                FROM `schedule` AS `t1`
              ) AS `t7`
                ON `t9`.`game_date` = `t7`.`game_date` AND `t9`.`game_id` = `t7`.`game_id`
            ) AS `t11`
          ) AS `t12`
        ) AS `t14`
        WHERE
          EXISTS(
            SELECT
              1
            FROM `player_boxscores` AS `t2`
            WHERE
              `t14`.`game_date` = `t2`.`game_date` AND `t14`.`game_id` = `t2`.`game_id`
          )
      ) AS `t15`
      WHERE
        `t15`.`status` = 'FINAL'
    ) AS `t17`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`game_date`,
        `t0`.`game_id`,
        `t0`.`team`,
        SUM(CAST(`t0`.`minutes` > 0 AS INT64)) AS `players`,
        SUM(`t0`.`minutes`) AS `minutes`,
        SUM(`t0`.`points`) AS `points`
      FROM `player_boxscores` AS `t0`
      GROUP BY
        1,
        2,
        3
    ) AS `t10`
      ON `t17`.`game_date` = `t10`.`game_date`
      AND `t17`.`game_id` = `t10`.`game_id`
      AND `t17`.`team` = `t10`.`team`
  ) AS `t18`
)
SELECT
  `t27`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t23`.`game_date`,
    `t23`.`expected`,
    `t23`.`actual`,
    `t26`.`game_date` AS `missing_game_date`,
    `t26`.`game_id`,
    `t26`.`subject`,
    `t26`.`fact`,
    `t26`.`place`
  FROM (
    SELECT
      `t20`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t20`.`present`) AS `actual`
    FROM `t19` AS `t20`
    GROUP BY
      1
  ) AS `t23`
  LEFT OUTER JOIN (
    SELECT
      `t24`.`game_date`,
      `t24`.`game_id`,
      `t24`.`subject`,
      `t24`.`fact`,
      `t24`.`place`
    FROM (
      SELECT
        `t22`.`game_date`,
        `t22`.`game_id`,
        `t22`.`subject`,
        `t22`.`present`,
        `t22`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t22`.`game_date` ORDER BY `t22`.`game_id` ASC, `t22`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t22`.`game_date`, `t22`.`game_id` ORDER BY `t22`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t20`.`game_date`,
          COALESCE(`t20`.`game_id`, '') AS `game_id`,
          `t20`.`subject`,
          `t20`.`present`,
          `t20`.`fact`
        FROM `t19` AS `t20`
        WHERE
          NOT (
            `t20`.`present`
          )
      ) AS `t22`
    ) AS `t24`
    WHERE
      (
        `t24`.`place` < 20
      ) OR (
        `t24`.`of_game` = 0
      )
  ) AS `t26`
    ON `t23`.`game_date` = `t26`.`game_date`
) AS `t27`
