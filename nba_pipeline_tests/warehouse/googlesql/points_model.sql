-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1
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
        WHEN `t0`.`model` IS NULL
        THEN 'model is null'
        WHEN `t0`.`serves` IS NULL
        THEN 'serves is null'
        WHEN NOT (
          `t0`.`serves` IN ('challenger', 'champion')
        )
        THEN 'serves is not one of challenger, champion'
        WHEN `t0`.`reason` IS NULL
        THEN 'reason is null'
        WHEN `t0`.`challenger_mae` IS NULL
        THEN 'challenger_mae is null'
        WHEN IS_NAN(`t0`.`challenger_mae`) OR IS_INF(`t0`.`challenger_mae`)
        THEN 'challenger_mae is not a number'
        WHEN `t0`.`challenger_mae` < 0
        THEN 'challenger_mae is below 0'
        WHEN `t0`.`challenger_mae` > 50
        THEN 'challenger_mae is above 50'
        WHEN IS_NAN(`t0`.`champion_mae`) OR IS_INF(`t0`.`champion_mae`)
        THEN 'champion_mae is not a number'
        WHEN `t0`.`champion_mae` < 0
        THEN 'champion_mae is below 0'
        WHEN `t0`.`champion_mae` > 50
        THEN 'champion_mae is above 50'
        WHEN `t0`.`cutoff` IS NULL
        THEN 'cutoff is null'
        WHEN `t0`.`trained_from` IS NULL
        THEN 'trained_from is null'
        WHEN `t0`.`trained_until` IS NULL
        THEN 'trained_until is null'
        WHEN `t0`.`rows` IS NULL
        THEN 'rows is null'
        WHEN `t0`.`rows` < 5000
        THEN 'rows is below 5000'
        WHEN `t0`.`evidence_from` IS NULL
        THEN 'evidence_from is null'
        WHEN `t0`.`evidence_until` IS NULL
        THEN 'evidence_until is null'
        WHEN `t0`.`evidence_rows` IS NULL
        THEN 'evidence_rows is null'
        WHEN `t0`.`evidence_rows` < 1
        THEN 'evidence_rows is below 1'
        WHEN `t0`.`evidence_lined` IS NULL
        THEN 'evidence_lined is null'
        WHEN `t0`.`evidence_lined` < 0
        THEN 'evidence_lined is below 0'
        WHEN `t0`.`n_features` IS NULL
        THEN 'n_features is null'
        WHEN `t0`.`n_features` < 1
        THEN 'n_features is below 1'
        WHEN `t0`.`features_hash` IS NULL
        THEN 'features_hash is null'
        WHEN `t0`.`lightgbm` IS NULL
        THEN 'lightgbm is null'
        WHEN `t0`.`seed` IS NULL
        THEN 'seed is null'
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
  `t0`.`model`,
  `t0`.`serves`,
  `t0`.`reason`,
  CASE
    WHEN ABS(`t0`.`challenger_mae`) < 900719925474.0992
    THEN `t0`.`challenger_mae`
    ELSE CAST(NULL AS FLOAT64)
  END AS `challenger_mae`,
  CASE
    WHEN ABS(`t0`.`champion_mae`) < 900719925474.0992
    THEN `t0`.`champion_mae`
    ELSE CAST(NULL AS FLOAT64)
  END AS `champion_mae`,
  `t0`.`cutoff`,
  `t0`.`trained_from`,
  `t0`.`trained_until`,
  `t0`.`rows`,
  `t0`.`evidence_from`,
  `t0`.`evidence_until`,
  `t0`.`evidence_rows`,
  `t0`.`evidence_lined`,
  `t0`.`n_features`,
  `t0`.`features_hash`,
  `t0`.`lightgbm`,
  `t0`.`seed`
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
            CAST(LENGTH(`t0`.`model`) AS STRING),
            `t0`.`model`,
            `t0`.`serves`,
            CAST(LENGTH(`t0`.`reason`) AS STRING),
            `t0`.`reason`,
            CAST(CAST(ROUND(`t0`.`challenger_mae` * 10000, 0) AS INT64) AS STRING),
            COALESCE(CAST(CAST(ROUND(`t0`.`champion_mae` * 10000, 0) AS INT64) AS STRING), '~'),
            CAST(`t0`.`cutoff` AS STRING),
            CAST(`t0`.`trained_from` AS STRING),
            CAST(`t0`.`trained_until` AS STRING),
            CAST(`t0`.`rows` AS STRING),
            CAST(`t0`.`evidence_from` AS STRING),
            CAST(`t0`.`evidence_until` AS STRING),
            CAST(`t0`.`evidence_rows` AS STRING),
            CAST(`t0`.`evidence_lined` AS STRING),
            CAST(`t0`.`n_features` AS STRING),
            CAST(LENGTH(`t0`.`features_hash`) AS STRING),
            `t0`.`features_hash`,
            CAST(LENGTH(`t0`.`lightgbm`) AS STRING),
            `t0`.`lightgbm`,
            CAST(`t0`.`seed` AS STRING)
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
