"""A game day as a card: what its last reconciliation said, as long as that is still to be believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from urllib.parse import urlencode

from nba_pipeline.alerts.acceptances import Acceptance, acceptance_of
from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.known import Known
from nba_pipeline.dashboard.marks import unseen
from nba_pipeline.game_day import EASTERN, Days, eastern, game_day_of, is_off_season
from nba_pipeline.hours import RECONCILE_HOUR
from nba_pipeline.orchestration.jobs import DAYS_TAG
from nba_pipeline.reliability.history import JudgedDay
from nba_pipeline.reliability.on_record import Answer
from nba_pipeline.reliability.rulebook import all_rules
from nba_pipeline.reliability.rules.base import Severity
from nba_pipeline.statuses import DayState

UNKNOWN = "UNKNOWN"
NEVER_RECONCILED = "never reconciled"


def due_at(day: date) -> datetime:
    """From when on the reconciliation of a game day has to be there, in UTC."""
    return eastern(day + timedelta(days=1), RECONCILE_HOUR)


def last_due(now: datetime) -> date:
    """The last game day whose reconciliation has to be there."""
    yesterday = game_day_of(now) - timedelta(days=1)
    return yesterday if now >= due_at(yesterday) else yesterday - timedelta(days=1)


def outdated(judged: JudgedDay, now: datetime) -> str | None:
    """Why a reconciliation is no longer the day's: its games were not over, and the one after them is due."""
    if judged.status != "PENDING" and judged.day_state not in (DayState.UPCOMING, DayState.IN_PROGRESS):
        return None
    due = due_at(judged.game_date)
    if judged.evaluated_at >= due or now < due:
        return None
    return f"last evaluated {judged.evaluated_at.astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern while {judged.day_state}"


def verdict(judged: JudgedDay | None, now: datetime) -> JudgedDay | None:
    """What is known of a day; None where nothing is. A gap that was found stays one until the day is judged again."""
    return None if judged is None or (outdated(judged, now) and not judged.gaps) else judged


@dataclass(frozen=True)
class Missing:
    """What is missing, by name and with what was found of it, and where the ledger tells of it."""

    name: str
    link: str


@dataclass(frozen=True)
class Gap:
    """A gap of a day, and, where somebody accepted it as it is, the acceptance."""

    phase: int
    check: str
    severity: str
    status: str
    message: str
    missing: Sequence[Missing]
    unlisted: int
    reason: str | None
    blocked_by: str | None
    accepted: Acceptance | None = None


@dataclass(frozen=True)
class DayCard:
    """A game day as it was last reconciled. `level` is red with any HIGH gap, orange with others, grey if unknown.

    `awaited`: it is to be reconciled, for the first time or again.
    """

    game_date: date
    status: str
    level: str
    reason: str
    day_state: str | None = None
    evaluated_at: datetime | None = None
    gaps: Sequence[Gap] = ()
    high: int = 0
    checks: Sequence[Mapping[str, object]] = ()
    awaited: bool = False

    @property
    def runs(self) -> str:
        """Where Dagster's pages have the runs of the day."""
        return f"/runs?{urlencode({'q[]': f'tag:{DAYS_TAG}={self.game_date}'})}"

    @property
    def banner(self) -> str | None:
        """The sentence that the operator knows, where there are gaps."""
        if not self.gaps:
            return None
        found = f"R-007: {len(self.gaps)} data gap(s) detected for {self.game_date}"
        return f"{found} ({self.high} HIGH severity)"

    @property
    def own_gaps(self) -> Sequence[Gap]:
        """The gaps to mend: those that follow from no other."""
        return [gap for gap in self.gaps if gap.blocked_by is None]

    @property
    def blocked_gaps(self) -> Sequence[Gap]:
        """The gaps that close by themselves with the one that they follow from."""
        return [gap for gap in self.gaps if gap.blocked_by is not None]

    @property
    def severities(self) -> Mapping[str, int]:
        """How many gaps of each severity, the worst first."""
        counts = {severity.value: sum(gap.severity == severity for gap in self.gaps) for severity in Severity}
        return {severity: count for severity, count in counts.items() if count}


def day_card(
    day: date, judged: JudgedDay | None, now: datetime, why_unknown: str, accepted: Sequence[Acceptance] = ()
) -> DayCard:
    """The card of a day. A gap that was accepted counts as any other: the day keeps it, and its colour."""
    doubt = judged and outdated(judged, now)
    known = verdict(judged, now)
    if known is None:
        return DayCard(day, UNKNOWN, "grey", doubt or why_unknown, awaited=True)
    gaps = [_gap(row, accepted) for row in known.gaps]
    level = {"PASS": "green", "PENDING": "blue"}.get(known.status, "red" if known.high else "orange")
    if known.day_state is DayState.UNKNOWN:
        level = "red"
    reason = _counted(gaps) if gaps else _in_words(known)
    return DayCard(
        game_date=day,
        status=known.status,
        level=level,
        reason=f"{reason}, {doubt}" if doubt else reason,
        day_state=known.day_state.value,
        evaluated_at=known.evaluated_at,
        gaps=gaps,
        high=known.high,
        checks=known.rows,
        awaited=doubt is not None,
    )


def _gap(row: Mapping[str, object], accepted: Sequence[Acceptance]) -> Gap:
    answer = Answer.from_row(row)
    return Gap(
        phase=answer.phase,
        check=answer.check_name,
        severity=answer.severity,
        status=answer.status,
        message=answer.message,
        missing=[_missing(name, answer) for name in answer.missing],
        unlisted=int(str(row["missing_unlisted"])),
        reason=None if row["reason"] is None else str(row["reason"]),
        blocked_by=answer.blocked_by,
        accepted=acceptance_of(answer, accepted),
    )


def _missing(name: str, answer: Answer) -> Missing:
    subject = name.partition(": ")[0]  # beside it stands what was found
    asked = {"player": subject} if answer.rule_id in _rules_of_players() else {}
    return Missing(name, f"/ledger?{urlencode({'date': answer.game_date, **asked})}")


@cache
def _rules_of_players() -> frozenset[str]:
    """The rules that look for players, and so name them."""
    return frozenset(rule.id for rule in all_rules() if {"players", "names"} & set(rule.counts[0].split()))


def _counted(gaps: Sequence[Gap]) -> str:
    accepted = sum(gap.accepted is not None for gap in gaps)
    return f"{len(gaps)} {'gap' if len(gaps) == 1 else 'gaps'}" + (f", {accepted} of them accepted" if accepted else "")


def _in_words(judged: JudgedDay) -> str:
    words = {
        DayState.NO_GAMES: "no games",
        DayState.UPCOMING: "its games are still to come",
        DayState.IN_PROGRESS: "its games are going on",
        DayState.FINAL: "nothing is missing",
    }
    return words[judged.day_state]


def cards(
    facts: Facts, days: Days
) -> tuple[list[DayCard], Known[Mapping[date, JudgedDay]], Known[Sequence[Acceptance]]]:
    """A card for each day, the newest first, and what they were made from."""
    known, acceptances = facts.judged(days), facts.acceptances()
    judged, accepted, now = known.value or {}, acceptances.value or (), facts.clock.now()
    found = [
        day_card(day, judged.get(day), now, unseen(known) or _why_unknown(day, now), accepted)
        for day in reversed(list(days))
    ]
    return found, known, acceptances


def _why_unknown(day: date, now: datetime) -> str:
    if is_off_season(day):
        return "off-season, nothing is to be reconciled"
    due = due_at(day)
    if now >= due:
        return NEVER_RECONCILED
    return f"not reconciled yet, which is due by {due.astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern"
