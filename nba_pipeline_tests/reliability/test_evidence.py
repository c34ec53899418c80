"""What rules are shown: all tables are read together, and one that cannot be read hides no other."""

from __future__ import annotations

import pytest
from reconciler import Reconciler

from nba_pipeline.contracts import Table
from nba_pipeline.registry import table
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.warehouse.duckdb.engine import DuckDBEngine
from nba_pipeline.warehouse.errors import ContractChanged

CHANGED = "player_prop_predictions"
READS_IT = {CHANGED, "player_ledger"}  # the ledger is brought up to date from it before it is judged


def test_a_table_of_another_contract_is_the_error_of_the_rules_that_read_it_alone(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = DuckDBEngine.ensure

    def ensure(engine: DuckDBEngine, asked: Table) -> None:
        if asked.name == table(CHANGED).name:
            raise ContractChanged(f"{asked.name} was made from another contract")
        honest(engine, asked)

    monkeypatch.setattr(DuckDBEngine, "ensure", ensure)

    reconciled = reconciler.of()

    errors = {found.rule.id for found in reconciled.results if found.status is RuleStatus.ERROR}
    assert errors == {rule.id for rule in all_rules() if READS_IT & {*rule.inputs, *rule.needs}}
    assert "was made from another contract" in " ".join(gap.message for gap in reconciled.gaps)
