"""`nba ledger`: where every player of a day is, phase by phase, and why not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date

import click
from rich.markup import escape

from nba_pipeline.cli.console import game_date, out, print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.reliability.ledger import Ledger, Row, ledger
from nba_pipeline.tables.reliability.player_ledger import PHASES, SYSTEM_COLUMNS
from nba_pipeline.tables.reliability.whereabouts import LOSSES, MEANINGS, Whereabouts

_SHORT = {column: system for system, column in SYSTEM_COLUMNS.items()}


@click.command("ledger")
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@click.option("--player", metavar="NAME", help="One player, in any spelling.")
@as_json
def ledger_of_day(day: str, player: str | None, as_json: bool) -> None:
    """Where every player of a day is, and why not. Exit 1 with unaccounted players or losses, 2 without a ledger."""
    pipeline = Pipeline()
    wanted = game_date(day, pipeline.clock)
    with pipeline.open_engine(read_only=True) as engine:
        told = ledger(engine, wanted)
    if player is not None:
        told = Ledger(wanted, [_the_one(told, pipeline.aliases.player(player))], unknown={})
    if as_json:
        print_json(told.document())
    elif player is not None:
        _show_player(told.rows[0], wanted)
    else:
        _show_day(told)
    sys.exit(1 if told.lost or told.unknown else 0)


def _the_one(told: Ledger, name: str) -> Row:
    """The row of the player of that name. Raises click.BadParameter with the candidates where it is not one."""
    found = told.of(name)
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(f"{row['player_name']} ({row['team'] or 'no team'})" for row in found[:5])
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        raise click.BadParameter(f"{name!r} may be {named}{more}; write the whole name", param_hint="--player")
    near = ", ".join(told.nearest(name))
    guess = f"; do you mean {near}?" if near else ""
    raise click.BadParameter(f"the ledger of {told.game_date} has nobody named {name!r}{guess}", param_hint="--player")


def _show_day(told: Ledger) -> None:
    if not told.rows and not told.unknown:
        out.print(f"The ledger of {told.game_date} is empty: nobody is expected and nobody played.")
        return
    print_table(
        f"Ledger of {told.game_date}: {len(told.rows)} players",
        ["phase", "expected", "there", "why not, or what of them"],
        [
            [_SHORT.get(phase.name, phase.name), phase.expected, phase.there, _counts(phase.reasons)]
            for phase in told.phases
        ],
        right=["expected", "there"],
        wrapped=["why not, or what of them"],
    )
    missing = told.missing_somewhere
    if missing:
        print_table(
            f"Not everywhere: {len(missing)} players",
            ["player", "team", "why, and where"],
            [[row["player_name"], row["team"], _words(row)] for row in missing],
            wrapped=["why, and where"],
        )
    _show_losses(told)


def _show_losses(told: Ledger) -> None:
    """The last word: whether somebody has to act."""
    reasons = sorted({row["because"] for row in told.lost if row["because"]})
    reasons += [f"game {game}, whose players nobody knows: {why}" for game, why in told.unknown.items()]
    for reason in reasons:
        out.print(f"[red]{escape(reason)}[/]", highlight=False)
    if told.unaccounted:
        named = ", ".join(row["player_name"] for row in told.unaccounted)
        out.print(f"[bold red]UNACCOUNTED[/] {len(told.unaccounted)}: {escape(named)}", highlight=False)
    verdict = f"[yellow]{len(told.lost)} with a loss to mend[/]" if told.lost else "[green]all accounted for[/]"
    out.print(f"{len(told.rows)} players, {verdict}", highlight=False)


def _show_player(row: Row, day: date) -> None:
    expected = {True: "expected", False: "not expected", None: "whether expected is not known"}[row["is_expected"]]
    where = " ".join(filter(None, [row["team"], f"in game {row['game_id']}"]))
    print_table(
        f"{row['player_name']}, {day}: {where}, {expected}",
        ["phase", "where he is", "which means"],
        [[_SHORT.get(name, name), _colored(row[name]), _meaning(row[name])] for name in PHASES],
        wrapped=["which means"],
    )
    if row["because"]:
        out.print(escape(row["because"]), highlight=False)


def _meaning(word: str) -> str | None:
    return None if word == Whereabouts.THERE else MEANINGS[word]


def _words(row: Row) -> str:
    """Each reason once, with the phases that it holds for; all systems together are one phase."""
    phases: dict[str, list[str]] = {}
    for name in PHASES:
        if row[name] != Whereabouts.THERE:
            phases.setdefault(row[name], []).append(name)
    return "; ".join(f"{_colored(word)}: {', '.join(_together(names))}" for word, names in phases.items())


def _together(names: list[str]) -> list[str]:
    systems = [name for name in names if name in _SHORT]
    if len(systems) < 2:
        return [_SHORT.get(name, name) for name in names]
    every = "all" if len(systems) == len(_SHORT) else str(len(systems))
    told = [f"{every} systems" if name == systems[0] else name for name in names]
    return [name for name in told if name not in systems]


def _counts(reasons: Mapping[str, int]) -> str:
    return ", ".join(f"{_colored(word)} {number}" for word, number in reasons.items())


def _colored(word: str) -> str:
    return f"[red]{word}[/]" if word in LOSSES else word
