"""The hours of all jobs, US/Eastern, in one place: for schedules and sensors, for the replay of past days, and for
whoever asks whether a table is due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from nba_pipeline.contracts import When
from nba_pipeline.game_day import EASTERN, Days, eastern, game_day_of, is_off_season
from nba_pipeline.statuses import DayState

# Before the games of the day. The last run before them is at the day's last call, so long before the first tip-off.
PREGAME_HOURS = (time(11), time(16))
LAST_CALL = timedelta(minutes=15)

# After the games, in the morning of the next day: the last game of a night in the West ends about 01:30. What a
# source publishes hours later, like shot zones, is there before the next day's first run.
POSTGAME_HOURS = (time(5), time(10))

# A job has this long from its first hour on: the first of them makes every table, the later ones make it newer.
GRACE = timedelta(hours=1)

# Yesterday, when its grades are there; by 06:15 the operator has the verdict, or the dead-man's switch speaks.
RECONCILE_HOUR = time(6)

# The last seven days against the source: after the verdict, which nothing is to delay, and before the first run
# of the day, which is to know what was corrected.
CORRECTIONS_HOUR = time(7)
CORRECTED_FOR = 7  # days

# On Mondays, when the first run before the games has made what the model needs.
MODEL_HOUR, MODEL_WEEKDAY = time(12), 1  # cron counts Sunday as 0

# A gap is retried each hour, this often a day.
ATTEMPTS_A_DAY = 3

# Between the runs of the hours, how often the lines are compared with what was published.
LINES_LOOKED_AT_EVERY = timedelta(minutes=30)

JOBS = {"pregame": When.PREGAME, "postgame": When.POSTGAME}

EVERY_DAY = {
    "pregame": PREGAME_HOURS,
    "postgame": POSTGAME_HOURS,
    "reconcile": (RECONCILE_HOUR,),
    "corrections": (CORRECTIONS_HOUR,),
}


@dataclass(frozen=True, order=True)
class DueRun:
    """A daily job that is due at a moment, in UTC, for a game day."""

    moment: datetime
    job: str
    day: date


def due_runs(day: date, last_call: datetime | None) -> Sequence[DueRun]:
    """The runs of a game day in their order; `last_call` is None on a day without games.

    The hours that come before the last call, the last call, and those of the morning after. On a day without games
    the first hour of each job counts: its tables are empty for a reason, which is published once.
    """
    before = [eastern(day, hour) for hour in PREGAME_HOURS]
    after = [eastern(day + timedelta(days=1), hour) for hour in POSTGAME_HOURS]
    if last_call is None:
        before, after = before[:1], after[:1]
    else:
        before = [*(hour for hour in before if hour < last_call), last_call]
    moments = [*((moment, "pregame") for moment in before), *((moment, "postgame") for moment in after)]
    return [DueRun(moment, job, day) for moment, job in moments]


def due_hour(when: When) -> time:
    """By when a table is made each day: of its daily jobs, the one that comes first in the day it is for."""
    first = PREGAME_HOURS[0] if When.PREGAME in when else POSTGAME_HOURS[0]
    return (datetime.combine(date.min, first) + GRACE).time()


def due_by(when: When, day: date) -> datetime:
    """When the tables that are made then have to be there for a game day, in UTC."""
    return eastern(day if When.PREGAME in when else day + timedelta(days=1), due_hour(when))


def is_due(when: When, day: date, now: datetime) -> bool:
    """Whether the tables that are made then have to be there for a game day. Nothing is due of the summer."""
    return not is_off_season(day) and now >= due_by(when, day)


def due_in_words(when: When, day: date, now: datetime) -> str:
    """Since when the tables that are made then are due for a game day, or until when they are not."""
    if is_off_season(day):
        return "off-season, nothing is due"
    hour = f"{due_by(when, day).astimezone(EASTERN):%Y-%m-%d %H:%M} Eastern"
    return f"due since {hour}" if is_due(when, day, now) else f"not due yet, due by {hour}"


def next_hour(now: datetime, state_at: Callable[[date, datetime], DayState]) -> DueRun:
    """The job of the hours that runs next, if a game day is at a moment in the state that `state_at` says.

    As the schedules decide it: in the summer, and of a day without games or whose games have begun, hours are left out.
    """
    for run in sorted(_hours(game_day_of(now))):
        if run.moment > now and _takes_place(run) and not _is_spared(run, state_at):
            return run
    raise AssertionError("yesterday is reconciled on every day of the year")


def _hours(today: date) -> Iterator[DueRun]:
    """Every hour of today and tomorrow."""
    for day in (today, today + timedelta(days=1)):
        for job, hours in EVERY_DAY.items():
            of = day if job == "pregame" else day - timedelta(days=1)
            yield from (DueRun(eastern(day, hour), job, of) for hour in hours)
        if day.isoweekday() % 7 == MODEL_WEEKDAY:
            yield DueRun(eastern(day, MODEL_HOUR), "model_refresh", day)


def _takes_place(run: DueRun) -> bool:
    """Whether the calendar leaves the hour its run."""
    if run.job == "reconcile":
        return True
    looks_back = CORRECTED_FOR - 1 if run.job == "corrections" else 0
    return not all(is_off_season(day) for day in Days(run.day - timedelta(days=looks_back), run.day))


def _is_spared(run: DueRun, state_at: Callable[[date, datetime], DayState]) -> bool:
    """Whether a later hour of a daily job has nothing to add to the first one."""
    if run.job not in JOBS or run.moment.astimezone(EASTERN).time() == EVERY_DAY[run.job][0]:
        return False
    state = state_at(run.day, run.moment)
    return state is DayState.NO_GAMES or (run.job == "pregame" and state in (DayState.IN_PROGRESS, DayState.FINAL))


def cron(hour: time, weekday: int | None = None) -> str:
    """That hour of every day, or of one day of the week."""
    return f"{hour.minute} {hour.hour} * * {'*' if weekday is None else weekday}"
