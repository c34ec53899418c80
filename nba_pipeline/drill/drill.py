"""The drill: a control day without defect, then each defect on a copy of it, and what came of each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import dagster as dg

from nba_pipeline.aliases import FILE as ALIASES_FILE
from nba_pipeline.drill.aside import copy_days, drill_day
from nba_pipeline.drill.defects.base import Defect, Stage
from nba_pipeline.drill.rehearsal import Moments, Rehearsal
from nba_pipeline.game_day import Days
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.orchestration.replay import last_call
from nba_pipeline.settings import Settings
from nba_pipeline.sources.answers import conform
from nba_pipeline.sources.base import whole
from nba_pipeline.warehouse.connection import open_warehouse
from nba_pipeline.world import World


def live(day: Rehearsal) -> None:
    """A day as it should be."""
    day.pregame()
    day.postgame()
    day.reconcile()


CONTROL = Defect(0, "control: no defect", "the day is lived through as it was", Stage.MORNING, live)
_COPIED = "copied"

# What all copies share: SQL that is compiled once, and models that are named by their content.
_SHARED = ("compiled", "models")
_LOCK_TIMEOUT = 2.0  # seconds; in a drill nobody else works on the copy but a defect


@dataclass(frozen=True)
class Outcome:
    """What came of a defect: who caught it and after how many seconds, the alerts, and what is wrong with the drill."""

    defect: Defect
    caught: Sequence[str]
    phases: Sequence[int]
    seconds: float | None
    alerts: int
    damaged: Sequence[str]
    faults: Sequence[str]
    lasted: float

    @property
    def is_well(self) -> bool:
        """Caught by all who must, or green, told as often as it must be, and nothing good was lost."""
        return not self.faults and not self.damaged


class Drill:
    """A drill on one home. Everything that it makes lies in a directory of its own, which is removed at the end."""

    def __init__(self, pipeline: Pipeline, directory: Path) -> None:
        self._source = pipeline.source
        self._settings = pipeline.settings
        self._directory = directory
        with pipeline.open_engine(read_only=True) as engine:
            day, day_before = drill_day(engine, pipeline.clock)
            for name in _SHARED:
                _share(pipeline.settings.home / name, directory / name)
            settings = self._home(_COPIED)
            with open_warehouse(settings) as copy:
                self.copied = copy_days(engine, copy, day)
        self.moments = self._moments(settings, day, day_before)
        self._said_anyway: set[tuple[str, str | None, str, str]] = set()

    def control(self) -> Outcome:
        """Live through the day without defect; the states in between are what defects start from.

        The day before is reconciled, as it is on every morning.
        """
        began = monotonic()
        with self._rehearsing(_COPIED, "control") as rehearsal:
            rehearsal.reconcile(rehearsal.moments.day_before)
            self._keep(rehearsal, Stage.MORNING)
            rehearsal.pregame()
            self._keep(rehearsal, Stage.AFTERNOON)
            rehearsal.postgame()
            rehearsal.reconcile()
            self._keep(rehearsal, Stage.PLAYED)
            self._said_anyway = {report.words for report in rehearsal.reports}
            return _outcome(CONTROL, rehearsal, began)

    def rehearse(self, defect: Defect) -> Outcome:
        """Inject one defect and see what comes of it."""
        began = monotonic()
        with self._rehearsing(defect.stage.name, f"defect-{defect.number}") as rehearsal:
            defect.inject(rehearsal)
            # what is said of the day without the defect as well, has not caught it
            rehearsal.reports = [r for r in rehearsal.reports if r.words not in self._said_anyway]
            return _outcome(defect, rehearsal, began)

    @contextmanager
    def _rehearsing(self, stage: str, name: str) -> Iterator[Rehearsal]:
        settings = self._home(name, like=stage)
        try:
            with dg.DagsterInstance.ephemeral() as instance:
                yield Rehearsal(settings, self._source, self.moments, instance)
        finally:
            shutil.rmtree(settings.home)

    def _home(self, name: str, like: str | None = None) -> Settings:
        """Settings for a copy of a stage, or for a new home."""
        home = self._directory / "homes" / name
        if like is not None:
            shutil.copytree(self._directory / "homes" / like, home, symlinks=True)
        else:
            home.mkdir(parents=True)
            for shared in _SHARED:
                (home / shared).symlink_to(self._directory / shared)
            if (self._settings.home / ALIASES_FILE).exists():
                shutil.copy2(self._settings.home / ALIASES_FILE, home)
        return self._settings.model_copy(
            update={"home": home, "warehouse": "duckdb", "lock_timeout": _LOCK_TIMEOUT, "now": None}
        )

    def _keep(self, rehearsal: Rehearsal, stage: Stage) -> None:
        shutil.copytree(rehearsal.settings.home, self._directory / "homes" / stage.name, symlinks=True)

    def _moments(self, settings: Settings, day: date, day_before: date) -> Moments:
        with open_warehouse(settings) as engine:
            pipeline = Pipeline(given=settings)
            world = World(engine, self._source, settings.landing_dir, settings.models_dir, pipeline.clock)
            call = last_call(day, world)
        scheduled = whole(self._source.fetch("schedule", Days.only(day), pipeline.clock.now()))
        tipoffs = conform("schedule", self._source.parse("schedule", scheduled))["tipoff_at"].to_pylist()
        known = [tipoff for tipoff in tipoffs if tipoff is not None]
        if call is None or not known:
            raise ValueError(f"the source knows no tip-off of {day}, which has games in the warehouse")
        return Moments(day, day_before, call, min(known))


@contextmanager
def drill_on(pipeline: Pipeline) -> Iterator[Drill]:
    """A drill in a directory under the home. Raises CannotDrill, which says what to run first."""
    with TemporaryDirectory(prefix="drill-", dir=_existing(pipeline.settings.home)) as directory:
        yield Drill(pipeline, Path(directory))


def _existing(home: Path) -> Path | None:
    """The home, or, where there is none, the machine's place for what is temporary: reading then says what is wrong."""
    return home if home.is_dir() else None


def _share(origin: Path, copy: Path) -> None:
    if origin.is_dir():
        shutil.copytree(origin, copy)
    else:
        copy.mkdir()


def _outcome(defect: Defect, rehearsal: Rehearsal, began: float) -> Outcome:
    heard = [(catcher, catcher.is_heard_in(rehearsal.reports)) for catcher in defect.caught_by]
    faults = [f"MISSED by {catcher}" for catcher, report in heard if report is None]
    faults += [report.said for report in rehearsal.reports if report.by == "drill"]
    if defect.is_green:
        faults += [f"{r.by} says {r.status}: {r.said}" for r in rehearsal.reports if r.by != "drill"]
    wanted = 0 if defect.is_green else defect.alerts
    told = len(rehearsal.messages)
    if told != wanted if wanted is not None else not told:
        faults.append(f"{told} alerts, not {wanted if wanted is not None else 'at least one'}")
    return Outcome(
        defect,
        caught=[str(catcher) for catcher, report in heard if report is not None],
        phases=sorted({catcher.phase for catcher in defect.caught_by}),
        seconds=max((report.seconds for _, report in heard if report is not None), default=None),
        alerts=told,
        damaged=[*rehearsal.damaged(), *defect.stays.wrong(rehearsal)],
        faults=faults,
        lasted=monotonic() - began,
    )
