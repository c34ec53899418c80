"""What sets each expected player's game apart from his usual one: freshness, matchup, pace and usage.

`nba_pipeline.tables.precompute.factors` holds the rules. No source tells ages yet, so age takes nothing off the
fatigue score.
"""

from __future__ import annotations

from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before, Column, Phase, Table, Today, When
from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.asof import in_days_before
from nba_pipeline.tables.precompute import factors
from nba_pipeline.tables.precompute.player_daily_cache import CONTRACT as CACHE
from nba_pipeline.tables.precompute.player_shot_zone_analysis import CONTRACT as ZONE_HABITS
from nba_pipeline.tables.precompute.player_shot_zone_analysis import HABIT
from nba_pipeline.tables.precompute.zones import ZONES

_NO_TEAM = "his team is not known before the game, or one of the two has not played this season or the last"

CONTRACT = Table(
    name="nba_precompute.player_composite_factors",
    grain="game x expected player",
    phase=Phase.PRECOMPUTE,
    when=When.PREGAME,
    key=("game_date", "game_id", "player_id"),
    columns=[
        *[CACHE[name] for name in ("game_date", "game_id", "player_id")],
        Column(
            "back_to_backs_last_14",
            int,
            "Games in the 14 days before that he played the day after another",
            "games",
            0,
            13,
        ),
        Column("fatigue_score", int, "Freshness: 100 is fresh", "score", 0, 100),
        ZONE_HABITS["primary_zone"],
        Column(
            "shot_zone_mismatch_score",
            float,
            "Field goal percentage that the opponent allows in his primary zone over the league's, "
            "by his rate of it over 50 %, a fifth more above 5; positive favours him",
            "percentage points",
            -factors.LARGEST_MISMATCH,
            factors.LARGEST_MISMATCH,
            f"the shot zones of the last {HABIT} games are not known, his or the opponent's",
        ),
        Column(
            "expected_pace",
            float,
            "His team's pace plus the opponent's minus the league's, over the last 15 games",
            "possessions per 48 minutes",
            40,
            200,
            _NO_TEAM,
        ),
        Column(
            "pace_score",
            float,
            "Half of the expected pace over the league's; positive is fast",
            "possessions per 48 minutes",
            -factors.LARGEST_PACE,
            factors.LARGEST_PACE,
            _NO_TEAM,
        ),
        Column(
            "usage_spike_score",
            float,
            "Three tenths of his usage rate over the last 20 games, which projects today's, minus that over the "
            "last 7; a positive one 15 % more with a star teammate out, 30 % with more",
            "percentage points",
            -factors.LARGEST_SPIKE,
            factors.LARGEST_SPIKE,
            "no game with a known usage rate",
        ),
    ],
)


def player_composite_factors(
    upcoming_player_game_context: Annotated[ir.Table, Today()],
    player_daily_cache: Annotated[ir.Table, Today()],
    team_defense_zone_analysis: Annotated[ir.Table, Today()],
    player_shot_zone_analysis: Annotated[ir.Table, Today()],
    player_game_summary: Annotated[ir.Table, Before(days=15)],
) -> ir.Table:
    players = upcoming_player_game_context.select(
        *("game_date", "game_id", "player_id", "team", "opponent", "back_to_back", "days_rest"),
        *("games_last_7", "minutes_last_7", "star_teammates_out"),
    )
    usage = player_daily_cache.select("game_id", "player_id", "usage_rate_last_7", "usage_rate_last_20")
    habits = player_shot_zone_analysis.select(
        "game_date", "player_id", "primary_zone", *(f"{zone}_rate_last_{HABIT}" for zone in ZONES)
    )
    rows = players.inner_join(usage, ["game_id", "player_id"]).inner_join(habits, ["game_date", "player_id"])
    rows = in_days_before(
        rows,
        _second_nights(player_game_summary),
        ["player_id"],
        14,
        {"back_to_backs_last_14": _.count()},
    ).fill_null({"back_to_backs_last_14": 0})
    defenses = team_defense_zone_analysis.select(
        "game_date", "pace", "league_pace", *(f"{zone}_fg_pct_vs_league" for zone in ZONES), defense="team"
    )
    own = defenses.select("game_date", team="defense", own_pace="pace")
    rows = rows.left_join(own, ["game_date", "team"], rname="own_{name}")
    rows = rows.left_join(
        defenses, [rows.game_date == defenses.game_date, rows.opponent == defenses.defense], rname="opponent_{name}"
    )
    rows = rows.mutate(
        expected_pace=factors.expected_pace(_.own_pace, _.pace, _.league_pace),
        zone_vs_league=_.primary_zone.cases(*((zone, _[f"{zone}_fg_pct_vs_league"]) for zone in ZONES)),
        zone_rate=_.primary_zone.cases(*((zone, _[f"{zone}_rate_last_{HABIT}"]) for zone in ZONES)),
    )
    return rows.select(
        *("game_date", "game_id", "player_id", "back_to_backs_last_14", "primary_zone", "expected_pace"),
        fatigue_score=factors.fatigue_score(_load(rows)),
        shot_zone_mismatch_score=factors.shot_zone_mismatch_score(rows.zone_vs_league, rows.zone_rate),
        pace_score=factors.pace_score(rows.expected_pace, rows.league_pace),
        usage_spike_score=factors.usage_spike_score(
            projected=rows.usage_rate_last_20,
            recent=rows.usage_rate_last_7,
            star_teammates_out=rows.star_teammates_out,
        ),
    )


def _load(rows: ir.Table) -> factors.Load:
    return factors.Load(
        back_to_back=rows.back_to_back,
        days_rest=rows.days_rest,
        games_last_7=rows.games_last_7,
        minutes_last_7=rows.minutes_last_7,
        back_to_backs_last_14=rows.back_to_backs_last_14,
        age=ibis.null("int64"),
    )


def _second_nights(summary: ir.Table) -> ir.Table:
    """The games that a player appeared in the day after another: player_id, game_date."""
    games = summary.filter(summary.status == PlayerStatus.PLAYED)
    before = games.game_date.lag().over(ibis.window(group_by="player_id", order_by="game_date"))
    nights = games.select("player_id", "game_date", rest=games.game_date.delta(before, unit="day"))
    return nights.filter(nights.rest == 1).drop("rest")


def expected_games(upcoming_player_game_context: ir.Table) -> ir.Table:
    """Every game whose players are expected."""
    return upcoming_player_game_context.select("game_date", "game_id").distinct()
