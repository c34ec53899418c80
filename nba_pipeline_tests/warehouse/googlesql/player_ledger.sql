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
), `t58` AS (
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
  ) AS `t50`
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
  ) AS `t52`
)
SELECT
  `t99`.`game_date`,
  `t99`.`game_id`,
  `t99`.`subject`,
  `t99`.`player_id`,
  `t99`.`player_name`,
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
  `t99`.`is_accounted`,
  COALESCE(
    IF(
      `t99`.`context` IN (
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
          `t99`.`upcoming_player_game_context_day`,
          `t99`.`upcoming_player_game_context_held_back`,
          `t99`.`upcoming_player_game_context_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`line` IN (
        'not_published',
        'held_back',
        'game_missing',
        'missing_boxscore',
        'system_failed',
        'unaccounted'
      ),
      CONCAT(
        'nba_raw.points_props: ',
        COALESCE(`t99`.`points_props_day`, `t99`.`points_props_held_back`, `t99`.`points_props_game`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`daily_cache` IN (
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
          `t99`.`player_daily_cache_day`,
          `t99`.`player_daily_cache_held_back`,
          `t99`.`player_daily_cache_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`features` IN (
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
          `t99`.`ml_feature_store_v2_day`,
          `t99`.`ml_feature_store_v2_held_back`,
          `t99`.`ml_feature_store_v2_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`system_moving_average` IN (
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
            `t99`.`player_prop_predictions_day`,
            `t99`.`player_prop_predictions_held_back`,
            `t99`.`player_prop_predictions_game`
          )
        ),
        CONCAT('moving_average: ', `t99`.`moving_average_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`system_zone_matchup_v1` IN (
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
            `t99`.`player_prop_predictions_day`,
            `t99`.`player_prop_predictions_held_back`,
            `t99`.`player_prop_predictions_game`
          )
        ),
        CONCAT('zone_matchup_v1: ', `t99`.`zone_matchup_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`system_similarity_balanced_v1` IN (
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
            `t99`.`player_prop_predictions_day`,
            `t99`.`player_prop_predictions_held_back`,
            `t99`.`player_prop_predictions_game`
          )
        ),
        CONCAT('similarity_balanced_v1: ', `t99`.`similarity_balanced_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`system_points_model_v1` IN (
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
            `t99`.`player_prop_predictions_day`,
            `t99`.`player_prop_predictions_held_back`,
            `t99`.`player_prop_predictions_game`
          )
        ),
        CONCAT('points_model_v1: ', `t99`.`points_model_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`system_ensemble_v1` IN (
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
            `t99`.`player_prop_predictions_day`,
            `t99`.`player_prop_predictions_held_back`,
            `t99`.`player_prop_predictions_game`
          )
        ),
        CONCAT('ensemble_v1: ', `t99`.`ensemble_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`system_market_aware_v1` IN (
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
            `t99`.`player_prop_predictions_day`,
            `t99`.`player_prop_predictions_held_back`,
            `t99`.`player_prop_predictions_game`
          )
        ),
        CONCAT('market_aware_v1: ', `t99`.`market_aware_v1_failure`)
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`boxscore` IN (
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
          `t99`.`player_boxscores_day`,
          `t99`.`player_boxscores_held_back`,
          `t99`.`player_boxscores_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`summary` IN (
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
          `t99`.`player_game_summary_day`,
          `t99`.`player_game_summary_held_back`,
          `t99`.`player_game_summary_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    IF(
      `t99`.`grade` IN (
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
          `t99`.`prediction_accuracy_day`,
          `t99`.`prediction_accuracy_held_back`,
          `t99`.`prediction_accuracy_game`
        )
      ),
      CAST(NULL AS STRING)
    ),
    `t99`.`lines_not_had`
  ) AS `because`
FROM (
  SELECT
    `t98`.*
    EXCEPT (`lacking_game_date`, `lacking_game_id`)
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
      `t97`.`lines_not_had`,
      `t97`.`is_accounted`,
      `t97`.`player_name`,
      `t97`.`upcoming_player_game_context_day`,
      `t97`.`points_props_day`,
      `t97`.`player_daily_cache_day`,
      `t97`.`ml_feature_store_v2_day`,
      `t97`.`player_prop_predictions_day`,
      `t97`.`player_boxscores_day`,
      `t97`.`player_game_summary_day`,
      `t97`.`prediction_accuracy_day`,
      `t97`.`moving_average_failure`,
      `t97`.`zone_matchup_v1_failure`,
      `t97`.`similarity_balanced_v1_failure`,
      `t97`.`points_model_v1_failure`,
      `t97`.`ensemble_v1_failure`,
      `t97`.`market_aware_v1_failure`,
      `t69`.`game_date` AS `lacking_game_date`,
      `t69`.`game_id` AS `lacking_game_id`,
      `t69`.`upcoming_player_game_context_held_back`,
      `t69`.`upcoming_player_game_context_game`,
      `t69`.`points_props_held_back`,
      `t69`.`points_props_game`,
      `t69`.`player_daily_cache_held_back`,
      `t69`.`player_daily_cache_game`,
      `t69`.`ml_feature_store_v2_held_back`,
      `t69`.`ml_feature_store_v2_game`,
      `t69`.`player_prop_predictions_held_back`,
      `t69`.`player_prop_predictions_game`,
      `t69`.`player_boxscores_held_back`,
      `t69`.`player_boxscores_game`,
      `t69`.`player_game_summary_held_back`,
      `t69`.`player_game_summary_game`,
      `t69`.`prediction_accuracy_held_back`,
      `t69`.`prediction_accuracy_game`
    FROM (
      SELECT
        `t95`.*
        EXCEPT (`lacking_game_date`)
      FROM (
        SELECT
          `t94`.`game_date`,
          `t94`.`game_id`,
          `t94`.`subject`,
          `t94`.`player_id`,
          `t94`.`player_lookup`,
          `t94`.`team`,
          `t94`.`is_expected`,
          `t94`.`context`,
          `t94`.`line`,
          `t94`.`daily_cache`,
          `t94`.`features`,
          `t94`.`system_moving_average`,
          `t94`.`system_zone_matchup_v1`,
          `t94`.`system_similarity_balanced_v1`,
          `t94`.`system_points_model_v1`,
          `t94`.`system_ensemble_v1`,
          `t94`.`system_market_aware_v1`,
          `t94`.`boxscore`,
          `t94`.`summary`,
          `t94`.`grade`,
          `t94`.`lines_not_had`,
          `t94`.`is_accounted`,
          `t94`.`player_name`,
          `t55`.`game_date` AS `lacking_game_date`,
          `t55`.`upcoming_player_game_context_day`,
          `t55`.`points_props_day`,
          `t55`.`player_daily_cache_day`,
          `t55`.`ml_feature_store_v2_day`,
          `t55`.`player_prop_predictions_day`,
          `t55`.`player_boxscores_day`,
          `t55`.`player_game_summary_day`,
          `t55`.`prediction_accuracy_day`,
          `t55`.`moving_average_failure`,
          `t55`.`zone_matchup_v1_failure`,
          `t55`.`similarity_balanced_v1_failure`,
          `t55`.`points_model_v1_failure`,
          `t55`.`ensemble_v1_failure`,
          `t55`.`market_aware_v1_failure`
        FROM (
          SELECT
            `t92`.`game_date`,
            `t92`.`game_id`,
            `t92`.`subject`,
            `t92`.`player_id`,
            `t92`.`player_lookup`,
            `t92`.`team`,
            `t92`.`is_expected`,
            `t92`.`context`,
            `t92`.`line`,
            `t92`.`daily_cache`,
            `t92`.`features`,
            `t92`.`system_moving_average`,
            `t92`.`system_zone_matchup_v1`,
            `t92`.`system_similarity_balanced_v1`,
            `t92`.`system_points_model_v1`,
            `t92`.`system_ensemble_v1`,
            `t92`.`system_market_aware_v1`,
            `t92`.`boxscore`,
            `t92`.`summary`,
            `t92`.`grade`,
            IF(`t92`.`line` = 'lines_not_had', `t92`.`lines_not_had`, CAST(NULL AS STRING)) AS `lines_not_had`,
            (
              `t92`.`context` <> 'unaccounted'
            )
            AND (
              `t92`.`line` <> 'unaccounted'
            )
            AND (
              `t92`.`daily_cache` <> 'unaccounted'
            )
            AND (
              `t92`.`features` <> 'unaccounted'
            )
            AND (
              `t92`.`system_moving_average` <> 'unaccounted'
            )
            AND (
              `t92`.`system_zone_matchup_v1` <> 'unaccounted'
            )
            AND (
              `t92`.`system_similarity_balanced_v1` <> 'unaccounted'
            )
            AND (
              `t92`.`system_points_model_v1` <> 'unaccounted'
            )
            AND (
              `t92`.`system_ensemble_v1` <> 'unaccounted'
            )
            AND (
              `t92`.`system_market_aware_v1` <> 'unaccounted'
            )
            AND (
              `t92`.`boxscore` <> 'unaccounted'
            )
            AND (
              `t92`.`summary` <> 'unaccounted'
            )
            AND (
              `t92`.`grade` <> 'unaccounted'
            ) AS `is_accounted`,
            COALESCE(`t92`.`player_name`, `t92`.`player_lookup`, CONCAT('player ', `t92`.`subject`)) AS `player_name`
          FROM (
            SELECT
              `t91`.`game_date`,
              `t91`.`game_id`,
              `t91`.`player_id`,
              `t91`.`named_as`,
              `t91`.`subject`,
              `t91`.`upcoming_player_game_context_lacks`,
              `t91`.`player_daily_cache_lacks`,
              `t91`.`ml_feature_store_v2_lacks`,
              `t91`.`player_prop_predictions_lacks`,
              `t91`.`player_boxscores_lacks`,
              `t91`.`player_game_summary_lacks`,
              `t91`.`prediction_accuracy_lacks`,
              `t91`.`points_props_lacks`,
              `t91`.`moving_average_failure`,
              `t91`.`zone_matchup_v1_failure`,
              `t91`.`similarity_balanced_v1_failure`,
              `t91`.`points_model_v1_failure`,
              `t91`.`ensemble_v1_failure`,
              `t91`.`market_aware_v1_failure`,
              `t91`.`postponed`,
              `t91`.`is_over`,
              `t91`.`lines_not_had`,
              COALESCE(`t91`.`player_name`, `t91`.`sheet_name`) AS `player_name`,
              COALESCE(`t91`.`player_lookup`, `t91`.`sheet_lookup`, `t91`.`named_as`) AS `player_lookup`,
              COALESCE(`t91`.`team`, `t91`.`sheet_team`) AS `team`,
              `t91`.`injury_status`,
              `t91`.`points_line`,
              `t91`.`in_context`,
              `t91`.`was_expected`,
              `t91`.`in_daily_cache`,
              `t91`.`is_quality_ready`,
              `t91`.`in_features`,
              `t91`.`moving_average_made`,
              `t91`.`zone_matchup_v1_made`,
              `t91`.`similarity_balanced_v1_made`,
              `t91`.`points_model_v1_made`,
              `t91`.`ensemble_v1_made`,
              `t91`.`market_aware_v1_made`,
              `t91`.`moving_average_active`,
              `t91`.`zone_matchup_v1_active`,
              `t91`.`similarity_balanced_v1_active`,
              `t91`.`points_model_v1_active`,
              `t91`.`ensemble_v1_active`,
              `t91`.`market_aware_v1_active`,
              `t91`.`moving_average_numbers`,
              `t91`.`zone_matchup_v1_numbers`,
              `t91`.`similarity_balanced_v1_numbers`,
              `t91`.`points_model_v1_numbers`,
              `t91`.`ensemble_v1_numbers`,
              `t91`.`market_aware_v1_numbers`,
              `t91`.`made`,
              `t91`.`standing`,
              `t91`.`status`,
              `t91`.`sheet_name`,
              `t91`.`sheet_lookup`,
              `t91`.`sheet_team`,
              `t91`.`summary_status`,
              `t91`.`graded`,
              `t91`.`context_word`,
              `t91`.`no_line`,
              `t91`.`context`,
              `t91`.`line`,
              `t91`.`is_expected`,
              `t91`.`daily_cache_word`,
              `t91`.`features_word`,
              `t91`.`daily_cache`,
              `t91`.`features`,
              `t91`.`earlier`,
              `t91`.`withdrawn`,
              CASE
                WHEN `t91`.`moving_average_numbers` > 0
                THEN 'there'
                WHEN `t91`.`moving_average_active` > 0
                THEN 'too_little_history'
                WHEN `t91`.`moving_average_made` > 0
                THEN `t91`.`withdrawn`
                WHEN `t91`.`earlier` IS NOT NULL
                THEN `t91`.`earlier`
                WHEN `t91`.`moving_average_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_moving_average`,
              CASE
                WHEN `t91`.`zone_matchup_v1_numbers` > 0
                THEN 'there'
                WHEN `t91`.`zone_matchup_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t91`.`zone_matchup_v1_made` > 0
                THEN `t91`.`withdrawn`
                WHEN `t91`.`earlier` IS NOT NULL
                THEN `t91`.`earlier`
                WHEN `t91`.`zone_matchup_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_zone_matchup_v1`,
              CASE
                WHEN `t91`.`similarity_balanced_v1_numbers` > 0
                THEN 'there'
                WHEN `t91`.`similarity_balanced_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t91`.`similarity_balanced_v1_made` > 0
                THEN `t91`.`withdrawn`
                WHEN `t91`.`earlier` IS NOT NULL
                THEN `t91`.`earlier`
                WHEN `t91`.`similarity_balanced_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_similarity_balanced_v1`,
              CASE
                WHEN `t91`.`points_model_v1_numbers` > 0
                THEN 'there'
                WHEN `t91`.`points_model_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t91`.`points_model_v1_made` > 0
                THEN `t91`.`withdrawn`
                WHEN `t91`.`earlier` IS NOT NULL
                THEN `t91`.`earlier`
                WHEN `t91`.`points_model_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_points_model_v1`,
              CASE
                WHEN `t91`.`ensemble_v1_numbers` > 0
                THEN 'there'
                WHEN `t91`.`ensemble_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t91`.`ensemble_v1_made` > 0
                THEN `t91`.`withdrawn`
                WHEN `t91`.`earlier` IS NOT NULL
                THEN `t91`.`earlier`
                WHEN `t91`.`ensemble_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_ensemble_v1`,
              CASE
                WHEN `t91`.`market_aware_v1_numbers` > 0
                THEN 'there'
                WHEN `t91`.`market_aware_v1_active` > 0
                THEN 'too_little_history'
                WHEN `t91`.`market_aware_v1_made` > 0
                THEN `t91`.`withdrawn`
                WHEN `t91`.`earlier` IS NOT NULL
                THEN `t91`.`earlier`
                WHEN `t91`.`market_aware_v1_failure` IS NOT NULL
                THEN 'system_failed'
                ELSE 'unaccounted'
              END AS `system_market_aware_v1`,
              CASE
                WHEN `t91`.`standing` > 0
                THEN CAST(NULL AS STRING)
                WHEN `t91`.`made` > 0
                THEN `t91`.`withdrawn`
                ELSE CASE
                  WHEN `t91`.`moving_average_numbers` > 0
                  THEN 'there'
                  WHEN `t91`.`moving_average_active` > 0
                  THEN 'too_little_history'
                  WHEN `t91`.`moving_average_made` > 0
                  THEN `t91`.`withdrawn`
                  WHEN `t91`.`earlier` IS NOT NULL
                  THEN `t91`.`earlier`
                  WHEN `t91`.`moving_average_failure` IS NOT NULL
                  THEN 'system_failed'
                  ELSE 'unaccounted'
                END
              END AS `prediction_word`,
              IF(
                `t91`.`status` IS NULL,
                CASE
                  WHEN `t91`.`postponed`
                  THEN 'game_postponed'
                  WHEN NOT (
                    `t91`.`is_over`
                  )
                  THEN 'not_over_yet'
                  WHEN `t91`.`player_boxscores_lacks` IS NOT NULL
                  THEN `t91`.`player_boxscores_lacks`
                  WHEN `t91`.`player_id` IS NULL
                  THEN 'unresolved_name'
                  WHEN `t91`.`injury_status` IN ('out', 'doubtful')
                  THEN 'out'
                  ELSE 'not_in_boxscore'
                END,
                CAST(NULL AS STRING)
              ) AS `boxscore_word`,
              COALESCE(
                IF(
                  `t91`.`status` IS NULL,
                  CASE
                    WHEN `t91`.`postponed`
                    THEN 'game_postponed'
                    WHEN NOT (
                      `t91`.`is_over`
                    )
                    THEN 'not_over_yet'
                    WHEN `t91`.`player_boxscores_lacks` IS NOT NULL
                    THEN `t91`.`player_boxscores_lacks`
                    WHEN `t91`.`player_id` IS NULL
                    THEN 'unresolved_name'
                    WHEN `t91`.`injury_status` IN ('out', 'doubtful')
                    THEN 'out'
                    ELSE 'not_in_boxscore'
                  END,
                  CAST(NULL AS STRING)
                ),
                CASE `t91`.`status`
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
                `t91`.`summary_status` IS NOT NULL,
                CASE `t91`.`summary_status`
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
                    `t91`.`status` IS NULL,
                    CASE
                      WHEN `t91`.`postponed`
                      THEN 'game_postponed'
                      WHEN NOT (
                        `t91`.`is_over`
                      )
                      THEN 'not_over_yet'
                      WHEN `t91`.`player_boxscores_lacks` IS NOT NULL
                      THEN `t91`.`player_boxscores_lacks`
                      WHEN `t91`.`player_id` IS NULL
                      THEN 'unresolved_name'
                      WHEN `t91`.`injury_status` IN ('out', 'doubtful')
                      THEN 'out'
                      ELSE 'not_in_boxscore'
                    END,
                    CAST(NULL AS STRING)
                  ),
                  `t91`.`player_game_summary_lacks`,
                  'unaccounted'
                )
              ) AS `summary`,
              IF(
                `t91`.`graded` IS NOT NULL,
                'there',
                COALESCE(
                  CASE
                    WHEN `t91`.`standing` > 0
                    THEN CAST(NULL AS STRING)
                    WHEN `t91`.`made` > 0
                    THEN `t91`.`withdrawn`
                    ELSE CASE
                      WHEN `t91`.`moving_average_numbers` > 0
                      THEN 'there'
                      WHEN `t91`.`moving_average_active` > 0
                      THEN 'too_little_history'
                      WHEN `t91`.`moving_average_made` > 0
                      THEN `t91`.`withdrawn`
                      WHEN `t91`.`earlier` IS NOT NULL
                      THEN `t91`.`earlier`
                      WHEN `t91`.`moving_average_failure` IS NOT NULL
                      THEN 'system_failed'
                      ELSE 'unaccounted'
                    END
                  END,
                  IF(
                    NOT (
                      `t91`.`is_over`
                    ) AND NOT (
                      `t91`.`postponed`
                    ),
                    'not_over_yet',
                    CAST(NULL AS STRING)
                  ),
                  `t91`.`prediction_accuracy_lacks`,
                  'unaccounted'
                )
              ) AS `grade`
            FROM (
              SELECT
                `t90`.`game_date`,
                `t90`.`game_id`,
                `t90`.`player_id`,
                `t90`.`named_as`,
                `t90`.`subject`,
                `t90`.`upcoming_player_game_context_lacks`,
                `t90`.`player_daily_cache_lacks`,
                `t90`.`ml_feature_store_v2_lacks`,
                `t90`.`player_prop_predictions_lacks`,
                `t90`.`player_boxscores_lacks`,
                `t90`.`player_game_summary_lacks`,
                `t90`.`prediction_accuracy_lacks`,
                `t90`.`points_props_lacks`,
                `t90`.`moving_average_failure`,
                `t90`.`zone_matchup_v1_failure`,
                `t90`.`similarity_balanced_v1_failure`,
                `t90`.`points_model_v1_failure`,
                `t90`.`ensemble_v1_failure`,
                `t90`.`market_aware_v1_failure`,
                `t90`.`postponed`,
                `t90`.`is_over`,
                `t90`.`lines_not_had`,
                `t90`.`player_name`,
                `t90`.`player_lookup`,
                `t90`.`team`,
                `t90`.`injury_status`,
                `t90`.`points_line`,
                `t90`.`in_context`,
                `t90`.`was_expected`,
                `t90`.`in_daily_cache`,
                `t90`.`is_quality_ready`,
                `t90`.`in_features`,
                `t90`.`moving_average_made`,
                `t90`.`zone_matchup_v1_made`,
                `t90`.`similarity_balanced_v1_made`,
                `t90`.`points_model_v1_made`,
                `t90`.`ensemble_v1_made`,
                `t90`.`market_aware_v1_made`,
                `t90`.`moving_average_active`,
                `t90`.`zone_matchup_v1_active`,
                `t90`.`similarity_balanced_v1_active`,
                `t90`.`points_model_v1_active`,
                `t90`.`ensemble_v1_active`,
                `t90`.`market_aware_v1_active`,
                `t90`.`moving_average_numbers`,
                `t90`.`zone_matchup_v1_numbers`,
                `t90`.`similarity_balanced_v1_numbers`,
                `t90`.`points_model_v1_numbers`,
                `t90`.`ensemble_v1_numbers`,
                `t90`.`market_aware_v1_numbers`,
                `t90`.`made`,
                `t90`.`standing`,
                `t90`.`status`,
                `t90`.`sheet_name`,
                `t90`.`sheet_lookup`,
                `t90`.`sheet_team`,
                `t90`.`summary_status`,
                `t90`.`graded`,
                `t90`.`context_word`,
                `t90`.`no_line`,
                `t90`.`context`,
                `t90`.`line`,
                `t90`.`is_expected`,
                `t90`.`daily_cache_word`,
                `t90`.`features_word`,
                COALESCE(`t90`.`daily_cache_word`, 'there') AS `daily_cache`,
                COALESCE(`t90`.`features_word`, IF(`t90`.`is_quality_ready`, 'there', 'not_quality_ready')) AS `features`,
                COALESCE(`t90`.`context_word`, `t90`.`features_word`, `t90`.`player_prop_predictions_lacks`) AS `earlier`,
                CASE
                  WHEN `t90`.`postponed`
                  THEN 'game_postponed'
                  WHEN `t90`.`injury_status` IN ('out', 'doubtful')
                  THEN 'out'
                  ELSE 'unaccounted'
                END AS `withdrawn`
              FROM (
                SELECT
                  `t89`.`game_date`,
                  `t89`.`game_id`,
                  `t89`.`player_id`,
                  `t89`.`named_as`,
                  `t89`.`subject`,
                  `t89`.`upcoming_player_game_context_lacks`,
                  `t89`.`player_daily_cache_lacks`,
                  `t89`.`ml_feature_store_v2_lacks`,
                  `t89`.`player_prop_predictions_lacks`,
                  `t89`.`player_boxscores_lacks`,
                  `t89`.`player_game_summary_lacks`,
                  `t89`.`prediction_accuracy_lacks`,
                  `t89`.`points_props_lacks`,
                  `t89`.`moving_average_failure`,
                  `t89`.`zone_matchup_v1_failure`,
                  `t89`.`similarity_balanced_v1_failure`,
                  `t89`.`points_model_v1_failure`,
                  `t89`.`ensemble_v1_failure`,
                  `t89`.`market_aware_v1_failure`,
                  `t89`.`postponed`,
                  `t89`.`is_over`,
                  `t89`.`lines_not_had`,
                  `t89`.`player_name`,
                  `t89`.`player_lookup`,
                  `t89`.`team`,
                  `t89`.`injury_status`,
                  `t89`.`points_line`,
                  `t89`.`in_context`,
                  `t89`.`was_expected`,
                  `t89`.`in_daily_cache`,
                  `t89`.`is_quality_ready`,
                  `t89`.`in_features`,
                  `t89`.`moving_average_made`,
                  `t89`.`zone_matchup_v1_made`,
                  `t89`.`similarity_balanced_v1_made`,
                  `t89`.`points_model_v1_made`,
                  `t89`.`ensemble_v1_made`,
                  `t89`.`market_aware_v1_made`,
                  `t89`.`moving_average_active`,
                  `t89`.`zone_matchup_v1_active`,
                  `t89`.`similarity_balanced_v1_active`,
                  `t89`.`points_model_v1_active`,
                  `t89`.`ensemble_v1_active`,
                  `t89`.`market_aware_v1_active`,
                  `t89`.`moving_average_numbers`,
                  `t89`.`zone_matchup_v1_numbers`,
                  `t89`.`similarity_balanced_v1_numbers`,
                  `t89`.`points_model_v1_numbers`,
                  `t89`.`ensemble_v1_numbers`,
                  `t89`.`market_aware_v1_numbers`,
                  `t89`.`made`,
                  `t89`.`standing`,
                  `t89`.`status`,
                  `t89`.`sheet_name`,
                  `t89`.`sheet_lookup`,
                  `t89`.`sheet_team`,
                  `t89`.`summary_status`,
                  `t89`.`graded`,
                  CASE
                    WHEN `t89`.`in_context`
                    THEN CAST(NULL AS STRING)
                    WHEN `t89`.`named_as` IS NOT NULL
                    THEN 'unresolved_name'
                    WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                    THEN `t89`.`upcoming_player_game_context_lacks`
                    WHEN `t89`.`was_expected`
                    THEN 'unaccounted'
                    ELSE 'unexpected'
                  END AS `context_word`,
                  CASE
                    WHEN `t89`.`points_line` IS NOT NULL
                    THEN CAST(NULL AS STRING)
                    WHEN `t89`.`lines_not_had` IS NOT NULL
                    THEN 'lines_not_had'
                    ELSE COALESCE(`t89`.`points_props_lacks`, 'no_line')
                  END AS `no_line`,
                  COALESCE(
                    CASE
                      WHEN `t89`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t89`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t89`.`upcoming_player_game_context_lacks`
                      WHEN `t89`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END,
                    'there'
                  ) AS `context`,
                  COALESCE(
                    CASE
                      WHEN `t89`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t89`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t89`.`upcoming_player_game_context_lacks`
                      WHEN `t89`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END,
                    CASE
                      WHEN `t89`.`points_line` IS NOT NULL
                      THEN CAST(NULL AS STRING)
                      WHEN `t89`.`lines_not_had` IS NOT NULL
                      THEN 'lines_not_had'
                      ELSE COALESCE(`t89`.`points_props_lacks`, 'no_line')
                    END,
                    'there'
                  ) AS `line`,
                  CASE
                    WHEN `t89`.`in_context` OR (
                      `t89`.`named_as` IS NOT NULL
                    )
                    THEN TRUE
                    WHEN CASE
                      WHEN `t89`.`in_context`
                      THEN CAST(NULL AS STRING)
                      WHEN `t89`.`named_as` IS NOT NULL
                      THEN 'unresolved_name'
                      WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                      THEN `t89`.`upcoming_player_game_context_lacks`
                      WHEN `t89`.`was_expected`
                      THEN 'unaccounted'
                      ELSE 'unexpected'
                    END = 'unexpected'
                    THEN FALSE
                    ELSE NULL
                  END AS `is_expected`,
                  IF(
                    `t89`.`in_daily_cache` IS NULL,
                    COALESCE(
                      CASE
                        WHEN `t89`.`in_context`
                        THEN CAST(NULL AS STRING)
                        WHEN `t89`.`named_as` IS NOT NULL
                        THEN 'unresolved_name'
                        WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                        THEN `t89`.`upcoming_player_game_context_lacks`
                        WHEN `t89`.`was_expected`
                        THEN 'unaccounted'
                        ELSE 'unexpected'
                      END,
                      `t89`.`player_daily_cache_lacks`,
                      'unaccounted'
                    ),
                    CAST(NULL AS STRING)
                  ) AS `daily_cache_word`,
                  IF(
                    `t89`.`in_features` IS NULL,
                    COALESCE(
                      CASE
                        WHEN `t89`.`in_context`
                        THEN CAST(NULL AS STRING)
                        WHEN `t89`.`named_as` IS NOT NULL
                        THEN 'unresolved_name'
                        WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                        THEN `t89`.`upcoming_player_game_context_lacks`
                        WHEN `t89`.`was_expected`
                        THEN 'unaccounted'
                        ELSE 'unexpected'
                      END,
                      IF(
                        `t89`.`in_daily_cache` IS NULL,
                        COALESCE(
                          CASE
                            WHEN `t89`.`in_context`
                            THEN CAST(NULL AS STRING)
                            WHEN `t89`.`named_as` IS NOT NULL
                            THEN 'unresolved_name'
                            WHEN `t89`.`upcoming_player_game_context_lacks` IS NOT NULL
                            THEN `t89`.`upcoming_player_game_context_lacks`
                            WHEN `t89`.`was_expected`
                            THEN 'unaccounted'
                            ELSE 'unexpected'
                          END,
                          `t89`.`player_daily_cache_lacks`,
                          'unaccounted'
                        ),
                        CAST(NULL AS STRING)
                      ),
                      `t89`.`ml_feature_store_v2_lacks`,
                      'unaccounted'
                    ),
                    CAST(NULL AS STRING)
                  ) AS `features_word`
                FROM (
                  SELECT
                    `t88`.`game_date`,
                    `t88`.`game_id`,
                    `t88`.`player_id`,
                    `t88`.`named_as`,
                    `t88`.`subject`,
                    `t88`.`upcoming_player_game_context_lacks`,
                    `t88`.`player_daily_cache_lacks`,
                    `t88`.`ml_feature_store_v2_lacks`,
                    `t88`.`player_prop_predictions_lacks`,
                    `t88`.`player_boxscores_lacks`,
                    `t88`.`player_game_summary_lacks`,
                    `t88`.`prediction_accuracy_lacks`,
                    `t88`.`points_props_lacks`,
                    `t88`.`moving_average_failure`,
                    `t88`.`zone_matchup_v1_failure`,
                    `t88`.`similarity_balanced_v1_failure`,
                    `t88`.`points_model_v1_failure`,
                    `t88`.`ensemble_v1_failure`,
                    `t88`.`market_aware_v1_failure`,
                    `t41`.`postponed`,
                    `t41`.`is_over`,
                    `t79`.`lines_not_had`,
                    `t27`.`player_name`,
                    `t27`.`player_lookup`,
                    `t27`.`team`,
                    `t27`.`injury_status`,
                    `t27`.`points_line`,
                    `t27`.`in_context`,
                    `t63`.`was_expected`,
                    `t28`.`in_daily_cache`,
                    `t31`.`is_quality_ready`,
                    `t31`.`in_features`,
                    `t66`.`moving_average_made`,
                    `t66`.`zone_matchup_v1_made`,
                    `t66`.`similarity_balanced_v1_made`,
                    `t66`.`points_model_v1_made`,
                    `t66`.`ensemble_v1_made`,
                    `t66`.`market_aware_v1_made`,
                    `t66`.`moving_average_active`,
                    `t66`.`zone_matchup_v1_active`,
                    `t66`.`similarity_balanced_v1_active`,
                    `t66`.`points_model_v1_active`,
                    `t66`.`ensemble_v1_active`,
                    `t66`.`market_aware_v1_active`,
                    `t66`.`moving_average_numbers`,
                    `t66`.`zone_matchup_v1_numbers`,
                    `t66`.`similarity_balanced_v1_numbers`,
                    `t66`.`points_model_v1_numbers`,
                    `t66`.`ensemble_v1_numbers`,
                    `t66`.`market_aware_v1_numbers`,
                    `t66`.`made`,
                    `t66`.`standing`,
                    `t34`.`status`,
                    `t34`.`sheet_name`,
                    `t34`.`sheet_lookup`,
                    `t34`.`sheet_team`,
                    `t35`.`summary_status`,
                    `t54`.`graded`
                  FROM (
                    SELECT
                      `t86`.`game_date`,
                      `t86`.`game_id`,
                      `t86`.`player_id`,
                      `t86`.`named_as`,
                      `t86`.`subject`,
                      CASE
                        WHEN `t86`.`upcoming_player_game_context_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`upcoming_player_game_context_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`upcoming_player_game_context_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `upcoming_player_game_context_lacks`,
                      CASE
                        WHEN `t86`.`player_daily_cache_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`player_daily_cache_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`player_daily_cache_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `player_daily_cache_lacks`,
                      CASE
                        WHEN `t86`.`ml_feature_store_v2_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`ml_feature_store_v2_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`ml_feature_store_v2_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `ml_feature_store_v2_lacks`,
                      CASE
                        WHEN `t86`.`player_prop_predictions_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`player_prop_predictions_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`player_prop_predictions_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `player_prop_predictions_lacks`,
                      CASE
                        WHEN `t86`.`player_boxscores_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`player_boxscores_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`player_boxscores_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `player_boxscores_lacks`,
                      CASE
                        WHEN `t86`.`player_game_summary_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`player_game_summary_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`player_game_summary_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `player_game_summary_lacks`,
                      CASE
                        WHEN `t86`.`prediction_accuracy_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`prediction_accuracy_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`prediction_accuracy_game` IS NOT NULL
                        THEN 'missing_boxscore'
                        ELSE NULL
                      END AS `prediction_accuracy_lacks`,
                      CASE
                        WHEN `t86`.`points_props_day` IS NOT NULL
                        THEN 'not_published'
                        WHEN `t86`.`points_props_held_back` IS NOT NULL
                        THEN 'held_back'
                        WHEN `t86`.`points_props_game` IS NOT NULL
                        THEN 'game_missing'
                        ELSE NULL
                      END AS `points_props_lacks`,
                      `t86`.`moving_average_failure`,
                      `t86`.`zone_matchup_v1_failure`,
                      `t86`.`similarity_balanced_v1_failure`,
                      `t86`.`points_model_v1_failure`,
                      `t86`.`ensemble_v1_failure`,
                      `t86`.`market_aware_v1_failure`
                    FROM (
                      SELECT
                        `t85`.*
                        EXCEPT (`lacking_game_date`, `lacking_game_id`)
                      FROM (
                        SELECT
                          `t84`.`game_date`,
                          `t84`.`game_id`,
                          `t84`.`player_id`,
                          `t84`.`named_as`,
                          `t84`.`subject`,
                          `t84`.`upcoming_player_game_context_day`,
                          `t84`.`player_daily_cache_day`,
                          `t84`.`ml_feature_store_v2_day`,
                          `t84`.`player_prop_predictions_day`,
                          `t84`.`player_boxscores_day`,
                          `t84`.`player_game_summary_day`,
                          `t84`.`prediction_accuracy_day`,
                          `t84`.`points_props_day`,
                          `t84`.`moving_average_failure`,
                          `t84`.`zone_matchup_v1_failure`,
                          `t84`.`similarity_balanced_v1_failure`,
                          `t84`.`points_model_v1_failure`,
                          `t84`.`ensemble_v1_failure`,
                          `t84`.`market_aware_v1_failure`,
                          `t70`.`game_date` AS `lacking_game_date`,
                          `t70`.`game_id` AS `lacking_game_id`,
                          `t70`.`upcoming_player_game_context_held_back`,
                          `t70`.`upcoming_player_game_context_game`,
                          `t70`.`player_daily_cache_held_back`,
                          `t70`.`player_daily_cache_game`,
                          `t70`.`ml_feature_store_v2_held_back`,
                          `t70`.`ml_feature_store_v2_game`,
                          `t70`.`player_prop_predictions_held_back`,
                          `t70`.`player_prop_predictions_game`,
                          `t70`.`player_boxscores_held_back`,
                          `t70`.`player_boxscores_game`,
                          `t70`.`player_game_summary_held_back`,
                          `t70`.`player_game_summary_game`,
                          `t70`.`prediction_accuracy_held_back`,
                          `t70`.`prediction_accuracy_game`,
                          `t70`.`points_props_held_back`,
                          `t70`.`points_props_game`
                        FROM (
                          SELECT
                            `t82`.*
                            EXCEPT (`lacking_game_date`)
                          FROM (
                            SELECT
                              `t81`.`game_date`,
                              `t81`.`game_id`,
                              `t81`.`player_id`,
                              `t81`.`named_as`,
                              `t81`.`subject`,
                              `t56`.`game_date` AS `lacking_game_date`,
                              `t56`.`upcoming_player_game_context_day`,
                              `t56`.`player_daily_cache_day`,
                              `t56`.`ml_feature_store_v2_day`,
                              `t56`.`player_prop_predictions_day`,
                              `t56`.`player_boxscores_day`,
                              `t56`.`player_game_summary_day`,
                              `t56`.`prediction_accuracy_day`,
                              `t56`.`points_props_day`,
                              `t56`.`moving_average_failure`,
                              `t56`.`zone_matchup_v1_failure`,
                              `t56`.`similarity_balanced_v1_failure`,
                              `t56`.`points_model_v1_failure`,
                              `t56`.`ensemble_v1_failure`,
                              `t56`.`market_aware_v1_failure`
                            FROM (
                              SELECT
                                `t77`.`game_date`,
                                `t77`.`game_id`,
                                `t77`.`player_id`,
                                `t77`.`named_as`,
                                COALESCE(CAST(`t77`.`player_id` AS STRING), `t77`.`named_as`) AS `subject`
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t64`.`game_date`,
                                    `t64`.`game_id`,
                                    `t64`.`player_id`,
                                    `t72`.`named_as`
                                  FROM `t58` AS `t64`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t40`.`game_date`,
                                      `t40`.`game_id`,
                                      `t60`.`told_id` AS `player_id`,
                                      `t40`.`player_lookup` AS `named_as`
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
                                    ) AS `t40`
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
                                    ) AS `t60`
                                      ON `t40`.`game_id` = `t60`.`game_id`
                                      AND `t40`.`player_lookup` = `t60`.`player_lookup`
                                  ) AS `t72`
                                    ON `t64`.`game_date` = `t72`.`game_date`
                                    AND `t64`.`game_id` = `t72`.`game_id`
                                    AND `t64`.`player_id` = `t72`.`player_id`
                                ) AS `t75`
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t40`.`game_date`,
                                    `t40`.`game_id`,
                                    `t60`.`told_id` AS `player_id`,
                                    `t40`.`player_lookup` AS `named_as`
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
                                  ) AS `t40`
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
                                  ) AS `t60`
                                    ON `t40`.`game_id` = `t60`.`game_id`
                                    AND `t40`.`player_lookup` = `t60`.`player_lookup`
                                  WHERE
                                    NOT EXISTS(
                                      SELECT
                                        1
                                      FROM `t58` AS `t65`
                                      WHERE
                                        `t40`.`game_date` = `t65`.`game_date`
                                        AND `t40`.`game_id` = `t65`.`game_id`
                                        AND `t60`.`told_id` = `t65`.`player_id`
                                    )
                                ) AS `t73`
                              ) AS `t77`
                            ) AS `t81`
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
                            ) AS `t56`
                              ON `t81`.`game_date` = `t56`.`game_date`
                          ) AS `t82`
                        ) AS `t84`
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
                        ) AS `t70`
                          ON `t84`.`game_date` = `t70`.`game_date` AND `t84`.`game_id` = `t70`.`game_id`
                      ) AS `t85`
                    ) AS `t86`
                  ) AS `t88`
                  LEFT OUTER JOIN (
                    SELECT
                      `t1`.`game_date` AS `side_0_game_date`,
                      `t1`.`game_id` AS `side_0_game_id`,
                      `t1`.`postponed`,
                      `t1`.`status` = 'FINAL' AS `is_over`
                    FROM `schedule` AS `t1`
                  ) AS `t41`
                    ON `t88`.`game_date` = `t41`.`side_0_game_date`
                    AND `t88`.`game_id` = `t41`.`side_0_game_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t76`.`game_date` AS `side_1_game_date`,
                      `t76`.`game_id` AS `side_1_game_id`,
                      `t76`.`lines_not_had`
                    FROM (
                      SELECT
                        `t74`.`game_date`,
                        `t74`.`game_id`,
                        CONCAT('nba_raw.points_props: ', MAX(`t74`.`reason`)) AS `lines_not_had`
                      FROM (
                        SELECT
                          `t42`.`game_date`,
                          `t42`.`game_id`,
                          `t38`.`reason`
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
                        ) AS `t42`
                        INNER JOIN (
                          SELECT
                            *
                          FROM `absences` AS `t0`
                          WHERE
                            `t0`.`table_name` = 'nba_raw.points_props'
                        ) AS `t38`
                          ON `t42`.`game_date` = `t38`.`game_date`
                          AND (
                            (
                              (
                                `t38`.`kind` = 'empty'
                              )
                              AND NOT (
                                STARTS_WITH(`t38`.`reason`, 'no bookmaker quotes the day, or not yet')
                              )
                            )
                            OR (
                              (
                                `t38`.`kind` = 'part'
                              )
                              AND (
                                `t38`.`what` = CONCAT(CONCAT(CONCAT('the points lines of ', `t42`.`team`), ' at '), `t42`.`opponent`)
                              )
                            )
                          )
                      ) AS `t74`
                      GROUP BY
                        1,
                        2
                    ) AS `t76`
                  ) AS `t79`
                    ON `t88`.`game_date` = `t79`.`side_1_game_date`
                    AND `t88`.`game_id` = `t79`.`side_1_game_id`
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
                    ON `t88`.`game_date` = `t27`.`side_2_game_date`
                    AND `t88`.`game_id` = `t27`.`side_2_game_id`
                    AND `t88`.`player_id` = `t27`.`side_2_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t51`.`game_date` AS `side_3_game_date`,
                      `t51`.`game_id` AS `side_3_game_id`,
                      `t51`.`player_id` AS `side_3_player_id`,
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
                    ) AS `t51`
                  ) AS `t63`
                    ON `t88`.`game_date` = `t63`.`side_3_game_date`
                    AND `t88`.`game_id` = `t63`.`side_3_game_id`
                    AND `t88`.`player_id` = `t63`.`side_3_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t3`.`game_date` AS `side_4_game_date`,
                      `t3`.`game_id` AS `side_4_game_id`,
                      `t3`.`player_id` AS `side_4_player_id`,
                      TRUE AS `in_daily_cache`
                    FROM `player_daily_cache` AS `t3`
                  ) AS `t28`
                    ON `t88`.`game_date` = `t28`.`side_4_game_date`
                    AND `t88`.`game_id` = `t28`.`side_4_game_id`
                    AND `t88`.`player_id` = `t28`.`side_4_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t4`.`game_date` AS `side_5_game_date`,
                      `t4`.`game_id` AS `side_5_game_id`,
                      `t4`.`player_id` AS `side_5_player_id`,
                      `t4`.`is_quality_ready`,
                      TRUE AS `in_features`
                    FROM `ml_feature_store_v2` AS `t4`
                  ) AS `t31`
                    ON `t88`.`game_date` = `t31`.`side_5_game_date`
                    AND `t88`.`game_id` = `t31`.`side_5_game_id`
                    AND `t88`.`player_id` = `t31`.`side_5_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t53`.`game_date` AS `side_6_game_date`,
                      `t53`.`game_id` AS `side_6_game_id`,
                      `t53`.`player_id` AS `side_6_player_id`,
                      `t53`.`moving_average_made`,
                      `t53`.`zone_matchup_v1_made`,
                      `t53`.`similarity_balanced_v1_made`,
                      `t53`.`points_model_v1_made`,
                      `t53`.`ensemble_v1_made`,
                      `t53`.`market_aware_v1_made`,
                      `t53`.`moving_average_active`,
                      `t53`.`zone_matchup_v1_active`,
                      `t53`.`similarity_balanced_v1_active`,
                      `t53`.`points_model_v1_active`,
                      `t53`.`ensemble_v1_active`,
                      `t53`.`market_aware_v1_active`,
                      `t53`.`moving_average_numbers`,
                      `t53`.`zone_matchup_v1_numbers`,
                      `t53`.`similarity_balanced_v1_numbers`,
                      `t53`.`points_model_v1_numbers`,
                      `t53`.`ensemble_v1_numbers`,
                      `t53`.`market_aware_v1_numbers`,
                      `t53`.`made`,
                      `t53`.`standing`
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
                    ) AS `t53`
                  ) AS `t66`
                    ON `t88`.`game_date` = `t66`.`side_6_game_date`
                    AND `t88`.`game_id` = `t66`.`side_6_game_id`
                    AND `t88`.`player_id` = `t66`.`side_6_player_id`
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
                    ON `t88`.`game_date` = `t34`.`side_7_game_date`
                    AND `t88`.`game_id` = `t34`.`side_7_game_id`
                    AND `t88`.`player_id` = `t34`.`side_7_player_id`
                  LEFT OUTER JOIN (
                    SELECT
                      `t6`.`game_date` AS `side_8_game_date`,
                      `t6`.`game_id` AS `side_8_game_id`,
                      `t6`.`player_id` AS `side_8_player_id`,
                      `t6`.`status` AS `summary_status`
                    FROM `player_game_summary` AS `t6`
                  ) AS `t35`
                    ON `t88`.`game_date` = `t35`.`side_8_game_date`
                    AND `t88`.`game_id` = `t35`.`side_8_game_id`
                    AND `t88`.`player_id` = `t35`.`side_8_player_id`
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
                  ) AS `t54`
                    ON `t88`.`game_date` = `t54`.`side_9_game_date`
                    AND `t88`.`game_id` = `t54`.`side_9_game_id`
                    AND `t88`.`player_id` = `t54`.`side_9_player_id`
                ) AS `t89`
              ) AS `t90`
            ) AS `t91`
          ) AS `t92`
        ) AS `t94`
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
        ) AS `t55`
          ON `t94`.`game_date` = `t55`.`game_date`
      ) AS `t95`
    ) AS `t97`
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
    ) AS `t69`
      ON `t97`.`game_date` = `t69`.`game_date` AND `t97`.`game_id` = `t69`.`game_id`
  ) AS `t98`
) AS `t99`

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
