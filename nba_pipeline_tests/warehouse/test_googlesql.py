"""The committed SQL is what the code compiles to, and GoogleSQL's own analyzer takes it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import ibis.expr.datatypes as dt
import pytest
from bigquery_server import BESIDE, on_bigquery
from compiled_sql import FOLDER, Compiled, compiled, files, publication

pytestmark = [*on_bigquery, pytest.mark.timeout(600)]

ANALYZER = Path(__file__).with_name("analyze_googlesql.py")
KINDS = {
    "int64": "TYPE_INT64",
    "float64": "TYPE_DOUBLE",
    "string": "TYPE_STRING",
    "boolean": "TYPE_BOOL",
    "date": "TYPE_DATE",
    "timestamp('UTC')": "TYPE_TIMESTAMP",
    "timestamp": "TYPE_TIMESTAMP",  # Ibis forgets the zone where it truncates
}
# Taken, and nested so deeply that the analyzer's answer cannot be read.
TOO_DEEP = {
    "ml_feature_store_v2.sql rows",
    "player_game_summary.sql rows",
    "player_game_summary.sql set_aside",
    "upcoming_player_game_context.sql rows",
    "upcoming_player_game_context.sql set_aside",
    "rules/D3_every_line_is_good.sql counts",
}
FAULTS = {
    "a function that only DuckDB has": ("SELECT list_aggregate([1], 'sum') AS x", "Function not found"),
    "a column that is not there": ("WITH t AS (SELECT 1 AS a) SELECT b FROM t", "Unrecognized name"),
    "a text compared with a number": ("SELECT 'a' > 1 AS x", "No matching signature"),
}


def analyzed(queries: dict[str, str], scripts: dict[str, str]) -> dict[str, dict]:
    found = subprocess.run(  # noqa: S603  # our own environment's program
        [BESIDE / "bin" / "python", ANALYZER],
        input=json.dumps({"queries": queries, "scripts": scripts}),
        env={"PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr[-2000:]
    return json.loads(found.stdout)


def kind_of(dtype: dt.DataType) -> str:
    plain = str(dtype.copy(nullable=True))
    return "TYPE_INT64" if dtype.is_integer() else KINDS[plain]


def test_the_committed_sql_is_what_the_code_compiles_to() -> None:
    committed = {str(path.relative_to(FOLDER)): path.read_text(encoding="utf8") for path in FOLDER.rglob("*.sql")}

    stale = [name for name, text in files().items() if committed.get(name) != text]

    assert stale == [], "run: make googlesql"
    assert committed.keys() == files().keys(), "run: make googlesql"


@pytest.fixture(scope="module")
def verdicts(bigquery_environment) -> dict[str, dict]:
    """What the analyzer says of everything. Starting it takes most of a minute, so it is asked once."""
    queries = {f"{file} {part}": one.over_nothing for file, parts in compiled().items() for part, one in parts.items()}
    return analyzed(queries | {name: sql for name, (sql, _) in FAULTS.items()}, {"publication.sql": publication()})


def test_googlesql_takes_every_statement(verdicts) -> None:
    refused = {name: told["error"] for name, told in verdicts.items() if "error" in told and name not in FAULTS}

    assert refused == {}


def test_googlesql_gives_columns_the_types_that_ibis_believes(verdicts) -> None:
    def believed(one: Compiled) -> dict[str, str]:
        return {name: kind_of(dtype) for name, dtype in one.columns.items()}

    everything = {f"{file} {part}": one for file, parts in compiled().items() for part, one in parts.items()}
    told = {name: verdicts[name]["answer"] for name in everything}

    assert {name for name, columns in told.items() if columns is None} <= TOO_DEEP
    read = {name: columns for name, columns in told.items() if columns is not None}
    assert read == {name: believed(everything[name]) for name in read}


@pytest.mark.parametrize("name", FAULTS)
def test_googlesql_refuses_what_the_emulator_may_take(verdicts, name: str) -> None:
    assert FAULTS[name][1] in verdicts[name]["error"]
