"""What holds for every table module, whoever wrote it."""

from __future__ import annotations

import ibis
import pytest

from nba_pipeline.contracts import Phase, Today, When
from nba_pipeline.registry import TableModule, all_tables, arguments
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.warehouse.absences import ABSENCES_SCHEMA
from nba_pipeline.warehouse.audit import broken_rows, conformed, day_facts, schema_faults

TABLES = list(all_tables().values())
EXPRESSIONS = [module for module in TABLES if not any(entry.as_frame for entry in module.inputs.values())]


def unbound_inputs(module: TableModule) -> dict[str, ibis.Table]:
    relations = {}
    for name, entry in module.inputs.items():
        contract = all_tables()[entry.table].contract
        relations[name] = ibis.table(
            contract.schema(entry.seen.visible(contract)), name=contract.short_name, database=contract.dataset
        )
    for name, fetched in module.fetched.items():
        relations[name] = ibis.table(ANSWERS[fetched.kind], name=f"answer_{fetched.kind}")
    for name in module.absences:
        relations[name] = ibis.table(ABSENCES_SCHEMA, name=name)
    return relations


@pytest.mark.parametrize("module", EXPRESSIONS, ids=lambda module: module.name)
def test_the_rows_have_the_columns_that_the_contract_promises(module: TableModule) -> None:
    assert schema_faults(module.contract, module.build(**unbound_inputs(module)).schema()) == []


@pytest.mark.parametrize("module", EXPRESSIONS, ids=lambda module: module.name)
def test_the_table_compiles_to_bigquery(module: TableModule) -> None:
    relations = unbound_inputs(module)
    rows = conformed(module.contract, module.build(**relations))
    asked = [f(**arguments(f, relations)) for f in (module.expected_games, module.set_aside) if f]
    if module.held_back:
        stage = ibis.table(module.contract.schema(), name="stage")
        asked.append(module.held_back(**arguments(module.held_back, {**relations, "rows": stage})))
    if module.traced:
        published = ibis.table(module.contract.schema(), name="published")
        asked.append(module.traced(published, ibis.table(module.contract.schema(), name="stage")))

    for expression in (rows, *asked):
        sql = ibis.to_sql(expression, dialect="bigquery")
        assert sql.startswith(("SELECT", "WITH"))


@pytest.mark.parametrize("module", TABLES, ids=lambda module: module.name)
def test_the_audit_compiles_to_bigquery(module: TableModule) -> None:
    stage = ibis.table(module.contract.schema(), name="stage")

    for expression in (broken_rows(module.contract, stage), day_facts(module.contract, stage)):
        assert "`stage`" in ibis.to_sql(expression, dialect="bigquery")


@pytest.mark.parametrize("module", EXPRESSIONS, ids=lambda module: module.name)
def test_the_sql_stays_readable(module: TableModule) -> None:
    """An expression that repeats itself explodes when it is compiled: it wants to be two tables."""
    rows = conformed(module.contract, module.build(**unbound_inputs(module)))

    assert len(ibis.to_sql(rows, dialect="bigquery")) < 100_000


@pytest.mark.parametrize("module", TABLES, ids=lambda module: module.name)
def test_every_float_is_bounded_or_says_why_it_may_be_missing(module: TableModule) -> None:
    unbounded = [c.name for c in module.contract.columns if c.type is float and c.low is None and c.high is None]

    assert unbounded == []


@pytest.mark.parametrize("module", [m for m in TABLES if When.PREGAME in m.contract.when], ids=lambda m: m.name)
def test_a_pregame_table_cannot_name_what_its_games_will_bring(module: TableModule) -> None:
    for name, entry in module.inputs.items():
        if isinstance(entry.seen, Today):
            hidden = [c.name for c in all_tables()[entry.table].contract.columns if c.after_game]
            relation = unbound_inputs(module)[name]
            assert not set(hidden) & set(relation.columns)


def test_the_phases_are_all_there() -> None:
    assert {module.contract.phase for module in TABLES} == set(Phase)


def test_the_score_is_hidden_before_the_game() -> None:
    schedule = all_tables()["nba_raw.schedule"].contract

    hidden = {column.name for column in schedule.columns if column.after_game}

    assert hidden == {"status", "home_score", "away_score"}
