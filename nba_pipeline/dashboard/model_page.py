"""The model's page: how far predictions miss, whether probabilities hold, and which model serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from nba_pipeline.dashboard.facts import Facts
from nba_pipeline.dashboard.judgments import UNDER_WAY
from nba_pipeline.dashboard.marks import unseen
from nba_pipeline.dashboard.pages import Page, page
from nba_pipeline.dashboard.standing import Row, Standing
from nba_pipeline.game_day import Days, season_name, season_of
from nba_pipeline.scoring import tables
from nba_pipeline.scoring.drift import RECENT_DAYS
from nba_pipeline.scoring.identical import ALL, LINED, POPULATIONS
from nba_pipeline.scoring.resampling import LEAST_DAYS, LEAST_ROWS
from nba_pipeline.scoring.scores import Scores


@dataclass(frozen=True)
class Service:
    """A model and the days that it served without another between them: `model` is its row of the last of them."""

    days: Days
    model: Row


def services(models: Sequence[Row]) -> list[Service]:
    """Which model served when, the newest first."""
    spans = [list(rows) for _, rows in groupby(models, key=lambda row: row["model"])]
    return [Service(Days(rows[0]["game_date"], rows[-1]["game_date"]), rows[-1]) for rows in reversed(spans)]


def model_page(facts: Facts) -> Page:
    """The season so far, by the functions of `nba score`."""
    season = facts.season()
    known = facts.standing(season)
    if known is None:
        return page("Model", {"season": season_name(season_of(season.last)), "under_way": UNDER_WAY})
    standing = known.value
    scores = standing.scores if standing else None
    values = {
        "season": season_name(season_of(season.last)),
        "unseen": unseen(known),
        "standing": standing,
        "small": {"rows": LEAST_ROWS, "days": LEAST_DAYS},
        "services": services(standing.models) if standing else [],
        "without_model": _without_model(standing) if standing else {},
        "told": _told(scores) if scores and scores.populations[ALL].rows else None,
        "not_counted": scores.unverified if scores else {},
        "charts": standing.charts if standing else {},
        "populations": POPULATIONS,
        "recent_days": RECENT_DAYS,
    }
    return page("Model", values, known)


def _told(scores: Scores) -> Mapping[str, object]:
    """The tables of what was scored."""
    return {
        "errors": [tables.errors(scores, name) for name in (ALL, LINED)],
        "by_month": tables.parts("month", scores.populations[LINED].slices["month"]),
        "chances": tables.chances(scores),
        "bins": [tables.bins(scores, of.system_id) for of in scores.probabilities.chances],
        "is_small": scores.probabilities.small,
        "drift": tables.drift(scores, ALL),
        "silent": scores.silent,
        "without_chances": scores.probabilities.silent,
    }


def _without_model(standing: Standing) -> Mapping[str, date]:
    """Why days since the last service have no model: each reason with the last day that it is true of, newest first."""
    last_served = standing.models[-1]["game_date"] if standing.models else date.min
    last_day = {why: day for day, why in sorted(standing.without_model.items()) if day > last_served}
    return dict(sorted(last_day.items(), key=itemgetter(1), reverse=True))
