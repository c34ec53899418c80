"""Phase 4, precompute: whoever is expected today has form, factors, zones and features that can be predicted from."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import (
    ALL,
    SOME,
    Consulted,
    Due,
    Examined,
    Expected,
    Judged,
    Severity,
    at_least,
    rule,
)
from nba_pipeline.reliability.rules.subjects import GAME, PLAYER, compared, first_fact, players, players_by_id
from nba_pipeline.tables.predictions.features import MATCHUP

_MAKE_AGAIN = "make the day's precompute again with: nba run --date {date} --phase pregame"


@rule(
    "C1",
    phase=4,
    severity=Severity.MEDIUM,
    worse=(Severity.HIGH, SOME),
    due=Due.FIRST_TIPOFF,
    holds_with=at_least(80),
    counts=("expected players", "expected players with features"),
    sentence="Without features: {missing} of {expected} expected players",
    remedy=_MAKE_AGAIN,
)
def most_expected_players_have_features(
    upcoming_player_game_context: Expected, ml_feature_store_v2: Judged
) -> ir.Table:
    """Four fifths of the players that analytics expects today have features; who has none is named."""
    return compared(players(upcoming_player_game_context), ml_feature_store_v2, by=PLAYER)


@rule(
    "C2",
    phase=4,
    severity=Severity.MEDIUM,
    worse=(Severity.HIGH, at_least(60)),
    due=Due.FIRST_TIPOFF,
    holds_with=at_least(80),
    counts=("players with features", "players whose features are real"),
    sentence="Only {actual} of {expected} feature rows ({percent}%) are made of real values",
    remedy="see in the source columns of ml_feature_store_v2 what is not known, mend its table, then: " + _MAKE_AGAIN,
)
def features_are_real(
    ml_feature_store_v2: Examined, upcoming_team_game_context: Expected, upcoming_player_game_context: Consulted
) -> ir.Table:
    """Four fifths of the feature rows have no default among their required features, and half of the matchup ones.

    Where history begins there is no matchup: the game of a team that has not played before is left out.
    """
    history_begins = upcoming_team_game_context.filter(_.days_since_last_game.isnull())
    named = players_by_id(ml_feature_store_v2, upcoming_player_game_context).anti_join(history_begins, GAME)
    rows = named.inner_join(ml_feature_store_v2, PLAYER)
    fact = first_fact(
        (rows.required_defaults > 0, rows.required_defaults.cast("string") + " defaults"),
        (
            2 * rows.matchup_known < len(MATCHUP),
            rows.matchup_known.cast("string") + f" of {len(MATCHUP)} matchup features",
        ),
    )
    return rows.select(*GAME, "subject", present=fact.isnull(), fact=fact)


@rule(
    "C5",
    phase=4,
    severity=Severity.MEDIUM,
    worse=(Severity.HIGH, SOME),
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("expected players", "players with form"),
    sentence="Without a row in the daily cache: {missing} of {expected} expected players",
    remedy=_MAKE_AGAIN,
)
def every_expected_player_has_form(upcoming_player_game_context: Expected, player_daily_cache: Judged) -> ir.Table:
    """Every player that analytics expects today is in the daily cache."""
    return compared(players(upcoming_player_game_context), player_daily_cache, by=PLAYER)


@rule(
    "C5-factors",
    phase=4,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("expected players", "players with composite factors"),
    sentence="Without composite factors: {missing} of {expected} expected players",
    remedy=_MAKE_AGAIN,
)
def every_expected_player_has_factors(
    upcoming_player_game_context: Expected, player_composite_factors: Judged
) -> ir.Table:
    """Every player that analytics expects today has composite factors."""
    return compared(players(upcoming_player_game_context), player_composite_factors, by=PLAYER)


@rule(
    "C5-habits",
    phase=4,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("expected players", "players in the shot zone analysis"),
    sentence="Not in the shot zone analysis: {missing} of {expected} expected players",
    remedy=_MAKE_AGAIN,
)
def every_expected_player_is_in_the_zone_analysis(
    upcoming_player_game_context: Expected, player_shot_zone_analysis: Judged
) -> ir.Table:
    """Every player that analytics expects today has a row in the shot zone analysis, known zones or not."""
    return compared(players(upcoming_player_game_context), player_shot_zone_analysis, by=("game_date", "player_id"))


@rule(
    "C5-defenses",
    phase=4,
    severity=Severity.MEDIUM,
    due=Due.FIRST_TIPOFF,
    holds_with=ALL,
    counts=("teams that play today and have played before", "teams in the defense zone analysis"),
    sentence="Not in the defense zone analysis: {named}",
    remedy=_MAKE_AGAIN,
)
def every_team_is_in_the_defense_analysis(
    upcoming_team_game_context: Expected, team_defense_zone_analysis: Judged
) -> ir.Table:
    """Every team that plays today and has played before is in the defense zone analysis."""
    teams = upcoming_team_game_context.filter(_.days_since_last_game.notnull())
    return compared(teams.select(*GAME, "team", subject=_.team), team_defense_zone_analysis, by=("game_date", "team"))


@rule(
    "C6",
    phase=4,
    severity=Severity.HIGH,
    familiar="ML Features",
    due=Due.FIRST_TIPOFF,
    holds_with=SOME,
    counts=("expected players", "players with features"),
    sentence="No ML features for {date} despite {expected} players in analytics",
    remedy=_MAKE_AGAIN,
)
def expected_players_have_features(upcoming_player_game_context: Expected, ml_feature_store_v2: Judged) -> ir.Table:
    """The players that analytics expects today have features."""
    return compared(players(upcoming_player_game_context), ml_feature_store_v2, by=PLAYER)


@rule(
    "C7",
    phase=4,
    severity=Severity.MEDIUM,
    familiar="Daily Cache",
    due=Due.FIRST_TIPOFF,
    holds_with=SOME,
    counts=("expected players", "players in the daily cache"),
    sentence="No daily cache records for {date}",
    remedy=_MAKE_AGAIN,
)
def expected_players_are_in_the_daily_cache(
    upcoming_player_game_context: Expected, player_daily_cache: Judged
) -> ir.Table:
    """The players that analytics expects today are in the daily cache."""
    return compared(players(upcoming_player_game_context), player_daily_cache, by=PLAYER)
