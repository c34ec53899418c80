"""`nba alerts`: what is wrong now, what waits to be told, and what was told last."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import click
from rich.markup import escape

from nba_pipeline.alerts.acceptances import Acceptance, accepted_gaps
from nba_pipeline.alerts.conditions import Level
from nba_pipeline.alerts.incidents import Incident, open_incidents
from nba_pipeline.alerts.outbox import Waiting, last_delivered, waiting
from nba_pipeline.cli.accept import accept_gaps
from nba_pipeline.cli.console import out, print_json
from nba_pipeline.cli.run import as_json
from nba_pipeline.game_day import EASTERN
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.orchestration.pipeline import Pipeline

_LAST = 5
_STYLES = {Level.RED: "red", Level.ORANGE: "yellow", Level.OK: "green"}


@click.group("alerts", invoke_without_command=True)
@click.option("--deliver", "deliver_now", is_flag=True, help="Look at runs and days now, and deliver what waits.")
@as_json
@click.pass_context
def alerts(context: click.Context, deliver_now: bool, as_json: bool) -> None:
    """What is wrong now, what waits to be delivered, what was delivered last. Exit 0 if nothing is or does."""
    if context.invoked_subcommand:
        if deliver_now or as_json:
            raise click.UsageError(f"--deliver and --json belong to `nba alerts` alone, or after {accept_gaps.name}")
        return
    mine = Alerts.of(Pipeline())
    if deliver_now:
        _look_and_deliver(mine)
    with mine.database.reading() as connection:
        incidents = open_incidents(connection)
        undelivered = waiting(connection)
        delivered = last_delivered(connection, _LAST)
        accepted = accepted_gaps(connection)
    if as_json:
        print_json(_document(mine, incidents, undelivered, delivered) | {"accepted": list(map(asdict, accepted))})
    else:
        _show(mine, incidents, undelivered, delivered)
        _show_accepted(accepted)
    sys.exit(1 if incidents or undelivered else 0)


def _look_and_deliver(mine: Alerts) -> None:
    """What the sensors do, at once, where no daemon runs."""
    with open_instance(mine.pipeline.settings.dagster_home) as instance:
        mine.examine_runs(instance)
        mine.record(mine.look_at_ticks(instance))
    try:
        found = mine.look_at_warehouse(patience=mine.pipeline.settings.lock_timeout)
    except Exception as error:  # recorded as an incident, which the command shows
        found = [mine.cannot_be_watched(error)]
    mine.record(found)
    mine.deliver(at_once=True)


def _document(
    mine: Alerts,
    incidents: Sequence[Incident],
    undelivered: Sequence[Waiting],
    delivered: Sequence[Mapping[str, Any]],
) -> dict[str, object]:
    return {
        "channels": [channel.name for channel in mine.channels],
        "place": mine.database.place,
        "open": [{**one.__dict__, "level": one.level.name.lower()} for one in incidents],
        "undelivered": [one.__dict__ for one in undelivered],
        "last_delivered": [dict(one) for one in delivered],
    }


def _show(
    mine: Alerts,
    incidents: Sequence[Incident],
    undelivered: Sequence[Waiting],
    delivered: Sequence[Mapping[str, Any]],
) -> None:
    _say(f"[bold]{len(incidents)} open[/]")
    for one in incidents:
        style = _STYLES[one.level]
        _say(f"[{style}]{one.level.name}[/] {escape(one.name)}, since {_moment(one.opened_at)}")
        for finding in one.findings:
            _say(f"  {escape(finding)}")
        _say(f"  [dim]{escape(one.command)}   {escape(one.link)}[/]")
    _say(f"[bold]{len(undelivered)} undelivered[/]")
    for message in undelivered:
        tried = f", {message.attempts} attempts, {message.error}" if message.attempts else ""
        _say(f"{_moment(message.created_at)} {_headline(message.document)}{escape(tried)}")
    if undelivered and not mine.channels:
        _say(f"No channel is configured: they are kept in {mine.database.place}. See docs/alerts.md")
    _say(f"[bold]last {len(delivered)} delivered[/]")
    for row in delivered:
        _say(f"{_moment(row['delivered_at'])} {_headline(row['document'])}")


def _show_accepted(accepted: Sequence[Acceptance]) -> None:
    """The gaps that are there and are told no more."""
    if accepted:
        _say(f"[bold]{len(accepted)} accepted[/]")
    for one in accepted:
        _say(escape(f"{one.day} {one.rule_id} {one.message}: {one}"))


def _headline(document: Mapping[str, Any]) -> str:
    """An alert's header, or the table and days of a completion."""
    if "header" in document:
        return escape(str(document["header"]))
    days = [day["game_date"] for day in document["days"]]
    return escape(f"{document['table']} published: {days[0]}" + (f" … {days[-1]}" if len(days) > 1 else ""))


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(EASTERN):%Y-%m-%d %H:%M}"


def _say(line: str) -> None:
    out.print(line, highlight=False, soft_wrap=True)


alerts.add_command(accept_gaps)
