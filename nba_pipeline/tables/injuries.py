"""The injury report as it stood at a moment."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.statuses import InjuryStatus

# What a player's `injury_status` can be, the worst first.
STATUSES = ("out", "doubtful", "questionable", "probable", "available")

# Reported like this, a player is not counted on.
MISSING = STATUSES[:2]


def latest_report(injury_report: ir.Table, cutoffs: ir.Table) -> ir.Table:
    """The rows of each game's latest report before `cutoff_at`; `cutoffs` holds game_id and cutoff_at."""
    known = injury_report.inner_join(cutoffs, "game_id").filter(_.report_at < _.cutoff_at)
    known = known.mutate(latest=_.report_at.max().over(ibis.window(group_by="game_id")))
    return known.filter(_.report_at == _.latest)


def listed_players(report: ir.Table) -> ir.Table:
    """Each player of a report once per game; of two teams that list him, the one that counts on him less."""
    listed = report.filter(_.status != InjuryStatus.NOT_SUBMITTED).mutate(injury_status=_.status.lower())
    severity = listed.injury_status.cases(*((status, rank) for rank, status in enumerate(STATUSES)))
    once = ibis.window(group_by=["game_id", "player_lookup"], order_by=[severity, _.team])
    listed = listed.mutate(rank=ibis.row_number().over(once)).filter(_.rank == 0)
    return listed.select("game_date", "game_id", "player_lookup", "injury_status", report_team="team")


def covered_teams(report: ir.Table, team_games: ir.Table) -> ir.Table:
    """The (game_id, team) that a report speaks for: teams of a reported game that have handed theirs in.

    A player of such a team who is not listed is available.
    """
    not_yet = report.filter(_.status == InjuryStatus.NOT_SUBMITTED)
    return team_games.semi_join(report, "game_id").anti_join(not_yet, ["game_id", "team"]).select("game_id", "team")
