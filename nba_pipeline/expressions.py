"""A table module's expressions: over inputs without rows, where they can be compiled, and over real ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from nba_pipeline.contracts import Table
from nba_pipeline.frames import Missing, Partial, Rows
from nba_pipeline.models import ModelStore
from nba_pipeline.registry import PUBLISHED, ROWS, TableModule, all_tables, arguments
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA
from nba_pipeline.warehouse.audit import conformed, schema_faults
from nba_pipeline.warehouse.engine import Engine, Relation
from nba_pipeline.warehouse.errors import ContractBroken

Taken: TypeAlias = Relation | pd.DataFrame | Rows | ModelStore
Relations: TypeAlias = Mapping[str, Taken]


def unbound(module: TableModule) -> dict[str, ir.Table]:
    """The inputs of a table's functions by name, each with the columns that it is seen with, the staged rows and those
    that they replace.
    """
    inputs = {name: ibis.table(module.contract.schema(), name=name) for name in (ROWS, PUBLISHED)}
    for name, entry in module.inputs.items():
        contract = all_tables()[entry.table].contract
        inputs[name] = ibis.table(contract.schema(entry.seen.visible(contract)), name=name)
    for name, asked in module.fetched.items():
        inputs[name] = ibis.table(ANSWERS[asked.kind], name=name)
    for name in module.absences:
        inputs[name] = ibis.table(ABSENCES_SCHEMA, name=name)
    return inputs


def takes_frames(module: TableModule) -> bool:
    """Whether the module works on frames in Python: then nothing of it can be compiled."""
    return any(entry.as_frame or entry.lazily for entry in module.inputs.values())


def rows_expression(module: TableModule) -> ir.Table:
    """The rows of the table, made to its contract. Raises ContractBroken where their columns are others."""
    made = module.build(**arguments(module.build, unbound(module)))
    faults = schema_faults(module.contract, made.schema())
    if faults:
        raise ContractBroken(f"{module.name} is not as its contract says: {'; '.join(faults)}")
    return conformed(module.contract, made)


@dataclass(frozen=True)
class Built:
    """The rows of the table, and what the module could not make of them."""

    rows: Relation
    missing: Sequence[Missing] = ()


def built(module: TableModule, relations: Relations, engine: Engine) -> Built:
    """The table made from these inputs, whichever way the module makes it."""
    wanted = arguments(module.build, relations)
    if not takes_frames(module):
        return Built(
            engine.template(f"{module.name} {module.code_version} rows", lambda: rows_expression(module), wanted)
        )
    made = module.build(**wanted)
    partial = made if isinstance(made, Partial) else Partial(made, [])
    return Built(engine.upload(_arrow(module.contract, partial.rows)), partial.missing)


def rows(module: TableModule, relations: Relations, engine: Engine) -> Relation:
    """The rows of the table from these inputs."""
    return built(module, relations, engine).rows


def answer(module: TableModule, function: Callable[..., ir.Table], relations: Relations, engine: Engine) -> Relation:
    """What another function of the module says of these inputs."""
    wanted = arguments(function, relations)
    if takes_frames(module):
        return engine.upload(pa.Table.from_pandas(function(**wanted), preserve_index=False))

    def expression() -> ir.Table:
        return function(**arguments(function, unbound(module)))

    return engine.template(f"{module.name} {module.code_version} {function.__name__}", expression, wanted)


def _arrow(contract: Table, frame: pd.DataFrame) -> pa.Table:
    """A frame in the contract's types. Columns that the contract does not know stay, for the audit to name."""
    declared = contract.schema().to_pyarrow()
    fields = [
        declared.field(name) if name in declared.names else pa.field(name, pa.array(frame[name]).type)
        for name in frame.columns
    ]
    return pa.Table.from_pandas(frame, schema=pa.schema(fields), preserve_index=False)
