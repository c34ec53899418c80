"""`nba names`: the names that lead to no player, and the aliases by which this home knows whom they mean."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta

import click
from rich.markup import escape

from nba_pipeline.aliases import FILE, Aliases, add_alias, remove_alias
from nba_pipeline.cli.console import game_date, out, print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.clock import today
from nba_pipeline.game_day import Days
from nba_pipeline.names import player_lookup
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.reliability.unresolved import (
    Again,
    Game,
    Player,
    Unresolved,
    UnresolvedName,
    days_to_make_again,
    known_players,
    unresolved,
)

LAST_DAYS = 30


@click.group("names", invoke_without_command=True)
@click.option(
    "--date", "day", help=f"The game day: 2026-01-15, today or yesterday. Default: the last {LAST_DAYS} days."
)
@as_json
@click.pass_context
def names(context: click.Context, day: str | None, as_json: bool) -> None:
    """Names on lines, injury reports and second boxscores that lead to no player, and whom they may mean.

    Exit 0 without any, 1 with some or with an alias that has become a player's own name, 2 if no day can be read.
    """
    if context.invoked_subcommand:
        if day or as_json:
            raise click.UsageError(
                f"--date and --json of `nba names` stand after {context.invoked_subcommand}, if at all"
            )
        return
    pipeline = Pipeline()
    last = today(pipeline.clock)
    days = (
        Days(last - timedelta(days=LAST_DAYS - 1), last) if day is None else Days.only(game_date(day, pipeline.clock))
    )
    aliases = pipeline.aliases
    with pipeline.open_engine(read_only=True) as engine:
        found = unresolved(engine, days)
        league = known_players(engine, last)
    taken = _taken(aliases, league)
    if as_json:
        print_json(_document(days, found, aliases, taken))
    else:
        _show(days, found, aliases, taken)
    sys.exit(1 if found.names or taken else 0)


@names.command()
@click.argument("written")
@click.argument("player")
@as_json
def add(written: str, player: str, as_json: bool) -> None:
    """Let the name WRITTEN mean PLAYER, who is named as the league names him, or by his id."""
    pipeline = Pipeline()
    aliases = pipeline.aliases
    with pipeline.open_engine(read_only=True) as engine:
        league = known_players(engine, today(pipeline.clock))
        meant = _meant(player, league)
        _refuse_a_collision(written, meant, league)
        again = days_to_make_again(engine, written, player_lookup(meant.player_name), today(pipeline.clock))
    before = aliases.written_as(written)
    add_alias(pipeline.settings.home, written, meant.player_name)
    instead = (
        f", no longer {aliases.players[before]}" if before and aliases.players[before] != meant.player_name else ""
    )
    said = f"{written!r} means {meant.player_name} ({meant.team}, {meant.player_id}){instead}"
    _tell(pipeline, said, {"written": written, "player": _player(meant)}, again, as_json)


@names.command()
@click.argument("written")
@as_json
def remove(written: str, as_json: bool) -> None:
    """Forget the alias WRITTEN, in any spelling that has the same join key."""
    pipeline = Pipeline()
    known = pipeline.aliases.written_as(written)
    if known is None:
        raise click.BadParameter(f"{pipeline.settings.home / FILE} has no alias {written!r}", param_hint="WRITTEN")
    with pipeline.open_engine(read_only=True) as engine:
        again = days_to_make_again(engine, known, player_lookup(known), today(pipeline.clock))
    remove_alias(pipeline.settings.home, known)
    _tell(
        pipeline, f"{known!r} means nobody in particular any more", {"written": known, "player": None}, again, as_json
    )


def _meant(player: str, league: Sequence[Player]) -> Player:
    """The one player of that id or name. Raises click.BadParameter."""
    if player.isdecimal():
        found = [one for one in league if one.player_id == int(player)]
    else:
        found = [one for one in league if player_lookup(player) in one.lookups]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(f"{one.player_name} ({one.team}, {one.player_id})" for one in found)
        raise click.BadParameter(f"{player!r} may be {named}; say which, by his id", param_hint="PLAYER")
    raise click.BadParameter(
        f"nobody named {player!r} was in a boxscore of this season or the one before; a newcomer is found by himself "
        "once he was in one",
        param_hint="PLAYER",
    )


def _refuse_a_collision(written: str, meant: Player, league: Sequence[Player]) -> None:
    """Raises click.BadParameter for a spelling that cannot be an alias of that player."""
    lookup = player_lookup(written)
    if not lookup:
        raise click.BadParameter(f"{written!r} holds no letter", param_hint="WRITTEN")
    owners = [one for one in league if lookup in one.lookups]
    if owners:
        named = ", ".join(f"{one.player_name} ({one.team}, {one.player_id})" for one in owners)
        raise click.BadParameter(f"{written!r} is itself the name of {named}, and no alias", param_hint="WRITTEN")
    namesakes = [one for one in league if player_lookup(meant.player_name) in one.lookups and one != meant]
    if namesakes and any(one.team == meant.team for one in namesakes):
        raise click.BadParameter(
            f"{meant.player_name} has a namesake in {meant.team}: an alias would lead to neither", param_hint="PLAYER"
        )


def _taken(aliases: Aliases, league: Sequence[Player]) -> dict[str, str]:
    """The aliases that have become a player's own name since, with his name."""
    return {
        written: one.player_name
        for written in aliases.players
        for one in league
        if player_lookup(written) in one.lookups
    }


def _command(again: Again) -> str | None:
    """The one command that makes all of these days again."""
    if again.span is None:
        return None
    if len(again.span) > 1:
        return f"nba backfill --start {again.span.first} --end {again.span.last}"
    return f"nba run --date {again.span.first}"


def _tell(pipeline: Pipeline, said: str, alias: dict[str, object], again: Again, as_json: bool) -> None:
    file = pipeline.settings.home / FILE
    command = _command(again)
    if as_json:
        print_json(alias | {"file": str(file), "days": list(again.holding), "command": command})
        return
    _say(escape(f"{said}: {file}"))
    if command is None:
        _say("No published day holds the name; the next that does is made with it.")
        return
    _say(f"{len(again.holding)} published days hold it and lead elsewhere: {', '.join(map(str, again.holding))}")
    look_back = " and the days after them, which look back on them," if again.looks_back else ""
    _say(f"Make them again{look_back} with: [bold]{command}[/]")


def _document(days: Days, found: Unresolved, aliases: Aliases, taken: dict[str, str]) -> dict[str, object]:
    return {
        "start": days.first,
        "end": days.last,
        "names": [_plain(one) for one in found.names],
        "known_by_now": list(found.known_by_now),
        "unread": {f"{day}": why for day, why in found.unread.items()},
        "aliases": dict(aliases.players),
        "taken": taken,
    }


def _plain(name: UnresolvedName) -> dict[str, object]:
    return asdict(name) | {"candidates": [_player(one) for one in name.candidates]}


def _player(one: Player) -> dict[str, object]:
    return asdict(one) | {"lookups": sorted(one.lookups)}


def _show(days: Days, found: Unresolved, aliases: Aliases, taken: dict[str, str]) -> None:
    if found.names:
        print_table(
            f"Names that lead to no player, {days}",
            ["written", "times", "by", "last game", "may be"],
            [
                [
                    escape(", ".join(one.written) or one.player_lookup),
                    sum(one.rows.values()),
                    escape(", ".join(one.rows)),
                    _game(one.games[-1]) if one.games else "",
                    escape(", ".join(f"{who.player_name} ({who.team})" for who in one.candidates) or one.reason),
                ]
                for one in found.names
            ],
            right=["times"],
            wrapped=["by", "may be"],
        )
        example = next((one for one in found.names if one.written and one.candidates), None)
        if example:
            _say("Teach one, if it is him, with:")
            _say(escape(f'  nba names add "{example.written[0]}" "{example.candidates[0].player_name}"'))
    else:
        _say(f"[green]Every name leads to a player[/], {days}")
    if found.known_by_now:
        _say(f"[dim]{len(found.known_by_now)} were not known on their day, and are by now: they need no alias[/]")
    for day, why in found.unread.items():
        _say(f"[dim]{day} was not looked at: {escape(why)}[/]")
    for written, player in aliases.players.items():
        _say(f"alias {escape(repr(written))} means {escape(player)}")
    for written, player in taken.items():
        _say(
            f"[red]{escape(repr(written))} is an alias, and by now the name of {escape(player)} himself[/]; "
            f"take it away with: nba names remove {escape(repr(written))}"
        )


def _game(game: Game) -> str:
    return f"{game.game_date} {game.away_team} at {game.home_team}"


def _say(line: str) -> None:
    out.print(line, highlight=False, soft_wrap=True)
