"""`nba drill`: inject every known defect into a copy of the newest days, and show what caught it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from rich.markup import escape

from nba_pipeline.cli.console import err, out, print_json, print_table
from nba_pipeline.cli.run import as_json
from nba_pipeline.drill.catalogue import chosen, expected
from nba_pipeline.drill.defects.base import Defect
from nba_pipeline.drill.drill import Drill, Outcome, drill_on
from nba_pipeline.drill.side_by_side import rehearse_all
from nba_pipeline.orchestration.pipeline import Pipeline


@click.command()
@click.option("--list", "only_list", is_flag=True, help="Show the defects and who must catch them; run nothing.")
@click.option("--only", "numbers", type=int, multiple=True, metavar="ID", help="Only this defect; may be repeated.")
@as_json
def drill(only_list: bool, numbers: Sequence[int], as_json: bool) -> None:
    """Inject every known defect into a copy of the newest days. The home itself is untouched."""
    try:
        defects = chosen(numbers)
    except KeyError as error:
        raise click.BadParameter(error.args[0], param_hint="--only") from None
    if only_list:
        _list(defects, as_json)
        return
    pipeline = Pipeline()
    with drill_on(pipeline) as drill:
        err.print(
            f"drill on {drill.moments.day}, {sum(drill.copied.values())} days of tables copied aside", highlight=False
        )
        outcomes = _run(drill, defects)
    if as_json:
        print_json(_document(drill, outcomes))
    else:
        _show(outcomes)
    sys.exit(0 if all(outcome.is_well for outcome in outcomes) else 1)


def _run(drill: Drill, defects: Sequence[Defect]) -> list[Outcome]:
    """The control run, then the defects in the order of their numbers, however they came."""
    outcomes = [drill.control()]
    _tell(outcomes[0], f"0/{len(defects)}")
    for outcome in rehearse_all(drill, defects):
        _tell(outcome, f"{len(outcomes)}/{len(defects)}")
        outcomes.append(outcome)
    return sorted(outcomes, key=lambda outcome: outcome.defect.number)


def _tell(outcome: Outcome, which: str) -> None:
    verdict = "[green]ok[/]" if outcome.is_well else "[bold red]MISSED[/]"
    err.print(f"{which} {verdict} {escape(outcome.defect.what)}, {outcome.lasted:.1f} s", highlight=False)


def _list(defects: Sequence[Defect], as_json: bool) -> None:
    if as_json:
        print_json([_about(defect) for defect in defects])
        return
    rows = [[defect.number, defect.what, expected(defect)] for defect in defects]
    print_table(f"{len(defects)} defects", ["id", "defect", "must be caught by"], rows)


def _show(outcomes: Sequence[Outcome]) -> None:
    missed = [outcome for outcome in outcomes if not outcome.is_well]
    rows = [
        [
            outcome.defect.number or "",
            outcome.defect.what,
            ", ".join(outcome.caught) or ("green" if outcome.defect.is_green and outcome.is_well else "nobody"),
            ", ".join(map(str, outcome.phases)),
            "" if outcome.seconds is None else f"{outcome.seconds:.1f}",
            outcome.alerts,
            "yes" if not outcome.damaged else "NO",
        ]
        for outcome in outcomes
    ]
    columns = ["id", "defect", "caught by", "phase", "seconds", "alerts", "good data visible"]
    print_table("Drill", columns, rows, right=["seconds", "alerts"])
    for outcome in missed:
        named = f"[bold red]MISSED[/] {outcome.defect.number} {escape(outcome.defect.what)}:"
        out.print(named, highlight=False)
        for what in (*outcome.faults, *outcome.damaged):
            out.print(f"  {escape(what)}", highlight=False, soft_wrap=True)
    if not missed:
        out.print(f"All {len(outcomes) - 1} defects came out as they must, and the control run is green.")


def _about(defect: Defect) -> dict[str, object]:
    return {
        "id": defect.number,
        "defect": defect.what,
        "injected": defect.injected,
        "starts": defect.stage.value,
        "expected": [str(catcher) for catcher in defect.caught_by],
        "stays": defect.stays.words,
    }


def _document(drill: Drill, outcomes: Sequence[Outcome]) -> dict[str, object]:
    return {
        "date": drill.moments.day,
        "status": "PASS" if all(outcome.is_well for outcome in outcomes) else "FAIL",
        "outcomes": [
            _about(outcome.defect)
            | {
                "well": outcome.is_well,
                "caught_by": list(outcome.caught),
                "phases": list(outcome.phases),
                "seconds": None if outcome.seconds is None else round(outcome.seconds, 2),
                "alerts": outcome.alerts,
                "good_data_visible": not outcome.damaged,
                "faults": [*outcome.faults, *outcome.damaged],
            }
            for outcome in outcomes
        ],
    }
