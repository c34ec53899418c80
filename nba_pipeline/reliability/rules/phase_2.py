"""Phase 2, raw: the boxscores that are there are complete, add up and belong to their games; names lead to players."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.reliability.rules.base import ALL, NOTED, Consulted, Due, Examined, Expected, Severity, rule
from nba_pipeline.reliability.rules.subjects import GAME, first_fact, together, whole
from nba_pipeline.statuses import GameStatus
from nba_pipeline.tables import formulas, lines, players, slate
from nba_pipeline.tables.analytics.upcoming_player_game_context import CONTRACT as CONTEXT
from nba_pipeline.tables.raw import boxscore_faults
from nba_pipeline.tables.raw.player_boxscores import CONTRACT as PLAYER_BOXSCORES
from nba_pipeline.warehouse.receipts import current

SIDE = (*GAME, "team")

MINUTES_TOLERANCE = 5
LEAST_PLAYERS = 5
FEW_PLAYERS = 8

_FETCH_AGAIN = "fetch them again with: nba run --date {date} --phase postgame"


@rule(
    "A3",
    phase=2,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("teams' games", "teams' games with whole minutes"),
    sentence="Incomplete boxscores: {named}",
    remedy=_FETCH_AGAIN,
)
def every_side_played_all_its_minutes(schedule: Expected, player_boxscores: Examined) -> ir.Table:
    """In every boxscore each team has five players, and their minutes are 240 and 25 for each overtime, within 5."""
    sides = _sides(schedule, player_boxscores)
    whole_minutes = formulas.team_minutes(formulas.overtime_periods(sides.minutes).clip(lower=0))
    fact = first_fact(
        (sides.players < LEAST_PLAYERS, sides.players.cast("string") + " players with minutes"),
        (
            (sides.minutes - whole_minutes).abs() > MINUTES_TOLERANCE,
            whole(sides.minutes) + " minutes, " + whole(whole_minutes) + " expected",
        ),
    )
    return sides.select(*GAME, "subject", present=fact.isnull(), fact=fact)


@rule(
    "A4",
    phase=2,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("teams' games", "teams' games whose points add up"),
    sentence="Points that do not add up: {named}",
    remedy=_FETCH_AGAIN,
)
def points_add_up_to_the_score(schedule: Expected, player_boxscores: Examined) -> ir.Table:
    """In every boxscore the players' points add up to their team's final score."""
    sides = _sides(schedule, player_boxscores)
    told = sides.points.cast("string") + " points in the boxscore, final score " + sides.score.cast("string")
    fact = first_fact((sides.points != sides.score, told))
    return sides.select(*GAME, "subject", present=fact.isnull(), fact=fact)


@rule(
    "A5",
    phase=2,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("boxscores", "boxscores of one scheduled game each"),
    sentence="Boxscores that are of no game, or of one twice: {named}",
    remedy=_FETCH_AGAIN,
)
def boxscores_belong_to_scheduled_games(
    schedule: Expected, player_boxscores: Examined, team_boxscores: Consulted
) -> ir.Table:
    """Every boxscore is of a game on the day's schedule and of its teams; no row and no player is there twice."""
    by_player = player_boxscores.mutate(who="player " + _.player_id.cast("string"))
    by_team = team_boxscores.mutate(who=_.team)
    return together(
        _sheets("player boxscore", by_player, by_player.filter(_.minutes > 0), schedule),
        _sheets("team boxscore", by_team, by_team, schedule),
    )


@rule(
    "A6",
    phase=2,
    severity=Severity.MEDIUM,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("names on lines", "names on lines that lead to a player"),
    sentence="Names on lines that lead to no player: {named}",
    remedy="see whom they may mean with: nba names --date {date}; teach one with: nba names add",
)
def every_line_leads_to_a_player(
    schedule: Expected,
    points_props: Examined,
    player_boxscores: Consulted,
    quarantine: Consulted,
    receipts: Consulted,
) -> ir.Table:
    """Every name on a line leads to one player, if need be by the boxscore of the game, as a debut does.

    No gap is a name of which another spelling in the game leads to him, nor one that a single book of several
    uses: it costs the player that book's vote, not his line.
    """
    name = (*GAME, "subject")
    cutoffs = slate.own_tipoff(schedule)
    quoted = lines.quoted_players(points_props, cutoffs).rename(subject="player_lookup").select(name)
    books = points_props.group_by(*GAME, subject=_.player_lookup).agg(books=_.bookmaker.nunique())
    in_game = points_props.group_by(GAME).agg(books_in_game=_.bookmaker.nunique())
    by_boxscore = players.named_in_boxscore(player_boxscores).rename(subject="player_lookup")
    unknown = _set_aside(quarantine, receipts, CONTEXT.name).filter(_.fact != players.SECOND_SPELLING)
    unknown = unknown.anti_join(by_boxscore, ["game_id", "subject"])
    names = quoted.left_join(unknown, name, rname="unknown_{name}")
    names = names.inner_join(books, name).inner_join(in_game, GAME)
    one_of_several = (names.books == 1) & (names.books_in_game > 1)
    fact = first_fact((~one_of_several, names.fact))
    return names.select(*name, present=fact.isnull(), fact=fact)


@rule(
    "A6-others",
    phase=2,
    severity=Severity.LOW,
    due=Due.FINAL,
    holds_with=NOTED,
    counts=("names in boxscores and set aside", "names that lead to a player"),
    sentence="Names that lead to no player: {named}",
    remedy="nothing is lost by it; see whom they may mean with: nba names --date {date}; teach one with: nba names add",
)
def other_names_lead_to_players(player_boxscores: Examined, quarantine: Consulted, receipts: Consulted) -> ir.Table:
    """Every name in a boxscore, an injury report or a single book leads to a player. Who does not is named, and no gap:
    had he played, his team's points would not add up without him, and who never played cannot be known yet.
    """
    unknown = _set_aside(quarantine, receipts, PLAYER_BOXSCORES.name, CONTEXT.name)
    known = player_boxscores.select(*GAME, subject="player_name", fact=ibis.null("string"))
    rows = together(unknown, known)
    return rows.select(*GAME, "subject", "fact", present=rows.fact.isnull())


@rule(
    "A7",
    phase=2,
    severity=Severity.LOW,
    due=Due.FINAL,
    holds_with=NOTED,
    counts=("teams' games", "teams' games with eight players"),
    sentence="Few players: {named}",
    remedy="compare the game's own report; if a player is missing: nba run --date {date} --phase postgame",
)
def most_sides_play_eight(schedule: Expected, player_boxscores: Examined) -> ir.Table:
    """Each team's game has at least eight players. Six or seven are rare and real: they are named, and no gap."""
    sides = _sides(schedule, player_boxscores)
    fact = first_fact((sides.players < FEW_PLAYERS, sides.players.cast("string") + " players with minutes"))
    return sides.select(*GAME, "subject", present=fact.isnull(), fact=fact)


def _set_aside(quarantine: ir.Table, receipts: ir.Table, *tables: str) -> ir.Table:
    """What the current publications of these tables' days could not take, by game and name, with the reason."""
    published = quarantine.semi_join(current(receipts), ["publication_id", "table_name", "game_date"])
    items = published.filter(_.table_name.isin(tables), _.item.notnull(), _.game_id.notnull())
    return items.group_by(*GAME, subject=_.item).agg(fact=_.reason.min())


def _sides(schedule: ir.Table, player_boxscores: ir.Table) -> ir.Table:
    """Both sides of every final game that has a boxscore, with `score` by the schedule, and of the players' rows
    `minutes`, `points` and the `players` with minutes.
    """
    sums = player_boxscores.group_by(SIDE).agg(
        players=(_.minutes > 0).sum(), minutes=_.minutes.sum(), points=_.points.sum()
    )
    sides = boxscore_faults.sides_of(player_boxscores, schedule).filter(_.status == GameStatus.FINAL)
    sides = sides.left_join(sums, SIDE, rname="sum_{name}")
    return sides.select(
        *GAME,
        "score",
        subject=sides.team + " " + sides.game_id,
        **{name: sides[name].fill_null(0) for name in ("players", "minutes", "points")},
    )


def _sheets(sheet: str, rows: ir.Table, active: ir.Table, schedule: ir.Table) -> ir.Table:
    """The games of which there is this kind of sheet. `who` names its rows, `active` are those who took part."""
    games = rows.group_by(GAME).agg(repeated=_.count() - _.who.nunique())
    known = schedule.select(*GAME, scheduled=ibis.literal(True))
    strays = rows.anti_join(slate.team_games(schedule), SIDE).group_by(GAME).agg(stranger=_.team.min())
    busy = active.mutate(games=_.game_id.nunique().over(ibis.window(group_by=["game_date", "who"])))
    twice = busy.filter(_.games > 1).group_by(GAME).agg(busy=_.who.min())
    for name, found in [("known", known), ("stray", strays), ("twice", twice)]:
        games = games.left_join(found, GAME, rname=f"{name}_{{name}}").drop(*(f"{name}_{key}" for key in GAME))
    fact = first_fact(
        (games.scheduled.isnull(), ibis.literal("the game is not on the day's schedule")),
        (games.stranger.notnull(), games.stranger + " does not play in this game"),
        (games.repeated > 0, games.repeated.cast("string") + " rows are there twice"),
        (games.busy.notnull(), games.busy + " is in two games of the day"),
    )
    return games.select(*GAME, subject=ibis.literal(f"{sheet} ") + games.game_id, present=fact.isnull(), fact=fact)
