-- current receipts
SELECT
  `t2`.*
  EXCEPT (`_rank`)
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`receipt_id`,
      `t0`.`publication_id`,
      `t0`.`table_name`,
      `t0`.`game_date`,
      `t0`.`revision`,
      `t0`.`state`,
      `t0`.`rows`,
      `t0`.`content_hash`,
      `t0`.`reason`,
      `t0`.`gaps`,
      `t0`.`inputs`,
      `t0`.`code_version`,
      `t0`.`run_id`,
      `t0`.`published_at`,
      ROW_NUMBER() OVER (PARTITION BY `t0`.`table_name`, `t0`.`game_date` ORDER BY `t0`.`revision` DESC) - 1 AS `_rank`
    FROM `asked` AS `t0`
  ) AS `t1`
  WHERE
    `t1`.`_rank` = 0
) AS `t2`
