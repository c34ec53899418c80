"""The ways of a day: what must stay green, what comes late or is corrected, what shrinks, clock changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from nba_pipeline.drill.catchers import ByRule, Check
from nba_pipeline.drill.defects.base import BOXSCORES, CACHE, GRADES, PREDICTIONS, Defect, Stage, last_good, served
from nba_pipeline.drill.rehearsal import VERDICT, Rehearsal
from nba_pipeline.game_day import EASTERN, Days, eastern, season_days, season_of
from nba_pipeline.registry import all_tables
from nba_pipeline.statuses import DayState

CONTRACT = "contract_holds"
LATER = time(10)  # the second run of the morning after
_AN_HOUR = timedelta(hours=1)


def _no_games(day: Rehearsal) -> None:
    day.misbehave("no_games")
    day.pregame()
    day.postgame()
    day.reconcile()
    _expect_state(day, day.moments.day, DayState.NO_GAMES)


def _in_progress(day: Rehearsal) -> None:
    day.reconcile(at=day.moments.first_tipoff + _AN_HOUR)
    _expect_state(day, day.moments.day, DayState.IN_PROGRESS)
    if not any(row["status"] == "PENDING" for row in day.stored(day.moments.day)):
        day.report("drill", "no rule says that it is too early to tell")


def _looking(day: Rehearsal) -> None:
    """What every page and every command that only shows reads, twice."""
    day.clock.moment = day.moments.after(VERDICT)
    for _ in range(2):
        with day.pipeline.open_engine(read_only=True):
            pass
        for name in all_tables():
            day.look(name)
        day.alerts.record(day.alerts.look_at_warehouse())
    day.hear()


def _found_twice(day: Rehearsal) -> None:
    day.misbehave("dropped_game")
    day.postgame()
    once = len(day.messages)
    day.postgame()
    day.postgame()
    if (once, len(day.messages)) != (1, 1):
        day.report("drill", f"{once} messages after the first look, {len(day.messages)} after the third")


def _shrinking(day: Rehearsal) -> None:
    day.misbehave("dropped_game")
    day.postgame()


def _late_game(day: Rehearsal) -> None:
    """A game of the day before arrives when the day itself was made without it: the day must be made again."""
    _made_of(day, "dropped_game")


def _corrected(day: Rehearsal) -> None:
    """A boxscore of the day before is corrected when the day itself was made of the wrong one."""
    _made_of(day, "misattributed_basket")


def _made_of(day: Rehearsal, fault: str) -> None:
    """The day is made when the day before has that fault, which is mended afterwards."""
    before = day.moments.day_before
    day.misbehave(fault, before)
    day.pipeline.accept_shrink = "so the source says"
    day.postgame(before, LATER)
    day.pipeline.accept_shrink = None
    day.pregame()
    day.postgame()
    day.heal()
    day.clock.moment = day.moments.after(LATER)
    day.run("postgame", Days.only(before))
    day.reconcile(at=day.clock.moment)
    _rebuilt(day)


def _rebuilt(day: Rehearsal) -> None:
    """After the day is made again, it is whole again, and made of what is there now."""
    made_of = day.look(CACHE).receipts[0].inputs
    day.clock.moment = day.moments.after(LATER)
    day.run("all_phases", Days.only(day.moments.day))
    if day.look(CACHE).receipts[0].inputs == made_of:
        day.report("drill", "the day was made again, of the same inputs")


def _clock_change(day: Rehearsal) -> None:
    """The newest day before on which the clocks changed, with 23 or 25 hours: its tables and its state are right."""
    changed = clock_change_before(day.moments.day)
    day.clock.moment = eastern(changed + timedelta(days=1), LATER)  # shot zones come late
    day.run("all_phases", Days.only(changed))
    for name in ("schedule", BOXSCORES):
        if not day.look(name, changed).receipts:
            day.report("drill", f"{name} does not serve {changed}")
    wrong = [r["game_id"] for r in day.rows("schedule", changed) if not _within(r["tipoff_at"], changed)]
    if wrong:
        day.report("drill", f"tip-offs outside of their day: {', '.join(wrong)}")


def _within(moment: datetime | None, day: date) -> bool:
    return moment is None or moment.astimezone(EASTERN).date() == day


def clock_change_before(day: date) -> date:
    """The newest day of a season, before this one, on which the clocks of the East change."""
    while True:
        day -= timedelta(days=1)
        offsets = {eastern(day, time(hour)).astimezone(EASTERN).utcoffset() for hour in (0, 12)}
        if len(offsets) > 1 and day in season_days(season_of(day)):
            return day


def _expect_state(day: Rehearsal, of: date, state: DayState) -> None:
    found = {row["day_state"] for row in day.stored(of)}
    if found != {state.value}:
        day.report("drill", f"{of} is {', '.join(sorted(found)) or 'not reconciled'}, not {state.value}")


DAYS = (
    Defect(
        20,
        "no games",
        "the league does not play on that day",
        Stage.MORNING,
        _no_games,
    ),
    Defect(
        21,
        "a day in progress",
        "the day is reconciled an hour after its first tip-off",
        Stage.AFTERNOON,
        _in_progress,
        stays=served(PREDICTIONS),
    ),
    Defect(
        24,
        "a dashboard view",
        "everything is read, twice, by who only looks",
        Stage.PLAYED,
        _looking,
        stays=served(GRADES),
    ),
    Defect(
        25,
        "the same finding twice",
        "one game's boxscores are dropped, and the job runs three times",
        Stage.AFTERNOON,
        _found_twice,
        (Check(BOXSCORES, CONTRACT, "1 games missing"),),
        alerts=1,
    ),
    Defect(
        26,
        "a shrinking republish",
        "the source leaves out a game that it had told before",
        Stage.PLAYED,
        _shrinking,
        (Check(BOXSCORES, CONTRACT, "without a reason"),),
        last_good(BOXSCORES),
    ),
    Defect(
        27,
        "a late game",
        "a game of the day before comes when the day was made without it",
        Stage.MORNING,
        _late_game,
        (Check(BOXSCORES, CONTRACT, "1 games missing"), ByRule("F1")),
        served(CACHE, GRADES),
    ),
    Defect(
        31,
        "a boxscore is corrected days later",
        "a basket of the day before is given to another player when the day was made",
        Stage.MORNING,
        _corrected,
        (ByRule("F1"),),
        served(CACHE, GRADES),
    ),
    Defect(
        34,
        "clock change (DST) days",
        "the newest day of 23 or 25 hours is lived through",
        Stage.MORNING,
        _clock_change,
    ),
)
