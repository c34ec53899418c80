-- rows
WITH `t14` AS (
  SELECT
    `t3`.`game_date`,
    `t3`.`game_id`,
    `t3`.`player_id`
  FROM `player_daily_cache` AS `t3`
), `t15` AS (
  SELECT
    `t4`.`game_date`,
    `t4`.`game_id`,
    `t4`.`player_id`
  FROM `ml_feature_store_v2` AS `t4`
), `t19` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`player_id`
  FROM `player_prop_predictions` AS `t7`
), `t23` AS (
  SELECT
    *
  FROM `absences` AS `t0`
  WHERE
    `t0`.`game_id` IS NOT NULL
), `t59` AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t8`.`game_date`,
        `t8`.`game_id`,
        `t8`.`player_id`
      FROM `prediction_accuracy` AS `t8`
    ) AS `t21`
    UNION DISTINCT
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t2`.`game_date`,
          `t2`.`game_id`,
          `t2`.`player_id`
        FROM `upcoming_player_game_context` AS `t2`
      ) AS `t11`
      UNION DISTINCT
      SELECT
        *
      FROM `t14` AS `t29`
    ) AS `t43`
  ) AS `t51`
  UNION DISTINCT
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM `t15` AS `t30`
      UNION DISTINCT
      SELECT
        *
      FROM `t19` AS `t37`
    ) AS `t46`
    UNION DISTINCT
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t5`.`game_date`,
          `t5`.`game_id`,
          `t5`.`player_id`
        FROM `player_boxscores` AS `t5`
        WHERE
          `t5`.`status` = 'PLAYED'
      ) AS `t33`
      UNION DISTINCT
      SELECT
        *
      FROM (
        SELECT
          `t6`.`game_date`,
          `t6`.`game_id`,
          `t6`.`player_id`
        FROM `player_game_summary` AS `t6`
        WHERE
          `t6`.`status` = 'PLAYED'
      ) AS `t36`
    ) AS `t45`
  ) AS `t53`
)
SELECT
  `t104`.`game_date`,
  `t104`.`game_id`,
  `t104`.`subject`,
  `t104`.`player_id`,
  `t104`.`player_name`,
  `t104`.`player_lookup`,
  `t104`.`team`,
  `t104`.`is_expected`,
  `t104`.`context`,
  `t104`.`line`,
  `t104`.`daily_cache`,
  `t104`.`features`,
  `t104`.`system_moving_average`,
  `t104`.`system_zone_matchup_v1`,
  `t104`.`system_similarity_balanced_v1`,
  `t104`.`system_points_model_v1`,
  `t104`.`system_ensemble_v1`,
  `t104`.`system_market_aware_v1`,
  `t104`.`boxscore`,
  `t104`.`summary`,
  `t104`.`grade`,
  `t104`.`is_accounted`,
  COALESCE(
    IF(
      `t104`.`context` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_analytics.upcoming_player_game_context: ',
        COALESCE(
          `t104`.`upcoming_player_game_context_day`,
          `t104`.`upcoming_player_game_context_held_back`,
          `t104`.`upcoming_player_game_context_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`line` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_raw.points_props: ',
        COALESCE(
          `t104`.`points_props_day`,
          `t104`.`points_props_held_back`,
          `t104`.`points_props_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`daily_cache` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_precompute.player_daily_cache: ',
        COALESCE(
          `t104`.`player_daily_cache_day`,
          `t104`.`player_daily_cache_held_back`,
          `t104`.`player_daily_cache_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`features` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_predictions.ml_feature_store_v2: ',
        COALESCE(
          `t104`.`ml_feature_store_v2_day`,
          `t104`.`ml_feature_store_v2_held_back`,
          `t104`.`ml_feature_store_v2_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`system_moving_average` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      COALESCE(
        CONCAT(
          'nba_predictions.player_prop_predictions: ',
          COALESCE(
            `t104`.`player_prop_predictions_day`,
            `t104`.`player_prop_predictions_held_back`,
            `t104`.`player_prop_predictions_game`
          )
        ),
        CONCAT('moving_average: ', `t104`.`moving_average_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`system_zone_matchup_v1` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      COALESCE(
        CONCAT(
          'nba_predictions.player_prop_predictions: ',
          COALESCE(
            `t104`.`player_prop_predictions_day`,
            `t104`.`player_prop_predictions_held_back`,
            `t104`.`player_prop_predictions_game`
          )
        ),
        CONCAT('zone_matchup_v1: ', `t104`.`zone_matchup_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`system_similarity_balanced_v1` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      COALESCE(
        CONCAT(
          'nba_predictions.player_prop_predictions: ',
          COALESCE(
            `t104`.`player_prop_predictions_day`,
            `t104`.`player_prop_predictions_held_back`,
            `t104`.`player_prop_predictions_game`
          )
        ),
        CONCAT('similarity_balanced_v1: ', `t104`.`similarity_balanced_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`system_points_model_v1` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      COALESCE(
        CONCAT(
          'nba_predictions.player_prop_predictions: ',
          COALESCE(
            `t104`.`player_prop_predictions_day`,
            `t104`.`player_prop_predictions_held_back`,
            `t104`.`player_prop_predictions_game`
          )
        ),
        CONCAT('points_model_v1: ', `t104`.`points_model_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`system_ensemble_v1` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      COALESCE(
        CONCAT(
          'nba_predictions.player_prop_predictions: ',
          COALESCE(
            `t104`.`player_prop_predictions_day`,
            `t104`.`player_prop_predictions_held_back`,
            `t104`.`player_prop_predictions_game`
          )
        ),
        CONCAT('ensemble_v1: ', `t104`.`ensemble_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`system_market_aware_v1` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      COALESCE(
        CONCAT(
          'nba_predictions.player_prop_predictions: ',
          COALESCE(
            `t104`.`player_prop_predictions_day`,
            `t104`.`player_prop_predictions_held_back`,
            `t104`.`player_prop_predictions_game`
          )
        ),
        CONCAT('market_aware_v1: ', `t104`.`market_aware_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`boxscore` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_raw.player_boxscores: ',
        COALESCE(
          `t104`.`player_boxscores_day`,
          `t104`.`player_boxscores_held_back`,
          `t104`.`player_boxscores_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`summary` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_analytics.player_game_summary: ',
        COALESCE(
          `t104`.`player_game_summary_day`,
          `t104`.`player_game_summary_held_back`,
          `t104`.`player_game_summary_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t104`.`grade` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_predictions.prediction_accuracy: ',
        COALESCE(
          `t104`.`prediction_accuracy_day`,
          `t104`.`prediction_accuracy_held_back`,
          `t104`.`prediction_accuracy_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    `t104`.`lines_not_had`
  ) AS `because`
FROM (
  SELECT
    `t103`.*
    EXCEPT (`lacking_game_date`, `lacking_game_id`)
  FROM (
    SELECT
      `t102`.`game_date`,
      `t102`.`game_id`,
      `t102`.`subject`,
      `t102`.`player_id`,
      `t102`.`player_lookup`,
      `t102`.`team`,
      `t102`.`is_expected`,
      `t102`.`context`,
      `t102`.`line`,
      `t102`.`daily_cache`,
      `t102`.`features`,
      `t102`.`system_moving_average`,
      `t102`.`system_zone_matchup_v1`,
      `t102`.`system_similarity_balanced_v1`,
      `t102`.`system_points_model_v1`,
      `t102`.`system_ensemble_v1`,
      `t102`.`system_market_aware_v1`,
      `t102`.`boxscore`,
      `t102`.`summary`,
      `t102`.`grade`,
      `t102`.`lines_not_had`,
      `t102`.`is_accounted`,
      `t102`.`player_name`,
      `t102`.`upcoming_player_game_context_day`,
      `t102`.`points_props_day`,
      `t102`.`player_daily_cache_day`,
      `t102`.`ml_feature_store_v2_day`,
      `t102`.`player_prop_predictions_day`,
      `t102`.`player_boxscores_day`,
      `t102`.`player_game_summary_day`,
      `t102`.`prediction_accuracy_day`,
      `t102`.`moving_average_failure`,
      `t102`.`zone_matchup_v1_failure`,
      `t102`.`similarity_balanced_v1_failure`,
      `t102`.`points_model_v1_failure`,
      `t102`.`ensemble_v1_failure`,
      `t102`.`market_aware_v1_failure`,
      `t72`.`game_date` AS `lacking_game_date`,
      `t72`.`game_id` AS `lacking_game_id`,
      `t72`.`upcoming_player_game_context_held_back`,
      `t72`.`upcoming_player_game_context_game`,
      `t72`.`points_props_held_back`,
      `t72`.`points_props_game`,
      `t72`.`player_daily_cache_held_back`,
      `t72`.`player_daily_cache_game`,
      `t72`.`ml_feature_store_v2_held_back`,
      `t72`.`ml_feature_store_v2_game`,
      `t72`.`player_prop_predictions_held_back`,
      `t72`.`player_prop_predictions_game`,
      `t72`.`player_boxscores_held_back`,
      `t72`.`player_boxscores_game`,
      `t72`.`player_game_summary_held_back`,
      `t72`.`player_game_summary_game`,
      `t72`.`prediction_accuracy_held_back`,
      `t72`.`prediction_accuracy_game`
    FROM (
      SELECT
        `t100`.*
        EXCEPT (`lacking_game_date`)
      FROM (
        SELECT
          `t99`.`game_date`,
          `t99`.`game_id`,
          `t99`.`subject`,
          `t99`.`player_id`,
          `t99`.`player_lookup`,
          `t99`.`team`,
          `t99`.`is_expected`,
          `t99`.`context`,
          `t99`.`line`,
          `t99`.`daily_cache`,
          `t99`.`features`,
          `t99`.`system_moving_average`,
          `t99`.`system_zone_matchup_v1`,
          `t99`.`system_similarity_balanced_v1`,
          `t99`.`system_points_model_v1`,
          `t99`.`system_ensemble_v1`,
          `t99`.`system_market_aware_v1`,
          `t99`.`boxscore`,
          `t99`.`summary`,
          `t99`.`grade`,
          `t99`.`lines_not_had`,
          `t99`.`is_accounted`,
          `t99`.`player_name`,
          `t56`.`game_date` AS `lacking_game_date`,
          `t56`.`upcoming_player_game_context_day`,
          `t56`.`points_props_day`,
          `t56`.`player_daily_cache_day`,
          `t56`.`ml_feature_store_v2_day`,
          `t56`.`player_prop_predictions_day`,
          `t56`.`player_boxscores_day`,
          `t56`.`player_game_summary_day`,
          `t56`.`prediction_accuracy_day`,
          `t56`.`moving_average_failure`,
          `t56`.`zone_matchup_v1_failure`,
          `t56`.`similarity_balanced_v1_failure`,
          `t56`.`points_model_v1_failure`,
          `t56`.`ensemble_v1_failure`,
          `t56`.`market_aware_v1_failure`
        FROM (
          SELECT
            `t97`.`game_date`,
            `t97`.`game_id`,
            `t97`.`subject`,
            `t97`.`player_id`,
            `t97`.`player_lookup`,
            `t97`.`team`,
            `t97`.`is_expected`,
            `t97`.`context`,
            `t97`.`line`,
            `t97`.`daily_cache`,
            `t97`.`features`,
            `t97`.`system_moving_average`,
            `t97`.`system_zone_matchup_v1`,
            `t97`.`system_similarity_balanced_v1`,
            `t97`.`system_points_model_v1`,
            `t97`.`system_ensemble_v1`,
            `t97`.`system_market_aware_v1`,
            `t97`.`boxscore`,
            `t97`.`summary`,
            `t97`.`grade`,
            IF(`t97`.`line` = 'lines_not_had', `t97`.`lines_not_had`, CAST(NULL AS STRING)) AS `lines_not_had`,
            (
              `t97`.`context` <> 'unaccounted'
            )
            AND (
              `t97`.`line` <> 'unaccounted'
            )
            AND (
              `t97`.`daily_cache` <> 'unaccounted'
            )
            AND (
              `t97`.`features` <> 'unaccounted'
            )
            AND (
              `t97`.`system_moving_average` <> 'unaccounted'
            )
            AND (
              `t97`.`system_zone_matchup_v1` <> 'unaccounted'
            )
            AND (
              `t97`.`system_similarity_balanced_v1` <> 'unaccounted'
            )
            AND (
              `t97`.`system_points_model_v1` <> 'unaccounted'
            )
            AND (
              `t97`.`system_ensemble_v1` <> 'unaccounted'
            )
            AND (
              `t97`.`system_market_aware_v1` <> 'unaccounted'
            )
            AND (
              `t97`.`boxscore` <> 'unaccounted'
            )
            AND (
              `t97`.`summary` <> 'unaccounted'
            )
            AND (
              `t97`.`grade` <> 'unaccounted'
            ) AS `is_accounted`,
            COALESCE(`t97`.`player_name`, `t97`.`player_lookup`, CONCAT('player ', `t97`.`subject`)) AS `player_name`
          FROM (
            SELECT
              `t96`.`game_date`,
              `t96`.`game_id`,
              `t96`.`player_id`,
              `t96`.`named_as`,
              `t96`.`subject`,
              `t96`.`upcoming_player_game_context_lacks`,
              `t96`.`player_daily_cache_lacks`,
              `t96`.`ml_feature_store_v2_lacks`,
              `t96`.`player_prop_predictions_lacks`,
              `t96`.`player_boxscores_lacks`,
              `t96`.`player_game_summary_lacks`,
              `t96`.`prediction_accuracy_lacks`,
              `t96`.`points_props_lacks`,
              `t96`.`moving_average_failure`,
              `t96`.`zone_matchup_v1_failure`,
              `t96`.`similarity_balanced_v1_failure`,
              `t96`.`points_model_v1_failure`,
              `t96`.`ensemble_v1_failure`,
              `t96`.`market_aware_v1_failure`,
              `t96`.`postponed`,
              `t96`.`is_over`,
              `t96`.`lines_not_had`,
              COALESCE(`t96`.`player_name`, `t96`.`sheet_name`) AS `player_name`,
              COALESCE(`t96`.`player_lookup`, `t96`.`sheet_lookup`, `t96`.`named_as`) AS `player_lookup`,
              COALESCE(`t96`.`team`, `t96`.`sheet_team`) AS `team`,
              `t96`.`injury_status`,
              `t96`.`points_line`,
              `t96`.`in_context`,
              `t96`.`was_expected`,
              `t96`.`in_daily_cache`,
              `t96`.`is_quality_ready`,
              `t96`.`in_features`,
              `t96`.`moving_average_made`,
              `t96`.`zone_matchup_v1_made`,
              `t96`.`similarity_balanced_v1_made`,
              `t96`.`points_model_v1_made`,
              `t96`.`ensemble_v1_made`,
              `t96`.`market_aware_v1_made`,
              `t96`.`moving_average_active`,
              `t96`.`zone_matchup_v1_active`,
              `t96`.`similarity_balanced_v1_active`,
              `t96`.`points_model_v1_active`,
              `t96`.`ensemble_v1_active`,
              `t96`.`market_aware_v1_active`,
              `t96`.`moving_average_numbers`,
              `t96`.`zone_matchup_v1_numbers`,
              `t96`.`similarity_balanced_v1_numbers`,
              `t96`.`points_model_v1_numbers`,
              `t96`.`ensemble_v1_numbers`,
              `t96`.`market_aware_v1_numbers`,
              `t96`.`made`,
              `t96`.`standing`,
              `t96`.`status`,
              `t96`.`sheet_name`,
              `t96`.`sheet_lookup`,
              `t96`.`sheet_team`,
              `t96`.`summary_status`,
              `t96`.`graded`,
              `t96`.`context_word`,
              `t96`.`no_line`,
              `t96`.`context`,
              `t96`.`line`,
              `t96`.`is_expected`,
              `t96`.`daily_cache_word`,
              `t96`.`features_word`,
              `t96`.`daily_cache`,
              `t96`.`features`,
              `t96`.`earlier`,
              `t96`.`withdrawn`,
              CASE
                WHEN `t96`.`moving_average_numbers` > 0
                THEN 'there'
                WHEN `t96`.`moving_average_active` > 0
                THEN 'too_little_history'
                WHEN `t96`.`moving_average_made` > 0
                THEN `t96`.`withdrawn`
                WHEN `t96`.`earlier` IS NOT NULL
                THEN `t96`.`earlier`
                WHEN `t96`.`moving_average_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_moving_average`,
              CASE
                WHEN `t96`.`zone_matchup_v1_numbers` > 0
                THEN 'there'
                WHEN `t96`.`zone_matchup_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t96`.`zone_matchup_v1_made` > 0
                THEN `t96`.`withdrawn`
                WHEN `t96`.`earlier` IS NOT NULL
                THEN `t96`.`earlier`
                WHEN `t96`.`zone_matchup_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_zone_matchup_v1`,
              CASE
                WHEN `t96`.`similarity_balanced_v1_numbers` > 0
                THEN 'there'
                WHEN `t96`.`similarity_balanced_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t96`.`similarity_balanced_v1_made` > 0
                THEN `t96`.`withdrawn`
                WHEN `t96`.`earlier` IS NOT NULL
                THEN `t96`.`earlier`
                WHEN `t96`.`similarity_balanced_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_similarity_balanced_v1`,
              CASE
                WHEN `t96`.`points_model_v1_numbers` > 0
                THEN 'there'
                WHEN `t96`.`points_model_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t96`.`points_model_v1_made` > 0
                THEN `t96`.`withdrawn`
                WHEN `t96`.`earlier` IS NOT NULL
                THEN `t96`.`earlier`
                WHEN `t96`.`points_model_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_points_model_v1`,
              CASE
                WHEN `t96`.`ensemble_v1_numbers` > 0
                THEN 'there'
                WHEN `t96`.`ensemble_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t96`.`ensemble_v1_made` > 0
                THEN `t96`.`withdrawn`
                WHEN `t96`.`earlier` IS NOT NULL
                THEN `t96`.`earlier`
                WHEN `t96`.`ensemble_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_ensemble_v1`,
              CASE
                WHEN `t96`.`market_aware_v1_numbers` > 0
                THEN 'there'
                WHEN `t96`.`market_aware_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t96`.`market_aware_v1_made` > 0
                THEN `t96`.`withdrawn`
                WHEN `t96`.`earlier` IS NOT NULL
                THEN `t96`.`earlier`
                WHEN `t96`.`market_aware_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_market_aware_v1`,
              CASE
                WHEN `t96`.`standing` > 0
                THEN CAST(NULL AS STRING)
                WHEN `t96`.`made` > 0
                THEN `t96`.`withdrawn`
                ELSE CASE
                  WHEN `t96`.`moving_average_numbers` > 0
                  THEN 'there'
                  WHEN `t96`.`moving_average_active` > 0
                  THEN 'too_little_history'
                  WHEN `t96`.`moving_average_made` > 0
                  THEN `t96`.`withdrawn`
                  WHEN `t96`.`earlier` IS NOT NULL
                  THEN `t96`.`earlier`
                  WHEN `t96`.`moving_average_failure` IS NOT NULL
                  THEN 'system_failed'
                  ELSE 'unaccounted'
                END
              END AS `prediction_word`,
              IF(
                `t96`.`status` IS NULL,
                CASE
                  WHEN `t96`.`postponed`
                  THEN 'game_postponed'
                  WHEN NOT (
                    `t96`.`is_over`
                  )
                  THEN 'not_over_yet'
                  WHEN `t96`.`player_boxscores_lacks` IS NOT NULL
                  THEN `t96`.`player_boxscores_lacks`
                  WHEN `t96`.`player_id` IS NULL
                  THEN 'unresolved_name'
                  WHEN `t96`.`injury_status` IN ('out', 'doubtful')
                  THEN 'out'
                  ELSE 'not_in_boxscore'
                END,
                CAST(NULL AS STRING)
              ) AS `boxscore_word`,
              COALESCE(
                IF(
                  `t96`.`status` IS NULL,
                  CASE
                    WHEN `t96`.`postponed`
                    THEN 'game_postponed'
                    WHEN NOT (
                      `t96`.`is_over`
                    )
                    THEN 'not_over_yet'
                    WHEN `t96`.`player_boxscores_lacks` IS NOT NULL
                    THEN `t96`.`player_boxscores_lacks`
                    WHEN `t96`.`player_id` IS NULL
                    THEN 'unresolved_name'
                    WHEN `t96`.`injury_status` IN ('out', 'doubtful')
                    THEN 'out'
                    ELSE 'not_in_boxscore'
                  END,
                  CAST(NULL AS STRING)
                ),
                CASE `t96`.`status`
                  WHEN 'PLAYED'
                  THEN 'there'
                  WHEN 'DNP'
                  THEN 'dnp'
                  WHEN 'INACTIVE'
                  THEN 'inactive'
                  ELSE NULL
                END
              ) AS `boxscore`,
              IF(
                `t96`.`summary_status` IS NOT NULL,
                CASE `t96`.`summary_status`
                  WHEN 'PLAYED'
                  THEN 'there'
                  WHEN 'DNP'
                  THEN 'dnp'
                  WHEN 'INACTIVE'
                  THEN 'inactive'
                  ELSE NULL
                END,
                COALESCE(
                  IF(
                    `t96`.`status` IS NULL,
                    CASE
                      WHEN `t96`.`postponed`
                      THEN 'game_postponed'
                      WHEN NOT (
                        `t96`.`is_over`
                      )
                      THEN 'not_over_yet'
                      WHEN `t96`.`player_boxscores_lacks` IS NOT NULL
                      THEN `t96`.`player_boxscores_lacks`
                      WHEN `t96`.`player_id` IS NULL
                      THEN 'unresolved_name'
                      WHEN `t96`.`injury_status` IN ('out', 'doubtful')
                      THEN 'out'
                      ELSE 'not_in_boxscore'
                    END,
                    CAST(NULL AS STRING)
                  ),
                  `t96`.`player_game_summary_lacks`,
                  'unaccounted'
                )
              ) AS `summary`,
              IF(
                `t96`.`graded` IS NOT NULL,
                'there',
                COALESCE(
                  CASE
                    WHEN `t96`.`standing` > 0
                    THEN CAST(NULL AS STRING)
                    WHEN `t96`.`made` > 0
                    THEN `t96`.`withdrawn`
                    ELSE CASE
                      WHEN `t96`.`moving_average_numbers` > 0
                      THEN 'there'
                      WHEN `t96`.`moving_average_active` > 0
                      THEN 'too_little_history'
                      WHEN `t96`.`moving_average_made` > 0
                      THEN `t96`.`withdrawn`
                      WHEN `t96`.`earlier` IS NOT NULL
                      THEN `t96`.`earlier`
                      WHEN `t96`.`moving_average_failure` IS NOT NULL
                      THEN 'system_failed'
                      ELSE 'unaccounted'
                    END
                  END,
                  IF(
                    NOT (
                      `t96`.`is_over`
                    ) AND NOT (
                      `t96`.`postponed`
                    ),
                    'not_over_yet',
                    CAST(NULL AS STRING)
                  ),
                  `t96`.`prediction_accuracy_lacks`,
                  'unaccounted'
                )
              ) AS `grade`
            FROM (
              SELECT
                `t95`.`game_date`,
                `t95`.`game_id`,
                `t95`.`player_id`,
                `t95`.`named_as`,
                `t95`.`subject`,
                `t95`.`upcoming_player_game_context_lacks`,
                `t95`.`player_daily_cache_lacks`,
                `t95`.`ml_feature_store_v2_lacks`,
                `t95`.`player_prop_predictions_lacks`,
                `t95`.`player_boxscores_lacks`,
                `t95`.`player_game_summary_lacks`,
                `t95`.`prediction_accuracy_lacks`,
                `t95`.`points_props_lacks`,
                `t95`.`moving_average_failure`,
                `t95`.`zone_matchup_v1_failure`,
                `t95`.`similarity_balanced_v1_failure`,
                `t95`.`points_model_v1_failure`,
                `t95`.`ensemble_v1_failure`,
                `t95`.`market_aware_v1_failure`,
                `t95`.`postponed`,
                `t95`.`is_over`,
                `t95`.`lines_not_had`,
                `t95`.`player_name`,
                `t95`.`player_lookup`,
                `t95`.`team`,
                `t95`.`injury_status`,
                `t95`.`points_line`,
                `t95`.`in_context`,
                `t95`.`was_expected`,
                `t95`.`in_daily_cache`,
                `t95`.`is_quality_ready`,
                `t95`.`in_features`,
                `t95`.`moving_average_made`,
                `t95`.`zone_matchup_v1_made`,
                `t95`.`similarity_balanced_v1_made`,
                `t95`.`points_model_v1_made`,
                `t95`.`ensemble_v1_made`,
                `t95`.`market_aware_v1_made`,
                `t95`.`moving_average_active`,
                `t95`.`zone_matchup_v1_active`,
                `t95`.`similarity_balanced_v1_active`,
                `t95`.`points_model_v1_active`,
                `t95`.`ensemble_v1_active`,
                `t95`.`market_aware_v1_active`,
                `t95`.`moving_average_numbers`,
                `t95`.`zone_matchup_v1_numbers`,
                `t95`.`similarity_balanced_v1_numbers`,
                `t95`.`points_model_v1_numbers`,
                `t95`.`ensemble_v1_numbers`,
                `t95`.`market_aware_v1_numbers`,
                `t95`.`made`,
                `t95`.`standing`,
                `t95`.`status`,
                `t95`.`sheet_name`,
                `t95`.`sheet_lookup`,
                `t95`.`sheet_team`,
                `t95`.`summary_status`,
                `t95`.`graded`,
                `t95`.`context_word`,
                `t95`.`no_line`,
                `t95`.`context`,
                `t95`.`line`,
                `t95`.`is_expected`,
                `t95`.`daily_cache_word`,
                `t95`.`features_word`,
                COALESCE(`t95`.`daily_cache_word`, 'there') AS `daily_cache`,
                COALESCE(`t95`.`features_word`, IF(`t95`.`is_quality_ready`, 'there', 'not_quality_ready')) AS `features`,
                COALESCE(`t95`.`context_word`, `t95`.`features_word`, `t95`.`player_prop_predictions_lacks`) AS `earlier`,
                CASE
                  WHEN `t95`.`postponed`
                  THEN 'game_postponed'
                  WHEN `t95`.`injury_status` IN ('out', 'doubtful')
                  THEN 'out'
                  ELSE 'unaccounted'
                END AS `withdrawn`
              FROM (
                SELECT
                  `t94`.`game_date`,
                  `t94`.`game_id`,
                  `t94`.`player_id`,
                  `t94`.`named_as`,
                  `t94`.`subject`,
                  `t94`.`upcoming_player_game_context_lacks`,
                  `t94`.`player_daily_cache_lacks`,
                  `t94`.`ml_feature_store_v2_lacks`,
                  `t94`.`player_prop_predictions_lacks`,
                  `t94`.`player_boxscores_lacks`,
                  `t94`.`player_game_summary_lacks`,
                  `t94`.`prediction_accuracy_lacks`,
                  `t94`.`points_props_lacks`,
                  `t94`.`moving_average_failure`,
                  `t94`.`zone_matchup_v1_failure`,
                  `t94`.`similarity_balanced_v1_failure`,
                  `t94`.`points_model_v1_failure`,
                  `t94`.`ensemble_v1_failure`,
                  `t94`.`market_aware_v1_failure`,
                  `t94`.`postponed`,
                  `t94`.`is_over`,
                  `t94`.`lines_not_had`,
                  `t94`.`player_name`,
                  `t94`.`player_lookup`,
                  `t94`.`team`,
                  `t94`.`injury_status`,
                  `t94`.`points_line`,
                  `t94`.`in_context`,
                  `t94`.`was_expected`,
                  `t94`.`in_daily_cache`,
                  `t94`.`is_quality_ready`,
                  `t94`.`in_features`,
                  `t94`.`moving_average_made`,
                  `t94`.`zone_matchup_v1_made`,
                  `t94`.`similarity_balanced_v1_made`,
                  `t94`.`points_model_v1_made`,
                  `t94`.`ensemble_v1_made`,
                  `t94`.`market_aware_v1_made`,
                  `t94`.`moving_average_active`,
                  `t94`.`zone_matchup_v1_active`,
                  `t94`.`similarity_balanced_v1_active`,
                  `t94`.`points_model_v1_active`,
                  `t94`.`ensemble_v1_active`,
                  `t94`.`market_aware_v1_active`,
                  `t94`.`moving_average_numbers`,
                  `t94`.`zone_matchup_v1_numbers`,
                  `t94`.`similarity_balanced_v1_numbers`,
                  `t94`.`points_model_v1_numbers`,
                  `t94`.`ensemble_v1_numbers`,
                  `t94`.`market_aware_v1_numbers`,
                  `t94`.`made`,
                  `t94`.`standing`,
                  `t94`.`status`,
                  `t94`.`sheet_name`,
                  `t94`.`sheet_lookup`,
                  `t94`.`sheet_team`,
                  `t94`.`summary_status`,
                  `t94`.`graded`,
                  CASE
                    WHEN `t94`.`in_context`
                    THEN CAST(NULL AS STRING)
                    WHEN `t94`.`named_as` IS NOT NULL
                    THEN 'unresolved_name'
                    WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                    THEN `t94`.`upcoming_player_game_context_lacks`
                    WHEN `t94`.`was_expected`
                    THEN 'unaccounted'
                    ELSE 'unexpected'
                  END AS `context_word`,
                  CASE
                    WHEN `t94`.`points_line` IS NOT NULL
                    THEN CAST(NULL AS STRING)
                    WHEN `t94`.`lines_not_had` IS NOT NULL
                    THEN 'lines_not_had'
                    ELSE COALESCE(`t94`.`points_props_lacks`, 'no_line')
                  END AS `no_line`,
                  COALESCE(
                    CASE
                      WHEN `t94`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t94`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t94`.`upcoming_player_game_context_lacks`
                      WHEN `t94`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END,
                    'there'
                  ) AS `context`,
                  COALESCE(
                    CASE
                      WHEN `t94`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t94`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t94`.`upcoming_player_game_context_lacks`
                      WHEN `t94`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END,
                    CASE
                      WHEN `t94`.`points_line` IS NOT NULL
                      THEN CAST(NULL AS STRING)
                      WHEN `t94`.`lines_not_had` IS NOT NULL
                      THEN 'lines_not_had'
                      ELSE COALESCE(`t94`.`points_props_lacks`, 'no_line')
                    END,
                    'there'
                  ) AS `line`,
                  CASE
                    WHEN `t94`.`in_context` OR (
                      `t94`.`named_as` IS NOT NULL
                    )
                    THEN TRUE
                    WHEN CASE
                      WHEN `t94`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t94`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t94`.`upcoming_player_game_context_lacks`
                      WHEN `t94`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END = 'unexpected'
                    THEN FALSE
                    ELSE NULL
                  END AS `is_expected`,
                  IF(
                    `t94`.`in_daily_cache` IS NULL,
                    COALESCE(
                      CASE
                        WHEN `t94`.`in_context`
                        THEN CAST(NULL AS STRING)
                        WHEN `t94`.`named_as` IS NOT NULL
                        THEN 'unresolved_name'
                        WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                        THEN `t94`.`upcoming_player_game_context_lacks`
                        WHEN `t94`.`was_expected`
                        THEN 'unaccounted'
                        ELSE 'unexpected'
                      END,
                      `t94`.`player_daily_cache_lacks`,
                      'unaccounted'
                    ),
                    CAST(NULL AS STRING)
                  ) AS `daily_cache_word`,
                  IF(
                    `t94`.`in_features` IS NULL,
                    COALESCE(
                      CASE
                        WHEN `t94`.`in_context`
                        THEN CAST(NULL AS STRING)
                        WHEN `t94`.`named_as` IS NOT NULL
                        THEN 'unresolved_name'
                        WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                        THEN `t94`.`upcoming_player_game_context_lacks`
                        WHEN `t94`.`was_expected`
                        THEN 'unaccounted'
                        ELSE 'unexpected'
                      END,
                      IF(
                        `t94`.`in_daily_cache` IS NULL,
                        COALESCE(
                          CASE
                            WHEN `t94`.`in_context`
                            THEN CAST(NULL AS STRING)
                            WHEN `t94`.`named_as` IS NOT NULL
                            THEN 'unresolved_name'
                            WHEN `t94`.`upcoming_player_game_context_lacks` IS NOT NULL
                            THEN `t94`.`upcoming_player_game_context_lacks`
                            WHEN `t94`.`was_expected`
                            THEN 'unaccounted'
                            ELSE 'unexpected'
                          END,
                          `t94`.`player_daily_cache_lacks`,
                          'unaccounted'
                        ),
                        CAST(NULL AS STRING)
                      ),
                      `t94`.`ml_feature_store_v2_lacks`,
                      'unaccounted'
                    ),
                    CAST(NULL AS STRING)
                  ) AS `features_word`
                FROM (
                  SELECT
                    `t93`.`game_date`,
                    `t93`.`game_id`,
                    `t93`.`player_id`,
                    `t93`.`named_as`,
                    `t93`.`subject`,
                    `t93`.`upcoming_player_game_context_lacks`,
                    `t93`.`player_daily_cache_lacks`,
                    `t93`.`ml_feature_store_v2_lacks`,
                    `t93`.`player_prop_predictions_lacks`,
                    `t93`.`player_boxscores_lacks`,
                    `t93`.`player_game_summary_lacks`,
                    `t93`.`prediction_accuracy_lacks`,
                    `t93`.`points_props_lacks`,
                    `t93`.`moving_average_failure`,
                    `t93`.`zone_matchup_v1_failure`,
                    `t93`.`similarity_balanced_v1_failure`,
                    `t93`.`points_model_v1_failure`,
                    `t93`.`ensemble_v1_failure`,
                    `t93`.`market_aware_v1_failure`,
                    `t42`.`postponed`,
                    `t42`.`is_over`,
                    `t84`.`lines_not_had`,
                    `t27`.`player_name`,
                    `t27`.`player_lookup`,
                    `t27`.`team`,
                    `t27`.`injury_status`,
                    `t27`.`points_line`,
                    `t27`.`in_context`,
                    `t65`.`was_expected`,
                    `t28`.`in_daily_cache`,
                    `t31`.`is_quality_ready`,
                    `t31`.`in_features`,
                    `t68`.`moving_average_made`,
                    `t68`.`zone_matchup_v1_made`,
                    `t68`.`similarity_balanced_v1_made`,
                    `t68`.`points_model_v1_made`,
                    `t68`.`ensemble_v1_made`,
                    `t68`.`market_aware_v1_made`,
                    `t68`.`moving_average_active`,
                    `t68`.`zone_matchup_v1_active`,
                    `t68`.`similarity_balanced_v1_active`,
                    `t68`.`points_model_v1_active`,
                    `t68`.`ensemble_v1_active`,
                    `t68`.`market_aware_v1_active`,
                    `t68`.`moving_average_numbers`,
                    `t68`.`zone_matchup_v1_numbers`,
                    `t68`.`similarity_balanced_v1_numbers`,
                    `t68`.`points_model_v1_numbers`,
                    `t68`.`ensemble_v1_numbers`,
                    `t68`.`market_aware_v1_numbers`,
                    `t68`.`made`,
                    `t68`.`standing`,
                    `t34`.`status`,
                    `t34`.`sheet_name`,
                    `t34`.`sheet_lookup`,
                    `t34`.`sheet_team`,
                    `t35`.`summary_status`,
                    `t55`.`graded`
                  FROM (
                    SELECT
                      `t91`.`game_date`,
                      `t91`.`game_id`,
                      `t91`.`player_id`,
                      `t91`.`named_as`,
                      `t91`.`subject`,
                      CASE
                        WHEN `t91`.`upcoming_player_game_context_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`upcoming_player_game_context_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`upcoming_player_game_context_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `upcoming_player_game_context_lacks`,
                      CASE
                        WHEN `t91`.`player_daily_cache_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`player_daily_cache_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`player_daily_cache_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `player_daily_cache_lacks`,
                      CASE
                        WHEN `t91`.`ml_feature_store_v2_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`ml_feature_store_v2_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`ml_feature_store_v2_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `ml_feature_store_v2_lacks`,
                      CASE
                        WHEN `t91`.`player_prop_predictions_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`player_prop_predictions_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`player_prop_predictions_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `player_prop_predictions_lacks`,
                      CASE
                        WHEN `t91`.`player_boxscores_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`player_boxscores_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`player_boxscores_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `player_boxscores_lacks`,
                      CASE
                        WHEN `t91`.`player_game_summary_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`player_game_summary_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`player_game_summary_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `player_game_summary_lacks`,
                      CASE
                        WHEN `t91`.`prediction_accuracy_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`prediction_accuracy_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`prediction_accuracy_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `prediction_accuracy_lacks`,
                      CASE
                        WHEN `t91`.`points_props_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t91`.`points_props_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t91`.`points_props_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `points_props_lacks`,
                      `t91`.`moving_average_failure`,
                      `t91`.`zone_matchup_v1_failure`,
                      `t91`.`similarity_balanced_v1_failure`,
                      `t91`.`points_model_v1_failure`,
                      `t91`.`ensemble_v1_failure`,
                      `t91`.`market_aware_v1_failure`
                    FROM (
                      SELECT
                        `t90`.*
                        EXCEPT (`lacking_game_date`, `lacking_game_id`)
                      FROM (
                        SELECT
                          `t89`.`game_date`,
                          `t89`.`game_id`,
                          `t89`.`player_id`,
                          `t89`.`named_as`,
                          `t89`.`subject`,
                          `t89`.`upcoming_player_game_context_day`,
                          `t89`.`player_daily_cache_day`,
                          `t89`.`ml_feature_store_v2_day`,
                          `t89`.`player_prop_predictions_day`,
                          `t89`.`player_boxscores_day`,
                          `t89`.`player_game_summary_day`,
                          `t89`.`prediction_accuracy_day`,
                          `t89`.`points_props_day`,
                          `t89`.`moving_average_failure`,
                          `t89`.`zone_matchup_v1_failure`,
                          `t89`.`similarity_balanced_v1_failure`,
                          `t89`.`points_model_v1_failure`,
                          `t89`.`ensemble_v1_failure`,
                          `t89`.`market_aware_v1_failure`,
                          `t73`.`game_date` AS `lacking_game_date`,
                          `t73`.`game_id` AS `lacking_game_id`,
                          `t73`.`upcoming_player_game_context_held_back`,
                          `t73`.`upcoming_player_game_context_game`,
                          `t73`.`player_daily_cache_held_back`,
                          `t73`.`player_daily_cache_game`,
                          `t73`.`ml_feature_store_v2_held_back`,
                          `t73`.`ml_feature_store_v2_game`,
                          `t73`.`player_prop_predictions_held_back`,
                          `t73`.`player_prop_predictions_game`,
                          `t73`.`player_boxscores_held_back`,
                          `t73`.`player_boxscores_game`,
                          `t73`.`player_game_summary_held_back`,
                          `t73`.`player_game_summary_game`,
                          `t73`.`prediction_accuracy_held_back`,
                          `t73`.`prediction_accuracy_game`,
                          `t73`.`points_props_held_back`,
                          `t73`.`points_props_game`
                        FROM (
                          SELECT
                            `t87`.*
                            EXCEPT (`lacking_game_date`)
                          FROM (
                            SELECT
                              `t86`.`game_date`,
                              `t86`.`game_id`,
                              `t86`.`player_id`,
                              `t86`.`named_as`,
                              `t86`.`subject`,
                              `t57`.`game_date` AS `lacking_game_date`,
                              `t57`.`upcoming_player_game_context_day`,
                              `t57`.`player_daily_cache_day`,
                              `t57`.`ml_feature_store_v2_day`,
                              `t57`.`player_prop_predictions_day`,
                              `t57`.`player_boxscores_day`,
                              `t57`.`player_game_summary_day`,
                              `t57`.`prediction_accuracy_day`,
                              `t57`.`points_props_day`,
                              `t57`.`moving_average_failure`,
                              `t57`.`zone_matchup_v1_failure`,
                              `t57`.`similarity_balanced_v1_failure`,
                              `t57`.`points_model_v1_failure`,
                              `t57`.`ensemble_v1_failure`,
                              `t57`.`market_aware_v1_failure`
                            FROM (
                              SELECT
                                `t81`.`game_date`,
                                `t81`.`game_id`,
                                `t81`.`player_id`,
                                `t81`.`named_as`,
                                COALESCE(CAST(`t81`.`player_id` AS STRING), `t81`.`named_as`) AS `subject`
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t66`.`game_date`,
                                    `t66`.`game_id`,
                                    `t66`.`player_id`,
                                    `t75`.`named_as`
                                  FROM `t59` AS `t66`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t41`.`game_date`,
                                      `t41`.`game_id`,
                                      `t61`.`told_id` AS `player_id`,
                                      `t41`.`player_lookup` AS `named_as`
                                    FROM (
                                      SELECT DISTINCT
                                        `t0`.`game_date`,
                                        `t0`.`game_id`,
                                        `t0`.`what` AS `player_lookup`
                                      FROM `absences` AS `t0`
                                      WHERE
                                        `t0`.`kind` = 'item'
                                        AND `t0`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                        AND `t0`.`reason` <> 'another spelling in this game names the same player'
                                        AND `t0`.`game_id` IS NOT NULL
                                    ) AS `t41`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t32`.`game_id`,
                                        `t32`.`player_lookup`,
                                        `t32`.`player_id` AS `told_id`
                                      FROM (
                                        SELECT
                                          `t5`.`game_id`,
                                          `t5`.`player_lookup`,
                                          COUNT(*) AS `namesakes`,
                                          MAX(`t5`.`player_id`) AS `player_id`
                                        FROM `player_boxscores` AS `t5`
                                        GROUP BY
                                          1,
                                          2
                                      ) AS `t32`
                                      WHERE
                                        `t32`.`namesakes` = 1
                                    ) AS `t61`
                                      ON `t41`.`game_id` = `t61`.`game_id`
                                      AND `t41`.`player_lookup` = `t61`.`player_lookup`
                                  ) AS `t75`
                                    ON `t66`.`game_date` = `t75`.`game_date`
                                    AND `t66`.`game_id` = `t75`.`game_id`
                                    AND `t66`.`player_id` = `t75`.`player_id`
                                ) AS `t80`
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t41`.`game_date`,
                                    `t41`.`game_id`,
                                    `t61`.`told_id` AS `player_id`,
                                    `t41`.`player_lookup` AS `named_as`
                                  FROM (
                                    SELECT DISTINCT
                                      `t0`.`game_date`,
                                      `t0`.`game_id`,
                                      `t0`.`what` AS `player_lookup`
                                    FROM `absences` AS `t0`
                                    WHERE
                                      `t0`.`kind` = 'item'
                                      AND `t0`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                      AND `t0`.`reason` <> 'another spelling in this game names the same player'
                                      AND `t0`.`game_id` IS NOT NULL
                                  ) AS `t41`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t32`.`game_id`,
                                      `t32`.`player_lookup`,
                                      `t32`.`player_id` AS `told_id`
                                    FROM (
                                      SELECT
                                        `t5`.`game_id`,
                                        `t5`.`player_lookup`,
                                        COUNT(*) AS `namesakes`,
                                        MAX(`t5`.`player_id`) AS `player_id`
                                      FROM `player_boxscores` AS `t5`
                                      GROUP BY
                                        1,
                                        2
                                    ) AS `t32`
                                    WHERE
                                      `t32`.`namesakes` = 1
                                  ) AS `t61`
                                    ON `t41`.`game_id` = `t61`.`game_id`
                                    AND `t41`.`player_lookup` = `t61`.`player_lookup`
                                  WHERE
                                    NOT EXISTS(
                                      SELECT
                                        1
                                      FROM `t59` AS `t67`
                                      WHERE
                                        `t41`.`game_date` = `t67`.`game_date`
                                        AND `t41`.`game_id` = `t67`.`game_id`
                                        AND `t61`.`told_id` = `t67`.`player_id`
                                    )
                                ) AS `t76`
                              ) AS `t81`
                            ) AS `t86`
                            LEFT OUTER JOIN (
                              SELECT
                                `t0`.`game_date`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `upcoming_player_game_context_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_precompute.player_daily_cache'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `player_daily_cache_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_predictions.ml_feature_store_v2'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `ml_feature_store_v2_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_predictions.player_prop_predictions'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `player_prop_predictions_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_raw.player_boxscores'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `player_boxscores_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_analytics.player_game_summary'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `player_game_summary_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_predictions.prediction_accuracy'
                                    )
                                    AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `prediction_accuracy_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`table_name` = 'nba_raw.points_props'
                                    ) AND (
                                      `t0`.`kind` = 'day'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `points_props_day`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`kind` = 'part'
                                    ) AND (
                                      `t0`.`what` = 'system moving_average'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `moving_average_failure`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`kind` = 'part'
                                    ) AND (
                                      `t0`.`what` = 'system zone_matchup_v1'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `zone_matchup_v1_failure`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`kind` = 'part'
                                    )
                                    AND (
                                      `t0`.`what` = 'system similarity_balanced_v1'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `similarity_balanced_v1_failure`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`kind` = 'part'
                                    ) AND (
                                      `t0`.`what` = 'system points_model_v1'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `points_model_v1_failure`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`kind` = 'part'
                                    ) AND (
                                      `t0`.`what` = 'system ensemble_v1'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `ensemble_v1_failure`,
                                MAX(
                                  IF(
                                    (
                                      `t0`.`kind` = 'part'
                                    ) AND (
                                      `t0`.`what` = 'system market_aware_v1'
                                    ),
                                    `t0`.`reason`,
                                    NULL
                                  )
                                ) AS `market_aware_v1_failure`
                              FROM `absences` AS `t0`
                              GROUP BY
                                1
                            ) AS `t57`
                              ON `t86`.`game_date` = `t57`.`game_date`
                          ) AS `t87`
                        ) AS `t89`
                        LEFT OUTER JOIN (
                          SELECT
                            `t39`.`game_date`,
                            `t39`.`game_id`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `upcoming_player_game_context_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `upcoming_player_game_context_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_precompute.player_daily_cache'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_daily_cache_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_precompute.player_daily_cache'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_daily_cache_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_predictions.ml_feature_store_v2'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `ml_feature_store_v2_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_predictions.ml_feature_store_v2'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `ml_feature_store_v2_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_predictions.player_prop_predictions'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_prop_predictions_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_predictions.player_prop_predictions'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_prop_predictions_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_raw.player_boxscores'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_boxscores_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_raw.player_boxscores'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_boxscores_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_analytics.player_game_summary'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_game_summary_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_analytics.player_game_summary'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `player_game_summary_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_predictions.prediction_accuracy'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `prediction_accuracy_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_predictions.prediction_accuracy'
                                )
                                AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `prediction_accuracy_game`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_raw.points_props'
                                )
                                AND (
                                  `t39`.`kind` = 'held_back'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `points_props_held_back`,
                            MAX(
                              IF(
                                (
                                  `t39`.`table_name` = 'nba_raw.points_props'
                                ) AND (
                                  `t39`.`kind` = 'game'
                                ),
                                `t39`.`reason`,
                                NULL
                              )
                            ) AS `points_props_game`
                          FROM `t23` AS `t39`
                          GROUP BY
                            1,
                            2
                        ) AS `t73`
                          ON `t89`.`game_date` = `t73`.`game_date` AND `t89`.`game_id` = `t73`.`game_id`
                      ) AS `t90`
                    ) AS `t91`
                  ) AS `t93`
                  LEFT OUTER JOIN (
                    SELECT
                      `t1`.`game_date` AS `side_0_game_date`,
                      `t1`.`game_id` AS `side_0_game_id`,
                      `t1`.`postponed`,
                      `t1`.`status` = 'FINAL' AS `is_over`
                    FROM `schedule` AS `t1`
                  ) AS `t42`
                    ON `t93`.`game_date` = `t42`.`side_0_game_date`
                    AND `t93`.`game_id` = `t42`.`side_0_game_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t82`.`game_date` AS `side_1_game_date`,
                      `t82`.`game_id` AS `side_1_game_id`,
                      `t82`.`lines_not_had`
                    FROM (
                      SELECT
                        `t79`.`game_date`,
                        `t79`.`game_id`,
                        CONCAT('nba_raw.points_props: ', MAX(`t79`.`reason`)) AS `lines_not_had`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t71`.`game_date`,
                            `t71`.`game_id`,
                            `t50`.`reason`
                          FROM (
                            SELECT
                              `t26`.`game_date`,
                              `t26`.`game_id`,
                              `t26`.`season`,
                              `t26`.`season_type`,
                              `t26`.`tipoff_at`,
                              `t26`.`team`,
                              `t26`.`opponent`,
                              `t26`.`is_home`,
                              CONCAT(CONCAT(CONCAT('the points lines of ', `t26`.`team`), ' at '), `t26`.`opponent`) AS `what`
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
                              ) AS `t9`
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
                              ) AS `t10`
                            ) AS `t26`
                          ) AS `t71`
                          INNER JOIN (
                            SELECT
                              `t0`.`game_date`,
                              `t0`.`reason`
                            FROM `absences` AS `t0`
                            WHERE
                              `t0`.`table_name` = 'nba_raw.points_props'
                              AND `t0`.`kind` = 'empty'
                              AND NOT (
                                STARTS_WITH(`t0`.`reason`, 'no bookmaker quotes the day, or not yet')
                              )
                          ) AS `t50`
                            ON `t71`.`game_date` = `t50`.`game_date`
                        ) AS `t77`
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t71`.`game_date`,
                            `t71`.`game_id`,
                            `t38`.`reason`
                          FROM (
                            SELECT
                              `t26`.`game_date`,
                              `t26`.`game_id`,
                              `t26`.`season`,
                              `t26`.`season_type`,
                              `t26`.`tipoff_at`,
                              `t26`.`team`,
                              `t26`.`opponent`,
                              `t26`.`is_home`,
                              CONCAT(CONCAT(CONCAT('the points lines of ', `t26`.`team`), ' at '), `t26`.`opponent`) AS `what`
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
                              ) AS `t9`
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
                              ) AS `t10`
                            ) AS `t26`
                          ) AS `t71`
                          INNER JOIN (
                            SELECT
                              `t0`.`game_date`,
                              `t0`.`what`,
                              `t0`.`reason`
                            FROM `absences` AS `t0`
                            WHERE
                              `t0`.`table_name` = 'nba_raw.points_props' AND `t0`.`kind` = 'part'
                          ) AS `t38`
                            ON `t71`.`game_date` = `t38`.`game_date` AND `t71`.`what` = `t38`.`what`
                        ) AS `t78`
                      ) AS `t79`
                      GROUP BY
                        1,
                        2
                    ) AS `t82`
                  ) AS `t84`
                    ON `t93`.`game_date` = `t84`.`side_1_game_date`
                    AND `t93`.`game_id` = `t84`.`side_1_game_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t2`.`game_date` AS `side_2_game_date`,
                      `t2`.`game_id` AS `side_2_game_id`,
                      `t2`.`player_id` AS `side_2_player_id`,
                      `t2`.`player_name`,
                      `t2`.`player_lookup`,
                      `t2`.`team`,
                      `t2`.`injury_status`,
                      `t2`.`points_line`,
                      TRUE AS `in_context`
                    FROM `upcoming_player_game_context` AS `t2`
                  ) AS `t27`
                    ON `t93`.`game_date` = `t27`.`side_2_game_date`
                    AND `t93`.`game_id` = `t27`.`side_2_game_id`
                    AND `t93`.`player_id` = `t27`.`side_2_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t52`.`game_date` AS `side_3_game_date`,
                      `t52`.`game_id` AS `side_3_game_id`,
                      `t52`.`player_id` AS `side_3_player_id`,
                      TRUE AS `was_expected`
                    FROM (
                      SELECT
                        *
                      FROM `t19` AS `t37`
                      UNION DISTINCT
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM `t14` AS `t29`
                        UNION DISTINCT
                        SELECT
                          *
                        FROM `t15` AS `t30`
                      ) AS `t44`
                    ) AS `t52`
                  ) AS `t65`
                    ON `t93`.`game_date` = `t65`.`side_3_game_date`
                    AND `t93`.`game_id` = `t65`.`side_3_game_id`
                    AND `t93`.`player_id` = `t65`.`side_3_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t3`.`game_date` AS `side_4_game_date`,
                      `t3`.`game_id` AS `side_4_game_id`,
                      `t3`.`player_id` AS `side_4_player_id`,
                      TRUE AS `in_daily_cache`
                    FROM `player_daily_cache` AS `t3`
                  ) AS `t28`
                    ON `t93`.`game_date` = `t28`.`side_4_game_date`
                    AND `t93`.`game_id` = `t28`.`side_4_game_id`
                    AND `t93`.`player_id` = `t28`.`side_4_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t4`.`game_date` AS `side_5_game_date`,
                      `t4`.`game_id` AS `side_5_game_id`,
                      `t4`.`player_id` AS `side_5_player_id`,
                      `t4`.`is_quality_ready`,
                      TRUE AS `in_features`
                    FROM `ml_feature_store_v2` AS `t4`
                  ) AS `t31`
                    ON `t93`.`game_date` = `t31`.`side_5_game_date`
                    AND `t93`.`game_id` = `t31`.`side_5_game_id`
                    AND `t93`.`player_id` = `t31`.`side_5_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t54`.`game_date` AS `side_6_game_date`,
                      `t54`.`game_id` AS `side_6_game_id`,
                      `t54`.`player_id` AS `side_6_player_id`,
                      `t54`.`moving_average_made`,
                      `t54`.`zone_matchup_v1_made`,
                      `t54`.`similarity_balanced_v1_made`,
                      `t54`.`points_model_v1_made`,
                      `t54`.`ensemble_v1_made`,
                      `t54`.`market_aware_v1_made`,
                      `t54`.`moving_average_active`,
                      `t54`.`zone_matchup_v1_active`,
                      `t54`.`similarity_balanced_v1_active`,
                      `t54`.`points_model_v1_active`,
                      `t54`.`ensemble_v1_active`,
                      `t54`.`market_aware_v1_active`,
                      `t54`.`moving_average_numbers`,
                      `t54`.`zone_matchup_v1_numbers`,
                      `t54`.`similarity_balanced_v1_numbers`,
                      `t54`.`points_model_v1_numbers`,
                      `t54`.`ensemble_v1_numbers`,
                      `t54`.`market_aware_v1_numbers`,
                      `t54`.`made`,
                      `t54`.`standing`
                    FROM (
                      SELECT
                        `t7`.`game_date`,
                        `t7`.`game_id`,
                        `t7`.`player_id`,
                        COUNTIF(`t7`.`system_id` = 'moving_average') AS `moving_average_made`,
                        COUNTIF(`t7`.`system_id` = 'zone_matchup_v1') AS `zone_matchup_v1_made`,
                        COUNTIF(`t7`.`system_id` = 'similarity_balanced_v1') AS `similarity_balanced_v1_made`,
                        COUNTIF(`t7`.`system_id` = 'points_model_v1') AS `points_model_v1_made`,
                        COUNTIF(`t7`.`system_id` = 'ensemble_v1') AS `ensemble_v1_made`,
                        COUNTIF(`t7`.`system_id` = 'market_aware_v1') AS `market_aware_v1_made`,
                        COUNTIF((
                          `t7`.`system_id` = 'moving_average'
                        ) AND `t7`.`is_active`) AS `moving_average_active`,
                        COUNTIF((
                          `t7`.`system_id` = 'zone_matchup_v1'
                        ) AND `t7`.`is_active`) AS `zone_matchup_v1_active`,
                        COUNTIF((
                          `t7`.`system_id` = 'similarity_balanced_v1'
                        ) AND `t7`.`is_active`) AS `similarity_balanced_v1_active`,
                        COUNTIF((
                          `t7`.`system_id` = 'points_model_v1'
                        ) AND `t7`.`is_active`) AS `points_model_v1_active`,
                        COUNTIF((
                          `t7`.`system_id` = 'ensemble_v1'
                        ) AND `t7`.`is_active`) AS `ensemble_v1_active`,
                        COUNTIF((
                          `t7`.`system_id` = 'market_aware_v1'
                        ) AND `t7`.`is_active`) AS `market_aware_v1_active`,
                        COUNT(
                          IF(
                            (
                              `t7`.`system_id` = 'moving_average'
                            ) AND `t7`.`is_active`,
                            `t7`.`predicted_points`,
                            NULL
                          )
                        ) AS `moving_average_numbers`,
                        COUNT(
                          IF(
                            (
                              `t7`.`system_id` = 'zone_matchup_v1'
                            ) AND `t7`.`is_active`,
                            `t7`.`predicted_points`,
                            NULL
                          )
                        ) AS `zone_matchup_v1_numbers`,
                        COUNT(
                          IF(
                            (
                              `t7`.`system_id` = 'similarity_balanced_v1'
                            ) AND `t7`.`is_active`,
                            `t7`.`predicted_points`,
                            NULL
                          )
                        ) AS `similarity_balanced_v1_numbers`,
                        COUNT(
                          IF(
                            (
                              `t7`.`system_id` = 'points_model_v1'
                            ) AND `t7`.`is_active`,
                            `t7`.`predicted_points`,
                            NULL
                          )
                        ) AS `points_model_v1_numbers`,
                        COUNT(
                          IF(
                            (
                              `t7`.`system_id` = 'ensemble_v1'
                            ) AND `t7`.`is_active`,
                            `t7`.`predicted_points`,
                            NULL
                          )
                        ) AS `ensemble_v1_numbers`,
                        COUNT(
                          IF(
                            (
                              `t7`.`system_id` = 'market_aware_v1'
                            ) AND `t7`.`is_active`,
                            `t7`.`predicted_points`,
                            NULL
                          )
                        ) AS `market_aware_v1_numbers`,
                        COUNT(*) AS `made`,
                        COUNTIF(`t7`.`is_active`) AS `standing`
                      FROM `player_prop_predictions` AS `t7`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t54`
                  ) AS `t68`
                    ON `t93`.`game_date` = `t68`.`side_6_game_date`
                    AND `t93`.`game_id` = `t68`.`side_6_game_id`
                    AND `t93`.`player_id` = `t68`.`side_6_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t5`.`game_date` AS `side_7_game_date`,
                      `t5`.`game_id` AS `side_7_game_id`,
                      `t5`.`player_id` AS `side_7_player_id`,
                      `t5`.`status`,
                      `t5`.`player_name` AS `sheet_name`,
                      `t5`.`player_lookup` AS `sheet_lookup`,
                      `t5`.`team` AS `sheet_team`
                    FROM `player_boxscores` AS `t5`
                  ) AS `t34`
                    ON `t93`.`game_date` = `t34`.`side_7_game_date`
                    AND `t93`.`game_id` = `t34`.`side_7_game_id`
                    AND `t93`.`player_id` = `t34`.`side_7_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t6`.`game_date` AS `side_8_game_date`,
                      `t6`.`game_id` AS `side_8_game_id`,
                      `t6`.`player_id` AS `side_8_player_id`,
                      `t6`.`status` AS `summary_status`
                    FROM `player_game_summary` AS `t6`
                  ) AS `t35`
                    ON `t93`.`game_date` = `t35`.`side_8_game_date`
                    AND `t93`.`game_id` = `t35`.`side_8_game_id`
                    AND `t93`.`player_id` = `t35`.`side_8_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t20`.`game_date` AS `side_9_game_date`,
                      `t20`.`game_id` AS `side_9_game_id`,
                      `t20`.`player_id` AS `side_9_player_id`,
                      TRUE AS `graded`
                    FROM (
                      SELECT DISTINCT
                        `t8`.`game_date`,
                        `t8`.`game_id`,
                        `t8`.`player_id`
                      FROM `prediction_accuracy` AS `t8`
                    ) AS `t20`
                  ) AS `t55`
                    ON `t93`.`game_date` = `t55`.`side_9_game_date`
                    AND `t93`.`game_id` = `t55`.`side_9_game_id`
                    AND `t93`.`player_id` = `t55`.`side_9_player_id`
                ) AS `t94`
              ) AS `t95`
            ) AS `t96`
          ) AS `t97`
        ) AS `t99`
        LEFT OUTER JOIN (
          SELECT
            `t0`.`game_date`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `upcoming_player_game_context_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_raw.points_props'
                ) AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `points_props_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_precompute.player_daily_cache'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `player_daily_cache_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_predictions.ml_feature_store_v2'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `ml_feature_store_v2_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_predictions.player_prop_predictions'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `player_prop_predictions_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_raw.player_boxscores'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `player_boxscores_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_analytics.player_game_summary'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `player_game_summary_day`,
            MAX(
              IF(
                (
                  `t0`.`table_name` = 'nba_predictions.prediction_accuracy'
                )
                AND (
                  `t0`.`kind` = 'day'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `prediction_accuracy_day`,
            MAX(
              IF(
                (
                  `t0`.`kind` = 'part'
                ) AND (
                  `t0`.`what` = 'system moving_average'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `moving_average_failure`,
            MAX(
              IF(
                (
                  `t0`.`kind` = 'part'
                ) AND (
                  `t0`.`what` = 'system zone_matchup_v1'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `zone_matchup_v1_failure`,
            MAX(
              IF(
                (
                  `t0`.`kind` = 'part'
                )
                AND (
                  `t0`.`what` = 'system similarity_balanced_v1'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `similarity_balanced_v1_failure`,
            MAX(
              IF(
                (
                  `t0`.`kind` = 'part'
                ) AND (
                  `t0`.`what` = 'system points_model_v1'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `points_model_v1_failure`,
            MAX(
              IF(
                (
                  `t0`.`kind` = 'part'
                ) AND (
                  `t0`.`what` = 'system ensemble_v1'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `ensemble_v1_failure`,
            MAX(
              IF(
                (
                  `t0`.`kind` = 'part'
                ) AND (
                  `t0`.`what` = 'system market_aware_v1'
                ),
                `t0`.`reason`,
                NULL
              )
            ) AS `market_aware_v1_failure`
          FROM `absences` AS `t0`
          GROUP BY
            1
        ) AS `t56`
          ON `t99`.`game_date` = `t56`.`game_date`
      ) AS `t100`
    ) AS `t102`
    LEFT OUTER JOIN (
      SELECT
        `t39`.`game_date`,
        `t39`.`game_id`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_analytics.upcoming_player_game_context'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `upcoming_player_game_context_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_analytics.upcoming_player_game_context'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `upcoming_player_game_context_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_raw.points_props'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `points_props_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_raw.points_props'
            ) AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `points_props_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_precompute.player_daily_cache'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_daily_cache_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_precompute.player_daily_cache'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_daily_cache_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_predictions.ml_feature_store_v2'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `ml_feature_store_v2_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_predictions.ml_feature_store_v2'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `ml_feature_store_v2_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_predictions.player_prop_predictions'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_prop_predictions_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_predictions.player_prop_predictions'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_prop_predictions_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_raw.player_boxscores'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_boxscores_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_raw.player_boxscores'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_boxscores_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_analytics.player_game_summary'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_game_summary_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_analytics.player_game_summary'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `player_game_summary_game`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_predictions.prediction_accuracy'
            )
            AND (
              `t39`.`kind` = 'held_back'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `prediction_accuracy_held_back`,
        MAX(
          IF(
            (
              `t39`.`table_name` = 'nba_predictions.prediction_accuracy'
            )
            AND (
              `t39`.`kind` = 'game'
            ),
            `t39`.`reason`,
            NULL
          )
        ) AS `prediction_accuracy_game`
      FROM `t23` AS `t39`
      GROUP BY
        1,
        2
    ) AS `t72`
      ON `t102`.`game_date` = `t72`.`game_date` AND `t102`.`game_id` = `t72`.`game_id`
  ) AS `t103`
) AS `t104`

-- expected_games
SELECT DISTINCT
  `t0`.`game_date`,
  `t0`.`game_id`
FROM `absences` AS `t0`
WHERE
  `t0`.`table_name` = 'nba_analytics.upcoming_player_game_context'
  AND `t0`.`kind` IN ('held_back', 'game')

-- held_back
SELECT
  `t4`.`game_date`,
  `t4`.`reason`
FROM (
  SELECT
    `t0`.`game_date`,
    CONCAT(
      'nobody knows who is expected: nba_analytics.upcoming_player_game_context: ',
      `t0`.`reason`
    ) AS `reason`
  FROM `absences` AS `t0`
  WHERE
    `t0`.`table_name` = 'nba_analytics.upcoming_player_game_context'
    AND `t0`.`kind` = 'day'
) AS `t4`
WHERE
  NOT EXISTS(
    SELECT
      1
    FROM `rows` AS `t2`
    WHERE
      `t4`.`game_date` = `t2`.`game_date`
  )

-- day_facts
SELECT
  `t1`.`game_date`,
  SUM(`t1`.`n`) AS `rows`,
  COUNT(*) AS `keys`
FROM (
  SELECT
    `t0`.`game_date`,
    `t0`.`game_id`,
    `t0`.`subject`,
    COUNT(*) AS `n`
  FROM `asked` AS `t0`
  GROUP BY
    1,
    2,
    3
) AS `t1`
GROUP BY
  1

-- broken_rows
SELECT
  `t2`.`game_date`,
  `t2`.`game_id`,
  MIN(`t2`.`reason`) AS `reason`,
  COUNT(*) AS `broken`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`game_date`,
      `t0`.`game_id`,
      CASE
        WHEN `t0`.`game_date` IS NULL
        THEN 'game_date is null'
        WHEN `t0`.`game_id` IS NULL
        THEN 'game_id is null'
        WHEN `t0`.`subject` IS NULL
        THEN 'subject is null'
        WHEN `t0`.`player_name` IS NULL
        THEN 'player_name is null'
        WHEN `t0`.`context` IS NULL
        THEN 'context is null'
        WHEN NOT (
          `t0`.`context` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'context is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`line` IS NULL
        THEN 'line is null'
        WHEN NOT (
          `t0`.`line` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'line is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`daily_cache` IS NULL
        THEN 'daily_cache is null'
        WHEN NOT (
          `t0`.`daily_cache` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'daily_cache is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`features` IS NULL
        THEN 'features is null'
        WHEN NOT (
          `t0`.`features` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'features is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`system_moving_average` IS NULL
        THEN 'system_moving_average is null'
        WHEN NOT (
          `t0`.`system_moving_average` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'system_moving_average is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`system_zone_matchup_v1` IS NULL
        THEN 'system_zone_matchup_v1 is null'
        WHEN NOT (
          `t0`.`system_zone_matchup_v1` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'system_zone_matchup_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`system_similarity_balanced_v1` IS NULL
        THEN 'system_similarity_balanced_v1 is null'
        WHEN NOT (
          `t0`.`system_similarity_balanced_v1` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'system_similarity_balanced_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`system_points_model_v1` IS NULL
        THEN 'system_points_model_v1 is null'
        WHEN NOT (
          `t0`.`system_points_model_v1` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'system_points_model_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`system_ensemble_v1` IS NULL
        THEN 'system_ensemble_v1 is null'
        WHEN NOT (
          `t0`.`system_ensemble_v1` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'system_ensemble_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`system_market_aware_v1` IS NULL
        THEN 'system_market_aware_v1 is null'
        WHEN NOT (
          `t0`.`system_market_aware_v1` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'system_market_aware_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`boxscore` IS NULL
        THEN 'boxscore is null'
        WHEN NOT (
          `t0`.`boxscore` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'boxscore is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`summary` IS NULL
        THEN 'summary is null'
        WHEN NOT (
          `t0`.`summary` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'summary is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`grade` IS NULL
        THEN 'grade is null'
        WHEN NOT (
          `t0`.`grade` IN (
            'there',
            'dnp',
            'inactive',
            'not_quality_ready',
            'out',
            'not_in_boxscore',
            'no_line',
            'lines_not_had',
            'too_little_history',
            'game_postponed',
            'not_over_yet',
            'unexpected',
            'unresolved_name',
            'not_published',
            'held_back',
            'game_missing',
            'missing_boxscore',
            'system_failed',
            'unaccounted'
          )
        )
        THEN 'grade is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, lines_not_had, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
        WHEN `t0`.`is_accounted` IS NULL
        THEN 'is_accounted is null'
        ELSE CAST(NULL AS STRING)
      END AS `reason`
    FROM `asked` AS `t0`
  ) AS `t1`
  WHERE
    `t1`.`reason` IS NOT NULL
) AS `t2`
GROUP BY
  1,
  2

-- hashable
SELECT
  *
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
            CAST(LENGTH(`t0`.`game_id`) AS STRING),
            `t0`.`game_id`,
            CAST(LENGTH(`t0`.`subject`) AS STRING),
            `t0`.`subject`,
            COALESCE(CAST(`t0`.`player_id` AS STRING), '~'),
            CAST(LENGTH(`t0`.`player_name`) AS STRING),
            `t0`.`player_name`,
            COALESCE(CAST(LENGTH(`t0`.`player_lookup`) AS STRING), '~'),
            COALESCE(`t0`.`player_lookup`, '~'),
            COALESCE(CAST(LENGTH(`t0`.`team`) AS STRING), '~'),
            COALESCE(`t0`.`team`, '~'),
            COALESCE(CAST(CAST(`t0`.`is_expected` AS INT64) AS STRING), '~'),
            `t0`.`context`,
            `t0`.`line`,
            `t0`.`daily_cache`,
            `t0`.`features`,
            `t0`.`system_moving_average`,
            `t0`.`system_zone_matchup_v1`,
            `t0`.`system_similarity_balanced_v1`,
            `t0`.`system_points_model_v1`,
            `t0`.`system_ensemble_v1`,
            `t0`.`system_market_aware_v1`,
            `t0`.`boxscore`,
            `t0`.`summary`,
            `t0`.`grade`,
            CAST(CAST(`t0`.`is_accounted` AS INT64) AS STRING),
            COALESCE(CAST(LENGTH(`t0`.`because`) AS STRING), '~'),
            COALESCE(`t0`.`because`, '~')
          ],
          '|'
        )
      )
    ) AS `row_hash`
  FROM `asked` AS `t0`
) AS `t1`
GROUP BY
  1
