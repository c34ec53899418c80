"""Finds the table modules and reads what they declare. Adding a table is adding a file under `tables/`.

A table module holds `CONTRACT`, a function named like the table that makes its rows, and, if needed:

- `expected_games(...)`: the games of each day that must have rows;
- `held_back(rows, ...)`: games that break the contract in ways that no single column shows, with the reason;
- `READY`: tables of the same day that must be present, complete and fresh before (R-006), by their short names;
- `set_aside(...)`: input rows that the table cannot take, by name: rows in = rows out + rows set aside;
- `TRACE`, a ledger, and `traced(published, rows)`: what it keeps of published rows that these rows change or take away.

Each of these takes inputs of the table's function by their names. A table's function that works on frames may return
`Partial`: the rows, and by name what could not be made of a day.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import ibis.expr.types as ir
import pandas as pd

from nba_pipeline import systems, tables
from nba_pipeline.contracts import Absences, Fetched, Kept, Phase, Results, Seen, Table, Today, When
from nba_pipeline.frames import Rows
from nba_pipeline.warehouse.engine import Ledger

ROWS = "rows"  # the parameter of `held_back` and `traced` that receives the staged rows
PUBLISHED = "published"  # the parameter of `traced` that receives the rows that they replace


@dataclass(frozen=True)
class Input:
    """One parameter of a table's function: which table it reads, and how that table is seen.

    The annotated type says what it is given: a relation, a frame, or `Rows`, which are framed when asked for.
    """

    table: str
    seen: Seen
    as_frame: bool
    lazily: bool = False


@dataclass(frozen=True)
class TableModule:
    contract: Table
    build: Callable[..., Any]  # a relation from relations, or a frame where an input is taken as a frame
    inputs: Mapping[str, Input]
    fetched: Mapping[str, Fetched]
    kept: Sequence[str]
    absences: Sequence[str]
    ready: Sequence[str]
    expected_games: Callable[..., Any] | None
    held_back: Callable[..., ir.Table] | None
    set_aside: Callable[..., ir.Table] | None
    trace: Ledger | None
    traced: Callable[..., ir.Table] | None
    description: str
    code_version: str
    source_path: str

    @property
    def name(self) -> str:
        return self.contract.name


def arguments(function: Callable[..., Any], available: Mapping[str, Any]) -> dict[str, Any]:
    """The part of the available inputs that a function asks for by name."""
    return {name: available[name] for name in inspect.signature(function).parameters}


def read_module(module: ModuleType, contracts: Mapping[str, Table], shared_code: str = "") -> TableModule:
    """Read one table module; raise ValueError with a sentence where it breaks the conventions."""
    contract: Table = module.CONTRACT
    build = getattr(module, contract.short_name, None)
    if build is None:
        raise ValueError(f"{module.__name__} declares {contract.name} but has no function {contract.short_name}")
    inputs: dict[str, Input] = {}
    fetched: dict[str, Fetched] = {}
    kept: list[str] = []
    absences: list[str] = []
    hints = get_type_hints(build, include_extras=True)
    for name in inspect.signature(build).parameters:
        hint = hints.get(name)
        if get_origin(hint) is not Annotated:
            raise ValueError(f"{contract.name}: parameter {name!r} does not say how its input is seen")
        kind, seen = get_args(hint)
        if isinstance(seen, Fetched):
            fetched[name] = seen
            continue
        if isinstance(seen, Kept):
            kept.append(name)
            continue
        if isinstance(seen, Absences):
            if contract.phase is not Phase.RELIABILITY:
                raise ValueError(f"{contract.name} would be made from what others lack; only their ledger is")
            absences.append(name)
            continue
        if name not in contracts:
            raise ValueError(f"{contract.name}: parameter {name!r} names no table")
        _refuse_the_future(contract, contracts[name], seen)
        inputs[name] = Input(contracts[name].name, seen, as_frame=kind is pd.DataFrame, lazily=kind is Rows)
    return TableModule(
        contract=contract,
        build=build,
        inputs=inputs,
        fetched=fetched,
        kept=kept,
        absences=absences,
        ready=getattr(module, "READY", ()),
        expected_games=getattr(module, "expected_games", None),
        held_back=getattr(module, "held_back", None),
        set_aside=getattr(module, "set_aside", None),
        trace=getattr(module, "TRACE", None),
        traced=getattr(module, "traced", None),
        description=inspect.cleandoc(module.__doc__ or ""),
        code_version=hashlib.sha256((shared_code + inspect.getsource(module)).encode()).hexdigest()[:12],
        source_path=module.__name__.replace(".", "/") + ".py",
    )


def _refuse_the_future(reader: Table, read: Table, seen: Seen) -> None:
    """A table made before the games may see the same day only as it was known before them.

    What tells how the other tables fared may see all of the day, as far as it is there; nothing is made from it.
    """
    if read.phase is Phase.RELIABILITY:
        raise ValueError(f"{reader.name} reads {read.name}, which tells of the others; nothing is made from it")
    if reader.phase is Phase.RELIABILITY:
        return
    if isinstance(seen, Results) and not seen.whole:
        raise ValueError(f"{reader.name} would be made from a day of {read.name} that cannot be proven")
    if When.PREGAME not in reader.when:
        return
    if isinstance(seen, Results):
        raise ValueError(f"{reader.name} is made before the games and cannot see Results() of {read.name}")
    if isinstance(seen, Today) and When.PREGAME not in read.when:
        raise ValueError(f"{reader.name} is made before the games; {read.name} of the day does not exist by then")


def _modules() -> tuple[list[ModuleType], str]:
    """All table modules, and the source of the code beside them that they share, the systems' with it."""
    found, shared = [], []
    packages = (pkgutil.walk_packages(package.__path__, f"{package.__name__}.") for package in (tables, systems))
    for info in chain.from_iterable(packages):
        module = importlib.import_module(info.name)
        if hasattr(module, "CONTRACT"):
            found.append(module)
        elif not info.ispkg:
            shared.append(Path(inspect.getfile(module)).read_text())
    return found, "".join(shared)


@cache
def all_tables() -> Mapping[str, TableModule]:
    """Every table by its full name, inputs before the tables that are made from them."""
    modules, shared = _modules()
    contracts: dict[str, Table] = {}
    for module in modules:
        contract = module.CONTRACT
        if contract.short_name in contracts:
            raise ValueError(f"two modules declare a table named {contract.short_name}")
        contracts[contract.short_name] = contract
    read = {module.CONTRACT.name: read_module(module, contracts, shared) for module in modules}
    order = TopologicalSorter({name: {i.table for i in t.inputs.values()} for name, t in sorted(read.items())})
    return {name: read[name] for name in order.static_order()}


def table(name: str) -> TableModule:
    """A table by its full or its short name; KeyError with the known names otherwise."""
    for full_name, module in all_tables().items():
        if name in (full_name, module.contract.short_name):
            return module
    raise KeyError(f"no table {name!r}; known: {', '.join(all_tables())}")


def made(when: When) -> Sequence[TableModule]:
    """The tables that one of the daily jobs makes, in order."""
    return [module for module in all_tables().values() if when & module.contract.when]
