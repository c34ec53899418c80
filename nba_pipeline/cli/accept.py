"""`nba alerts accept`: a gap that nothing will ever fill is accepted, with the reason, and is told no more."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import click
from rich.markup import escape

from nba_pipeline.alerts.acceptances import Acceptance, accept, acceptance_of, accepted_gaps, undo
from nba_pipeline.alerts.incidents import observe
from nba_pipeline.alerts.reconciled import reconciled
from nba_pipeline.cli.console import game_date, out, print_json
from nba_pipeline.cli.run import as_json
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.alerting import Alerts
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.reliability.on_record import Answer, newest_answers
from nba_pipeline.reliability.results import RuleStatus


@click.command("accept")
@click.option("--date", "day", required=True, help="The game day: 2026-01-15, today or yesterday.")
@click.option(
    "--rule", "rules", multiple=True, metavar="ID", help="Only this rule's gap, like A2. Default: all of the day."
)
@click.option("--reason", help="Why nothing will ever fill it.")
@click.option("--by", help="Who accepts it. Default: who is logged in.")
@click.option("--undo", "taken_back", is_flag=True, help="Take it back: the gaps are told again.")
@as_json
def accept_gaps(
    day: str, rules: tuple[str, ...], reason: str | None, by: str | None, taken_back: bool, as_json: bool
) -> None:
    """Accept the gaps that the last reconciliation of a day found, as they are: the day keeps them, and its alert
    closes. More of them, or others, are told again.
    """
    if not taken_back and not (reason and reason.strip()):
        raise click.UsageError("say with --reason why nothing will ever fill the gap")
    mine = Alerts.of(Pipeline())
    wanted = game_date(day, mine.pipeline.clock)
    with mine.pipeline.open_engine(read_only=True) as engine:
        answers = newest_answers(engine, Days.only(wanted)).get(wanted, [])
    who, now = by or getpass.getuser(), mine.pipeline.clock.now()
    with mine.database.writing() as connection:
        standing = accepted_gaps(connection, wanted)
        if taken_back:
            changed = _standing(standing, rules, wanted)
            undo(connection, changed, who, now)
        else:
            gaps = _gaps(answers, standing, rules, wanted)
            accept(connection, gaps, f"{reason}".strip(), who, now)
            changed = accepted_gaps(connection, wanted)[len(standing) :]
        seen = reconciled(wanted, answers, mine.runs_link, accepted_gaps(connection, wanted))
        if seen is not None:
            observe(connection, seen.redacted(mine.settings.redacted), now)
    if as_json:
        print_json({"date": wanted, "undone": taken_back, "gaps": [asdict(one) for one in changed]})
        return
    for one in changed:
        said = "told again from now on" if taken_back else f"{one}"
        out.print(escape(f"{one.rule_id} {one.message}: {said}"), highlight=False, soft_wrap=True)


def _standing(standing: Sequence[Acceptance], rules: Sequence[str], day: date) -> list[Acceptance]:
    found = [one for one in standing if not rules or one.rule_id in rules]
    missing = sorted(set(rules) - {one.rule_id for one in found})
    if missing or not found:
        named = f"of {', '.join(missing)} " if missing else ""
        raise click.UsageError(f"no gap {named}of {day} is accepted; nba alerts shows which are")
    return found


def _gaps(answers: Sequence[Answer], standing: Sequence[Acceptance], rules: Sequence[str], day: date) -> list[Answer]:
    """The gaps that are to be accepted and are not yet. Raises click.UsageError where there are none of that kind."""
    if not answers:
        raise click.UsageError(f"{day} was never reconciled; do that first, with: nba reconcile --date {day}")
    gaps = [answer for answer in answers if answer.is_gap and (not rules or answer.rule_id in rules)]
    missing = sorted(set(rules) - {gap.rule_id for gap in gaps})
    if missing or not gaps:
        named = f"for {', '.join(missing)} " if missing else ""
        raise click.UsageError(f"the last reconciliation of {day} found no gap {named}to accept")
    unknown = [gap.rule_id for gap in gaps if gap.status is RuleStatus.ERROR]
    if unknown:
        raise click.UsageError(
            f"{', '.join(unknown)} could not run on {day}: nobody knows what is missing, so it cannot be accepted. "
            "Mend that first, or name other rules with --rule"
        )
    new = [gap for gap in gaps if acceptance_of(gap, standing) is None]
    if not new:
        raise click.UsageError(f"these gaps of {day} are accepted already; nba alerts shows by whom and why")
    return new
