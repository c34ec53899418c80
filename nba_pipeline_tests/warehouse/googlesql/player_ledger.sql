-- rows
WITH `t12` AS (
  SELECT
    `t3`.`game_date`,
    `t3`.`game_id`,
    `t3`.`player_id`
  FROM `player_daily_cache` AS `t3`
), `t13` AS (
  SELECT
    `t4`.`game_date`,
    `t4`.`game_id`,
    `t4`.`player_id`
  FROM `ml_feature_store_v2` AS `t4`
), `t17` AS (
  SELECT
    `t7`.`game_date`,
    `t7`.`game_id`,
    `t7`.`player_id`
  FROM `player_prop_predictions` AS `t7`
), `t49` AS (
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
    ) AS `t19`
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
      ) AS `t9`
      UNION DISTINCT
      SELECT
        *
      FROM `t12` AS `t25`
    ) AS `t36`
  ) AS `t42`
  UNION DISTINCT
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM `t13` AS `t26`
      UNION DISTINCT
      SELECT
        *
      FROM `t17` AS `t33`
    ) AS `t39`
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
      ) AS `t29`
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
      ) AS `t32`
    ) AS `t38`
  ) AS `t44`
)
SELECT
  `t84`.`game_date`,
  `t84`.`game_id`,
  `t84`.`subject`,
  `t84`.`player_id`,
  `t84`.`player_name`,
  `t84`.`player_lookup`,
  `t84`.`team`,
  `t84`.`is_expected`,
  `t84`.`context`,
  `t84`.`line`,
  `t84`.`daily_cache`,
  `t84`.`features`,
  `t84`.`system_moving_average`,
  `t84`.`system_zone_matchup_v1`,
  `t84`.`system_similarity_balanced_v1`,
  `t84`.`system_points_model_v1`,
  `t84`.`system_ensemble_v1`,
  `t84`.`system_market_aware_v1`,
  `t84`.`boxscore`,
  `t84`.`summary`,
  `t84`.`grade`,
  `t84`.`is_accounted`,
  COALESCE(
    IF(
      `t84`.`context` IN (
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
          `t84`.`upcoming_player_game_context_day`,
          `t84`.`upcoming_player_game_context_held_back`,
          `t84`.`upcoming_player_game_context_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`line` IN (
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
          `t84`.`upcoming_player_game_context_day`,
          `t84`.`upcoming_player_game_context_held_back`,
          `t84`.`upcoming_player_game_context_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`daily_cache` IN (
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
          `t84`.`player_daily_cache_day`,
          `t84`.`player_daily_cache_held_back`,
          `t84`.`player_daily_cache_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`features` IN (
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
          `t84`.`ml_feature_store_v2_day`,
          `t84`.`ml_feature_store_v2_held_back`,
          `t84`.`ml_feature_store_v2_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`system_moving_average` IN (
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
            `t84`.`player_prop_predictions_day`,
            `t84`.`player_prop_predictions_held_back`,
            `t84`.`player_prop_predictions_game`
          )
        ),
        CONCAT('moving_average: ', `t84`.`moving_average_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`system_zone_matchup_v1` IN (
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
            `t84`.`player_prop_predictions_day`,
            `t84`.`player_prop_predictions_held_back`,
            `t84`.`player_prop_predictions_game`
          )
        ),
        CONCAT('zone_matchup_v1: ', `t84`.`zone_matchup_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`system_similarity_balanced_v1` IN (
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
            `t84`.`player_prop_predictions_day`,
            `t84`.`player_prop_predictions_held_back`,
            `t84`.`player_prop_predictions_game`
          )
        ),
        CONCAT('similarity_balanced_v1: ', `t84`.`similarity_balanced_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`system_points_model_v1` IN (
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
            `t84`.`player_prop_predictions_day`,
            `t84`.`player_prop_predictions_held_back`,
            `t84`.`player_prop_predictions_game`
          )
        ),
        CONCAT('points_model_v1: ', `t84`.`points_model_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`system_ensemble_v1` IN (
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
            `t84`.`player_prop_predictions_day`,
            `t84`.`player_prop_predictions_held_back`,
            `t84`.`player_prop_predictions_game`
          )
        ),
        CONCAT('ensemble_v1: ', `t84`.`ensemble_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`system_market_aware_v1` IN (
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
            `t84`.`player_prop_predictions_day`,
            `t84`.`player_prop_predictions_held_back`,
            `t84`.`player_prop_predictions_game`
          )
        ),
        CONCAT('market_aware_v1: ', `t84`.`market_aware_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`boxscore` IN (
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
          `t84`.`player_boxscores_day`,
          `t84`.`player_boxscores_held_back`,
          `t84`.`player_boxscores_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`summary` IN (
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
          `t84`.`player_game_summary_day`,
          `t84`.`player_game_summary_held_back`,
          `t84`.`player_game_summary_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t84`.`grade` IN (
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
          `t84`.`prediction_accuracy_day`,
          `t84`.`prediction_accuracy_held_back`,
          `t84`.`prediction_accuracy_game`
        )
      ),
      CAST(NULL AS STRING)
    )
  ) AS `because`
FROM (
  SELECT
    `t83`.*
    EXCEPT (`lacking_game_date`, `lacking_game_id`)
  FROM (
    SELECT
      `t82`.`game_date`,
      `t82`.`game_id`,
      `t82`.`subject`,
      `t82`.`player_id`,
      `t82`.`player_lookup`,
      `t82`.`team`,
      `t82`.`is_expected`,
      `t82`.`context`,
      `t82`.`line`,
      `t82`.`daily_cache`,
      `t82`.`features`,
      `t82`.`system_moving_average`,
      `t82`.`system_zone_matchup_v1`,
      `t82`.`system_similarity_balanced_v1`,
      `t82`.`system_points_model_v1`,
      `t82`.`system_ensemble_v1`,
      `t82`.`system_market_aware_v1`,
      `t82`.`boxscore`,
      `t82`.`summary`,
      `t82`.`grade`,
      `t82`.`is_accounted`,
      `t82`.`player_name`,
      `t82`.`upcoming_player_game_context_day`,
      `t82`.`player_daily_cache_day`,
      `t82`.`ml_feature_store_v2_day`,
      `t82`.`player_prop_predictions_day`,
      `t82`.`player_boxscores_day`,
      `t82`.`player_game_summary_day`,
      `t82`.`prediction_accuracy_day`,
      `t82`.`moving_average_failure`,
      `t82`.`zone_matchup_v1_failure`,
      `t82`.`similarity_balanced_v1_failure`,
      `t82`.`points_model_v1_failure`,
      `t82`.`ensemble_v1_failure`,
      `t82`.`market_aware_v1_failure`,
      `t59`.`game_date` AS `lacking_game_date`,
      `t59`.`game_id` AS `lacking_game_id`,
      `t59`.`upcoming_player_game_context_held_back`,
      `t59`.`upcoming_player_game_context_game`,
      `t59`.`player_daily_cache_held_back`,
      `t59`.`player_daily_cache_game`,
      `t59`.`ml_feature_store_v2_held_back`,
      `t59`.`ml_feature_store_v2_game`,
      `t59`.`player_prop_predictions_held_back`,
      `t59`.`player_prop_predictions_game`,
      `t59`.`player_boxscores_held_back`,
      `t59`.`player_boxscores_game`,
      `t59`.`player_game_summary_held_back`,
      `t59`.`player_game_summary_game`,
      `t59`.`prediction_accuracy_held_back`,
      `t59`.`prediction_accuracy_game`
    FROM (
      SELECT
        `t80`.*
        EXCEPT (`lacking_game_date`)
      FROM (
        SELECT
          `t79`.`game_date`,
          `t79`.`game_id`,
          `t79`.`subject`,
          `t79`.`player_id`,
          `t79`.`player_lookup`,
          `t79`.`team`,
          `t79`.`is_expected`,
          `t79`.`context`,
          `t79`.`line`,
          `t79`.`daily_cache`,
          `t79`.`features`,
          `t79`.`system_moving_average`,
          `t79`.`system_zone_matchup_v1`,
          `t79`.`system_similarity_balanced_v1`,
          `t79`.`system_points_model_v1`,
          `t79`.`system_ensemble_v1`,
          `t79`.`system_market_aware_v1`,
          `t79`.`boxscore`,
          `t79`.`summary`,
          `t79`.`grade`,
          `t79`.`is_accounted`,
          `t79`.`player_name`,
          `t47`.`game_date` AS `lacking_game_date`,
          `t47`.`upcoming_player_game_context_day`,
          `t47`.`player_daily_cache_day`,
          `t47`.`ml_feature_store_v2_day`,
          `t47`.`player_prop_predictions_day`,
          `t47`.`player_boxscores_day`,
          `t47`.`player_game_summary_day`,
          `t47`.`prediction_accuracy_day`,
          `t47`.`moving_average_failure`,
          `t47`.`zone_matchup_v1_failure`,
          `t47`.`similarity_balanced_v1_failure`,
          `t47`.`points_model_v1_failure`,
          `t47`.`ensemble_v1_failure`,
          `t47`.`market_aware_v1_failure`
        FROM (
          SELECT
            `t77`.`game_date`,
            `t77`.`game_id`,
            `t77`.`subject`,
            `t77`.`player_id`,
            `t77`.`player_lookup`,
            `t77`.`team`,
            `t77`.`is_expected`,
            `t77`.`context`,
            `t77`.`line`,
            `t77`.`daily_cache`,
            `t77`.`features`,
            `t77`.`system_moving_average`,
            `t77`.`system_zone_matchup_v1`,
            `t77`.`system_similarity_balanced_v1`,
            `t77`.`system_points_model_v1`,
            `t77`.`system_ensemble_v1`,
            `t77`.`system_market_aware_v1`,
            `t77`.`boxscore`,
            `t77`.`summary`,
            `t77`.`grade`,
            (
              `t77`.`context` <> 'unaccounted'
            )
            AND (
              `t77`.`line` <> 'unaccounted'
            )
            AND (
              `t77`.`daily_cache` <> 'unaccounted'
            )
            AND (
              `t77`.`features` <> 'unaccounted'
            )
            AND (
              `t77`.`system_moving_average` <> 'unaccounted'
            )
            AND (
              `t77`.`system_zone_matchup_v1` <> 'unaccounted'
            )
            AND (
              `t77`.`system_similarity_balanced_v1` <> 'unaccounted'
            )
            AND (
              `t77`.`system_points_model_v1` <> 'unaccounted'
            )
            AND (
              `t77`.`system_ensemble_v1` <> 'unaccounted'
            )
            AND (
              `t77`.`system_market_aware_v1` <> 'unaccounted'
            )
            AND (
              `t77`.`boxscore` <> 'unaccounted'
            )
            AND (
              `t77`.`summary` <> 'unaccounted'
            )
            AND (
              `t77`.`grade` <> 'unaccounted'
            ) AS `is_accounted`,
            COALESCE(`t77`.`player_name`, `t77`.`player_lookup`, CONCAT('player ', `t77`.`subject`)) AS `player_name`
          FROM (
            SELECT
              `t76`.`game_date`,
              `t76`.`game_id`,
              `t76`.`player_id`,
              `t76`.`named_as`,
              `t76`.`subject`,
              `t76`.`upcoming_player_game_context_lacks`,
              `t76`.`player_daily_cache_lacks`,
              `t76`.`ml_feature_store_v2_lacks`,
              `t76`.`player_prop_predictions_lacks`,
              `t76`.`player_boxscores_lacks`,
              `t76`.`player_game_summary_lacks`,
              `t76`.`prediction_accuracy_lacks`,
              `t76`.`moving_average_failure`,
              `t76`.`zone_matchup_v1_failure`,
              `t76`.`similarity_balanced_v1_failure`,
              `t76`.`points_model_v1_failure`,
              `t76`.`ensemble_v1_failure`,
              `t76`.`market_aware_v1_failure`,
              `t76`.`postponed`,
              `t76`.`is_over`,
              COALESCE(`t76`.`player_name`, `t76`.`sheet_name`) AS `player_name`,
              COALESCE(`t76`.`player_lookup`, `t76`.`sheet_lookup`, `t76`.`named_as`) AS `player_lookup`,
              COALESCE(`t76`.`team`, `t76`.`sheet_team`) AS `team`,
              `t76`.`injury_status`,
              `t76`.`points_line`,
              `t76`.`in_context`,
              `t76`.`was_expected`,
              `t76`.`in_daily_cache`,
              `t76`.`is_quality_ready`,
              `t76`.`in_features`,
              `t76`.`moving_average_made`,
              `t76`.`zone_matchup_v1_made`,
              `t76`.`similarity_balanced_v1_made`,
              `t76`.`points_model_v1_made`,
              `t76`.`ensemble_v1_made`,
              `t76`.`market_aware_v1_made`,
              `t76`.`moving_average_active`,
              `t76`.`zone_matchup_v1_active`,
              `t76`.`similarity_balanced_v1_active`,
              `t76`.`points_model_v1_active`,
              `t76`.`ensemble_v1_active`,
              `t76`.`market_aware_v1_active`,
              `t76`.`moving_average_numbers`,
              `t76`.`zone_matchup_v1_numbers`,
              `t76`.`similarity_balanced_v1_numbers`,
              `t76`.`points_model_v1_numbers`,
              `t76`.`ensemble_v1_numbers`,
              `t76`.`market_aware_v1_numbers`,
              `t76`.`made`,
              `t76`.`standing`,
              `t76`.`status`,
              `t76`.`sheet_name`,
              `t76`.`sheet_lookup`,
              `t76`.`sheet_team`,
              `t76`.`summary_status`,
              `t76`.`graded`,
              `t76`.`context_word`,
              `t76`.`no_line`,
              `t76`.`context`,
              `t76`.`line`,
              `t76`.`is_expected`,
              `t76`.`daily_cache_word`,
              `t76`.`features_word`,
              `t76`.`daily_cache`,
              `t76`.`features`,
              `t76`.`earlier`,
              `t76`.`withdrawn`,
              CASE
                WHEN `t76`.`moving_average_numbers` > 0
                THEN 'there'
                WHEN `t76`.`moving_average_active` > 0
                THEN 'too_little_history'
                WHEN `t76`.`moving_average_made` > 0
                THEN `t76`.`withdrawn`
                WHEN `t76`.`earlier` IS NOT NULL
                THEN `t76`.`earlier`
                WHEN `t76`.`moving_average_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_moving_average`,
              CASE
                WHEN `t76`.`zone_matchup_v1_numbers` > 0
                THEN 'there'
                WHEN `t76`.`zone_matchup_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t76`.`zone_matchup_v1_made` > 0
                THEN `t76`.`withdrawn`
                WHEN `t76`.`earlier` IS NOT NULL
                THEN `t76`.`earlier`
                WHEN `t76`.`zone_matchup_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_zone_matchup_v1`,
              CASE
                WHEN `t76`.`similarity_balanced_v1_numbers` > 0
                THEN 'there'
                WHEN `t76`.`similarity_balanced_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t76`.`similarity_balanced_v1_made` > 0
                THEN `t76`.`withdrawn`
                WHEN `t76`.`earlier` IS NOT NULL
                THEN `t76`.`earlier`
                WHEN `t76`.`similarity_balanced_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_similarity_balanced_v1`,
              CASE
                WHEN `t76`.`points_model_v1_numbers` > 0
                THEN 'there'
                WHEN `t76`.`points_model_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t76`.`points_model_v1_made` > 0
                THEN `t76`.`withdrawn`
                WHEN `t76`.`earlier` IS NOT NULL
                THEN `t76`.`earlier`
                WHEN `t76`.`points_model_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_points_model_v1`,
              CASE
                WHEN `t76`.`ensemble_v1_numbers` > 0
                THEN 'there'
                WHEN `t76`.`ensemble_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t76`.`ensemble_v1_made` > 0
                THEN `t76`.`withdrawn`
                WHEN `t76`.`earlier` IS NOT NULL
                THEN `t76`.`earlier`
                WHEN `t76`.`ensemble_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_ensemble_v1`,
              CASE
                WHEN `t76`.`market_aware_v1_numbers` > 0
                THEN 'there'
                WHEN `t76`.`market_aware_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t76`.`market_aware_v1_made` > 0
                THEN `t76`.`withdrawn`
                WHEN `t76`.`earlier` IS NOT NULL
                THEN `t76`.`earlier`
                WHEN `t76`.`market_aware_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_market_aware_v1`,
              CASE
                WHEN `t76`.`standing` > 0
                THEN CAST(NULL AS STRING)
                WHEN `t76`.`made` > 0
                THEN `t76`.`withdrawn`
                ELSE CASE
                  WHEN `t76`.`moving_average_numbers` > 0
                  THEN 'there'
                  WHEN `t76`.`moving_average_active` > 0
                  THEN 'too_little_history'
                  WHEN `t76`.`moving_average_made` > 0
                  THEN `t76`.`withdrawn`
                  WHEN `t76`.`earlier` IS NOT NULL
                  THEN `t76`.`earlier`
                  WHEN `t76`.`moving_average_failure` IS NOT NULL
                  THEN 'system_failed'
                  ELSE 'unaccounted'
                END
              END AS `prediction_word`,
              IF(
                `t76`.`status` IS NULL,
                CASE
                  WHEN `t76`.`postponed`
                  THEN 'game_postponed'
                  WHEN NOT (
                    `t76`.`is_over`
                  )
                  THEN 'not_over_yet'
                  WHEN `t76`.`player_boxscores_lacks` IS NOT NULL
                  THEN `t76`.`player_boxscores_lacks`
                  WHEN `t76`.`player_id` IS NULL
                  THEN 'unresolved_name'
                  WHEN `t76`.`injury_status` IN ('out', 'doubtful')
                  THEN 'out'
                  ELSE 'not_in_boxscore'
                END,
                CAST(NULL AS STRING)
              ) AS `boxscore_word`,
              COALESCE(
                IF(
                  `t76`.`status` IS NULL,
                  CASE
                    WHEN `t76`.`postponed`
                    THEN 'game_postponed'
                    WHEN NOT (
                      `t76`.`is_over`
                    )
                    THEN 'not_over_yet'
                    WHEN `t76`.`player_boxscores_lacks` IS NOT NULL
                    THEN `t76`.`player_boxscores_lacks`
                    WHEN `t76`.`player_id` IS NULL
                    THEN 'unresolved_name'
                    WHEN `t76`.`injury_status` IN ('out', 'doubtful')
                    THEN 'out'
                    ELSE 'not_in_boxscore'
                  END,
                  CAST(NULL AS STRING)
                ),
                CASE `t76`.`status`
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
                `t76`.`summary_status` IS NOT NULL,
                CASE `t76`.`summary_status`
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
                    `t76`.`status` IS NULL,
                    CASE
                      WHEN `t76`.`postponed`
                      THEN 'game_postponed'
                      WHEN NOT (
                        `t76`.`is_over`
                      )
                      THEN 'not_over_yet'
                      WHEN `t76`.`player_boxscores_lacks` IS NOT NULL
                      THEN `t76`.`player_boxscores_lacks`
                      WHEN `t76`.`player_id` IS NULL
                      THEN 'unresolved_name'
                      WHEN `t76`.`injury_status` IN ('out', 'doubtful')
                      THEN 'out'
                      ELSE 'not_in_boxscore'
                    END,
                    CAST(NULL AS STRING)
                  ),
                  `t76`.`player_game_summary_lacks`,
                  'unaccounted'
                )
              ) AS `summary`,
              IF(
                `t76`.`graded` IS NOT NULL,
                'there',
                COALESCE(
                  CASE
                    WHEN `t76`.`standing` > 0
                    THEN CAST(NULL AS STRING)
                    WHEN `t76`.`made` > 0
                    THEN `t76`.`withdrawn`
                    ELSE CASE
                      WHEN `t76`.`moving_average_numbers` > 0
                      THEN 'there'
                      WHEN `t76`.`moving_average_active` > 0
                      THEN 'too_little_history'
                      WHEN `t76`.`moving_average_made` > 0
                      THEN `t76`.`withdrawn`
                      WHEN `t76`.`earlier` IS NOT NULL
                      THEN `t76`.`earlier`
                      WHEN `t76`.`moving_average_failure` IS NOT NULL
                      THEN 'system_failed'
                      ELSE 'unaccounted'
                    END
                  END,
                  IF(
                    NOT (
                      `t76`.`is_over`
                    ) AND NOT (
                      `t76`.`postponed`
                    ),
                    'not_over_yet',
                    CAST(NULL AS STRING)
                  ),
                  `t76`.`prediction_accuracy_lacks`,
                  'unaccounted'
                )
              ) AS `grade`
            FROM (
              SELECT
                `t75`.`game_date`,
                `t75`.`game_id`,
                `t75`.`player_id`,
                `t75`.`named_as`,
                `t75`.`subject`,
                `t75`.`upcoming_player_game_context_lacks`,
                `t75`.`player_daily_cache_lacks`,
                `t75`.`ml_feature_store_v2_lacks`,
                `t75`.`player_prop_predictions_lacks`,
                `t75`.`player_boxscores_lacks`,
                `t75`.`player_game_summary_lacks`,
                `t75`.`prediction_accuracy_lacks`,
                `t75`.`moving_average_failure`,
                `t75`.`zone_matchup_v1_failure`,
                `t75`.`similarity_balanced_v1_failure`,
                `t75`.`points_model_v1_failure`,
                `t75`.`ensemble_v1_failure`,
                `t75`.`market_aware_v1_failure`,
                `t75`.`postponed`,
                `t75`.`is_over`,
                `t75`.`player_name`,
                `t75`.`player_lookup`,
                `t75`.`team`,
                `t75`.`injury_status`,
                `t75`.`points_line`,
                `t75`.`in_context`,
                `t75`.`was_expected`,
                `t75`.`in_daily_cache`,
                `t75`.`is_quality_ready`,
                `t75`.`in_features`,
                `t75`.`moving_average_made`,
                `t75`.`zone_matchup_v1_made`,
                `t75`.`similarity_balanced_v1_made`,
                `t75`.`points_model_v1_made`,
                `t75`.`ensemble_v1_made`,
                `t75`.`market_aware_v1_made`,
                `t75`.`moving_average_active`,
                `t75`.`zone_matchup_v1_active`,
                `t75`.`similarity_balanced_v1_active`,
                `t75`.`points_model_v1_active`,
                `t75`.`ensemble_v1_active`,
                `t75`.`market_aware_v1_active`,
                `t75`.`moving_average_numbers`,
                `t75`.`zone_matchup_v1_numbers`,
                `t75`.`similarity_balanced_v1_numbers`,
                `t75`.`points_model_v1_numbers`,
                `t75`.`ensemble_v1_numbers`,
                `t75`.`market_aware_v1_numbers`,
                `t75`.`made`,
                `t75`.`standing`,
                `t75`.`status`,
                `t75`.`sheet_name`,
                `t75`.`sheet_lookup`,
                `t75`.`sheet_team`,
                `t75`.`summary_status`,
                `t75`.`graded`,
                `t75`.`context_word`,
                `t75`.`no_line`,
                `t75`.`context`,
                `t75`.`line`,
                `t75`.`is_expected`,
                `t75`.`daily_cache_word`,
                `t75`.`features_word`,
                COALESCE(`t75`.`daily_cache_word`, 'there') AS `daily_cache`,
                COALESCE(`t75`.`features_word`, IF(`t75`.`is_quality_ready`, 'there', 'not_quality_ready')) AS `features`,
                COALESCE(`t75`.`context_word`, `t75`.`features_word`, `t75`.`player_prop_predictions_lacks`) AS `earlier`,
                CASE
                  WHEN `t75`.`postponed`
                  THEN 'game_postponed'
                  WHEN `t75`.`injury_status` IN ('out', 'doubtful')
                  THEN 'out'
                  ELSE 'unaccounted'
                END AS `withdrawn`
              FROM (
                SELECT
                  `t74`.`game_date`,
                  `t74`.`game_id`,
                  `t74`.`player_id`,
                  `t74`.`named_as`,
                  `t74`.`subject`,
                  `t74`.`upcoming_player_game_context_lacks`,
                  `t74`.`player_daily_cache_lacks`,
                  `t74`.`ml_feature_store_v2_lacks`,
                  `t74`.`player_prop_predictions_lacks`,
                  `t74`.`player_boxscores_lacks`,
                  `t74`.`player_game_summary_lacks`,
                  `t74`.`prediction_accuracy_lacks`,
                  `t74`.`moving_average_failure`,
                  `t74`.`zone_matchup_v1_failure`,
                  `t74`.`similarity_balanced_v1_failure`,
                  `t74`.`points_model_v1_failure`,
                  `t74`.`ensemble_v1_failure`,
                  `t74`.`market_aware_v1_failure`,
                  `t74`.`postponed`,
                  `t74`.`is_over`,
                  `t74`.`player_name`,
                  `t74`.`player_lookup`,
                  `t74`.`team`,
                  `t74`.`injury_status`,
                  `t74`.`points_line`,
                  `t74`.`in_context`,
                  `t74`.`was_expected`,
                  `t74`.`in_daily_cache`,
                  `t74`.`is_quality_ready`,
                  `t74`.`in_features`,
                  `t74`.`moving_average_made`,
                  `t74`.`zone_matchup_v1_made`,
                  `t74`.`similarity_balanced_v1_made`,
                  `t74`.`points_model_v1_made`,
                  `t74`.`ensemble_v1_made`,
                  `t74`.`market_aware_v1_made`,
                  `t74`.`moving_average_active`,
                  `t74`.`zone_matchup_v1_active`,
                  `t74`.`similarity_balanced_v1_active`,
                  `t74`.`points_model_v1_active`,
                  `t74`.`ensemble_v1_active`,
                  `t74`.`market_aware_v1_active`,
                  `t74`.`moving_average_numbers`,
                  `t74`.`zone_matchup_v1_numbers`,
                  `t74`.`similarity_balanced_v1_numbers`,
                  `t74`.`points_model_v1_numbers`,
                  `t74`.`ensemble_v1_numbers`,
                  `t74`.`market_aware_v1_numbers`,
                  `t74`.`made`,
                  `t74`.`standing`,
                  `t74`.`status`,
                  `t74`.`sheet_name`,
                  `t74`.`sheet_lookup`,
                  `t74`.`sheet_team`,
                  `t74`.`summary_status`,
                  `t74`.`graded`,
                  CASE
                    WHEN `t74`.`in_context`
                    THEN CAST(NULL AS STRING)
                    WHEN `t74`.`named_as` IS NOT NULL
                    THEN 'unresolved_name'
                    WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                    THEN `t74`.`upcoming_player_game_context_lacks`
                    WHEN `t74`.`was_expected`
                    THEN 'unaccounted'
                    ELSE 'unexpected'
                  END AS `context_word`,
                  IF(
                    `t74`.`in_context` AND (
                      `t74`.`points_line` IS NULL
                    ),
                    'no_line',
                    CAST(NULL AS STRING)
                  ) AS `no_line`,
                  COALESCE(
                    CASE
                      WHEN `t74`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t74`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t74`.`upcoming_player_game_context_lacks`
                      WHEN `t74`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END,
                    'there'
                  ) AS `context`,
                  COALESCE(
                    CASE
                      WHEN `t74`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t74`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t74`.`upcoming_player_game_context_lacks`
                      WHEN `t74`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END,
                    IF(
                      `t74`.`in_context` AND (
                        `t74`.`points_line` IS NULL
                      ),
                      'no_line',
                      CAST(NULL AS STRING)
                    ),
                    'there'
                  ) AS `line`,
                  CASE
                    WHEN `t74`.`in_context` OR (
                      `t74`.`named_as` IS NOT NULL
                    )
                    THEN TRUE
                    WHEN CASE
                      WHEN `t74`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t74`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t74`.`upcoming_player_game_context_lacks`
                      WHEN `t74`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END = 'unexpected'
                    THEN FALSE
                    ELSE NULL
                  END AS `is_expected`,
                  IF(
                    `t74`.`in_daily_cache` IS NULL,
                    COALESCE(
                      CASE
                        WHEN `t74`.`in_context`
                        THEN CAST(NULL AS STRING)
                        WHEN `t74`.`named_as` IS NOT NULL
                        THEN 'unresolved_name'
                        WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                        THEN `t74`.`upcoming_player_game_context_lacks`
                        WHEN `t74`.`was_expected`
                        THEN 'unaccounted'
                        ELSE 'unexpected'
                      END,
                      `t74`.`player_daily_cache_lacks`,
                      'unaccounted'
                    ),
                    CAST(NULL AS STRING)
                  ) AS `daily_cache_word`,
                  IF(
                    `t74`.`in_features` IS NULL,
                    COALESCE(
                      CASE
                        WHEN `t74`.`in_context`
                        THEN CAST(NULL AS STRING)
                        WHEN `t74`.`named_as` IS NOT NULL
                        THEN 'unresolved_name'
                        WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                        THEN `t74`.`upcoming_player_game_context_lacks`
                        WHEN `t74`.`was_expected`
                        THEN 'unaccounted'
                        ELSE 'unexpected'
                      END,
                      IF(
                        `t74`.`in_daily_cache` IS NULL,
                        COALESCE(
                          CASE
                            WHEN `t74`.`in_context`
                            THEN CAST(NULL AS STRING)
                            WHEN `t74`.`named_as` IS NOT NULL
                            THEN 'unresolved_name'
                            WHEN `t74`.`upcoming_player_game_context_lacks` IS NOT NULL
                            THEN `t74`.`upcoming_player_game_context_lacks`
                            WHEN `t74`.`was_expected`
                            THEN 'unaccounted'
                            ELSE 'unexpected'
                          END,
                          `t74`.`player_daily_cache_lacks`,
                          'unaccounted'
                        ),
                        CAST(NULL AS STRING)
                      ),
                      `t74`.`ml_feature_store_v2_lacks`,
                      'unaccounted'
                    ),
                    CAST(NULL AS STRING)
                  ) AS `features_word`
                FROM (
                  SELECT
                    `t73`.`game_date`,
                    `t73`.`game_id`,
                    `t73`.`player_id`,
                    `t73`.`named_as`,
                    `t73`.`subject`,
                    `t73`.`upcoming_player_game_context_lacks`,
                    `t73`.`player_daily_cache_lacks`,
                    `t73`.`ml_feature_store_v2_lacks`,
                    `t73`.`player_prop_predictions_lacks`,
                    `t73`.`player_boxscores_lacks`,
                    `t73`.`player_game_summary_lacks`,
                    `t73`.`prediction_accuracy_lacks`,
                    `t73`.`moving_average_failure`,
                    `t73`.`zone_matchup_v1_failure`,
                    `t73`.`similarity_balanced_v1_failure`,
                    `t73`.`points_model_v1_failure`,
                    `t73`.`ensemble_v1_failure`,
                    `t73`.`market_aware_v1_failure`,
                    `t35`.`postponed`,
                    `t35`.`is_over`,
                    `t23`.`player_name`,
                    `t23`.`player_lookup`,
                    `t23`.`team`,
                    `t23`.`injury_status`,
                    `t23`.`points_line`,
                    `t23`.`in_context`,
                    `t55`.`was_expected`,
                    `t24`.`in_daily_cache`,
                    `t27`.`is_quality_ready`,
                    `t27`.`in_features`,
                    `t58`.`moving_average_made`,
                    `t58`.`zone_matchup_v1_made`,
                    `t58`.`similarity_balanced_v1_made`,
                    `t58`.`points_model_v1_made`,
                    `t58`.`ensemble_v1_made`,
                    `t58`.`market_aware_v1_made`,
                    `t58`.`moving_average_active`,
                    `t58`.`zone_matchup_v1_active`,
                    `t58`.`similarity_balanced_v1_active`,
                    `t58`.`points_model_v1_active`,
                    `t58`.`ensemble_v1_active`,
                    `t58`.`market_aware_v1_active`,
                    `t58`.`moving_average_numbers`,
                    `t58`.`zone_matchup_v1_numbers`,
                    `t58`.`similarity_balanced_v1_numbers`,
                    `t58`.`points_model_v1_numbers`,
                    `t58`.`ensemble_v1_numbers`,
                    `t58`.`market_aware_v1_numbers`,
                    `t58`.`made`,
                    `t58`.`standing`,
                    `t30`.`status`,
                    `t30`.`sheet_name`,
                    `t30`.`sheet_lookup`,
                    `t30`.`sheet_team`,
                    `t31`.`summary_status`,
                    `t46`.`graded`
                  FROM (
                    SELECT
                      `t71`.`game_date`,
                      `t71`.`game_id`,
                      `t71`.`player_id`,
                      `t71`.`named_as`,
                      `t71`.`subject`,
                      CASE
                        WHEN `t71`.`upcoming_player_game_context_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`upcoming_player_game_context_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`upcoming_player_game_context_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `upcoming_player_game_context_lacks`,
                      CASE
                        WHEN `t71`.`player_daily_cache_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`player_daily_cache_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`player_daily_cache_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `player_daily_cache_lacks`,
                      CASE
                        WHEN `t71`.`ml_feature_store_v2_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`ml_feature_store_v2_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`ml_feature_store_v2_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `ml_feature_store_v2_lacks`,
                      CASE
                        WHEN `t71`.`player_prop_predictions_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`player_prop_predictions_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`player_prop_predictions_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `player_prop_predictions_lacks`,
                      CASE
                        WHEN `t71`.`player_boxscores_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`player_boxscores_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`player_boxscores_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `player_boxscores_lacks`,
                      CASE
                        WHEN `t71`.`player_game_summary_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`player_game_summary_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`player_game_summary_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `player_game_summary_lacks`,
                      CASE
                        WHEN `t71`.`prediction_accuracy_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t71`.`prediction_accuracy_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t71`.`prediction_accuracy_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `prediction_accuracy_lacks`,
                      `t71`.`moving_average_failure`,
                      `t71`.`zone_matchup_v1_failure`,
                      `t71`.`similarity_balanced_v1_failure`,
                      `t71`.`points_model_v1_failure`,
                      `t71`.`ensemble_v1_failure`,
                      `t71`.`market_aware_v1_failure`
                    FROM (
                      SELECT
                        `t70`.*
                        EXCEPT (`lacking_game_date`, `lacking_game_id`)
                      FROM (
                        SELECT
                          `t69`.`game_date`,
                          `t69`.`game_id`,
                          `t69`.`player_id`,
                          `t69`.`named_as`,
                          `t69`.`subject`,
                          `t69`.`upcoming_player_game_context_day`,
                          `t69`.`player_daily_cache_day`,
                          `t69`.`ml_feature_store_v2_day`,
                          `t69`.`player_prop_predictions_day`,
                          `t69`.`player_boxscores_day`,
                          `t69`.`player_game_summary_day`,
                          `t69`.`prediction_accuracy_day`,
                          `t69`.`moving_average_failure`,
                          `t69`.`zone_matchup_v1_failure`,
                          `t69`.`similarity_balanced_v1_failure`,
                          `t69`.`points_model_v1_failure`,
                          `t69`.`ensemble_v1_failure`,
                          `t69`.`market_aware_v1_failure`,
                          `t59`.`game_date` AS `lacking_game_date`,
                          `t59`.`game_id` AS `lacking_game_id`,
                          `t59`.`upcoming_player_game_context_held_back`,
                          `t59`.`upcoming_player_game_context_game`,
                          `t59`.`player_daily_cache_held_back`,
                          `t59`.`player_daily_cache_game`,
                          `t59`.`ml_feature_store_v2_held_back`,
                          `t59`.`ml_feature_store_v2_game`,
                          `t59`.`player_prop_predictions_held_back`,
                          `t59`.`player_prop_predictions_game`,
                          `t59`.`player_boxscores_held_back`,
                          `t59`.`player_boxscores_game`,
                          `t59`.`player_game_summary_held_back`,
                          `t59`.`player_game_summary_game`,
                          `t59`.`prediction_accuracy_held_back`,
                          `t59`.`prediction_accuracy_game`
                        FROM (
                          SELECT
                            `t67`.*
                            EXCEPT (`lacking_game_date`)
                          FROM (
                            SELECT
                              `t66`.`game_date`,
                              `t66`.`game_id`,
                              `t66`.`player_id`,
                              `t66`.`named_as`,
                              `t66`.`subject`,
                              `t47`.`game_date` AS `lacking_game_date`,
                              `t47`.`upcoming_player_game_context_day`,
                              `t47`.`player_daily_cache_day`,
                              `t47`.`ml_feature_store_v2_day`,
                              `t47`.`player_prop_predictions_day`,
                              `t47`.`player_boxscores_day`,
                              `t47`.`player_game_summary_day`,
                              `t47`.`prediction_accuracy_day`,
                              `t47`.`moving_average_failure`,
                              `t47`.`zone_matchup_v1_failure`,
                              `t47`.`similarity_balanced_v1_failure`,
                              `t47`.`points_model_v1_failure`,
                              `t47`.`ensemble_v1_failure`,
                              `t47`.`market_aware_v1_failure`
                            FROM (
                              SELECT
                                `t64`.`game_date`,
                                `t64`.`game_id`,
                                `t64`.`player_id`,
                                `t64`.`named_as`,
                                COALESCE(CAST(`t64`.`player_id` AS STRING), `t64`.`named_as`) AS `subject`
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t56`.`game_date`,
                                    `t56`.`game_id`,
                                    `t56`.`player_id`,
                                    `t61`.`named_as`
                                  FROM `t49` AS `t56`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t34`.`game_date`,
                                      `t34`.`game_id`,
                                      `t51`.`told_id` AS `player_id`,
                                      `t34`.`player_lookup` AS `named_as`
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
                                    ) AS `t34`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t28`.`game_id`,
                                        `t28`.`player_lookup`,
                                        `t28`.`player_id` AS `told_id`
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
                                      ) AS `t28`
                                      WHERE
                                        `t28`.`namesakes` = 1
                                    ) AS `t51`
                                      ON `t34`.`game_id` = `t51`.`game_id`
                                      AND `t34`.`player_lookup` = `t51`.`player_lookup`
                                  ) AS `t61`
                                    ON `t56`.`game_date` = `t61`.`game_date`
                                    AND `t56`.`game_id` = `t61`.`game_id`
                                    AND `t56`.`player_id` = `t61`.`player_id`
                                ) AS `t63`
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t34`.`game_date`,
                                    `t34`.`game_id`,
                                    `t51`.`told_id` AS `player_id`,
                                    `t34`.`player_lookup` AS `named_as`
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
                                  ) AS `t34`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t28`.`game_id`,
                                      `t28`.`player_lookup`,
                                      `t28`.`player_id` AS `told_id`
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
                                    ) AS `t28`
                                    WHERE
                                      `t28`.`namesakes` = 1
                                  ) AS `t51`
                                    ON `t34`.`game_id` = `t51`.`game_id`
                                    AND `t34`.`player_lookup` = `t51`.`player_lookup`
                                  WHERE
                                    NOT EXISTS(
                                      SELECT
                                        1
                                      FROM `t49` AS `t57`
                                      WHERE
                                        `t34`.`game_date` = `t57`.`game_date`
                                        AND `t34`.`game_id` = `t57`.`game_id`
                                        AND `t51`.`told_id` = `t57`.`player_id`
                                    )
                                ) AS `t62`
                              ) AS `t64`
                            ) AS `t66`
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
                            ) AS `t47`
                              ON `t66`.`game_date` = `t47`.`game_date`
                          ) AS `t67`
                        ) AS `t69`
                        LEFT OUTER JOIN (
                          SELECT
                            `t20`.`game_date`,
                            `t20`.`game_id`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `upcoming_player_game_context_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_analytics.upcoming_player_game_context'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `upcoming_player_game_context_game`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_precompute.player_daily_cache'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_daily_cache_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_precompute.player_daily_cache'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_daily_cache_game`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_predictions.ml_feature_store_v2'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `ml_feature_store_v2_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_predictions.ml_feature_store_v2'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `ml_feature_store_v2_game`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_predictions.player_prop_predictions'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_prop_predictions_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_predictions.player_prop_predictions'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_prop_predictions_game`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_raw.player_boxscores'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_boxscores_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_raw.player_boxscores'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_boxscores_game`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_analytics.player_game_summary'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_game_summary_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_analytics.player_game_summary'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `player_game_summary_game`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_predictions.prediction_accuracy'
                                )
                                AND (
                                  `t20`.`kind` = 'held_back'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `prediction_accuracy_held_back`,
                            MAX(
                              IF(
                                (
                                  `t20`.`table_name` = 'nba_predictions.prediction_accuracy'
                                )
                                AND (
                                  `t20`.`kind` = 'game'
                                ),
                                `t20`.`reason`,
                                NULL
                              )
                            ) AS `prediction_accuracy_game`
                          FROM (
                            SELECT
                              *
                            FROM `absences` AS `t0`
                            WHERE
                              `t0`.`game_id` IS NOT NULL
                          ) AS `t20`
                          GROUP BY
                            1,
                            2
                        ) AS `t59`
                          ON `t69`.`game_date` = `t59`.`game_date` AND `t69`.`game_id` = `t59`.`game_id`
                      ) AS `t70`
                    ) AS `t71`
                  ) AS `t73`
                  LEFT OUTER JOIN (
                    SELECT
                      `t1`.`game_date` AS `side_0_game_date`,
                      `t1`.`game_id` AS `side_0_game_id`,
                      `t1`.`postponed`,
                      `t1`.`status` = 'FINAL' AS `is_over`
                    FROM `schedule` AS `t1`
                  ) AS `t35`
                    ON `t73`.`game_date` = `t35`.`side_0_game_date`
                    AND `t73`.`game_id` = `t35`.`side_0_game_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t2`.`game_date` AS `side_1_game_date`,
                      `t2`.`game_id` AS `side_1_game_id`,
                      `t2`.`player_id` AS `side_1_player_id`,
                      `t2`.`player_name`,
                      `t2`.`player_lookup`,
                      `t2`.`team`,
                      `t2`.`injury_status`,
                      `t2`.`points_line`,
                      TRUE AS `in_context`
                    FROM `upcoming_player_game_context` AS `t2`
                  ) AS `t23`
                    ON `t73`.`game_date` = `t23`.`side_1_game_date`
                    AND `t73`.`game_id` = `t23`.`side_1_game_id`
                    AND `t73`.`player_id` = `t23`.`side_1_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t43`.`game_date` AS `side_2_game_date`,
                      `t43`.`game_id` AS `side_2_game_id`,
                      `t43`.`player_id` AS `side_2_player_id`,
                      TRUE AS `was_expected`
                    FROM (
                      SELECT
                        *
                      FROM `t17` AS `t33`
                      UNION DISTINCT
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM `t12` AS `t25`
                        UNION DISTINCT
                        SELECT
                          *
                        FROM `t13` AS `t26`
                      ) AS `t37`
                    ) AS `t43`
                  ) AS `t55`
                    ON `t73`.`game_date` = `t55`.`side_2_game_date`
                    AND `t73`.`game_id` = `t55`.`side_2_game_id`
                    AND `t73`.`player_id` = `t55`.`side_2_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t3`.`game_date` AS `side_3_game_date`,
                      `t3`.`game_id` AS `side_3_game_id`,
                      `t3`.`player_id` AS `side_3_player_id`,
                      TRUE AS `in_daily_cache`
                    FROM `player_daily_cache` AS `t3`
                  ) AS `t24`
                    ON `t73`.`game_date` = `t24`.`side_3_game_date`
                    AND `t73`.`game_id` = `t24`.`side_3_game_id`
                    AND `t73`.`player_id` = `t24`.`side_3_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t4`.`game_date` AS `side_4_game_date`,
                      `t4`.`game_id` AS `side_4_game_id`,
                      `t4`.`player_id` AS `side_4_player_id`,
                      `t4`.`is_quality_ready`,
                      TRUE AS `in_features`
                    FROM `ml_feature_store_v2` AS `t4`
                  ) AS `t27`
                    ON `t73`.`game_date` = `t27`.`side_4_game_date`
                    AND `t73`.`game_id` = `t27`.`side_4_game_id`
                    AND `t73`.`player_id` = `t27`.`side_4_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t45`.`game_date` AS `side_5_game_date`,
                      `t45`.`game_id` AS `side_5_game_id`,
                      `t45`.`player_id` AS `side_5_player_id`,
                      `t45`.`moving_average_made`,
                      `t45`.`zone_matchup_v1_made`,
                      `t45`.`similarity_balanced_v1_made`,
                      `t45`.`points_model_v1_made`,
                      `t45`.`ensemble_v1_made`,
                      `t45`.`market_aware_v1_made`,
                      `t45`.`moving_average_active`,
                      `t45`.`zone_matchup_v1_active`,
                      `t45`.`similarity_balanced_v1_active`,
                      `t45`.`points_model_v1_active`,
                      `t45`.`ensemble_v1_active`,
                      `t45`.`market_aware_v1_active`,
                      `t45`.`moving_average_numbers`,
                      `t45`.`zone_matchup_v1_numbers`,
                      `t45`.`similarity_balanced_v1_numbers`,
                      `t45`.`points_model_v1_numbers`,
                      `t45`.`ensemble_v1_numbers`,
                      `t45`.`market_aware_v1_numbers`,
                      `t45`.`made`,
                      `t45`.`standing`
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
                    ) AS `t45`
                  ) AS `t58`
                    ON `t73`.`game_date` = `t58`.`side_5_game_date`
                    AND `t73`.`game_id` = `t58`.`side_5_game_id`
                    AND `t73`.`player_id` = `t58`.`side_5_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t5`.`game_date` AS `side_6_game_date`,
                      `t5`.`game_id` AS `side_6_game_id`,
                      `t5`.`player_id` AS `side_6_player_id`,
                      `t5`.`status`,
                      `t5`.`player_name` AS `sheet_name`,
                      `t5`.`player_lookup` AS `sheet_lookup`,
                      `t5`.`team` AS `sheet_team`
                    FROM `player_boxscores` AS `t5`
                  ) AS `t30`
                    ON `t73`.`game_date` = `t30`.`side_6_game_date`
                    AND `t73`.`game_id` = `t30`.`side_6_game_id`
                    AND `t73`.`player_id` = `t30`.`side_6_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t6`.`game_date` AS `side_7_game_date`,
                      `t6`.`game_id` AS `side_7_game_id`,
                      `t6`.`player_id` AS `side_7_player_id`,
                      `t6`.`status` AS `summary_status`
                    FROM `player_game_summary` AS `t6`
                  ) AS `t31`
                    ON `t73`.`game_date` = `t31`.`side_7_game_date`
                    AND `t73`.`game_id` = `t31`.`side_7_game_id`
                    AND `t73`.`player_id` = `t31`.`side_7_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t18`.`game_date` AS `side_8_game_date`,
                      `t18`.`game_id` AS `side_8_game_id`,
                      `t18`.`player_id` AS `side_8_player_id`,
                      TRUE AS `graded`
                    FROM (
                      SELECT DISTINCT
                        `t8`.`game_date`,
                        `t8`.`game_id`,
                        `t8`.`player_id`
                      FROM `prediction_accuracy` AS `t8`
                    ) AS `t18`
                  ) AS `t46`
                    ON `t73`.`game_date` = `t46`.`side_8_game_date`
                    AND `t73`.`game_id` = `t46`.`side_8_game_id`
                    AND `t73`.`player_id` = `t46`.`side_8_player_id`
                ) AS `t74`
              ) AS `t75`
            ) AS `t76`
          ) AS `t77`
        ) AS `t79`
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
        ) AS `t47`
          ON `t79`.`game_date` = `t47`.`game_date`
      ) AS `t80`
    ) AS `t82`
    LEFT OUTER JOIN (
      SELECT
        `t20`.`game_date`,
        `t20`.`game_id`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_analytics.upcoming_player_game_context'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `upcoming_player_game_context_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_analytics.upcoming_player_game_context'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `upcoming_player_game_context_game`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_precompute.player_daily_cache'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_daily_cache_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_precompute.player_daily_cache'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_daily_cache_game`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_predictions.ml_feature_store_v2'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `ml_feature_store_v2_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_predictions.ml_feature_store_v2'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `ml_feature_store_v2_game`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_predictions.player_prop_predictions'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_prop_predictions_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_predictions.player_prop_predictions'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_prop_predictions_game`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_raw.player_boxscores'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_boxscores_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_raw.player_boxscores'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_boxscores_game`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_analytics.player_game_summary'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_game_summary_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_analytics.player_game_summary'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `player_game_summary_game`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_predictions.prediction_accuracy'
            )
            AND (
              `t20`.`kind` = 'held_back'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `prediction_accuracy_held_back`,
        MAX(
          IF(
            (
              `t20`.`table_name` = 'nba_predictions.prediction_accuracy'
            )
            AND (
              `t20`.`kind` = 'game'
            ),
            `t20`.`reason`,
            NULL
          )
        ) AS `prediction_accuracy_game`
      FROM (
        SELECT
          *
        FROM `absences` AS `t0`
        WHERE
          `t0`.`game_id` IS NOT NULL
      ) AS `t20`
      GROUP BY
        1,
        2
    ) AS `t59`
      ON `t82`.`game_date` = `t59`.`game_date` AND `t82`.`game_id` = `t59`.`game_id`
  ) AS `t83`
) AS `t84`

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
        THEN 'context is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'line is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'daily_cache is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'features is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'system_moving_average is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'system_zone_matchup_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'system_similarity_balanced_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'system_points_model_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'system_ensemble_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'system_market_aware_v1 is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'boxscore is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'summary is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
        THEN 'grade is not one of there, dnp, inactive, not_quality_ready, out, not_in_boxscore, no_line, too_little_history, game_postponed, not_over_yet, unexpected, unresolved_name, not_published, held_back, game_missing, missing_boxscore, system_failed, unaccounted'
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
