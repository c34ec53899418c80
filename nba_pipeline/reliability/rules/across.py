"""Across the phases, from what is on record: tables are as fresh as their inputs, no day shrank unexplained, and
reconciliation itself was done.
"""

from __future__ import annotations

from typing import Annotated

import ibis
import ibis.expr.types as ir
from ibis import _

from nba_pipeline.contracts import Before
from nba_pipeline.reliability.rules.base import ACROSS, ALL, Consulted, Due, Expected, Judged, Role, Severity, rule
from nba_pipeline.reliability.rules.subjects import NO_GAME, first_fact
from nba_pipeline.tables import slate
from nba_pipeline.warehouse.receipts import changes, current

# After a longer silence nobody runs the pipeline by the clock any more; the mornings of that week have told it.
IN_SERVICE_DAYS = 7


@rule(
    "F1",
    phase=ACROSS,
    severity=Severity.MEDIUM,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("published tables", "tables as fresh as their inputs"),
    sentence="Made before their inputs changed: {named}",
    remedy="make them again with: nba run --date {date}",
)
def every_table_is_as_fresh_as_its_inputs(
    schedule: Expected, receipts: Annotated[ir.Table, Role.JUDGED, Before(seasons=2)], lineage: Consulted
) -> ir.Table:
    """Nothing that a table's day was made from has changed since, of the days and as of the moment that it may see."""
    changed = changes(receipts).select(input_name="table_name", input_date="game_date", changed_at="published_at")
    made = current(receipts).select("game_date", "table_name", "published_at")
    made = made.inner_join(lineage, ["game_date", "table_name"])
    later = made.inner_join(
        changed,
        [
            made.input_name == changed.input_name,
            changed.changed_at > made.published_at,
            changed.input_date >= made.first_seen,
            changed.input_date <= made.last_seen,
        ],
        rname="changed_{name}",
    )
    calls = slate.last_call(schedule).inner_join(schedule.select("game_date", "game_id"), "game_id")
    calls = calls.group_by("game_date").agg(last_call=_.cutoff_at.min())
    later = later.left_join(calls, "game_date", rname="call_{name}")
    later = later.filter(~(later.fixed_at_last_call & (later.changed_at > later.last_call)).fill_null(False))
    found = later.group_by("game_date", "table_name").agg(
        changed=(_.input_name + " of " + _.input_date.cast("string")).max()
    )
    tables = made.select("game_date", "table_name").distinct()
    tables = tables.left_join(found, ["game_date", "table_name"], rname="found_{name}")
    fact = first_fact((tables.changed.notnull(), tables.changed + " changed after it"))
    return tables.select(
        "game_date", game_id=ibis.literal(NO_GAME), subject=tables.table_name, present=fact.isnull(), fact=fact
    )


@rule(
    "F2",
    phase=ACROSS,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("publications", "publications that lose nothing unexplained"),
    sentence="Published with fewer rows and no reason: {named}",
    remedy="publish the day again from its source with: nba run --date {date}",
)
def no_publication_shrinks_unexplained(receipts: Judged) -> ir.Table:
    """A publication with fewer rows than the one before has the reason on its receipt."""
    revisions = ibis.window(group_by=["table_name", "game_date"], order_by="revision")
    found = receipts.mutate(before=receipts.rows.lag().over(revisions))
    change = found.before.cast("string") + " rows became " + found.rows.cast("string")
    explained = found.reason.fill_null("").contains(change)
    fact = first_fact(((found.rows < found.before) & ~explained, change))
    return found.select(
        "game_date",
        game_id=ibis.literal(NO_GAME),
        subject=found.table_name + " revision " + found.revision.cast("string"),
        present=fact.isnull(),
        fact=fact,
    )


@rule(
    "G1",
    phase=ACROSS,
    severity=Severity.HIGH,
    due=Due.FINAL,
    holds_with=ALL,
    counts=("game days before that were due", "game days reconciled by 06:15"),
    sentence="Not reconciled by 06:15 US/Eastern of the next morning: {named}",
    remedy="see that the daemon runs, with nba dev or nba watch, and reconcile the day with: nba reconcile --date",
)
def the_game_day_before_was_reconciled_in_time(
    schedule: Annotated[ir.Table, Role.EXPECTED, Before(days=IN_SERVICE_DAYS)],
    reconciliation_results: Annotated[ir.Table, Role.JUDGED, Before(days=2 * IN_SERVICE_DAYS)],
    mornings: Annotated[ir.Table, Role.CONSULTED, Before(days=2 * IN_SERVICE_DAYS)],
) -> ir.Table:
    """The game day before was reconciled by 06:15 of its morning after, if the pipeline ran by the clock then.

    It did if in the week before some day was reconciled between 06:00 and 06:15. Days that are backfilled, or
    reconciled whenever someone likes, are due at no hour. A day cannot say of itself that it will be in time.
    """
    days = schedule.select("game_date").distinct()
    days = days.mutate(before=_.game_date.lag().over(ibis.window(order_by="game_date")))
    days = days.filter(_.before >= _.game_date - ibis.interval(days=IN_SERVICE_DAYS))
    evaluated = reconciliation_results.select("game_date", "evaluation_id", "evaluated_at").distinct()
    evaluated = evaluated.inner_join(mornings, "game_date").filter(_.evaluated_at <= _.reconciled_by)
    in_time = evaluated.select(before=_.game_date).distinct().mutate(present=ibis.literal(True))
    by_the_clock = evaluated.filter(_.evaluated_at >= _.reconciled_from).select(served="game_date").distinct()
    due = days.semi_join(
        by_the_clock,
        [
            by_the_clock.served < days.before,
            by_the_clock.served >= days.before - ibis.interval(days=IN_SERVICE_DAYS),
        ],
    )
    rows = due.left_join(in_time, "before", rname="in_time_{name}")
    return rows.select(
        "game_date",
        game_id=ibis.literal(NO_GAME),
        subject=rows.before.cast("string"),
        present=rows.present.fill_null(False),
    )
