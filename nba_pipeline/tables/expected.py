"""Whom a game expects: the recent players of its teams, and whoever a line or the injury report names."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.statuses import PlayerStatus
from nba_pipeline.tables.asof import known_before
from nba_pipeline.tables.players import resolve
from nba_pipeline.tables.states import player_states

LAST_GAMES = 10

# Why a player is expected, the strongest reason first.
REASONS = ("recent", "line", "injury_report")


def recent_players(team_games: ir.Table, summary: ir.Table) -> ir.Table:
    """Per game and team, those last seen with the team who appeared in one of its last 10 games before.

    Columns: game_date, game_id, team, player_id.
    """
    team = ibis.window(group_by="team", order_by="game_date")
    days = summary.select("team", "game_date").distinct()
    reach = days.mutate(
        since=ibis.coalesce(
            _.game_date.lag(LAST_GAMES - 1).over(team), _.game_date.min().over(ibis.window(group_by="team"))
        )
    )
    targets = known_before(team_games.select("game_date", "game_id", "team"), reach, ["team"])
    pairs = summary.filter(_.status == PlayerStatus.PLAYED).select("team", "player_id").distinct()
    candidates = targets.drop("state_date").inner_join(pairs, "team")
    seen = known_before(candidates, player_states(summary), ["player_id"])
    recent = seen.filter(_.latest_team == _.team, _.last_appearance_for_team >= _.since)
    return recent.select("game_date", "game_id", "team", "player_id")


def named_players(games: ir.Table, quoted: ir.Table, listed: ir.Table, summary: ir.Table) -> ir.Table:
    """The names of a market and of an injury report: each once per game, with its player_id or the reason
    why it has none. `named_by` is the place in `REASONS` of who names him.
    """
    name = ["game_date", "game_id", "player_lookup"]
    by_line, by_report = (
        names.select(*name, named_by=ibis.literal(REASONS.index(by), "int64"))
        for names, by in [(quoted, "line"), (listed, "injury_report")]
    )
    lookups = by_line.union(by_report).group_by(name).agg(named_by=_.named_by.min())
    return resolve(lookups.inner_join(games.select("game_id", "home_team", "away_team"), "game_id"), summary)


def expected_players(recent: ir.Table, named: ir.Table) -> ir.Table:
    """Each expected player once a day, with `expected_because`, the first of `REASONS`.

    `named_as` is the lookup by which market and report know him, null where neither does. A traded player is
    recent in his old team's game while a line or a report names him in the new one's: he is expected there.
    """
    key = ["game_date", "game_id", "player_id"]
    seen = recent.select(
        *key, reason=ibis.literal(0, "int64"), named_by=ibis.null("int64"), named_as=ibis.null("string")
    )
    known = named.filter(_.player_id.notnull()).select(*key, "named_by", reason="named_by", named_as="player_lookup")
    reasons = seen.union(known.select(seen.columns)).group_by(key)
    players = reasons.agg(reason=_.reason.min(), named_by=_.named_by.min(), named_as=_.named_as.max())
    named_first = [_.named_by.fill_null(len(REASONS)), _.game_id]
    one_game_a_day = ibis.window(group_by=["game_date", "player_id"], order_by=named_first)
    players = players.mutate(rank=ibis.row_number().over(one_game_a_day)).filter(_.rank == 0)
    return players.select(*key, "named_as", expected_because=_.reason.cases(*enumerate(REASONS)))
