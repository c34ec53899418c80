"""A table that no rule judges is missed all the same."""

from __future__ import annotations

import pytest
from faults.league_desk import TODAY
from reconciler import Reconciler, answer

from nba_pipeline.contracts import Phase
from nba_pipeline.registry import all_tables
from nba_pipeline.reliability.published import unjudged
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.reliability.rulebook import judge_of

FORM = "player_form"
RULE = "Published Tables, precompute"


def test_every_table_is_looked_after_by_one_kind_of_rule():
    looked_after = [module.name for phase in Phase for module in unjudged(phase)]
    judged = [name for name, module in all_tables().items() if judge_of(module.contract.short_name)]

    assert sorted(looked_after + judged) == sorted(all_tables())


def test_a_whole_day_has_every_table(reconciler: Reconciler):
    reconciled = reconciler.of()

    assert reconciled.status == "PASS"
    assert answer(reconciled, RULE).status is RuleStatus.PASS


def test_a_table_that_was_never_published_is_named(reconciler: Reconciler):
    reconciler.lose(FORM)

    reconciled = reconciler.of()

    assert [gap.rule.name for gap in reconciled.gaps] == [RULE]
    (gap,) = reconciled.gaps
    assert gap.missing == [f"nba_precompute.{FORM}"]
    assert gap.message == f"Not published: nba_precompute.{FORM}"
    assert gap.reason == f"nba_precompute.{FORM}: it was never published"
    assert gap.actual == gap.expected - 1


@pytest.mark.parametrize("name", [m.contract.short_name for phase in Phase for m in unjudged(phase)])
def test_each_table_without_a_judge_is_missed(reconciler: Reconciler, name: str):
    reconciler.lose(name)

    assert any(f".{name}" in missing for gap in reconciler.of().gaps for missing in gap.missing)


def test_before_the_games_only_what_is_made_before_them_is_due(afternoon: Reconciler):
    afternoon.desk.clock.moment = afternoon.desk.clock.moment.replace(hour=23, minute=59)  # 18:59 in the East

    pending = {r.rule.name for r in afternoon.of().results if r.status is RuleStatus.PENDING}

    assert {RULE, "Published Tables, raw"} <= pending


def test_a_table_that_cannot_be_read_is_an_error_not_a_pass(reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> str:
        raise RuntimeError("the file is damaged")

    monkeypatch.setattr("nba_pipeline.reliability.evidence.Evidence.doubt", broken)

    result = answer(reconciler.of(), RULE)

    assert (result.status, result.severity) == (RuleStatus.ERROR, "HIGH")
    assert result.message == "The check could not run: RuntimeError: the file is damaged"
    assert result.game_date == TODAY
