"""The reliability rules as asset checks on the assets that they judge, evaluated for a game day in one step."""

from collections.abc import Iterator
from datetime import date

import dagster as dg

from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.assets import WRITER_POOL, asset_key
from nba_pipeline.orchestration.checks import Claim
from nba_pipeline.orchestration.cost import note_cost
from nba_pipeline.orchestration.partitions import GAME_DAYS
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.run_warehouse import RunWarehouse
from nba_pipeline.registry import table
from nba_pipeline.reliability.evaluation import SCHEDULE
from nba_pipeline.reliability.reconciliation import reconcile
from nba_pipeline.reliability.records import RECORDS
from nba_pipeline.reliability.results import Result, RuleStatus, told
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Rule, Severity
from nba_pipeline.warehouse.engine import Usage

RECONCILIATION = "reconciliation"  # what stands for a table where the work is all rules' over a day
RESULT = "result"  # the metadata of a check whose rule gave an answer, which is on record
PASSED = (RuleStatus.PASS, RuleStatus.EMPTY_OK)


def check_key(rule: Rule) -> dg.AssetCheckKey:
    """The check of a rule, on the asset that it judges; what judges records of a day stands with the day's schedule."""
    judged = SCHEDULE if rule.judged in RECORDS else rule.judged
    return dg.AssetCheckKey(asset_key(table(judged).name), rule.claim)


def rule_checks() -> dg.AssetChecksDefinition:
    """All rules as the checks of one step: they are evaluated together, whichever of them are asked for.

    They block, so that a run on a day with a HIGH gap fails, which alerts can see.
    """
    specs = [
        dg.AssetCheckSpec(
            rule.claim,
            asset=check_key(rule).asset_key,
            blocking=True,
            description=_claim(rule).description,
            partitions_def=GAME_DAYS,
        )
        for rule in all_rules()
    ]

    judged_day = asset_key(table(SCHEDULE).name)

    @dg.multi_asset_check(name="reliability_rules", specs=specs, can_subset=True, pool=WRITER_POOL)
    def evaluate(
        context: dg.AssetCheckExecutionContext,
        pipeline: dg.ResourceParam[Pipeline],
        warehouse: dg.ResourceParam[RunWarehouse],
    ) -> Iterator[dg.AssetCheckResult]:
        day = date.fromisoformat(context.partition_key)
        usage: Usage | None = None
        asked = {rule.id for rule in all_rules() if check_key(rule) in context.selected_asset_check_keys}
        try:
            with (
                warehouse.open() as engine,
                engine.working_on(RECONCILIATION, Days.only(day), context.run.run_id) as usage,
            ):
                (reconciled,) = reconcile(engine, pipeline.clock, Days.only(day))
        except Exception as error:
            yield from (_unanswered(rule, error) for rule in all_rules() if rule.id in asked)
            raise dg.Failure(f"{day} was not reconciled: {told(error)}", allow_retries=False) from error
        finally:
            note_cost(context.op_execution_context, judged_day, Days.only(day), usage, "the reconciliation")
        yield from (_answered(result) for result in reconciled.results if result.rule.id in asked)

    return evaluate


def _claim(rule: Rule) -> Claim:
    """What the rule claims, what it weighs when that is false, and what to do then."""
    weighs = f"{rule.severity}" + (f", or {rule.worse[0]} where {rule.worse[1].gap}" if rule.worse else "")
    when = f"A gap, {weighs}, when of the {rule.counts[0]} {rule.condition.gap}."
    return Claim(f"{rule.description} ({rule.id}: {rule.name}) {when}", rule.remedy.format(date="DAY"))


def _answered(result: Result) -> dg.AssetCheckResult:
    """A HIGH gap is an error, any other a warning; a day that is not over is no pass either, and warns."""
    high = result.is_gap and result.severity is Severity.HIGH
    key = check_key(result.rule)
    return dg.AssetCheckResult(
        asset_key=key.asset_key,
        check_name=key.name,
        passed=result.status in PASSED,
        severity=dg.AssetCheckSeverity.ERROR if high else dg.AssetCheckSeverity.WARN,
        description=f"{result.status}: {result.message}",
        metadata={RESULT: dg.MetadataValue.json(result.document())},
    )


def _unanswered(rule: Rule, error: Exception) -> dg.AssetCheckResult:
    """A check that could not run has failed."""
    key = check_key(rule)
    return dg.AssetCheckResult(
        asset_key=key.asset_key,
        check_name=key.name,
        passed=False,
        description=f"the day was not reconciled: {told(error)}",
    )
