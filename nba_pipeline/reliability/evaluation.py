"""Judges game days by rules. Each rule is judged on its own; what follows from another's gap says from which."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.reliability.day_state import GameDay, game_days
from nba_pipeline.reliability.evidence import Evidence
from nba_pipeline.reliability.results import Result, RuleStatus, told
from nba_pipeline.reliability.rulebook import judge_of
from nba_pipeline.reliability.rules.base import Due, Rule
from nba_pipeline.reliability.tallies import Counted, Tally, tallies
from nba_pipeline.statuses import DayState
from nba_pipeline.warehouse.engine import Engine

SCHEDULE = "schedule"


def evaluate(engine: Engine, days: Days, now: datetime, rules: Sequence[Rule]) -> dict[GameDay, list[Result]]:
    """Every rule's answer for every day. An exception becomes the ERROR of its rule, for the days it was due."""
    names = {name for rule in rules for name in (*rule.inputs, *rule.needs)}
    evaluation = Evaluation(Evidence(engine, days, {SCHEDULE, *names}), now)
    for _, of_phase in groupby(rules, key=attrgetter("phase")):
        evaluation.judge(list(of_phase))
    return {day: [evaluation.answers[rule.id][day.game_date] for rule in rules] for day in evaluation.states}


class Evaluation:
    """One evaluation of a range of days. `answers` grow by id and day, earlier phases first."""

    def __init__(self, evidence: Evidence, now: datetime) -> None:
        self.states = states(evidence, now)
        self.answers: dict[str, dict[date, Result]] = {}
        self._evidence = evidence

    def judge(self, rules: Sequence[Rule]) -> None:
        """Judge by these rules, in their order; what they look for is counted for all of them at once."""
        due = {rule.id: [day for day in self.states if not _undue(rule, day)] for rule in rules}
        counted = tallies([rule for rule in rules if due[rule.id]], self._evidence)
        for rule in rules:
            self.answers[rule.id] = {day.game_date: undue for day in self.states if (undue := _undue(rule, day))}
            if due[rule.id]:
                self.answers[rule.id] |= self._answers(rule, due[rule.id], counted[rule.id])

    def _answers(self, rule: Rule, days: Sequence[GameDay], counted: Counted | Exception) -> dict[date, Result]:
        """The answer for each day; an error in counting, or in judging what was counted, is the answer for all."""
        try:
            if isinstance(counted, Exception):
                raise counted
            return {day.game_date: self._answer(rule, day, counted.get(day.game_date, Tally())) for day in days}
        except Exception as error:  # recorded as the rule's answer, which is a failure
            could_not = f"The check could not run: {told(error)}"
            return {day.game_date: Result(rule, day.game_date, RuleStatus.ERROR, could_not) for day in days}

    def _answer(self, rule: Rule, day: GameDay, tally: Tally) -> Result:
        if rule.judges_presence and rule.judged == SCHEDULE and day.state is DayState.UNKNOWN:
            return Result(rule, day.game_date, RuleStatus.FAIL, day.reason, missing=[f"schedule of {day.game_date}"])
        for against in rule.measured_against:
            doubt = self._doubt(against, day)
            if doubt:
                return _blocked(rule, day, doubt, by=against)
        lost = {game: t for t in rule.measured_against for game in self._evidence.holes(t, day.game_date)}
        if not tally.expected:
            return self._nothing_expected(rule, day, lost)
        status, by = RuleStatus.PASS, None
        if not rule.condition.holds(tally.expected, tally.actual):
            by = self._explanation(rule, day, tally, lost)
            status = RuleStatus.BLOCKED if by else RuleStatus.FAIL
        return Result(
            rule,
            day.game_date,
            status,
            f"{tally.actual} of {tally.expected} {rule.counts[0]}"
            if status is RuleStatus.PASS
            else _sentence(rule, day, tally),
            expected=tally.expected,
            actual=tally.actual,
            missing=tally.missing,
            unlisted=tally.unlisted,
            reason=self._why_missing(rule, day, tally.games),
            blocked_by=by,
            graded=None if status is RuleStatus.PASS else rule.graded(tally.expected, tally.actual),
        )

    def _doubt(self, against: str, day: GameDay) -> str | None:
        """Why a table that is measured against is not known for certain."""
        if against == SCHEDULE and day.state is DayState.UNKNOWN:
            return day.reason
        return self._evidence.doubt(against, day.game_date)

    def _nothing_expected(self, rule: Rule, day: GameDay, lost: dict[str, str]) -> Result:
        """No subject to look for: because it was lost before, or rightly."""
        if lost:
            table_name = lost[min(lost)]
            holes = self._evidence.holes(table_name, day.game_date)
            named = ", ".join(f"{game} ({why})" for game, why in sorted(holes.items()))
            return _blocked(rule, day, f"{table(table_name).name} lacks {named}", by=table_name)
        for against in rule.measured_against:
            earlier = self._first_judgement(against, day)
            if earlier and earlier.is_gap:
                return _blocked(rule, day, f"{table(against).name} is empty", by=against)
        why = self._reasons(rule.measured_against, day) or self._reasons([rule.judged], day)
        message = f"no {rule.counts[0]}" + (f": {why}" if why else "")
        return Result(rule, day.game_date, RuleStatus.EMPTY_OK, message, expected=0, actual=0)

    def _reasons(self, names: Sequence[str], day: GameDay) -> str:
        """What the receipts of these tables' day give as a reason."""
        receipts = [self._evidence.receipt(name, day.game_date) for name in names]
        return "; ".join(receipt.reason for receipt in receipts if receipt and receipt.reason)

    def _explanation(self, rule: Rule, day: GameDay, tally: Tally, lost: dict[str, str]) -> str | None:
        """By whom a gap is told already: by who lost these very games before, or found the table empty before."""
        if tally.games <= lost.keys():
            return _judge_name(lost[min(tally.games)])
        earlier = self._first_judgement(rule.judged, day)
        if earlier and earlier.rule is not rule and earlier.status is RuleStatus.FAIL and earlier.actual == 0:
            return earlier.rule.name
        return None

    def _first_judgement(self, table_name: str, day: GameDay) -> Result | None:
        """What the first rule that judges a table said of the day, if it has spoken."""
        judge = judge_of(table_name)
        return self.answers.get(judge.id, {}).get(day.game_date) if judge else None

    def _why_missing(self, rule: Rule, day: GameDay, games: Set[str]) -> str | None:
        if not games:
            return None
        holes = self._evidence.holes(rule.judged, day.game_date)
        told = "; ".join(f"{game}: {holes[game]}" for game in sorted(games & holes.keys()))
        return self._evidence.doubt(rule.judged, day.game_date) or told or None


def states(evidence: Evidence, now: datetime) -> list[GameDay]:
    """How far each day is; UNKNOWN, with the error, where the schedule cannot be read."""
    try:
        reading = evidence.of(SCHEDULE)
        games = evidence.engine.fetch(reading.rows).to_pylist()
    except Exception as error:  # the state of the days is what then is not known
        return [GameDay(day, DayState.UNKNOWN, f"the schedule cannot be read: {told(error)}") for day in evidence.days]
    return list(game_days(evidence.days, reading, games, now).values())


def _undue(rule: Rule, day: GameDay) -> Result | None:
    """The answer that the state of the day gives already."""
    if day.state is DayState.NO_GAMES:
        return Result(rule, day.game_date, RuleStatus.EMPTY_OK, day.reason)
    early = (DayState.UPCOMING, DayState.IN_PROGRESS) if rule.due is Due.FINAL else (DayState.UPCOMING,)
    return Result(rule, day.game_date, RuleStatus.PENDING, day.reason) if day.state in early else None


def _blocked(rule: Rule, day: GameDay, why: str, by: str) -> Result:
    return Result(rule, day.game_date, RuleStatus.BLOCKED, f"{rule.name} not judged: {why}", blocked_by=_judge_name(by))


def _judge_name(table_name: str) -> str:
    """Who answers for a table: the first rule that judges it, or else the table itself."""
    judge = judge_of(table_name)
    return judge.name if judge else table(table_name).name


def _sentence(rule: Rule, day: GameDay, tally: Tally) -> str:
    named = ", ".join(tally.missing)
    return rule.sentence.format(
        date=day.game_date,
        expected=tally.expected,
        actual=tally.actual,
        missing=tally.expected - tally.actual,
        percent=f"{100 * tally.actual / tally.expected:.1f}",
        named=f"{named} and {tally.unlisted} more" if tally.unlisted else named,
    )
