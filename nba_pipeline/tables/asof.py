"""The two ways in which a row may look back: the latest state before its day, and the days just before it.

The strict `<` between a target's game day and what it may know stands here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import ibis
import ibis.expr.types as ir

FOR_EVER = date(9999, 12, 31)


def known_before(targets: ir.Table, states: ir.Table, by: Sequence[str]) -> ir.Table:
    """Give each target the latest state of its `by` on a game day strictly before its own.

    `states` holds one row per `by` and `game_date`: what was true after that day's games. A state holds
    until the next one, so its last day of use is the day of the next state. Targets without an earlier
    state keep null in the state's columns; `state_date` says from which day the state is.
    """
    following = states.game_date.lead().over(ibis.window(group_by=list(by), order_by="game_date"))
    # a plain comparison: with an `or` in its condition, no engine joins by hash
    of_state = [name for name in states.columns if name != "game_date"]
    # selected, not dropped: what several targets look back on becomes one named subquery, made once
    states = states.select(*of_state, state_date=states.game_date, state_until=following.fill_null(FOR_EVER))
    joined = targets.left_join(
        states,
        [
            *[targets[name] == states[name] for name in by],
            states.state_date < targets.game_date,
            targets.game_date <= states.state_until,
        ],
        rname="state_{name}",
    )
    return joined.drop("state_until", *[f"state_{name}" for name in by])


def in_days_before(
    targets: ir.Table,
    history: ir.Table,
    by: Sequence[str],
    days: int,
    measures: Mapping[str, ir.Deferred],
) -> ir.Table:
    """Add aggregates over the history of each target's `by` in the `days` game days strictly before its own.

    `targets` are unique in (`game_date`, *`by`). A target without history in those days has null measures.
    """
    keys = ["game_date", *by]
    moments = targets.select(*keys).distinct()
    history = history.rename(history_date="game_date")
    seen = moments.inner_join(
        history,
        [
            *[moments[name] == history[name] for name in by],
            history.history_date < moments.game_date,
            history.history_date >= moments.game_date - ibis.interval(days=days),
        ],
        rname="history_{name}",
    )
    totals = seen.group_by(keys).agg(**measures)
    return targets.left_join(totals, keys, rname="total_{name}").drop(*[f"total_{key}" for key in keys])
