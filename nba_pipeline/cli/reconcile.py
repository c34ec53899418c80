"""`nba reconcile`: the phases of a game day against each other, judged, stored and told."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

import click
from rich.markup import escape

from nba_pipeline.alerts.acceptances import Acceptance, accepted_gaps, by_rule
from nba_pipeline.alerts.database import AlertsUnusable
from nba_pipeline.cli.console import complain, game_date, out, print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.clock import today
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.reconciliation import RECONCILIATION
from nba_pipeline.reliability.reconciliation import Reconciliation, reconcile
from nba_pipeline.reliability.repairs import Repair, repairs_of
from nba_pipeline.reliability.results import Result, RuleStatus, phase_name, told
from nba_pipeline.reliability.rules.base import Rule
from nba_pipeline.warehouse.errors import WarehouseError

_COLORS = {"PASS": "green", "EMPTY_OK": "green", "PENDING": "cyan", "FAIL": "red", "ERROR": "red", "BLOCKED": "yellow"}
_EXIT_CODES = {"PASS": 0, "PENDING": 0, "FAIL": 1}


@click.command("reconcile")
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@as_json
def reconcile_day(day: str, as_json: bool) -> None:
    """Compare the phases of a game day (R-007) and store the findings. Exit 1 with gaps, 2 if it could not run."""
    pipeline = Pipeline()
    wanted = game_date(day, pipeline.clock)
    if wanted > today(pipeline.clock):
        raise click.BadParameter(f"{wanted} has not begun; reconcile it from that day on", param_hint="--date")
    reconciled, repairs = _reconciled(pipeline, wanted)
    accepted = _accepted(pipeline, reconciled)
    if as_json:
        more = {"repairs": [asdict(repair) for repair in repairs], "accepted": list(map(asdict, accepted.values()))}
        print_json(reconciled.document() | more)
    else:
        show_reconciliations([reconciled])
        for rule_id, one in accepted.items():
            _say(escape(f"{rule_id} {one}"))
        for repair in repairs:
            _say(escape(f"{repair}"))
    sys.exit(_EXIT_CODES[reconciled.status])


def _accepted(pipeline: Pipeline, reconciled: Reconciliation) -> Mapping[str, Acceptance]:
    """The gaps that an operator accepted, by rule. What the day has and lacks is told also where that is not known."""
    try:
        with Alerts.of(pipeline).database.reading() as connection:
            return by_rule(reconciled.gaps, accepted_gaps(connection, reconciled.day.game_date))
    except AlertsUnusable as error:
        complain(str(error))
        return {}


def _reconciled(pipeline: Pipeline, day: date) -> tuple[Reconciliation, Sequence[Repair]]:
    """The day, judged and stored, and what was repaired of it.

    Whatever prevents that is no gap: it ends with exit code 2 and the reason.
    """
    try:
        with pipeline.open_engine() as engine, engine.working_on(RECONCILIATION, Days.only(day)):
            (reconciled,) = reconcile(engine, pipeline.clock, Days.only(day))
            repairs = repairs_of(engine, Days.only(day))
    except WarehouseError:
        raise  # a sentence already
    except Exception as error:
        raise WarehouseError(f"{day} could not be reconciled: {told(error)}") from error
    return reconciled, repairs


def show_reconciliations(reconciled: Sequence[Reconciliation]) -> None:
    """What each rule said of each day, and what is missing, by name."""
    for one in reconciled:
        _show(one)


def _show(reconciled: Reconciliation) -> None:
    day, color = reconciled.day, _COLORS[reconciled.status]
    gaps = f", {len(reconciled.gaps)} gaps" if reconciled.gaps else ""
    _say(f"[bold {color}]{reconciled.status}[/] {day.game_date} {day.state}{gaps}: {escape(day.reason)}")
    print_table(
        f"Reconciliation of {day.game_date}",
        ["id", "check", "status", "found"],
        [_cells(result) for result in reconciled.results],
        right=["found"],
    )
    for result in reconciled.results:
        if result.missing or result.message != day.reason:
            _tell(result)


def _cells(result: Result) -> list[object]:
    status = f"[{_COLORS[result.status]}]{result.status}[/]"
    found = "" if result.expected is None else f"{result.actual} of {result.expected}"
    return [result.rule.id, _title(result.rule), status, found]


def _title(rule: Rule) -> str:
    """The name that the operator knows, or the claim in words."""
    return rule.familiar or rule.claim.replace("_", " ")


def _tell(result: Result) -> None:
    """A gap and what else there is to say of a check; nothing of one that found everything."""
    if result.status is RuleStatus.PASS and not result.missing:
        return
    severity = f"[{_COLORS[result.status]}]{result.severity}[/] " if result.is_gap else ""
    follows = f", follows from {result.blocked_by}" if result.blocked_by else ""
    _say(f"{severity}{phase_name(result.rule)}: {escape(result.message)}{follows}")
    if result.missing:
        more = f" and {result.unlisted} more" if result.unlisted else ""
        _say(f"  missing: {escape(', '.join(result.missing))}{more}")
    if result.reason:
        _say(f"  {escape(result.reason)}")
    if result.remedy:
        _say(f"  {escape(result.remedy)}")


def _say(line: str) -> None:
    out.print(line, highlight=False, soft_wrap=True)
