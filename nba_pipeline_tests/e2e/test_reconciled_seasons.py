"""Two real seasons, reconciled at once: one known hole that weighs HIGH, and what else the archive lacks, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from nba_pipeline.game_day import Days
from nba_pipeline.reliability.reconciliation import Reconciliation, reconcile
from nba_pipeline.reliability.results import RuleStatus
from nba_pipeline.statuses import DayState
from nba_pipeline.world import World

CUP_FINAL = date(2025, 12, 16)
PLAYOFFS_WITHOUT_ZONES = [date(2025, 5, day) for day in (8, 10, 11)]
LEARNED = ("points_model_v1", "ensemble_v1", "market_aware_v1")
REPORTS_END = Days(date(2025, 11, 8), date(2025, 11, 15))


@pytest.fixture(scope="module")
def reconciled(seasons_home: Path, open_home: Callable[[Path], World]) -> Sequence[Reconciliation]:
    world = open_home(seasons_home)
    with world.engine:
        return reconcile(world.engine, world.clock, Days(date(2024, 10, 22), date(2026, 1, 31)))


def test_nothing_weighs_high_but_the_game_that_the_archive_lacks(reconciled: Sequence[Reconciliation]) -> None:
    high = [(one.day.game_date, gap) for one in reconciled for gap in one.gaps if gap.severity == "HIGH"]
    (lost,) = [gap for _, gap in high if gap.status is RuleStatus.FAIL]

    assert {day for day, _ in high} == {CUP_FINAL}
    assert (lost.rule.name, list(lost.missing)) == ("Boxscores vs Schedule", ["0062500001"])
    assert lost.reason == "0062500001: the archive holds no player boxscores of 2025-12-16, one of its known holes"
    assert {gap.blocked_by for _, gap in high if gap is not lost} == {"Boxscores vs Schedule"}


def test_whatever_else_is_found_is_told_with_what_the_archive_lacks(reconciled: Sequence[Reconciliation]) -> None:
    found = [
        (one.day.game_date, gap.rule.id, gap) for one in reconciled for gap in one.gaps if gap.severity == "MEDIUM"
    ]
    told = {(day, rule) for day, rule, gap in found if gap.status is RuleStatus.FAIL}
    facts = {rule: " ".join(text for _, of, gap in found for text in gap.missing if of == rule) for _, rule in told}

    # where systems lean, it is said of whom and how far
    assert {rule for _, rule in told} == {"C3-others", "D2", "D3"}
    assert {day for day, rule in told if rule == "C3-others"} == set(PLAYOFFS_WITHOUT_ZONES) | set(REPORTS_END)
    assert "the archive holds no shot zones of 2025-05-08, one of its known holes" in facts["C3-others"]
    assert "the archive holds no injury report of 2025-11-09, one of its known holes" in facts["C3-others"]


def test_systems_lean_on_a_few_days_of_the_two_seasons(reconciled: Sequence[Reconciliation]) -> None:
    leaning = {one.day.game_date: gap.missing for one in reconciled for gap in one.gaps if gap.rule.id == "D2"}

    assert len(leaning) < 10
    told = " ".join(text for missing in leaning.values() for text in missing)
    assert not [system for system in LEARNED if system in told]  # not on an opening night either


def test_late_january_is_whole_but_for_one_line(reconciled: Sequence[Reconciliation]) -> None:
    january = Days(date(2026, 1, 10), date(2026, 1, 31))
    gaps = {
        (one.day.game_date, gap.rule.id, *gap.missing)
        for one in reconciled
        for gap in one.gaps
        if one.day.game_date in january
    }

    assert gaps == {(date(2026, 1, 10), "D3", "Brice Sensabaugh: 16.25 is no multiple of a half")}
    assert {one.day.state for one in reconciled} == {DayState.FINAL, DayState.NO_GAMES}
