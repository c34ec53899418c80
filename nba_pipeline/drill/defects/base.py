"""What a defect is: in words, how it is injected, who must catch it, and what must stay visible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from nba_pipeline.drill.catchers import Catcher
from nba_pipeline.drill.rehearsal import Rehearsal
from nba_pipeline.registry import table

BOXSCORES, SUMMARY = "player_boxscores", "player_game_summary"
CACHE, FACTORS = "player_daily_cache", "player_composite_factors"
CONTEXT, FEATURE_STORE = "upcoming_player_game_context", "ml_feature_store_v2"
MODEL, PREDICTIONS, GRADES = "points_model", "player_prop_predictions", "prediction_accuracy"


class Stage(Enum):
    """From which state of the day the defect starts: nothing of it is there, its lines are read, it is over."""

    MORNING = "before the day's first run"
    AFTERNOON = "predicted, not played"
    PLAYED = "played and graded"


@dataclass(frozen=True)
class Stays:
    """What must stay visible. `wrong` names what is not, in sentences; none is well."""

    words: str
    wrong: Callable[[Rehearsal], Sequence[str]] = lambda _: []


EARLIER_DAYS = Stays("every earlier day")


def last_good(name: str) -> Stays:
    """The day of a table as it was published before."""

    def wrong(rehearsal: Rehearsal) -> Sequence[str]:
        before = rehearsal.receipts_before(name).get(rehearsal.moments.day)
        served = rehearsal.look(name).receipts
        if before is not None and [receipt.content_hash for receipt in served] == [before.content_hash]:
            return []
        return [f"{name} does not serve the day as it was published before"]

    return Stays(f"the last good day of {name}", wrong)


def other_games(name: str) -> Stays:
    """The day's games, all but one."""

    def wrong(rehearsal: Rehearsal) -> Sequence[str]:
        scheduled = {row["game_id"] for row in rehearsal.rows("schedule")}
        lost = scheduled - {row["game_id"] for row in rehearsal.rows(name)}
        return [] if len(lost) == 1 else [f"{name} lacks {len(lost)} of {len(scheduled)} games"]

    return Stays(f"the other games in {name}", wrong)


def served(*names: str) -> Stays:
    """The day of these tables, verified and with rows."""

    def wrong(rehearsal: Rehearsal) -> Sequence[str]:
        return [f"{name} serves no rows of the day" for name in names if not rehearsal.rows(name)]

    return Stays(f"the day of {', '.join(table(name).contract.short_name for name in names)}", wrong)


@dataclass(frozen=True)
class Defect:
    """One line of the drill's table. Without catchers it must stay green: nothing may be said of it.

    `alerts` is how many messages the operator gets: None for at least one.
    """

    number: int
    what: str
    injected: str
    stage: Stage
    inject: Callable[[Rehearsal], None]
    caught_by: Sequence[Catcher] = ()
    stays: Stays = EARLIER_DAYS
    alerts: int | None = None

    @property
    def is_green(self) -> bool:
        return not self.caught_by
