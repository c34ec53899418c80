"""A table module's expressions: over inputs without rows, where they can be compiled, and over real ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from nba_pipeline.contracts import Table
from nba_pipeline.registry import ROWS, TableModule, all_tables, arguments
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.warehouse.audit import conformed, schema_faults
from nba_pipeline.warehouse.engine import Engine, Relation
from nba_pipeline.warehouse.errors import ContractBroken

Relations: TypeAlias = Mapping[str, Relation | pd.DataFrame]


def unbound(module: TableModule) -> dict[str, ir.Table]:
    """The inputs of a table's functions by name, each with the columns that it is seen with, and the staged rows."""
    inputs = {ROWS: ibis.table(module.contract.schema(), name=ROWS)}
    for name, entry in module.inputs.items():
        contract = all_tables()[entry.table].contract
        inputs[name] = ibis.table(contract.schema(entry.seen.visible(contract)), name=name)
    for name, asked in module.fetched.items():
        inputs[name] = ibis.table(ANSWERS[asked.kind], name=name)
    return inputs


def takes_frames(module: TableModule) -> bool:
    """Whether the module works on frames in Python: then nothing of it can be compiled."""
    return any(entry.as_frame for entry in module.inputs.values())


def rows_expression(module: TableModule) -> ir.Table:
    """The rows of the table, made to its contract. Raises ContractBroken where their columns are others."""
    made = module.build(**arguments(module.build, unbound(module)))
    faults = schema_faults(module.contract, made.schema())
    if faults:
        raise ContractBroken(f"{module.name} is not as its contract says: {'; '.join(faults)}")
    return conformed(module.contract, made)


def rows(module: TableModule, relations: Relations, engine: Engine) -> Relation:
    """The rows of the table from these inputs, whichever way the module makes them."""
    if takes_frames(module):
        return engine.upload(_arrow(module.contract, module.build(**arguments(module.build, relations))))
    return engine.template(f"{module.name} rows", lambda: rows_expression(module), arguments(module.build, relations))


def answer(module: TableModule, function: Callable[..., ir.Table], relations: Relations, engine: Engine) -> Relation:
    """What another function of the module says of these inputs."""
    wanted = arguments(function, relations)
    if takes_frames(module):
        return engine.upload(pa.Table.from_pandas(function(**wanted), preserve_index=False))

    def expression() -> ir.Table:
        return function(**arguments(function, unbound(module)))

    return engine.template(f"{module.name} {function.__name__}", expression, wanted)


def _arrow(contract: Table, frame: pd.DataFrame) -> pa.Table:
    """A frame in the contract's types. Columns that the contract does not know stay, for the audit to name."""
    declared = contract.schema().to_pyarrow()
    fields = [
        declared.field(name) if name in declared.names else pa.field(name, pa.array(frame[name]).type)
        for name in frame.columns
    ]
    return pa.Table.from_pandas(frame, schema=pa.schema(fields), preserve_index=False)
