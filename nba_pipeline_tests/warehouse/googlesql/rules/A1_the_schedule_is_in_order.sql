-- counts
WITH `t2` AS (
  SELECT
    `t1`.`game_date`,
    `t1`.`game_id`,
    `t1`.`season`,
    `t1`.`season_type`,
    `t1`.`tipoff_at`,
    `t1`.`home_team`,
    `t1`.`away_team`,
    `t1`.`status`,
    `t1`.`home_score`,
    `t1`.`away_score`,
    `t1`.`postponed`,
    MIN(`t1`.`game_date`) OVER (
      PARTITION BY `t1`.`game_id`
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS `first_day`
  FROM (
    SELECT
      *
    FROM `schedule` AS `t0`
    WHERE
      NOT (
        `t0`.`postponed`
      )
  ) AS `t1`
), `t12` AS (
  SELECT
    `t4`.`game_date`,
    `t4`.`game_id`,
    `t4`.`game_id` AS `subject`,
    CASE
      WHEN (
        `t4`.`status` = 'FINAL'
      )
      AND (
        (
          `t4`.`home_score` IS NULL
        ) OR (
          `t4`.`away_score` IS NULL
        )
      )
      THEN 'it is over and has no score'
      WHEN `t4`.`first_day` < `t4`.`game_date`
      THEN CONCAT(CONCAT('it stands on ', CAST(`t4`.`first_day` AS STRING)), ' as well')
      WHEN `t11`.`team` IS NOT NULL
      THEN CONCAT(`t11`.`team`, ' plays twice on this day')
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN (
        `t4`.`status` = 'FINAL'
      )
      AND (
        (
          `t4`.`home_score` IS NULL
        ) OR (
          `t4`.`away_score` IS NULL
        )
      )
      THEN 'it is over and has no score'
      WHEN `t4`.`first_day` < `t4`.`game_date`
      THEN CONCAT(CONCAT('it stands on ', CAST(`t4`.`first_day` AS STRING)), ' as well')
      WHEN `t11`.`team` IS NOT NULL
      THEN CONCAT(`t11`.`team`, ' plays twice on this day')
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM `t2` AS `t4`
  LEFT OUTER JOIN (
    SELECT
      `t9`.`game_date`,
      `t9`.`game_id`,
      MIN(`t9`.`team`) AS `team`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t7`.`game_date`,
          `t7`.`game_id`,
          `t7`.`season`,
          `t7`.`season_type`,
          `t7`.`tipoff_at`,
          `t7`.`team`,
          `t7`.`opponent`,
          `t7`.`is_home`,
          COUNT(*) OVER (
            PARTITION BY `t7`.`game_date`, `t7`.`team`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `plays`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t3`.`game_date`,
              `t3`.`game_id`,
              `t3`.`season`,
              `t3`.`season_type`,
              `t3`.`tipoff_at`,
              `t3`.`home_team` AS `team`,
              `t3`.`away_team` AS `opponent`,
              TRUE AS `is_home`
            FROM `t2` AS `t3`
          ) AS `t5`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t3`.`game_date`,
              `t3`.`game_id`,
              `t3`.`season`,
              `t3`.`season_type`,
              `t3`.`tipoff_at`,
              `t3`.`away_team` AS `team`,
              `t3`.`home_team` AS `opponent`,
              FALSE AS `is_home`
            FROM `t2` AS `t3`
          ) AS `t6`
        ) AS `t7`
      ) AS `t8`
      WHERE
        `t8`.`plays` > 1
    ) AS `t9`
    GROUP BY
      1,
      2
  ) AS `t11`
    ON `t4`.`game_date` = `t11`.`game_date` AND `t4`.`game_id` = `t11`.`game_id`
)
SELECT
  `t20`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t16`.`game_date`,
    `t16`.`expected`,
    `t16`.`actual`,
    `t19`.`game_date` AS `missing_game_date`,
    `t19`.`game_id`,
    `t19`.`subject`,
    `t19`.`fact`,
    `t19`.`place`
  FROM (
    SELECT
      `t13`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t13`.`present`) AS `actual`
    FROM `t12` AS `t13`
    GROUP BY
      1
  ) AS `t16`
  LEFT OUTER JOIN (
    SELECT
      `t17`.`game_date`,
      `t17`.`game_id`,
      `t17`.`subject`,
      `t17`.`fact`,
      `t17`.`place`
    FROM (
      SELECT
        `t15`.`game_date`,
        `t15`.`game_id`,
        `t15`.`subject`,
        `t15`.`present`,
        `t15`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t15`.`game_date` ORDER BY `t15`.`game_id` ASC, `t15`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t15`.`game_date`, `t15`.`game_id` ORDER BY `t15`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t13`.`game_date`,
          COALESCE(`t13`.`game_id`, '') AS `game_id`,
          `t13`.`subject`,
          `t13`.`present`,
          `t13`.`fact`
        FROM `t12` AS `t13`
        WHERE
          NOT (
            `t13`.`present`
          )
      ) AS `t15`
    ) AS `t17`
    WHERE
      (
        `t17`.`place` < 20
      ) OR (
        `t17`.`of_game` = 0
      )
  ) AS `t19`
    ON `t16`.`game_date` = `t19`.`game_date`
) AS `t20`
