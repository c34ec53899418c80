"""How the points model of a month is made, of games before the month alone.

The regressions are trained on all earlier games. What cannot be learned on games that they have seen (the spread, the
calibration, the weights, whether a newer training is any better) is learned on the last months, each predicted by
regressions trained before it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from nba_pipeline.models import ModelStore
from nba_pipeline.systems import ensemble_v1, market_aware_v1
from nba_pipeline.systems.artifact import CHALLENGER, CHAMPION, PointsModel
from nba_pipeline.systems.base import HISTORY, Slate, System
from nba_pipeline.systems.champion import Comparison, compare
from nba_pipeline.systems.distribution import LEAST_LINED, Distribution, fit
from nba_pipeline.systems.regression import BOOSTED, VERSIONS, Regressions, train
from nba_pipeline.systems.roster import SYSTEMS

LEAST_ROWS, LEAST_DAYS = 5_000, 30  # of games to train on
EVIDENCE_MONTHS = 6
LEAST_ROWS_OF_A_MONTH = 200  # the finals alone are no evidence
MOST_AT_ONCE = 4  # trainings; each holds its rows, some 100 MB of five seasons


def _code(files: Iterable[Path]) -> str:
    return hashlib.sha256("".join(file.read_text() for file in sorted(files)).encode()).hexdigest()


# as it was loaded: regressions are dear, and stay what they are while only what is made of them changes
CODE = {
    "regressions": _code([Path(__file__).with_name("regression.py")]),
    "points model": _code(Path(__file__).parent.glob("*.py")),
}


@dataclass(frozen=True)
class History:
    """Games that were played, one row per player who appeared, in the order of their keys.

    `rows` holds the features, points, opponent, is_home, and what the market said: line, line_mean and market (the
    price's probability of the over). `past` see `Slate`. Both are fetched when they are needed, which they are not
    where the model is known: `digest` says what all rows before a day are, without reading them, and
    `digest_beside` what else the systems see that are not trained.
    """

    features: Sequence[str]
    fetch_rows: Callable[[], pd.DataFrame]
    fetch_past: Callable[[], pd.DataFrame]
    digest: Callable[[date], str]
    digest_beside: Callable[[date], str]
    _by_rule: dict[tuple[str, date], pd.Series] = field(default_factory=dict)
    _by_regressions: dict[tuple[str, date], pd.DataFrame] = field(default_factory=dict)

    @cached_property
    def rows(self) -> pd.DataFrame:
        rows = self.fetch_rows().sort_values(["game_date", "game_id", "player_id"], ignore_index=True)
        rows["month"] = rows["game_date"].map(lambda day: day.replace(day=1))
        return rows[rows[HISTORY].notna()].reset_index(drop=True)

    @cached_property
    def past(self) -> pd.DataFrame:
        return self.fetch_past()

    def before(self, cutoff: date) -> pd.DataFrame:
        return self.rows.iloc[: int((self.rows["game_date"] < cutoff).sum())]  # a view: they are in order of days

    def of_month(self, month: date) -> pd.DataFrame:
        return self.rows[self.rows["month"] == month]

    def by_rule(self, system: System, month: date) -> pd.Series:
        """What a system without a model says of the month's games, asked once: a month is evidence for six others."""
        if (system.system_id, month) not in self._by_rule:
            rows = self.of_month(month)
            past = self.past[self.past["game_date"] < pd.Timestamp(rows["game_date"].max())]
            self._by_rule[system.system_id, month] = system.predict(Slate(rows, past))
        return self._by_rule[system.system_id, month]

    def by_regressions(self, name: str, month: date, store: ModelStore) -> pd.DataFrame:
        """What the regressions of that name say of the month's games, asked once."""
        if (name, month) not in self._by_regressions:
            self._by_regressions[name, month] = Regressions.from_text(store.load(name)).predict(self.of_month(month))
        return self._by_regressions[name, month]

    def evidence_months(self, cutoff: date) -> list[date]:
        """The first days of the last whole months with games before the cutoff, oldest first."""
        rows = self.before(cutoff.replace(day=1))["month"].value_counts()
        return sorted(rows[rows >= LEAST_ROWS_OF_A_MONTH].index)[-EVIDENCE_MONTHS:]


def points_models(cutoffs: Sequence[date], history: History, store: ModelStore) -> dict[date, str | None]:
    """The name of the model that serves the month from each cutoff on, or None: there is too little history."""
    _train_what_is_lacking(cutoffs, history, store)
    return {cutoff: _points_model(cutoff, history, store) for cutoff in cutoffs}


def _points_model(cutoff: date, history: History, store: ModelStore) -> str | None:
    recipe = _model_recipe(cutoff, history)
    name = store.recall(recipe)
    if name is None:
        model = _made(cutoff, history, store)
        if model is None:
            return None
        name = store.keep(model.text())
        store.note(recipe, name)
    return name


def _model_recipe(cutoff: date, history: History) -> str:
    return _recipe("points model", cutoff, history) + history.digest_beside(cutoff)


def _recipe(what: str, cutoff: date, history: History) -> str:
    """An exact description of what is made: code, libraries, parameters, features, and all data that are seen."""
    return json.dumps([what, CODE[what], VERSIONS, list(history.features), f"{cutoff}", history.digest(cutoff)])


def _train_what_is_lacking(cutoffs: Sequence[date], history: History, store: ModelStore) -> None:
    """The regressions that models of these months need, side by side: no month's training waits for another's."""
    unknown = [cutoff for cutoff in cutoffs if store.recall(_model_recipe(cutoff, history)) is None]
    needed = {month for cutoff in unknown for month in (cutoff, *history.evidence_months(cutoff))}
    recipes = {month: _recipe("regressions", month, history) for month in sorted(needed)}
    lacking = [month for month, recipe in recipes.items() if store.recall(recipe) is None and _enough(month, history)]
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        trained = pool.map(lambda month: train(history.before(month), history.features, month), lacking)
        for month, learned in zip(lacking, trained, strict=True):
            store.note(recipes[month], store.keep(learned.text()))


def regressions(cutoff: date, history: History, store: ModelStore) -> str | None:
    """The name of the regressions trained before `cutoff`, or None: there was too little history."""
    return store.recall(_recipe("regressions", cutoff, history))


def _enough(cutoff: date, history: History) -> bool:
    rows = history.before(cutoff)
    return len(rows) >= LEAST_ROWS and rows["game_date"].nunique() >= LEAST_DAYS


def _made(cutoff: date, history: History, store: ModelStore) -> PointsModel | None:
    newest = regressions(cutoff, history, store)
    months = [(month, regressions(month, history, store)) for month in history.evidence_months(cutoff)]
    judged = [(month, name) for month, name in months if name is not None]
    if newest is None or not judged:
        return None
    slate, comparison = _evidence(judged, cutoff, history, store)
    keep_older = comparison is not None and comparison.newer_is_worse
    rows = slate.rows
    weights = ensemble_v1.fit_weights(ensemble_v1.members(slate), rows["points"])
    slate = replace(slate, weights=weights)
    share = _market_share(slate)
    slate = replace(slate, market_share=share)
    return PointsModel(
        cutoff=cutoff,
        regressions=judged[-2][1] if keep_older else newest,
        serves=CHAMPION if keep_older else CHALLENGER,
        reason=comparison.reason if comparison else "there is no older training to compare with",
        challenger_mae=comparison.newer_mae if comparison else _mae(slate),
        champion_mae=comparison.older_mae if comparison else None,
        weights=weights,
        market_share=share,
        distributions=_distributions(slate, history),
        evidence_from=rows["game_date"].min(),
        evidence_until=rows["game_date"].max(),
        evidence_rows=len(rows),
        evidence_lined=int(rows["line"].notna().sum()),
    )


def _evidence(
    judged: Sequence[tuple[date, str]], cutoff: date, history: History, store: ModelStore
) -> tuple[Slate, Comparison | None]:
    """The evidence months as they were predicted before them, and newer against older regressions on the last."""
    months = [month for month, _ in judged]
    learned = [history.by_regressions(name, month, store) for month, name in judged]
    rows = pd.concat([history.of_month(month) for month in months])
    past = history.past[history.past["game_date"] < pd.Timestamp(cutoff)]
    slate = Slate(rows, past, pd.concat(learned))
    if len(judged) == 1:
        return slate, None
    of_last = history.of_month(months[-1])
    older = history.by_regressions(judged[-2][1], months[-1], store)
    points = of_last["points"].astype(float)
    return slate, compare(learned[-1][BOOSTED], older[BOOSTED], points, of_last["game_date"])


def _mae(slate: Slate) -> float:
    return round(float((slate.expected_by(BOOSTED) - slate.rows["points"]).abs().mean()), 4)


def _market_share(slate: Slate) -> float | None:
    """How far the market is believed; None where too few of the games have a line."""
    if slate.rows["line_mean"].notna().sum() < LEAST_LINED:
        return None
    return market_aware_v1.fit_market_share(
        ensemble_v1.predict(slate), slate.rows["line_mean"], slate.rows["points"].astype(float)
    )


def _distributions(slate: Slate, history: History) -> dict[str, Distribution]:
    """The distribution around the predictions of each system that predicts enough of the games."""
    months = slate.rows["month"].unique()
    rows = slate.rows.astype({name: float for name in ("points", "line", "market")})
    found = {}
    for system in SYSTEMS:
        by_month = [history.by_rule(system, month) for month in months] if system.rule else [system.predict(slate)]
        predicted = pd.concat(by_month).reindex(slate.rows.index)
        known = predicted.notna()
        if known.sum() >= LEAST_ROWS_OF_A_MONTH:
            of_known = rows[known]
            found[system.system_id] = fit(
                predicted[known], of_known["points"], of_known["line"], of_known["market"], system.sees_the_market
            )
    return found
