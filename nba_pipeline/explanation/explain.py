"""A player's prediction taken apart, from the inputs that the systems see and with their own functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

import pandas as pd

from nba_pipeline.game_day import Days
from nba_pipeline.ingredients import Ingredients, gather
from nba_pipeline.models import ModelRefused, ModelStore
from nba_pipeline.registry import TableModule, table
from nba_pipeline.systems.artifact import Serving, open_model
from nba_pipeline.systems.base import HISTORY, Slate
from nba_pipeline.systems.regression import BASE
from nba_pipeline.systems.similarity_balanced_v1 import most_similar
from nba_pipeline.tables.precompute.player_form import CONTRACT as FORM
from nba_pipeline.tables.predictions.features import FEATURES, MISSING, SOURCES
from nba_pipeline.tables.predictions.player_prop_predictions import slates
from nba_pipeline.tables.predictions.points_model import FORM_FEATURES, LEARNED
from nba_pipeline.warehouse.receipts import Receipt, inputs_digests
from nba_pipeline.world import World

PREDICTIONS = "nba_predictions.player_prop_predictions"
BOOSTED_SYSTEM = "points_model_v1"

NO_MODEL = "no points model served the day: there was too little history for one"
NO_HISTORY = "he has no earlier game that the points model could look at"

# Published numbers have four decimals.
_EQUAL_WITHIN = 1e-4


@dataclass(frozen=True)
class FeatureTold:
    """A feature: what it is, where it comes from, what its source counts for in the quality of the row (percent), and
    the points that it adds; None where the model does not look at it.
    """

    name: str
    value: float | None
    unit: str | None
    source: str
    quality: int | None
    adds: float | None


@dataclass(frozen=True)
class SimilarGame:
    """An own earlier game that similarity_balanced_v1 weighed, from 0 to 100."""

    game_date: date
    opponent: str
    points: float
    likeness: float


@dataclass(frozen=True)
class Contributions:
    """What ridge and trees add up to: `base` is what they expect of anybody, `expected` with all that the features
    add, `published` what is published of points_model_v1. Without a model there is only the reason.
    """

    of: str
    base: float | None = None
    expected: float | None = None
    published: float | None = None
    missing_because: str | None = None

    @property
    def is_what_was_published(self) -> bool:
        """Whether it adds up to the published prediction: if not, inputs or model have changed since."""
        if self.expected is None or self.published is None:
            return False
        return abs(max(self.expected, 0.0) - self.published) <= _EQUAL_WITHIN


@dataclass(frozen=True)
class Origin:
    """A day of an input, and the receipt that proves it."""

    table: str
    game_date: date
    receipt_id: str
    published_at: datetime
    rows: int


@dataclass(frozen=True)
class Provenance:
    """What made the predictions: their receipt, the model, and the inputs as they stand; `changed` are those that
    are no longer what the predictions were made from.
    """

    receipt: Origin
    code_version: str
    run_id: str
    model: Mapping[str, Any] | None
    inputs: Sequence[Origin]
    changed: Sequence[str]

    @property
    def receipts(self) -> list[tuple[str, Sequence[Origin]]]:
        """What the predictions themselves and each input stand on, day by day."""
        inputs = groupby(self.inputs, key=attrgetter("table"))
        return [("the predictions themselves", [self.receipt]), *((name, list(days)) for name, days in inputs)]


@dataclass(frozen=True)
class Served:
    """The model that served a slate, by name, and why it cannot be looked into."""

    name: str | None
    serving: Serving | None
    refused: str | None


@dataclass(frozen=True)
class Explanation:
    """Why a player is predicted what he is in a game."""

    game_date: date
    game_id: str
    player_id: int
    player_name: str
    team: str | None
    opponent: str | None
    quality: Mapping[str, Any]
    features: Sequence[FeatureTold]
    contributions: Contributions
    similar_games: Sequence[SimilarGame]
    provenance: Provenance

    @property
    def weightiest_first(self) -> list[FeatureTold]:
        """The features, what adds or takes most first, what the model does not look at last."""
        return sorted(self.features, key=lambda feature: (feature.adds is None, -abs(feature.adds or 0.0)))

    def document(self) -> dict[str, Any]:
        """All of it, for a machine."""
        document = asdict(self)
        document["contributions"]["is_what_was_published"] = self.contributions.is_what_was_published
        return document


def explain(world: World, published: pd.DataFrame, receipt: Receipt) -> list[Explanation]:
    """Explain a player's published predictions of a day, game by game. Raises NotVerified without proven inputs."""
    module, day = table(PREDICTIONS), receipt.game_date
    ingredients = gather(module, Days.only(day), world)
    inputs: dict[str, Any] = dict(ingredients.relations)
    store: ModelStore = inputs["models"]
    provenance = _provenance(module, ingredients, receipt)
    found = []
    for slate, _ in slates(*[inputs[name] for name in (*module.inputs, *module.kept)]):
        asked = slate.rows[slate.rows["player_id"].isin(published["player_id"])]
        # what an opponent allowed is a mean over everybody's games, so the likeness needs them all
        games = slate.past
        served = _served(slate, store)
        found += [_explained(asked.loc[[index]], games, published, served, provenance) for index in asked.index]
    return found


def _explained(
    row: pd.DataFrame, games: pd.DataFrame, published: pd.DataFrame, served: Served, provenance: Provenance
) -> Explanation:
    told = row.iloc[0]
    his = published[(published["game_id"] == told["game_id"]) & (published["player_id"] == told["player_id"])]
    added = pd.Series(dtype=float)
    if served.serving is not None and pd.notna(told[HISTORY]):
        added = served.serving.regressions.contributions(row).iloc[0]
    return Explanation(
        game_date=told["game_date"],
        game_id=str(told["game_id"]),
        player_id=int(told["player_id"]),
        player_name=str(told["player_name"]),
        team=_known(told["team"]),
        opponent=_known(told["opponent"]),
        quality={
            "score": float(told["feature_quality_score"]),
            "tier": str(told["quality_tier"]),
            "ready": bool(told["is_quality_ready"]),
            "not_ready_because": _known(told["not_ready_because"]),
        },
        features=_features(told, added),
        contributions=_contributions(added, his, served.refused or NO_HISTORY),
        similar_games=_similar(row, games),
        provenance=Provenance(**provenance.__dict__ | {"model": _about(served)}),
    )


def _served(slate: Slate, store: ModelStore) -> Served:
    """The one model that served all players of a slate, or why there is none."""
    name, day = _known(slate.rows["model"].iloc[0]), slate.rows["game_date"].iloc[0]
    if name is None:
        return Served(None, None, NO_MODEL)
    try:
        return Served(name, open_model(name, store, [day], LEARNED), None)
    except ModelRefused as refused:
        return Served(name, None, str(refused))


def _features(told: pd.Series, added: pd.Series) -> list[FeatureTold]:
    """The 33 features in order, then the form, which has no part in the quality of the row."""
    adds = {str(name): float(points) for name, points in added.items()}
    classic = [
        FeatureTold(f.name, _number(told[f.name]), f.unit, source, SOURCES[source], adds.get(f.name))
        for f in FEATURES
        for source in [str(told[f.source_column])]
    ]
    form = [
        FeatureTold(
            name,
            _number(told[name]),
            FORM[name].unit,
            MISSING if pd.isna(told[name]) else FORM.short_name,
            None,
            adds.get(name),
        )
        for name in FORM_FEATURES
    ]
    return classic + form


def _contributions(added: pd.Series, published: pd.DataFrame, missing_because: str) -> Contributions:
    of = (
        "what the ridge and the boosted trees on it expect together, which is the prediction of points_model_v1; the "
        "other systems are not taken apart"
    )
    if added.empty:
        return Contributions(of, missing_because=missing_because)
    said = published.loc[published["system_id"] == BOOSTED_SYSTEM, "predicted_points"]
    return Contributions(
        of,
        base=float(added[BASE]),
        expected=float(added.sum()),
        published=_number(said.iloc[0]) if len(said) else None,
    )


def _similar(row: pd.DataFrame, games: pd.DataFrame) -> list[SimilarGame]:
    best = most_similar(row, games)
    return [
        SimilarGame(day.date(), str(opponent), float(points), float(likeness))
        for day, opponent, points, likeness in zip(
            pd.DatetimeIndex(best["game_date_then"]),
            best["opponent_then"],
            best["points_then"],
            best["likeness"],
            strict=True,
        )
    ]


def _about(served: Served) -> dict[str, Any] | None:
    name, serving = served.name, served.serving
    if serving is None:
        return None if name is None else {"name": name, "refused": served.refused}
    model, regressions = serving.model, serving.regressions
    return {
        "name": name,
        "cutoff": model.cutoff,
        "serves": model.serves,
        "trained_from": regressions.trained_from,
        "trained_until": regressions.trained_until,
        "rows": regressions.rows,
        "libraries": dict(regressions.versions),
        "ensemble_weights": dict(model.weights),
        "market_share": model.market_share,
    }


def _provenance(module: TableModule, ingredients: Ingredients, receipt: Receipt) -> Provenance:
    day = receipt.game_date
    made_from = receipt.inputs
    changed = [
        entry.table
        for name, entry in module.inputs.items()
        if inputs_digests(entry.seen, Days.only(day), ingredients.receipts[name])[day] != made_from.get(name)
    ]
    inputs = [_origin(receipt) for name in module.inputs for receipt in ingredients.receipts[name]]
    return Provenance(_origin(receipt), receipt.code_version, receipt.run_id, None, inputs, changed)


def _origin(receipt: Receipt) -> Origin:
    return Origin(receipt.table_name, receipt.game_date, receipt.receipt_id, receipt.published_at, receipt.rows)


def _number(value: Any) -> float | None:
    """The value as a number, None where there is none."""
    return None if pd.isna(value) else float(value)


def _known(value: Any) -> Any:
    """The value, None where there is none."""
    return None if pd.isna(value) else value
