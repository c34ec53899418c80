"""The asset factory: every table module becomes a partitioned Dagster asset with its checks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import dagster as dg

import nba_pipeline
from nba_pipeline.contracts import Column, Table
from nba_pipeline.game_day import EASTERN, Days
from nba_pipeline.hours import GRACE, cron, due_hour
from nba_pipeline.lineage import in_words, recorded
from nba_pipeline.orchestration.checks import Verdict, blindness, check_specs, judge, summary, unreported
from nba_pipeline.orchestration.cost import cost_of, note_cost
from nba_pipeline.orchestration.partitions import GAME_DAYS, partition_mapping
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.recording import record
from nba_pipeline.orchestration.run_warehouse import RunWarehouse
from nba_pipeline.production import produce
from nba_pipeline.registry import TableModule
from nba_pipeline.settings import ConfigurationError
from nba_pipeline.sources.base import SourceError
from nba_pipeline.warehouse.batch import Publication
from nba_pipeline.warehouse.engine import Usage
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import read

OWNER = "team:data-platform"
_ROOT = Path(nba_pipeline.__file__).parents[1]
_DOCS = _ROOT / "docs" / "tables.md"
WRITER_POOL = "warehouse_writer"
# The tag of a run that makes a day again: what the source corrected, which goes on the receipts.
CORRECTION = "nba/correction"

Event = dg.MaterializeResult[None] | dg.AssetCheckResult


def asset_key(table_name: str) -> dg.AssetKey:
    return dg.AssetKey(table_name.split("."))


def table_asset(module: TableModule) -> dg.AssetsDefinition:
    """The asset of a table. One step makes one day or a whole range, through the same `produce`."""
    key = asset_key(module.name)

    @dg.asset(
        key=key,
        partitions_def=GAME_DAYS,
        deps=[
            dg.AssetDep(asset_key(entry.table), partition_mapping=partition_mapping(entry.seen))
            for entry in module.inputs.values()
        ],
        check_specs=check_specs(module, key),
        backfill_policy=dg.BackfillPolicy.single_run(),
        group_name=module.contract.phase.group,
        kinds={_kind(module)},
        owners=[OWNER],
        description=module.description,
        metadata=_definition_metadata(module),
        freshness_policy=_freshness(module),
        code_version=module.code_version,
        pool=WRITER_POOL,
    )
    def body(
        context: dg.AssetExecutionContext,
        pipeline: dg.ResourceParam[Pipeline],
        warehouse: dg.ResourceParam[RunWarehouse],
    ) -> Iterator[Event]:
        keys = context.partition_keys
        days = Days(date.fromisoformat(keys[0]), date.fromisoformat(keys[-1]))
        usage: Usage | None = None
        try:
            with (
                warehouse.open() as engine,
                engine.working_on(module.name, days, context.run.run_id) as usage,
            ):
                world = pipeline.world(engine)
                correction = context.run.tags.get(CORRECTION)
                publication = produce(module, days, world, context.run.run_id, pipeline.accept_shrink, correction)
                verdicts = judge(publication, days, read(engine, module.contract, days))
        except Exception as error:
            reason = _sentence(error)
            checks = [*_summaries(unreported(days, reason, module.ready)), *blindness(module, None, reason)]
            yield from _fail(context, checks, reason, days, usage, cause=error)
            return
        pipeline.progress(publication)
        yield from _report(context, publication, verdicts, blindness(module, publication), days, usage)

    return body


def _report(
    context: dg.AssetExecutionContext,
    publication: Publication,
    verdicts: Mapping[date, list[Verdict]],
    blind: Sequence[dg.AssetCheckResult],
    days: Days,
    usage: Usage | None,
) -> Iterator[Event]:
    """Record each verified day, and what it cost; fail the step, after that, if any day is not."""
    lost = [day for day, answers in verdicts.items() if not answers[0].passed]
    if len(verdicts) > 1:
        _log_days(context, verdicts)
    for day, receipt in publication.receipts.items():
        metadata = _day_metadata(publication, day) | cost_of(days, usage)
        if lost and day not in lost:
            materialized = dg.AssetMaterialization(
                context.asset_key, partition=f"{receipt.game_date}", metadata=metadata
            )
            record(context, materialized)
        elif not lost:
            context.add_asset_metadata(metadata, partition_key=f"{day}")
    if lost:
        reasons = publication.refused or dict.fromkeys(lost, "a fresh read does not serve what was published")
        checks = [*_summaries(verdicts), *blind]
        reason = f"{len(lost)} of {len(verdicts)} days not verified: {_first(reasons)}"
        yield from _fail(context, checks, reason, days, usage)
    yield dg.MaterializeResult(check_results=[*_summaries(verdicts), *blind])


def _fail(
    context: dg.AssetExecutionContext,
    checks: Sequence[dg.AssetCheckResult],
    reason: str,
    days: Days,
    usage: Usage | None,
    cause: Exception | None = None,
) -> Iterator[Event]:
    """Put the failed checks and what was spent on record, and fail the step: nothing counts as materialized."""
    note_cost(context.op_execution_context, context.asset_key, days, usage, "a step that failed")
    yield from checks
    raise dg.Failure(f"{context.asset_key.to_user_string()}: {reason}", allow_retries=False) from cause


def _sentence(error: Exception) -> str:
    """What to tell the operator: the pipeline's own errors are sentences, of others the kind is said too."""
    if isinstance(error, SourceError | WarehouseError | ConfigurationError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _log_days(context: dg.AssetExecutionContext, verdicts: Mapping[date, list[Verdict]]) -> None:
    """In a range, the result of a check that Dagster records has no day: each day gets its own."""
    for day, answers in verdicts.items():
        for verdict in answers:
            record(
                context,
                dg.AssetCheckEvaluation(
                    asset_key=context.asset_key,
                    check_name=verdict.check,
                    passed=verdict.passed,
                    severity=verdict.severity,
                    description=verdict.reason,
                    partition=f"{day}",
                    blocking=True,
                ),
            )


def _summaries(verdicts: Mapping[date, list[Verdict]]) -> list[dg.AssetCheckResult]:
    checks = [verdict.check for verdict in next(iter(verdicts.values()))]
    return [summary(verdicts, check) for check in checks]


def _first(reasons: Mapping[date, str]) -> str:
    day = min(reasons)
    return f"{day}: {reasons[day]}"


def _day_metadata(publication: Publication, day: date) -> dict[str, dg.MetadataValue[Any] | int | str]:
    receipt = publication.receipts[day]
    return {
        "dagster/partition_row_count": receipt.rows,
        "state": receipt.state.value,
        "receipt": receipt.receipt_id,
        "content_hash": receipt.content_hash,
        **({"reason": receipt.reason} if receipt.reason else {}),
        **(
            {"missing_games": dg.MetadataValue.json({gap.game_id: gap.reason for gap in receipt.gaps})}
            if receipt.gaps
            else {}
        ),
        **({"missing": dg.MetadataValue.json(receipt.missing)} if receipt.missing else {}),
    }


def _kind(module: TableModule) -> str:
    if module.fetched:
        return "ingest"
    return "pandas" if any(entry.as_frame for entry in module.inputs.values()) else "ibis"


def _freshness(module: TableModule) -> dg.FreshnessPolicy:
    """What Dagster shows of it. The alerts of late phases are stricter: they ask the warehouse, and know the summer."""
    return dg.FreshnessPolicy.cron(cron(due_hour(module.contract.when)), GRACE, timezone=EASTERN.key)


def _code(module: TableModule) -> dg.LocalFileCodeReference:
    file = _ROOT / module.source_path
    return dg.LocalFileCodeReference(file_path=f"{file}", line_number=1, label=module.source_path)


def _definition_metadata(module: TableModule) -> dict[str, object]:
    contract = module.contract
    return {
        "dagster/column_schema": column_schema(contract, recorded().get(contract.name, {})),
        "dagster/table_name": contract.name,
        "grain": contract.grain,
        "key": ", ".join(contract.key),
        "docs": _docs(contract),
        "dagster/code_references": dg.CodeReferencesMetadataValue(code_references=[_code(module)]),
    }


def _docs(contract: Table) -> dg.MetadataValue[Any]:
    """Where the table is described: beside the code, or, where that was installed without, in its source."""
    anchor = contract.name.replace(".", "")
    if _DOCS.is_file():
        return dg.MetadataValue.path(f"{_DOCS}#{anchor}")
    return dg.MetadataValue.text(f"docs/tables.md#{anchor} in the source of nba_pipeline {nba_pipeline.__version__}")


def column_schema(contract: Table, made_from: Mapping[str, Sequence[str]]) -> dg.TableSchema:
    """The contract's columns as Dagster shows them. `made_from`, which it draws nowhere, stands in their words."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                column.dtype,
                description=_described(column, made_from.get(column.name, ())),
                constraints=dg.TableColumnConstraints(
                    nullable=column.null is not None, other=[column.bounds] if column.bounds else []
                ),
            )
            for column in contract.columns
        ]
    )


def _described(column: Column, made_from: Sequence[str]) -> str:
    unit = f" [{column.unit}]" if column.unit else ""
    origin = f". Made from {in_words(made_from)}" if made_from else ""
    return f"{column.description}{unit}{origin}"
