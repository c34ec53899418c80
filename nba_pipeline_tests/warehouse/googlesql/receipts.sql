-- current receipts
SELECT
  `t1`.`receipt_id`,
  `t1`.`publication_id`,
  `t1`.`table_name`,
  `t1`.`game_date`,
  `t1`.`revision`,
  `t1`.`state`,
  `t1`.`rows`,
  `t1`.`content_hash`,
  `t1`.`reason`,
  `t1`.`gaps`,
  `t1`.`inputs`,
  `t1`.`code_version`,
  `t1`.`run_id`,
  `t1`.`published_at`
FROM `asked` AS `t1`
WHERE
  EXISTS(
    SELECT
      1
    FROM (
      SELECT
        `t0`.`table_name`,
        `t0`.`game_date`,
        MAX(`t0`.`revision`) AS `revision`
      FROM `asked` AS `t0`
      GROUP BY
        1,
        2
    ) AS `t3`
    WHERE
      `t1`.`table_name` = `t3`.`table_name`
      AND `t1`.`game_date` = `t3`.`game_date`
      AND `t1`.`revision` = `t3`.`revision`
  )
