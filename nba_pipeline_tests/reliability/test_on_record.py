"""What the ledger of reconciliations is read as: the newest answer of each rule that still stands."""

from __future__ import annotations

from datetime import timedelta

import ibis
from reconciler import ANSWERS, TODAY, Reconciler

from nba_pipeline.game_day import Days
from nba_pipeline.reliability import on_record
from nba_pipeline.reliability.on_record import Answer, newest_answers
from nba_pipeline.reliability.results import RESULTS
from nba_pipeline.reliability.rulebook import all_rules

FACTORS = "every_expected_player_has_factors"


def gaps(reconciler: Reconciler) -> list[str]:
    with reconciler.desk.pipeline.open_engine(read_only=True) as engine:
        answers: list[Answer] = list(newest_answers(engine, Days.only(TODAY)).get(TODAY, []))
    # rows that are put back by hand are no newer than what was made from them: F1 says so, rightly
    found = [answer.check_name for answer in answers if answer.is_gap and answer.rule_id != "F1"]
    return found if answers else ["nothing on record"]


def test_the_newest_answer_of_each_rule_counts(reconciler: Reconciler, monkeypatch) -> None:
    assert gaps(reconciler) == ["nothing on record"]

    lost = reconciler.desk.rows("player_composite_factors", TODAY)
    reconciler.lose("player_composite_factors")
    reconciler.of(TODAY)
    assert gaps(reconciler) == [FACTORS]

    reconciler.rewrite("player_composite_factors", lambda _: lost)
    reconciler.desk.clock.moment += timedelta(minutes=1)
    reconciler.of(TODAY, [rule for rule in all_rules() if rule.name != FACTORS])
    assert gaps(reconciler) == [FACTORS], "what was not asked again still stands"

    monkeypatch.setattr(
        on_record,
        "all_rules",
        lambda: [rule for rule in all_rules() if rule.name != FACTORS],
    )
    assert gaps(reconciler) == [], "a rule that is no longer in the book has no say"
    monkeypatch.undo()

    reconciler.desk.clock.moment += timedelta(minutes=1)
    assert len(reconciler.of(TODAY).results) == ANSWERS
    assert gaps(reconciler) == []


def test_the_question_compiles_for_bigquery() -> None:
    asked = on_record._newest(ibis.table(RESULTS.schema, name="asked"))

    assert "ROW_NUMBER() OVER" in ibis.to_sql(asked, dialect="bigquery")
