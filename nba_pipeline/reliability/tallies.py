"""Counts what rules look for: one query for all rules of a phase, whatever the number of days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from nba_pipeline.contracts import PARTITION
from nba_pipeline.reliability.evidence import Evidence, schema_of
from nba_pipeline.reliability.rules.base import Rule
from nba_pipeline.warehouse.questions import answers
from nba_pipeline.warehouse.templates import Query

# So many subjects are named, of each rule and day; the rest is counted. No day has more games.
LISTED = 20


@dataclass(frozen=True)
class Tally:
    """What a rule counts on one day. `missing` are the first of the missing subjects, `games` those of all of them."""

    expected: int = 0
    actual: int = 0
    missing: Sequence[str] = ()
    games: frozenset[str] = frozenset()

    @property
    def unlisted(self) -> int:
        return self.expected - self.actual - len(self.missing)


Counted: TypeAlias = Mapping[date, Tally]


def tallies(rules: Sequence[Rule], evidence: Evidence) -> dict[str, Counted | Exception]:
    """What each rule, by its id, counts on each day on which it expects anything; or why it could not.

    All are asked for in one query. Where that fails each is asked by itself: one rule's error is no other's.
    """
    questions: dict[str, Query] = {}
    found: dict[str, Counted | Exception] = {}
    for rule in rules:
        try:
            questions[rule.id] = _question(rule, evidence)
        except Exception as error:  # recorded as the rule's answer, which is a failure
            found[rule.id] = error
    try:
        answered = answers(evidence.engine, questions)
    except Exception:  # asked again by themselves, those that fail say why
        return found | {name: _alone(evidence, question) for name, question in questions.items()}
    return found | {name: _counted(rows) for name, rows in answered.items()}


def _alone(evidence: Evidence, question: Query) -> Counted | Exception:
    try:
        return _counted(evidence.engine.fetch(question))
    except Exception as error:  # recorded as the rule's answer, which is a failure
        return error


def _question(rule: Rule, evidence: Evidence) -> Query:
    relations = {name: evidence.of(name, rule.seen.get(name)).rows for name in rule.inputs}
    return evidence.engine.template(f"rule {rule.id} {rule.claim}", lambda: counts(rule), relations)


def _counted(answer: pa.Table) -> Counted:
    days: dict[date, list[Mapping[str, Any]]] = {}
    for row in answer.to_pylist():
        days.setdefault(row[PARTITION], []).append(row)
    return {day: _tally(rows) for day, rows in days.items()}


def counts(rule: Rule) -> ir.Table:
    """Per day, how many subjects are expected and how many of them are there: beside each of the first missing
    ones and one of each further game that misses any, by game_id and subject, or once where none is missing.
    """
    rows = rule.expression(**{name: ibis.table(schema_of(name), name=name) for name in rule.inputs})
    if "fact" not in rows.columns:
        rows = rows.mutate(fact=ibis.null("string"))
    counted = rows.group_by(PARTITION).agg(expected=rows.count(), actual=rows.count(where=rows.present))
    missing = rows.filter(~rows.present).mutate(game_id=_.game_id.fill_null(""))
    in_order = ibis.window(group_by=PARTITION, order_by=["game_id", "subject"])
    of_game = ibis.window(group_by=[PARTITION, "game_id"], order_by="subject")
    ranked = missing.mutate(place=ibis.row_number().over(in_order), of_game=ibis.row_number().over(of_game))
    listed = ranked.filter((_.place < LISTED) | (_.of_game == 0))
    listed = listed.select(PARTITION, "game_id", "subject", "fact", "place")
    return counted.left_join(listed, PARTITION, rname="missing_{name}").drop(f"missing_{PARTITION}")


def _tally(rows: Sequence[Mapping[str, Any]]) -> Tally:
    missing = sorted((row for row in rows if row["game_id"] is not None), key=lambda row: row["place"])
    named = [_named(row["subject"], row["fact"]) for row in missing if row["place"] < LISTED]
    return Tally(rows[0]["expected"], rows[0]["actual"], named, frozenset(row["game_id"] for row in missing))


def _named(subject: str, fact: str | None) -> str:
    return subject if fact is None else f"{subject}: {fact}"
