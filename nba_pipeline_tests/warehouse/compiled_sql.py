"""What the tables and rules become in BigQuery: the SQL that is committed under `googlesql/`, a file for each.

`python nba_pipeline_tests/warehouse/compiled_sql.py` writes the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir

from nba_pipeline.expressions import rows_expression, takes_frames, unbound
from nba_pipeline.game_day import Days
from nba_pipeline.registry import TableModule, all_tables, arguments
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.tallies import counts
from nba_pipeline.warehouse.audit import broken_rows, day_facts, hashable
from nba_pipeline.warehouse.bigquery.dialect import quoted, type_of, within
from nba_pipeline.warehouse.bigquery.engine import md5_in_hex
from nba_pipeline.warehouse.bigquery.transaction import (
    DaysReplaced,
    Growth,
    no_other_writer,
    script,
    withheld_rows,
)
from nba_pipeline.warehouse.content_hash import fingerprints
from nba_pipeline.warehouse.engine import Fingerprint
from nba_pipeline.warehouse.questions import union
from nba_pipeline.warehouse.receipts import RECEIPTS_SCHEMA, current
from nba_pipeline.warehouse.templates import Query

FOLDER = Path(__file__).parent / "googlesql"
_ASKED = ("expected_games", "held_back", "set_aside", "traced")


@dataclass(frozen=True)
class Compiled:
    """One expression: its SQL, the relations that it reads, and the columns that Ibis says it yields."""

    sql: str
    reads: Mapping[str, ibis.Schema]
    columns: ibis.Schema

    @classmethod
    def of(cls, expression: ir.Table) -> Compiled:
        reads = {table.name: table.schema for table in expression.op().find(ops.UnboundTable)}
        sql = str(ibis.to_sql(expression, dialect="bigquery", pretty=True))
        # each process leaves columns out in the order of another set, and draws another name for an array's elements
        sql = re.sub(r"EXCEPT \(([^)]*)\)", lambda left_out: f"EXCEPT ({', '.join(_names(left_out[1]))})", sql)
        sql = re.sub(r"\b(ibis_bq_arr_\w+)_\w{26}\b", r"\1_element", sql)
        return cls(sql, reads, expression.schema())

    @property
    def over_nothing(self) -> str:
        """The SQL over relations without rows, as the engine puts relations in."""
        return (
            Query(self.sql, self.columns)
            .over({quoted(name): _nothing(columns) for name, columns in self.reads.items()})
            .sql
        )


def _names(listed: str) -> list[str]:
    return sorted(name.strip() for name in listed.split(","))


def _nothing(columns: ibis.Schema) -> str:
    cells = ", ".join(f"CAST(NULL AS {type_of(dtype)}) AS {quoted(name)}" for name, dtype in columns.items())
    return f"SELECT {cells}"


def compiled() -> dict[str, dict[str, Compiled]]:
    """Everything that is compiled, by file and by name."""
    files = {f"{module.contract.short_name}.sql": dict(_of_table(module)) for module in all_tables().values()}
    for rule in all_rules():
        files[f"rules/{rule.id}_{rule.claim}.sql"] = {"counts": Compiled.of(counts(rule))}
    files["receipts.sql"] = {"current receipts": Compiled.of(current(ibis.table(RECEIPTS_SCHEMA, name="asked")))}
    files["together.sql"] = {"an audit's questions in one query": _together()}
    return files


def _together() -> Compiled:
    """Questions about the schedule, as the engine puts them together."""
    contract = all_tables()["nba_raw.schedule"].contract
    asked = ibis.table(contract.schema(), name="asked")
    expressions = [day_facts(contract, asked), broken_rows(contract, asked), fingerprints(contract, asked, md5_in_hex)]
    each = [Compiled.of(expression) for expression in expressions]
    asked_together = union([Query(one.sql, one.columns) for one in each], quoted, type_of)
    return Compiled(asked_together.sql, each[0].reads, asked_together.columns)


def _of_table(module: TableModule) -> Iterator[tuple[str, Compiled]]:
    contract = module.contract
    asked = ibis.table(contract.schema(), name="asked")
    if not takes_frames(module):
        yield "rows", Compiled.of(rows_expression(module))
        for name in _ASKED:
            function = getattr(module, name)
            if function is not None:
                yield name, Compiled.of(function(**arguments(function, unbound(module))))
    yield "day_facts", Compiled.of(day_facts(contract, asked))
    yield "broken_rows", Compiled.of(broken_rows(contract, asked))
    yield "hashable", Compiled.of(hashable(contract, asked))
    yield "fingerprints", Compiled.of(fingerprints(contract, asked, md5_in_hex))


def publication() -> str:
    """The script that publishes two days of the schedule, with a trace, receipts and a game that is held back."""
    contract = all_tables()["nba_raw.schedule"].contract
    days = [date(2026, 1, 15), date(2026, 1, 16)]
    span = Days(days[0], days[-1])
    target = "project.nba_raw.schedule"
    held = f"FROM {quoted(target)} WHERE {within(span)}"
    replaced = DaysReplaced(
        table=contract,
        target=target,
        days=days,
        rows="SELECT * FROM `project.nba_staging.stage_1`",
        meant={day: Fingerprint(11, "0123456789abcdef" * 2) for day in days},
        read_back=f"SELECT game_date, 11 AS `rows`, '' AS content_hash {held}",
    )
    growth = Growth("project.nba_test.trace", "nba_test.trace", ["game_date", "what"], "project.nba_staging.u", 3, span)
    gate = no_other_writer(contract.name, "project.nba_reliability.receipts", "project.nba_staging.receipts", span)
    withheld = withheld_rows(contract, "project.nba_staging.stage_1", "project.nba_staging.games")
    return script([*growth.variables, *replaced.variables], [*growth.statements, gate, *replaced.statements, withheld])


def files() -> dict[str, str]:
    """The text of each file by its name."""
    texts = {
        name: "\n\n".join(f"-- {part}\n{one.sql}" for part, one in parts.items()) + "\n"
        for name, parts in compiled().items()
    }
    return texts | {"publication.sql": publication()}


def write() -> None:
    for stale in FOLDER.rglob("*.sql"):
        stale.unlink()
    for name, text in files().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf8")


if __name__ == "__main__":
    write()
