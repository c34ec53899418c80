-- counts
WITH `t3` AS (
  SELECT
    `t1`.`game_date`,
    `t1`.`game_id`,
    `t1`.`team`,
    `t1`.`opponent`,
    `t1`.`is_home`,
    `t1`.`points`,
    `t1`.`fgm`,
    `t1`.`fga`,
    `t1`.`fg3m`,
    `t1`.`fg3a`,
    `t1`.`ftm`,
    `t1`.`fta`,
    `t1`.`oreb`,
    `t1`.`dreb`,
    `t1`.`rebounds`,
    `t1`.`assists`,
    `t1`.`steals`,
    `t1`.`blocks`,
    `t1`.`turnovers`,
    `t1`.`fouls`,
    `t1`.`turnovers_with_team`,
    `t1`.`plus_minus`,
    `t1`.`opponent_points`,
    `t1`.`won`,
    `t1`.`team` AS `who`
  FROM `team_boxscores` AS `t1`
), `t11` AS (
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
    `t0`.`minutes`,
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
    `t0`.`plus_minus`,
    CONCAT('player ', CAST(`t0`.`player_id` AS STRING)) AS `who`
  FROM `player_boxscores` AS `t0`
), `t52` AS (
  SELECT
    *
  FROM (
    SELECT
      `t49`.`game_date`,
      `t49`.`game_id`,
      CONCAT('player boxscore ', `t49`.`game_id`) AS `subject`,
      CASE
        WHEN `t49`.`scheduled` IS NULL
        THEN 'the game is not on the day\'s schedule'
        WHEN `t49`.`stranger` IS NOT NULL
        THEN CONCAT(`t49`.`stranger`, ' does not play in this game')
        WHEN `t49`.`repeated` > 0
        THEN CONCAT(CAST(`t49`.`repeated` AS STRING), ' rows are there twice')
        WHEN `t49`.`busy` IS NOT NULL
        THEN CONCAT(`t49`.`busy`, ' is in two games of the day')
        ELSE CAST(NULL AS STRING)
      END IS NULL AS `present`,
      CASE
        WHEN `t49`.`scheduled` IS NULL
        THEN 'the game is not on the day\'s schedule'
        WHEN `t49`.`stranger` IS NOT NULL
        THEN CONCAT(`t49`.`stranger`, ' does not play in this game')
        WHEN `t49`.`repeated` > 0
        THEN CONCAT(CAST(`t49`.`repeated` AS STRING), ' rows are there twice')
        WHEN `t49`.`busy` IS NOT NULL
        THEN CONCAT(`t49`.`busy`, ' is in two games of the day')
        ELSE CAST(NULL AS STRING)
      END AS `fact`
    FROM (
      SELECT
        `t48`.*
        EXCEPT (`twice_game_date`, `twice_game_id`)
      FROM (
        SELECT
          `t45`.`game_date`,
          `t45`.`game_id`,
          `t45`.`repeated`,
          `t45`.`scheduled`,
          `t45`.`stranger`,
          `t36`.`game_date` AS `twice_game_date`,
          `t36`.`game_id` AS `twice_game_id`,
          `t36`.`busy`
        FROM (
          SELECT
            `t41`.`game_date`,
            `t41`.`game_id`,
            `t41`.`repeated`,
            `t41`.`scheduled`,
            `t41`.`stranger`
          FROM (
            SELECT
              `t39`.`game_date`,
              `t39`.`game_id`,
              `t39`.`repeated`,
              `t39`.`scheduled`,
              `t32`.`game_date` AS `stray_game_date`,
              `t32`.`game_id` AS `stray_game_id`,
              `t32`.`stranger`
            FROM (
              SELECT
                `t33`.`game_date`,
                `t33`.`game_id`,
                `t33`.`repeated`,
                `t33`.`scheduled`
              FROM (
                SELECT
                  `t23`.`game_date`,
                  `t23`.`game_id`,
                  `t23`.`repeated`,
                  `t8`.`game_date` AS `known_game_date`,
                  `t8`.`game_id` AS `known_game_id`,
                  `t8`.`scheduled`
                FROM (
                  SELECT
                    `t14`.`game_date`,
                    `t14`.`game_id`,
                    COUNT(*) - COUNT(DISTINCT `t14`.`who`) AS `repeated`
                  FROM `t11` AS `t14`
                  GROUP BY
                    1,
                    2
                ) AS `t23`
                LEFT OUTER JOIN (
                  SELECT
                    `t2`.`game_date`,
                    `t2`.`game_id`,
                    TRUE AS `scheduled`
                  FROM `schedule` AS `t2`
                ) AS `t8`
                  ON `t23`.`game_date` = `t8`.`game_date` AND `t23`.`game_id` = `t8`.`game_id`
              ) AS `t33`
            ) AS `t39`
            LEFT OUTER JOIN (
              SELECT
                `t22`.`game_date`,
                `t22`.`game_id`,
                MIN(`t22`.`team`) AS `stranger`
              FROM (
                SELECT
                  `t15`.`game_date`,
                  `t15`.`game_id`,
                  `t15`.`team`,
                  `t15`.`opponent`,
                  `t15`.`is_home`,
                  `t15`.`player_id`,
                  `t15`.`player_name`,
                  `t15`.`player_lookup`,
                  `t15`.`status`,
                  `t15`.`not_played_reason`,
                  `t15`.`started`,
                  `t15`.`minutes`,
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
                  `t15`.`plus_minus`,
                  `t15`.`who`
                FROM `t11` AS `t15`
                WHERE
                  NOT EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t2`.`game_date`,
                          `t2`.`game_id`,
                          `t2`.`season`,
                          `t2`.`season_type`,
                          `t2`.`tipoff_at`,
                          `t2`.`home_team` AS `team`,
                          `t2`.`away_team` AS `opponent`,
                          TRUE AS `is_home`
                        FROM `schedule` AS `t2`
                      ) AS `t5`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t2`.`game_date`,
                          `t2`.`game_id`,
                          `t2`.`season`,
                          `t2`.`season_type`,
                          `t2`.`tipoff_at`,
                          `t2`.`away_team` AS `team`,
                          `t2`.`home_team` AS `opponent`,
                          FALSE AS `is_home`
                        FROM `schedule` AS `t2`
                      ) AS `t6`
                    ) AS `t13`
                    WHERE
                      `t15`.`game_date` = `t13`.`game_date`
                      AND `t15`.`game_id` = `t13`.`game_id`
                      AND `t15`.`team` = `t13`.`team`
                  )
              ) AS `t22`
              GROUP BY
                1,
                2
            ) AS `t32`
              ON `t39`.`game_date` = `t32`.`game_date` AND `t39`.`game_id` = `t32`.`game_id`
          ) AS `t41`
        ) AS `t45`
        LEFT OUTER JOIN (
          SELECT
            `t25`.`game_date`,
            `t25`.`game_id`,
            MIN(`t25`.`who`) AS `busy`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t10`.`game_date`,
                `t10`.`game_id`,
                `t10`.`team`,
                `t10`.`opponent`,
                `t10`.`is_home`,
                `t10`.`player_id`,
                `t10`.`player_name`,
                `t10`.`player_lookup`,
                `t10`.`status`,
                `t10`.`not_played_reason`,
                `t10`.`started`,
                `t10`.`minutes`,
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
                `t10`.`plus_minus`,
                `t10`.`who`,
                COUNT(DISTINCT `t10`.`game_id`) OVER (PARTITION BY `t10`.`game_date`, `t10`.`who`) AS `games`
              FROM (
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
                  `t0`.`minutes`,
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
                  `t0`.`plus_minus`,
                  CONCAT('player ', CAST(`t0`.`player_id` AS STRING)) AS `who`
                FROM `player_boxscores` AS `t0`
                WHERE
                  `t0`.`minutes` > 0
              ) AS `t10`
            ) AS `t18`
            WHERE
              `t18`.`games` > 1
          ) AS `t25`
          GROUP BY
            1,
            2
        ) AS `t36`
          ON `t45`.`game_date` = `t36`.`game_date` AND `t45`.`game_id` = `t36`.`game_id`
      ) AS `t48`
    ) AS `t49`
  ) AS `t51`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t47`.`game_date`,
      `t47`.`game_id`,
      CONCAT('team boxscore ', `t47`.`game_id`) AS `subject`,
      CASE
        WHEN `t47`.`scheduled` IS NULL
        THEN 'the game is not on the day\'s schedule'
        WHEN `t47`.`stranger` IS NOT NULL
        THEN CONCAT(`t47`.`stranger`, ' does not play in this game')
        WHEN `t47`.`repeated` > 0
        THEN CONCAT(CAST(`t47`.`repeated` AS STRING), ' rows are there twice')
        WHEN `t47`.`busy` IS NOT NULL
        THEN CONCAT(`t47`.`busy`, ' is in two games of the day')
        ELSE CAST(NULL AS STRING)
      END IS NULL AS `present`,
      CASE
        WHEN `t47`.`scheduled` IS NULL
        THEN 'the game is not on the day\'s schedule'
        WHEN `t47`.`stranger` IS NOT NULL
        THEN CONCAT(`t47`.`stranger`, ' does not play in this game')
        WHEN `t47`.`repeated` > 0
        THEN CONCAT(CAST(`t47`.`repeated` AS STRING), ' rows are there twice')
        WHEN `t47`.`busy` IS NOT NULL
        THEN CONCAT(`t47`.`busy`, ' is in two games of the day')
        ELSE CAST(NULL AS STRING)
      END AS `fact`
    FROM (
      SELECT
        `t46`.*
        EXCEPT (`twice_game_date`, `twice_game_id`)
      FROM (
        SELECT
          `t43`.`game_date`,
          `t43`.`game_id`,
          `t43`.`repeated`,
          `t43`.`scheduled`,
          `t43`.`stranger`,
          `t34`.`game_date` AS `twice_game_date`,
          `t34`.`game_id` AS `twice_game_id`,
          `t34`.`busy`
        FROM (
          SELECT
            `t40`.`game_date`,
            `t40`.`game_id`,
            `t40`.`repeated`,
            `t40`.`scheduled`,
            `t40`.`stranger`
          FROM (
            SELECT
              `t37`.`game_date`,
              `t37`.`game_id`,
              `t37`.`repeated`,
              `t37`.`scheduled`,
              `t28`.`game_date` AS `stray_game_date`,
              `t28`.`game_id` AS `stray_game_id`,
              `t28`.`stranger`
            FROM (
              SELECT
                `t27`.`game_date`,
                `t27`.`game_id`,
                `t27`.`repeated`,
                `t27`.`scheduled`
              FROM (
                SELECT
                  `t19`.`game_date`,
                  `t19`.`game_id`,
                  `t19`.`repeated`,
                  `t8`.`game_date` AS `known_game_date`,
                  `t8`.`game_id` AS `known_game_id`,
                  `t8`.`scheduled`
                FROM (
                  SELECT
                    `t7`.`game_date`,
                    `t7`.`game_id`,
                    COUNT(*) - COUNT(DISTINCT `t7`.`who`) AS `repeated`
                  FROM `t3` AS `t7`
                  GROUP BY
                    1,
                    2
                ) AS `t19`
                LEFT OUTER JOIN (
                  SELECT
                    `t2`.`game_date`,
                    `t2`.`game_id`,
                    TRUE AS `scheduled`
                  FROM `schedule` AS `t2`
                ) AS `t8`
                  ON `t19`.`game_date` = `t8`.`game_date` AND `t19`.`game_id` = `t8`.`game_id`
              ) AS `t27`
            ) AS `t37`
            LEFT OUTER JOIN (
              SELECT
                `t20`.`game_date`,
                `t20`.`game_id`,
                MIN(`t20`.`team`) AS `stranger`
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
                  `t12`.`who`
                FROM `t3` AS `t12`
                WHERE
                  NOT EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t2`.`game_date`,
                          `t2`.`game_id`,
                          `t2`.`season`,
                          `t2`.`season_type`,
                          `t2`.`tipoff_at`,
                          `t2`.`home_team` AS `team`,
                          `t2`.`away_team` AS `opponent`,
                          TRUE AS `is_home`
                        FROM `schedule` AS `t2`
                      ) AS `t5`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t2`.`game_date`,
                          `t2`.`game_id`,
                          `t2`.`season`,
                          `t2`.`season_type`,
                          `t2`.`tipoff_at`,
                          `t2`.`away_team` AS `team`,
                          `t2`.`home_team` AS `opponent`,
                          FALSE AS `is_home`
                        FROM `schedule` AS `t2`
                      ) AS `t6`
                    ) AS `t13`
                    WHERE
                      `t12`.`game_date` = `t13`.`game_date`
                      AND `t12`.`game_id` = `t13`.`game_id`
                      AND `t12`.`team` = `t13`.`team`
                  )
              ) AS `t20`
              GROUP BY
                1,
                2
            ) AS `t28`
              ON `t37`.`game_date` = `t28`.`game_date` AND `t37`.`game_id` = `t28`.`game_id`
          ) AS `t40`
        ) AS `t43`
        LEFT OUTER JOIN (
          SELECT
            `t24`.`game_date`,
            `t24`.`game_id`,
            MIN(`t24`.`who`) AS `busy`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t7`.`game_date`,
                `t7`.`game_id`,
                `t7`.`team`,
                `t7`.`opponent`,
                `t7`.`is_home`,
                `t7`.`points`,
                `t7`.`fgm`,
                `t7`.`fga`,
                `t7`.`fg3m`,
                `t7`.`fg3a`,
                `t7`.`ftm`,
                `t7`.`fta`,
                `t7`.`oreb`,
                `t7`.`dreb`,
                `t7`.`rebounds`,
                `t7`.`assists`,
                `t7`.`steals`,
                `t7`.`blocks`,
                `t7`.`turnovers`,
                `t7`.`fouls`,
                `t7`.`turnovers_with_team`,
                `t7`.`plus_minus`,
                `t7`.`opponent_points`,
                `t7`.`won`,
                `t7`.`who`,
                COUNT(DISTINCT `t7`.`game_id`) OVER (PARTITION BY `t7`.`game_date`, `t7`.`who`) AS `games`
              FROM `t3` AS `t7`
            ) AS `t16`
            WHERE
              `t16`.`games` > 1
          ) AS `t24`
          GROUP BY
            1,
            2
        ) AS `t34`
          ON `t43`.`game_date` = `t34`.`game_date` AND `t43`.`game_id` = `t34`.`game_id`
      ) AS `t46`
    ) AS `t47`
  ) AS `t50`
)
SELECT
  `t60`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t56`.`game_date`,
    `t56`.`expected`,
    `t56`.`actual`,
    `t59`.`game_date` AS `missing_game_date`,
    `t59`.`game_id`,
    `t59`.`subject`,
    `t59`.`fact`,
    `t59`.`place`
  FROM (
    SELECT
      `t53`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t53`.`present`) AS `actual`
    FROM `t52` AS `t53`
    GROUP BY
      1
  ) AS `t56`
  LEFT OUTER JOIN (
    SELECT
      `t57`.`game_date`,
      `t57`.`game_id`,
      `t57`.`subject`,
      `t57`.`fact`,
      `t57`.`place`
    FROM (
      SELECT
        `t55`.`game_date`,
        `t55`.`game_id`,
        `t55`.`subject`,
        `t55`.`present`,
        `t55`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t55`.`game_date` ORDER BY `t55`.`game_id` ASC, `t55`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t55`.`game_date`, `t55`.`game_id` ORDER BY `t55`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t53`.`game_date`,
          COALESCE(`t53`.`game_id`, '') AS `game_id`,
          `t53`.`subject`,
          `t53`.`present`,
          `t53`.`fact`
        FROM `t52` AS `t53`
        WHERE
          NOT (
            `t53`.`present`
          )
      ) AS `t55`
    ) AS `t57`
    WHERE
      (
        `t57`.`place` < 20
      ) OR (
        `t57`.`of_game` = 0
      )
  ) AS `t59`
    ON `t56`.`game_date` = `t59`.`game_date`
) AS `t60`
