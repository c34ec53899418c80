-- rows
SELECT
  `t18`.`game_date`,
  `t18`.`player_id`,
  `t18`.`games_last_10`,
  `t18`.`games_with_zones_last_10`,
  IF(
    (
      `t18`.`games_with_zones_last_10` * 2
    ) >= `t18`.`games_last_10`,
    `t18`.`paint_fga_10`,
    NULL
  ) + 0 + IF(
    (
      `t18`.`games_with_zones_last_10` * 2
    ) >= `t18`.`games_last_10`,
    `t18`.`mid_range_fga_10`,
    NULL
  ) + IF(
    (
      `t18`.`games_with_zones_last_10` * 2
    ) >= `t18`.`games_last_10`,
    `t18`.`three_fga_10`,
    NULL
  ) AS `fga_last_10`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_10` * 2
        ) >= `t18`.`games_last_10`,
        `t18`.`paint_fga_10`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`paint_fga_10`,
          NULL
        ) + 0 + IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`mid_range_fga_10`,
          NULL
        ) + IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`three_fga_10`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `paint_rate_last_10`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_10` * 2
        ) >= `t18`.`games_last_10`,
        `t18`.`mid_range_fga_10`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`paint_fga_10`,
          NULL
        ) + 0 + IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`mid_range_fga_10`,
          NULL
        ) + IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`three_fga_10`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `mid_range_rate_last_10`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_10` * 2
        ) >= `t18`.`games_last_10`,
        `t18`.`three_fga_10`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`paint_fga_10`,
          NULL
        ) + 0 + IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`mid_range_fga_10`,
          NULL
        ) + IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`three_fga_10`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `three_rate_last_10`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_10` * 2
        ) >= `t18`.`games_last_10`,
        `t18`.`paint_fgm_10`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`paint_fga_10`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `paint_fg_pct_last_10`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_10` * 2
        ) >= `t18`.`games_last_10`,
        `t18`.`mid_range_fgm_10`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`mid_range_fga_10`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `mid_range_fg_pct_last_10`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_10` * 2
        ) >= `t18`.`games_last_10`,
        `t18`.`three_fgm_10`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_10` * 2
          ) >= `t18`.`games_last_10`,
          `t18`.`three_fga_10`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `three_fg_pct_last_10`,
  `t18`.`games_last_20`,
  `t18`.`games_with_zones_last_20`,
  IF(
    (
      `t18`.`games_with_zones_last_20` * 2
    ) >= `t18`.`games_last_20`,
    `t18`.`paint_fga_20`,
    NULL
  ) + 0 + IF(
    (
      `t18`.`games_with_zones_last_20` * 2
    ) >= `t18`.`games_last_20`,
    `t18`.`mid_range_fga_20`,
    NULL
  ) + IF(
    (
      `t18`.`games_with_zones_last_20` * 2
    ) >= `t18`.`games_last_20`,
    `t18`.`three_fga_20`,
    NULL
  ) AS `fga_last_20`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_20` * 2
        ) >= `t18`.`games_last_20`,
        `t18`.`paint_fga_20`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`paint_fga_20`,
          NULL
        ) + 0 + IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`mid_range_fga_20`,
          NULL
        ) + IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`three_fga_20`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `paint_rate_last_20`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_20` * 2
        ) >= `t18`.`games_last_20`,
        `t18`.`mid_range_fga_20`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`paint_fga_20`,
          NULL
        ) + 0 + IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`mid_range_fga_20`,
          NULL
        ) + IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`three_fga_20`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `mid_range_rate_last_20`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_20` * 2
        ) >= `t18`.`games_last_20`,
        `t18`.`three_fga_20`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`paint_fga_20`,
          NULL
        ) + 0 + IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`mid_range_fga_20`,
          NULL
        ) + IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`three_fga_20`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `three_rate_last_20`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_20` * 2
        ) >= `t18`.`games_last_20`,
        `t18`.`paint_fgm_20`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`paint_fga_20`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `paint_fg_pct_last_20`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_20` * 2
        ) >= `t18`.`games_last_20`,
        `t18`.`mid_range_fgm_20`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`mid_range_fga_20`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `mid_range_fg_pct_last_20`,
  CAST(ROUND(
    ieee_divide(
      IF(
        (
          `t18`.`games_with_zones_last_20` * 2
        ) >= `t18`.`games_last_20`,
        `t18`.`three_fgm_20`,
        NULL
      ),
      NULLIF(
        IF(
          (
            `t18`.`games_with_zones_last_20` * 2
          ) >= `t18`.`games_last_20`,
          `t18`.`three_fga_20`,
          NULL
        ),
        0
      )
    ) * 100,
    4
  ) AS FLOAT64) AS `three_fg_pct_last_20`,
  CASE
    WHEN (
      (
        `t18`.`games_with_zones_last_20` * 2
      ) >= `t18`.`games_last_20`
    )
    AND (
      GREATEST(`t18`.`paint_fga_20`, `t18`.`mid_range_fga_20`, `t18`.`three_fga_20`) > 0
    )
    AND (
      `t18`.`paint_fga_20` = GREATEST(`t18`.`paint_fga_20`, `t18`.`mid_range_fga_20`, `t18`.`three_fga_20`)
    )
    THEN 'paint'
    WHEN (
      (
        `t18`.`games_with_zones_last_20` * 2
      ) >= `t18`.`games_last_20`
    )
    AND (
      GREATEST(`t18`.`paint_fga_20`, `t18`.`mid_range_fga_20`, `t18`.`three_fga_20`) > 0
    )
    AND (
      `t18`.`mid_range_fga_20` = GREATEST(`t18`.`paint_fga_20`, `t18`.`mid_range_fga_20`, `t18`.`three_fga_20`)
    )
    THEN 'mid_range'
    WHEN (
      (
        `t18`.`games_with_zones_last_20` * 2
      ) >= `t18`.`games_last_20`
    )
    AND (
      GREATEST(`t18`.`paint_fga_20`, `t18`.`mid_range_fga_20`, `t18`.`three_fga_20`) > 0
    )
    AND (
      `t18`.`three_fga_20` = GREATEST(`t18`.`paint_fga_20`, `t18`.`mid_range_fga_20`, `t18`.`three_fga_20`)
    )
    THEN 'three'
    ELSE NULL
  END AS `primary_zone`
FROM (
  SELECT
    `t17`.`game_date`,
    `t17`.`player_id`,
    COALESCE(`t17`.`games_last_10`, 0) AS `games_last_10`,
    COALESCE(`t17`.`games_with_zones_last_10`, 0) AS `games_with_zones_last_10`,
    `t17`.`paint_fga_10`,
    `t17`.`paint_fgm_10`,
    `t17`.`mid_range_fga_10`,
    `t17`.`mid_range_fgm_10`,
    `t17`.`three_fga_10`,
    `t17`.`three_fgm_10`,
    COALESCE(`t17`.`games_last_20`, 0) AS `games_last_20`,
    COALESCE(`t17`.`games_with_zones_last_20`, 0) AS `games_with_zones_last_20`,
    `t17`.`paint_fga_20`,
    `t17`.`paint_fgm_20`,
    `t17`.`mid_range_fga_20`,
    `t17`.`mid_range_fgm_20`,
    `t17`.`three_fga_20`,
    `t17`.`three_fgm_20`,
    `t17`.`state_date`
  FROM (
    SELECT
      `t16`.*
      EXCEPT (`state_player_id`, `state_until`)
    FROM (
      SELECT
        `t6`.`game_date`,
        `t6`.`player_id`,
        `t15`.`player_id` AS `state_player_id`,
        `t15`.`games_last_10`,
        `t15`.`games_with_zones_last_10`,
        `t15`.`paint_fga_10`,
        `t15`.`paint_fgm_10`,
        `t15`.`mid_range_fga_10`,
        `t15`.`mid_range_fgm_10`,
        `t15`.`three_fga_10`,
        `t15`.`three_fgm_10`,
        `t15`.`games_last_20`,
        `t15`.`games_with_zones_last_20`,
        `t15`.`paint_fga_20`,
        `t15`.`paint_fgm_20`,
        `t15`.`mid_range_fga_20`,
        `t15`.`mid_range_fgm_20`,
        `t15`.`three_fga_20`,
        `t15`.`three_fgm_20`,
        `t15`.`state_date`,
        `t15`.`state_until`
      FROM (
        SELECT DISTINCT
          `t0`.`game_date`,
          `t0`.`player_id`
        FROM `upcoming_player_game_context` AS `t0`
      ) AS `t6`
      LEFT OUTER JOIN (
        SELECT
          `t13`.`player_id`,
          `t13`.`games_last_10`,
          `t13`.`games_with_zones_last_10`,
          `t13`.`paint_fga_10`,
          `t13`.`paint_fgm_10`,
          `t13`.`mid_range_fga_10`,
          `t13`.`mid_range_fgm_10`,
          `t13`.`three_fga_10`,
          `t13`.`three_fgm_10`,
          `t13`.`games_last_20`,
          `t13`.`games_with_zones_last_20`,
          `t13`.`paint_fga_20`,
          `t13`.`paint_fgm_20`,
          `t13`.`mid_range_fga_20`,
          `t13`.`mid_range_fgm_20`,
          `t13`.`three_fga_20`,
          `t13`.`three_fgm_20`,
          `t13`.`game_date` AS `state_date`,
          COALESCE(
            LEAD(`t13`.`game_date`) OVER (PARTITION BY `t13`.`player_id` ORDER BY `t13`.`game_date` ASC),
            DATE(9999, 12, 31)
          ) AS `state_until`
        FROM (
          SELECT
            `t12`.`game_date`,
            `t12`.`player_id`,
            COUNT(*) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `games_last_10`,
            COUNT(`t12`.`known`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `games_with_zones_last_10`,
            SUM(`t12`.`paint_fga`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `paint_fga_10`,
            SUM(`t12`.`paint_fgm`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `paint_fgm_10`,
            SUM(`t12`.`mid_range_fga`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `mid_range_fga_10`,
            SUM(`t12`.`mid_range_fgm`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `mid_range_fgm_10`,
            SUM(`t12`.`three_fga`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `three_fga_10`,
            SUM(`t12`.`three_fgm`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 9 preceding AND CURRENT ROW
            ) AS `three_fgm_10`,
            COUNT(*) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `games_last_20`,
            COUNT(`t12`.`known`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `games_with_zones_last_20`,
            SUM(`t12`.`paint_fga`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `paint_fga_20`,
            SUM(`t12`.`paint_fgm`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `paint_fgm_20`,
            SUM(`t12`.`mid_range_fga`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `mid_range_fga_20`,
            SUM(`t12`.`mid_range_fgm`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `mid_range_fgm_20`,
            SUM(`t12`.`three_fga`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `three_fga_20`,
            SUM(`t12`.`three_fgm`) OVER (
              PARTITION BY `t12`.`player_id`
              ORDER BY `t12`.`game_date` ASC
              ROWS BETWEEN 19 preceding AND CURRENT ROW
            ) AS `three_fgm_20`
          FROM (
            SELECT
              `t9`.`game_date`,
              `t9`.`player_id`,
              `t11`.`known`,
              IF(`t11`.`known`, COALESCE(`t8`.`paint_fga`, 0), NULL) AS `paint_fga`,
              IF(`t11`.`known`, COALESCE(`t8`.`paint_fgm`, 0), NULL) AS `paint_fgm`,
              IF(`t11`.`known`, COALESCE(`t8`.`mid_range_fga`, 0), NULL) AS `mid_range_fga`,
              IF(`t11`.`known`, COALESCE(`t8`.`mid_range_fgm`, 0), NULL) AS `mid_range_fgm`,
              IF(`t11`.`known`, COALESCE(`t8`.`three_fga`, 0), NULL) AS `three_fga`,
              IF(`t11`.`known`, COALESCE(`t8`.`three_fgm`, 0), NULL) AS `three_fgm`
            FROM (
              SELECT
                `t1`.`game_date`,
                `t1`.`game_id`,
                `t1`.`player_id`
              FROM `player_game_summary` AS `t1`
              WHERE
                `t1`.`status` = 'PLAYED'
            ) AS `t9`
            LEFT OUTER JOIN (
              SELECT
                `t4`.`game_id`,
                TRUE AS `known`
              FROM (
                SELECT DISTINCT
                  `t2`.`game_id`
                FROM `shot_zones` AS `t2`
              ) AS `t4`
            ) AS `t11`
              ON `t9`.`game_id` = `t11`.`game_id`
            LEFT OUTER JOIN (
              SELECT
                `t2`.`game_id`,
                `t2`.`player_id`,
                `t2`.`paint_fga`,
                `t2`.`paint_fgm`,
                `t2`.`mid_range_fga`,
                `t2`.`mid_range_fgm`,
                `t2`.`three_fga`,
                `t2`.`three_fgm`
              FROM `shot_zones` AS `t2`
            ) AS `t8`
              ON `t9`.`game_id` = `t8`.`game_id` AND `t9`.`player_id` = `t8`.`player_id`
          ) AS `t12`
        ) AS `t13`
      ) AS `t15`
        ON `t6`.`player_id` = `t15`.`player_id`
        AND `t15`.`state_date` < `t6`.`game_date`
        AND `t6`.`game_date` <= `t15`.`state_until`
    ) AS `t16`
  ) AS `t17`
) AS `t18`

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`player_id`,
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
        WHEN `t0`.`player_id` IS NULL
        THEN 'player_id is null'
        WHEN `t0`.`games_last_10` IS NULL
        THEN 'games_last_10 is null'
        WHEN `t0`.`games_last_10` < 0
        THEN 'games_last_10 is below 0'
        WHEN `t0`.`games_last_10` > 10
        THEN 'games_last_10 is above 10'
        WHEN `t0`.`games_with_zones_last_10` IS NULL
        THEN 'games_with_zones_last_10 is null'
        WHEN `t0`.`games_with_zones_last_10` < 0
        THEN 'games_with_zones_last_10 is below 0'
        WHEN `t0`.`games_with_zones_last_10` > 10
        THEN 'games_with_zones_last_10 is above 10'
        WHEN `t0`.`fga_last_10` < 0
        THEN 'fga_last_10 is below 0'
        WHEN `t0`.`fga_last_10` > 600
        THEN 'fga_last_10 is above 600'
        WHEN IS_NAN(`t0`.`paint_rate_last_10`) OR IS_INF(`t0`.`paint_rate_last_10`)
        THEN 'paint_rate_last_10 is not a number'
        WHEN `t0`.`paint_rate_last_10` < 0
        THEN 'paint_rate_last_10 is below 0'
        WHEN `t0`.`paint_rate_last_10` > 100
        THEN 'paint_rate_last_10 is above 100'
        WHEN IS_NAN(`t0`.`mid_range_rate_last_10`) OR IS_INF(`t0`.`mid_range_rate_last_10`)
        THEN 'mid_range_rate_last_10 is not a number'
        WHEN `t0`.`mid_range_rate_last_10` < 0
        THEN 'mid_range_rate_last_10 is below 0'
        WHEN `t0`.`mid_range_rate_last_10` > 100
        THEN 'mid_range_rate_last_10 is above 100'
        WHEN IS_NAN(`t0`.`three_rate_last_10`) OR IS_INF(`t0`.`three_rate_last_10`)
        THEN 'three_rate_last_10 is not a number'
        WHEN `t0`.`three_rate_last_10` < 0
        THEN 'three_rate_last_10 is below 0'
        WHEN `t0`.`three_rate_last_10` > 100
        THEN 'three_rate_last_10 is above 100'
        WHEN IS_NAN(`t0`.`paint_fg_pct_last_10`) OR IS_INF(`t0`.`paint_fg_pct_last_10`)
        THEN 'paint_fg_pct_last_10 is not a number'
        WHEN `t0`.`paint_fg_pct_last_10` < 0
        THEN 'paint_fg_pct_last_10 is below 0'
        WHEN `t0`.`paint_fg_pct_last_10` > 100
        THEN 'paint_fg_pct_last_10 is above 100'
        WHEN IS_NAN(`t0`.`mid_range_fg_pct_last_10`)
        OR IS_INF(`t0`.`mid_range_fg_pct_last_10`)
        THEN 'mid_range_fg_pct_last_10 is not a number'
        WHEN `t0`.`mid_range_fg_pct_last_10` < 0
        THEN 'mid_range_fg_pct_last_10 is below 0'
        WHEN `t0`.`mid_range_fg_pct_last_10` > 100
        THEN 'mid_range_fg_pct_last_10 is above 100'
        WHEN IS_NAN(`t0`.`three_fg_pct_last_10`) OR IS_INF(`t0`.`three_fg_pct_last_10`)
        THEN 'three_fg_pct_last_10 is not a number'
        WHEN `t0`.`three_fg_pct_last_10` < 0
        THEN 'three_fg_pct_last_10 is below 0'
        WHEN `t0`.`three_fg_pct_last_10` > 100
        THEN 'three_fg_pct_last_10 is above 100'
        WHEN `t0`.`games_last_20` IS NULL
        THEN 'games_last_20 is null'
        WHEN `t0`.`games_last_20` < 0
        THEN 'games_last_20 is below 0'
        WHEN `t0`.`games_last_20` > 20
        THEN 'games_last_20 is above 20'
        WHEN `t0`.`games_with_zones_last_20` IS NULL
        THEN 'games_with_zones_last_20 is null'
        WHEN `t0`.`games_with_zones_last_20` < 0
        THEN 'games_with_zones_last_20 is below 0'
        WHEN `t0`.`games_with_zones_last_20` > 20
        THEN 'games_with_zones_last_20 is above 20'
        WHEN `t0`.`fga_last_20` < 0
        THEN 'fga_last_20 is below 0'
        WHEN `t0`.`fga_last_20` > 1200
        THEN 'fga_last_20 is above 1200'
        WHEN IS_NAN(`t0`.`paint_rate_last_20`) OR IS_INF(`t0`.`paint_rate_last_20`)
        THEN 'paint_rate_last_20 is not a number'
        WHEN `t0`.`paint_rate_last_20` < 0
        THEN 'paint_rate_last_20 is below 0'
        WHEN `t0`.`paint_rate_last_20` > 100
        THEN 'paint_rate_last_20 is above 100'
        WHEN IS_NAN(`t0`.`mid_range_rate_last_20`) OR IS_INF(`t0`.`mid_range_rate_last_20`)
        THEN 'mid_range_rate_last_20 is not a number'
        WHEN `t0`.`mid_range_rate_last_20` < 0
        THEN 'mid_range_rate_last_20 is below 0'
        WHEN `t0`.`mid_range_rate_last_20` > 100
        THEN 'mid_range_rate_last_20 is above 100'
        WHEN IS_NAN(`t0`.`three_rate_last_20`) OR IS_INF(`t0`.`three_rate_last_20`)
        THEN 'three_rate_last_20 is not a number'
        WHEN `t0`.`three_rate_last_20` < 0
        THEN 'three_rate_last_20 is below 0'
        WHEN `t0`.`three_rate_last_20` > 100
        THEN 'three_rate_last_20 is above 100'
        WHEN IS_NAN(`t0`.`paint_fg_pct_last_20`) OR IS_INF(`t0`.`paint_fg_pct_last_20`)
        THEN 'paint_fg_pct_last_20 is not a number'
        WHEN `t0`.`paint_fg_pct_last_20` < 0
        THEN 'paint_fg_pct_last_20 is below 0'
        WHEN `t0`.`paint_fg_pct_last_20` > 100
        THEN 'paint_fg_pct_last_20 is above 100'
        WHEN IS_NAN(`t0`.`mid_range_fg_pct_last_20`)
        OR IS_INF(`t0`.`mid_range_fg_pct_last_20`)
        THEN 'mid_range_fg_pct_last_20 is not a number'
        WHEN `t0`.`mid_range_fg_pct_last_20` < 0
        THEN 'mid_range_fg_pct_last_20 is below 0'
        WHEN `t0`.`mid_range_fg_pct_last_20` > 100
        THEN 'mid_range_fg_pct_last_20 is above 100'
        WHEN IS_NAN(`t0`.`three_fg_pct_last_20`) OR IS_INF(`t0`.`three_fg_pct_last_20`)
        THEN 'three_fg_pct_last_20 is not a number'
        WHEN `t0`.`three_fg_pct_last_20` < 0
        THEN 'three_fg_pct_last_20 is below 0'
        WHEN `t0`.`three_fg_pct_last_20` > 100
        THEN 'three_fg_pct_last_20 is above 100'
        WHEN NOT (
          `t0`.`primary_zone` IN ('paint', 'mid_range', 'three')
        )
        THEN 'primary_zone is not one of paint, mid_range, three'
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
  `t0`.`player_id`,
  `t0`.`games_last_10`,
  `t0`.`games_with_zones_last_10`,
  `t0`.`fga_last_10`,
  CASE
    WHEN ABS(`t0`.`paint_rate_last_10`) < 900719925474.0992
    THEN `t0`.`paint_rate_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_rate_last_10`,
  CASE
    WHEN ABS(`t0`.`mid_range_rate_last_10`) < 900719925474.0992
    THEN `t0`.`mid_range_rate_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_rate_last_10`,
  CASE
    WHEN ABS(`t0`.`three_rate_last_10`) < 900719925474.0992
    THEN `t0`.`three_rate_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_rate_last_10`,
  CASE
    WHEN ABS(`t0`.`paint_fg_pct_last_10`) < 900719925474.0992
    THEN `t0`.`paint_fg_pct_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_fg_pct_last_10`,
  CASE
    WHEN ABS(`t0`.`mid_range_fg_pct_last_10`) < 900719925474.0992
    THEN `t0`.`mid_range_fg_pct_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_fg_pct_last_10`,
  CASE
    WHEN ABS(`t0`.`three_fg_pct_last_10`) < 900719925474.0992
    THEN `t0`.`three_fg_pct_last_10`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_fg_pct_last_10`,
  `t0`.`games_last_20`,
  `t0`.`games_with_zones_last_20`,
  `t0`.`fga_last_20`,
  CASE
    WHEN ABS(`t0`.`paint_rate_last_20`) < 900719925474.0992
    THEN `t0`.`paint_rate_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_rate_last_20`,
  CASE
    WHEN ABS(`t0`.`mid_range_rate_last_20`) < 900719925474.0992
    THEN `t0`.`mid_range_rate_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_rate_last_20`,
  CASE
    WHEN ABS(`t0`.`three_rate_last_20`) < 900719925474.0992
    THEN `t0`.`three_rate_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_rate_last_20`,
  CASE
    WHEN ABS(`t0`.`paint_fg_pct_last_20`) < 900719925474.0992
    THEN `t0`.`paint_fg_pct_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `paint_fg_pct_last_20`,
  CASE
    WHEN ABS(`t0`.`mid_range_fg_pct_last_20`) < 900719925474.0992
    THEN `t0`.`mid_range_fg_pct_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `mid_range_fg_pct_last_20`,
  CASE
    WHEN ABS(`t0`.`three_fg_pct_last_20`) < 900719925474.0992
    THEN `t0`.`three_fg_pct_last_20`
    ELSE CAST(NULL AS FLOAT64)
  END AS `three_fg_pct_last_20`,
  `t0`.`primary_zone`
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
            CAST(`t0`.`player_id` AS STRING),
            CAST(`t0`.`games_last_10` AS STRING),
            CAST(`t0`.`games_with_zones_last_10` AS STRING),
            COALESCE(CAST(`t0`.`fga_last_10` AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_rate_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`mid_range_rate_last_10` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_rate_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_fg_pct_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`mid_range_fg_pct_last_10` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_fg_pct_last_10` * 10000, 0) AS INT64) AS STRING), '~'),
            CAST(`t0`.`games_last_20` AS STRING),
            CAST(`t0`.`games_with_zones_last_20` AS STRING),
            COALESCE(CAST(`t0`.`fga_last_20` AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_rate_last_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`mid_range_rate_last_20` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_rate_last_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(CAST(CAST(ROUND(`t0`.`paint_fg_pct_last_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(
              CAST(CAST(ROUND(`t0`.`mid_range_fg_pct_last_20` * 10000, 0) AS INT64) AS STRING),
              '~'
            ),
            COALESCE(CAST(CAST(ROUND(`t0`.`three_fg_pct_last_20` * 10000, 0) AS INT64) AS STRING), '~'),
            COALESCE(`t0`.`primary_zone`, '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
