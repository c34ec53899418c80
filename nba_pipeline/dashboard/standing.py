"""How a season's predictions came out and which models served it: judged again only when what is judged has changed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from nba_pipeline.game_day import Days
from nba_pipeline.registry import table
from nba_pipeline.scoring.identical import LINED
from nba_pipeline.scoring.reading import GRADES, Graded, graded_of, read_scored
from nba_pipeline.scoring.scores import Scores, score
from nba_pipeline.warehouse.engine import Engine
from nba_pipeline.warehouse.reading import Reading, read, receipts_of

MODELS = "points_model"

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Standing:
    """The grades of a season's days, from the first that was ever graded, and the model that served each day.

    `graded` is None where no day was graded. `models` are the verified rows of the days, oldest first;
    `without_model` says of days why they have none.
    """

    days: Days
    graded: Graded | None
    models: Sequence[Row]
    without_model: Mapping[date, str]

    def judge(self) -> None:
        """Have the scores and the charts ready."""
        _ = self.charts

    @cached_property
    def scores(self) -> Scores | None:
        """What `nba score` says of these days. It takes seconds, in which the warehouse is closed again."""
        return None if self.graded is None else score(self.graded, self.days)

    @cached_property
    def charts(self) -> Mapping[str, str]:
        """The charts that the scores allow, as SVG by name: `month` and `calibration`."""
        from nba_pipeline.scoring import charts  # drawing takes a while to load

        drawn: dict[str, str] = {}
        if self.scores is not None and self.scores.populations[LINED].slices["month"]:
            drawn["month"] = charts.beside_the_line(self.scores.populations[LINED].slices["month"], "month")
        if self.scores is not None and self.scores.probabilities.rows:
            drawn["calibration"] = charts.calibration(self.scores.probabilities.chances)
        return drawn


class Standings:
    """Looks at seasons, and keeps the last one for as long as the receipts of all that it is made from are the same."""

    def __init__(self) -> None:
        self._evidence: Hashable = None
        self._kept: Standing | None = None

    def of(self, engine: Engine, season: Days) -> Standing:
        """The standing of a season. What its days hold is counted against their receipts each time."""
        models = read(engine, table(MODELS).contract, season)
        ever = receipts_of(engine, [table(GRADES).contract.name], season)
        days = Days(ever[0].game_date, season.last) if ever else season
        grades = read_scored(engine, days) if ever else {}
        evidence = (days, *(_proof(reading) for reading in (models, *grades.values())))
        if self._kept is None or self._evidence != evidence:
            self._kept = Standing(
                days=days,
                graded=graded_of(engine, days, grades) if ever else None,
                models=sorted(engine.fetch(models.rows).to_pylist(), key=lambda row: row["game_date"]),
                without_model=_why_without(models),
            )
            self._evidence = evidence
        return self._kept


def _proof(reading: Reading) -> Hashable:
    """What a reading stands on: equal for two looks if they see the same."""
    return tuple(receipt.receipt_id for receipt in reading.receipts), tuple(reading.unverified.items())


def _why_without(models: Reading) -> Mapping[date, str]:
    empty = {receipt.game_date: receipt.reason for receipt in models.receipts if not receipt.rows and receipt.reason}
    return empty | dict(models.unverified)
