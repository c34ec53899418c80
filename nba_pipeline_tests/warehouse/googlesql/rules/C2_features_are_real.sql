-- counts
WITH `t10` AS (
  SELECT
    `t6`.`game_date`,
    `t6`.`game_id`,
    COALESCE(`t7`.`subject`, CONCAT('player ', CAST(`t6`.`player_id` AS STRING))) AS `subject`,
    CASE
      WHEN `t3`.`required_defaults` > 0
      THEN CONCAT(CAST(`t3`.`required_defaults` AS STRING), ' defaults')
      WHEN (
        `t3`.`matchup_known` * 2
      ) < 6
      THEN CONCAT(CAST(`t3`.`matchup_known` AS STRING), ' of 6 matchup features')
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN `t3`.`required_defaults` > 0
      THEN CONCAT(CAST(`t3`.`required_defaults` AS STRING), ' defaults')
      WHEN (
        `t3`.`matchup_known` * 2
      ) < 6
      THEN CONCAT(CAST(`t3`.`matchup_known` AS STRING), ' of 6 matchup features')
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      `t0`.`player_id`
    FROM `ml_feature_store_v2` AS `t0`
  ) AS `t6`
  LEFT OUTER JOIN (
    SELECT
      `t1`.`game_date`,
      `t1`.`game_id`,
      `t1`.`player_id`,
      `t1`.`player_name` AS `subject`
    FROM `upcoming_player_game_context` AS `t1`
  ) AS `t7`
    ON `t6`.`game_date` = `t7`.`game_date`
    AND `t6`.`game_id` = `t7`.`game_id`
    AND `t6`.`player_id` = `t7`.`player_id`
  INNER JOIN `ml_feature_store_v2` AS `t3`
    ON `t6`.`game_date` = `t3`.`game_date`
    AND `t6`.`game_id` = `t3`.`game_id`
    AND `t6`.`player_id` = `t3`.`player_id`
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM `upcoming_team_game_context` AS `t2`
        WHERE
          `t2`.`days_since_last_game` IS NULL
      ) AS `t9`
      WHERE
        `t6`.`game_date` = `t9`.`game_date` AND `t6`.`game_id` = `t9`.`game_id`
    )
)
SELECT
  `t18`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t14`.`game_date`,
    `t14`.`expected`,
    `t14`.`actual`,
    `t17`.`game_date` AS `missing_game_date`,
    `t17`.`game_id`,
    `t17`.`subject`,
    `t17`.`fact`,
    `t17`.`place`
  FROM (
    SELECT
      `t11`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t11`.`present`) AS `actual`
    FROM `t10` AS `t11`
    GROUP BY
      1
  ) AS `t14`
  LEFT OUTER JOIN (
    SELECT
      `t15`.`game_date`,
      `t15`.`game_id`,
      `t15`.`subject`,
      `t15`.`fact`,
      `t15`.`place`
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`game_id`,
        `t13`.`subject`,
        `t13`.`present`,
        `t13`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t13`.`game_date` ORDER BY `t13`.`game_id` ASC, `t13`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t13`.`game_date`, `t13`.`game_id` ORDER BY `t13`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t11`.`game_date`,
          COALESCE(`t11`.`game_id`, '') AS `game_id`,
          `t11`.`subject`,
          `t11`.`present`,
          `t11`.`fact`
        FROM `t10` AS `t11`
        WHERE
          NOT (
            `t11`.`present`
          )
      ) AS `t13`
    ) AS `t15`
    WHERE
      (
        `t15`.`place` < 20
      ) OR (
        `t15`.`of_game` = 0
      )
  ) AS `t17`
    ON `t14`.`game_date` = `t17`.`game_date`
) AS `t18`
