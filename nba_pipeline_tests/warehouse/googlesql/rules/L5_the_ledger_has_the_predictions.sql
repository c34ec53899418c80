-- counts
WITH `t12` AS (
  SELECT
    `t11`.`game_date`,
    `t11`.`game_id`,
    `t11`.`subject`,
    `t11`.`present`
  FROM (
    SELECT
      `t9`.`game_date`,
      `t9`.`game_id`,
      COALESCE(`t9`.`name`, CONCAT('player ', CAST(`t9`.`player_id` AS STRING))) AS `subject`,
      `t9`.`told` = `t9`.`found` AS `present`
    FROM (
      SELECT
        COALESCE(`t8`.`game_date`, `t6`.`game_date`) AS `game_date`,
        COALESCE(`t8`.`game_id`, `t6`.`game_id`) AS `game_id`,
        COALESCE(`t8`.`player_id`, `t6`.`player_id`) AS `player_id`,
        `t8`.`name`,
        COALESCE(`t8`.`told`, 0) AS `told`,
        COALESCE(`t6`.`found`, 0) AS `found`
      FROM (
        SELECT
          `t1`.`game_date`,
          `t1`.`game_id`,
          `t1`.`player_id`,
          0 + (
            CAST(`t1`.`system_moving_average` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) + 0 + CAST(`t1`.`system_zone_matchup_v1` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) + CAST(`t1`.`system_similarity_balanced_v1` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) + CAST(`t1`.`system_points_model_v1` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) + CAST(`t1`.`system_ensemble_v1` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64) + CAST(`t1`.`system_market_aware_v1` IN ('there', 'dnp', 'inactive', 'not_quality_ready') AS INT64)
          ) AS `told`,
          `t1`.`player_name` AS `name`
        FROM `player_ledger` AS `t1`
        WHERE
          `t1`.`player_id` IS NOT NULL
      ) AS `t8`
      FULL OUTER JOIN (
        SELECT
          `t4`.`game_date`,
          `t4`.`game_id`,
          `t4`.`player_id`,
          COUNT(*) AS `found`
        FROM (
          SELECT
            *
          FROM `player_prop_predictions` AS `t2`
          WHERE
            `t2`.`is_active` AND `t2`.`predicted_points` IS NOT NULL
        ) AS `t4`
        GROUP BY
          1,
          2,
          3
      ) AS `t6`
        ON `t8`.`game_date` = `t6`.`game_date`
        AND `t8`.`game_id` = `t6`.`game_id`
        AND `t8`.`player_id` = `t6`.`player_id`
    ) AS `t9`
  ) AS `t11`
  WHERE
    EXISTS(
      SELECT
        1
      FROM `schedule` AS `t3`
      WHERE
        `t11`.`game_date` = `t3`.`game_date` AND `t11`.`game_id` = `t3`.`game_id`
    )
)
SELECT
  `t21`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t17`.`game_date`,
    `t17`.`expected`,
    `t17`.`actual`,
    `t20`.`game_date` AS `missing_game_date`,
    `t20`.`game_id`,
    `t20`.`subject`,
    `t20`.`fact`,
    `t20`.`place`
  FROM (
    SELECT
      `t14`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t14`.`present`) AS `actual`
    FROM (
      SELECT
        `t13`.`game_date`,
        `t13`.`game_id`,
        `t13`.`subject`,
        `t13`.`present`,
        CAST(NULL AS STRING) AS `fact`
      FROM `t12` AS `t13`
    ) AS `t14`
    GROUP BY
      1
  ) AS `t17`
  LEFT OUTER JOIN (
    SELECT
      `t18`.`game_date`,
      `t18`.`game_id`,
      `t18`.`subject`,
      `t18`.`fact`,
      `t18`.`place`
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
          CAST(NULL AS STRING) AS `fact`
        FROM `t12` AS `t13`
        WHERE
          NOT (
            `t13`.`present`
          )
      ) AS `t15`
    ) AS `t18`
    WHERE
      (
        `t18`.`place` < 20
      ) OR (
        `t18`.`of_game` = 0
      )
  ) AS `t20`
    ON `t17`.`game_date` = `t20`.`game_date`
) AS `t21`
