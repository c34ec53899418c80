"""Everything that can be said of the predictions of some days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from nba_pipeline.game_day import Days
from nba_pipeline.scoring.bets import Bets, bets
from nba_pipeline.scoring.drift import Drift, drift
from nba_pipeline.scoring.errors import Errors, Slice, errors, slices
from nba_pipeline.scoring.identical import (
    ALL,
    LINED,
    POPULATIONS,
    Coverage,
    Games,
    coverage,
    identical,
    played,
    silent_systems,
)
from nba_pipeline.scoring.probabilities import Probabilities, probabilities
from nba_pipeline.scoring.reading import Graded

_DECIMALS = 5


@dataclass(frozen=True)
class Population:
    """Games that are judged together; the two populations are never mixed: lined players score more and are missed by
    more. `coverage` is of all played games of the kind, the errors of those that every system predicts.
    """

    name: str
    description: str
    rows: int
    days: int
    coverage: Sequence[Coverage]
    errors: Sequence[Errors]
    slices: Mapping[str, Sequence[Slice]]
    drift: Sequence[Drift]


@dataclass(frozen=True)
class Scores:
    """The judgment of a range of days. `silent` systems predicted nobody and are compared with none."""

    days: Days
    unverified: Mapping[date, str]
    incomplete: Mapping[date, str]
    regraded: int
    silent: Sequence[str]
    populations: Mapping[str, Population]
    probabilities: Probabilities
    bets: Sequence[Bets]

    @property
    def is_whole(self) -> bool:
        """Whether there is something to score and no day was left out."""
        return not self.unverified and bool(self.populations[ALL].rows)

    def document(self) -> dict[str, Any]:
        """All of it, for a machine; numbers to five decimals."""
        fields = asdict(self) | {
            "unverified": {f"{day}": why for day, why in self.unverified.items()},
            "incomplete": {f"{day}": why for day, why in self.incomplete.items()},
        }
        del fields["days"]
        document: dict[str, Any] = _rounded({"start": self.days.first, "end": self.days.last} | fields)
        return document


def score(graded: Graded, days: Days) -> Scores:
    """Judge what was graded of these days."""
    everything = played(graded.rows)
    silent = silent_systems(everything)
    talking = everything.of([system_id for system_id in everything.systems if system_id not in silent])
    lined = talking.where(talking.games["closing_line_mean"].notna())
    compared = {ALL: identical(talking), LINED: identical(lined)}
    return Scores(
        days=days,
        unverified=graded.unverified,
        incomplete=graded.incomplete,
        regraded=graded.regraded,
        silent=silent,
        populations={name: _population(name, of, compared[name]) for name, of in ((ALL, talking), (LINED, lined))},
        probabilities=probabilities(compared[LINED]),
        bets=bets(compared[LINED]),
    )


def _population(name: str, games: Games, compared: Games) -> Population:
    with_line = name == LINED
    return Population(
        name=name,
        description=POPULATIONS[name],
        rows=len(compared),
        days=compared.n_days,
        coverage=coverage(games),
        errors=errors(compared, with_line),
        slices=slices(compared, with_line),
        drift=drift(compared),
    )


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(inner) for inner in value]
    return value
