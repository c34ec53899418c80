-- counts
WITH `t4` AS (
  SELECT
    *
  FROM `player_prop_predictions` AS `t2`
  WHERE
    `t2`.`is_active`
), `t15` AS (
  SELECT
    `t14`.`game_date`,
    `t14`.`game_id`,
    `t14`.`subject`,
    CASE
      WHEN NOT (
        (
          `t14`.`by` = `t14`.`systems`
        )
        AND (
          `t14`.`rows` = `t14`.`by`
        )
        AND (
          `t14`.`systems` > 0
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(CONCAT(CAST(`t14`.`rows` AS STRING), ' rows by '), CAST(`t14`.`by` AS STRING)),
            ' of '
          ),
          CAST(`t14`.`systems` AS STRING)
        ),
        ' systems'
      )
      ELSE CAST(NULL AS STRING)
    END IS NULL AS `present`,
    CASE
      WHEN NOT (
        (
          `t14`.`by` = `t14`.`systems`
        )
        AND (
          `t14`.`rows` = `t14`.`by`
        )
        AND (
          `t14`.`systems` > 0
        )
      )
      THEN CONCAT(
        CONCAT(
          CONCAT(
            CONCAT(CONCAT(CAST(`t14`.`rows` AS STRING), ' rows by '), CAST(`t14`.`by` AS STRING)),
            ' of '
          ),
          CAST(`t14`.`systems` AS STRING)
        ),
        ' systems'
      )
      ELSE CAST(NULL AS STRING)
    END AS `fact`
  FROM (
    SELECT
      `t13`.`game_date`,
      `t13`.`game_id`,
      `t13`.`player_id`,
      `t13`.`subject`,
      `t13`.`found_game_date`,
      `t13`.`found_game_id`,
      `t13`.`found_player_id`,
      COALESCE(`t13`.`rows`, 0) AS `rows`,
      COALESCE(`t13`.`by`, 0) AS `by`,
      `t13`.`systems_game_date`,
      COALESCE(`t13`.`systems`, 0) AS `systems`
    FROM (
      SELECT
        `t8`.`game_date`,
        `t8`.`game_id`,
        `t8`.`player_id`,
        `t8`.`player_name` AS `subject`,
        `t11`.`game_date` AS `found_game_date`,
        `t11`.`game_id` AS `found_game_id`,
        `t11`.`player_id` AS `found_player_id`,
        `t11`.`rows`,
        `t11`.`by`,
        `t12`.`game_date` AS `systems_game_date`,
        `t12`.`systems`
      FROM (
        SELECT
          *
        FROM `upcoming_player_game_context` AS `t0`
        WHERE
          `t0`.`points_line` IS NOT NULL AND COALESCE(`t0`.`injury_status`, '') <> 'out'
      ) AS `t8`
      LEFT OUTER JOIN (
        SELECT
          `t6`.`game_date`,
          `t6`.`game_id`,
          `t6`.`player_id`,
          COUNT(*) AS `rows`,
          COUNT(DISTINCT `t6`.`system_id`) AS `by`
        FROM `t4` AS `t6`
        GROUP BY
          1,
          2,
          3
      ) AS `t11`
        ON `t8`.`game_date` = `t11`.`game_date`
        AND `t8`.`game_id` = `t11`.`game_id`
        AND `t8`.`player_id` = `t11`.`player_id`
      LEFT OUTER JOIN (
        SELECT
          `t6`.`game_date`,
          COUNT(DISTINCT `t6`.`system_id`) AS `systems`
        FROM `t4` AS `t6`
        GROUP BY
          1
      ) AS `t12`
        ON `t8`.`game_date` = `t12`.`game_date`
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              `t1`.`game_date`,
              `t1`.`game_id`,
              `t1`.`player_id`
            FROM `ml_feature_store_v2` AS `t1`
            WHERE
              `t1`.`is_quality_ready`
          ) AS `t5`
          WHERE
            `t8`.`game_date` = `t5`.`game_date`
            AND `t8`.`game_id` = `t5`.`game_id`
            AND `t8`.`player_id` = `t5`.`player_id`
        )
    ) AS `t13`
  ) AS `t14`
)
SELECT
  `t23`.*
  EXCEPT (`missing_game_date`)
FROM (
  SELECT
    `t19`.`game_date`,
    `t19`.`expected`,
    `t19`.`actual`,
    `t22`.`game_date` AS `missing_game_date`,
    `t22`.`game_id`,
    `t22`.`subject`,
    `t22`.`fact`,
    `t22`.`place`
  FROM (
    SELECT
      `t16`.`game_date`,
      COUNT(*) AS `expected`,
      COUNTIF(`t16`.`present`) AS `actual`
    FROM `t15` AS `t16`
    GROUP BY
      1
  ) AS `t19`
  LEFT OUTER JOIN (
    SELECT
      `t20`.`game_date`,
      `t20`.`game_id`,
      `t20`.`subject`,
      `t20`.`fact`,
      `t20`.`place`
    FROM (
      SELECT
        `t18`.`game_date`,
        `t18`.`game_id`,
        `t18`.`subject`,
        `t18`.`present`,
        `t18`.`fact`,
        ROW_NUMBER() OVER (PARTITION BY `t18`.`game_date` ORDER BY `t18`.`game_id` ASC, `t18`.`subject` ASC) - 1 AS `place`,
        ROW_NUMBER() OVER (PARTITION BY `t18`.`game_date`, `t18`.`game_id` ORDER BY `t18`.`subject` ASC) - 1 AS `of_game`
      FROM (
        SELECT
          `t16`.`game_date`,
          COALESCE(`t16`.`game_id`, '') AS `game_id`,
          `t16`.`subject`,
          `t16`.`present`,
          `t16`.`fact`
        FROM `t15` AS `t16`
        WHERE
          NOT (
            `t16`.`present`
          )
      ) AS `t18`
    ) AS `t20`
    WHERE
      (
        `t20`.`place` < 20
      ) OR (
        `t20`.`of_game` = 0
      )
  ) AS `t22`
    ON `t19`.`game_date` = `t22`.`game_date`
) AS `t23`
