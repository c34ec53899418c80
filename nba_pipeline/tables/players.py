"""Who a name is: from the `player_lookup` that bookmakers and reports spell to the league's `player_id`."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.tables.asof import known_before

UNKNOWN = "nobody of this name was in a boxscore before"
AMBIGUOUS = "several players have this name"
SECOND_SPELLING = "another spelling in this game names the same player"


def resolve(lookups: ir.Table, sightings: ir.Table) -> ir.Table:
    """Add `player_id` to each lookup, and `reason` where it stays null.

    `lookups` holds unique (game_id, player_lookup) with game_date, home_team and away_team; `sightings`
    holds player_id, player_lookup, team, game_date, and what lies before a lookup's game day counts. The one
    candidate whose latest team plays in the game wins; else the only player of this name; else nobody.
    """
    seen = sightings.group_by("player_lookup", "player_id", "game_date").agg(latest_team=_.team.max())
    pairs = seen.select("player_lookup", "player_id").distinct()
    targets = lookups.select("game_date", "game_id", "player_lookup", "home_team", "away_team")
    candidates = known_before(targets.inner_join(pairs, "player_lookup"), seen, ["player_lookup", "player_id"])
    candidates = candidates.filter(_.state_date.notnull())
    plays = (_.latest_team == _.home_team) | (_.latest_team == _.away_team)
    found = candidates.group_by("game_id", "player_lookup").agg(
        namesakes=_.count(),
        any_of_them=_.player_id.max(),
        playing=plays.sum(),
        one_playing=_.player_id.max(where=plays),
    )
    names = lookups.left_join(found, ["game_id", "player_lookup"], rname="found_{name}")
    names = names.mutate(
        player_id=ibis.cases((_.playing == 1, _.one_playing), ((_.playing == 0) & (_.namesakes == 1), _.any_of_them))
    )
    spellings = ibis.window(group_by=["game_id", "player_id"], order_by="player_lookup")
    names = names.mutate(spelling=ibis.row_number().over(spellings))
    reason = ibis.cases(
        (_.namesakes.isnull(), UNKNOWN),
        (_.player_id.isnull(), AMBIGUOUS),
        (_.spelling > 0, SECOND_SPELLING),
    )
    names = names.select(*lookups.columns, "player_id", reason=reason)
    return names.mutate(player_id=_.reason.isnull().ifelse(_.player_id, ibis.null("int64")))


def named_in_boxscore(player_boxscores: ir.Table) -> ir.Table:
    """Per game, the lookups that name exactly one player of its boxscore: game_id, player_lookup, player_id."""
    names = player_boxscores.group_by("game_id", "player_lookup").agg(namesakes=_.count(), player_id=_.player_id.max())
    return names.filter(_.namesakes == 1).drop("namesakes")
