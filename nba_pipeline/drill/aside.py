"""The newest verified days of a home, copied aside: what the day of the drill is made from, and nothing of it yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import ibis.expr.types as ir

from nba_pipeline.clock import Clock, today
from nba_pipeline.contracts import Before
from nba_pipeline.game_day import FIRST_GAME_DAY, Days, by_season, eastern
from nba_pipeline.registry import TableModule, all_tables, table
from nba_pipeline.warehouse.engine import Engine, Fingerprint, Replacement
from nba_pipeline.warehouse.errors import WarehouseError
from nba_pipeline.warehouse.reading import read, receipts_of
from nba_pipeline.warehouse.receipts import QUARANTINE_SCHEMA, Receipt, State

LEAST_GAMES = 2  # one to be struck, and one that must stay
EARLIER_GAME_DAYS = 14  # what rules compare a day with
# So many days hold them, and the longest break of a season.
LOOK_BACK = timedelta(days=28)

MORNING_AFTER = time(5)  # US/Eastern: the boxscores of the day before are read, an hour before it is reconciled

_RESULTS = ("player_boxscores", "prediction_accuracy")


class CannotDrill(WarehouseError):
    """There is no day to drill on; the message says what to run first."""


def drill_day(engine: Engine, clock: Clock) -> tuple[date, date]:
    """The newest game day that is whole, and the game day before it. Raises CannotDrill."""
    held = _receipts(engine, clock)
    days = sorted((day for day, of_day in held.items() if _is_whole(of_day)), reverse=True)
    played = sorted(day for day, of_day in held.items() if _rows(of_day, "player_boxscores"))
    for day in days:
        earlier = [other for other in played if other < day]
        if len(earlier) >= EARLIER_GAME_DAYS:
            return day, earlier[-1]
    if not days:
        raise CannotDrill(
            f"No game day in this home is finished and whole, with at least {LEAST_GAMES} games and a verified day of "
            f"every table. Make {EARLIER_GAME_DAYS + 1} game days first, with: {_backfill(clock)}"
        )
    raise CannotDrill(
        f"This home is too young for a drill: before {days[0]}, its newest whole game day, there are fewer than "
        f"{EARLIER_GAME_DAYS} game days with results. Make earlier ones first, with: {_backfill(clock, days[0])}"
    )


def _backfill(clock: Clock, until: date | None = None) -> str:
    last = until or today(clock) - timedelta(days=1)
    return f"nba backfill --start {last - LOOK_BACK} --end {last}"


def _receipts(engine: Engine, clock: Clock) -> Mapping[date, Mapping[str, Receipt]]:
    held: dict[date, dict[str, Receipt]] = defaultdict(dict)
    for receipt in receipts_of(engine, list(all_tables()), Days(FIRST_GAME_DAY, today(clock))):
        held[receipt.game_date][receipt.table_name] = receipt
    return held


def _is_whole(of_day: Mapping[str, Receipt]) -> bool:
    """Every table is there and lacks nothing, there are games enough, and they have results."""
    if of_day.keys() < all_tables().keys() or any(receipt.state is State.DEGRADED for receipt in of_day.values()):
        return False
    return _rows(of_day, "schedule") >= LEAST_GAMES and all(_rows(of_day, name) for name in _RESULTS)


def _rows(of_day: Mapping[str, Receipt], name: str) -> int:
    receipt = of_day.get(table(name).name)
    return receipt.rows if receipt else 0


def reach(module: TableModule, day: date) -> date:
    """The first day of a table that any job of that day reads, or that rules compare the day with."""
    seen = [e.seen for reader in all_tables().values() for e in reader.inputs.values() if e.table == module.name]
    bounds = [one.bound(Days.only(day)).first for one in seen if isinstance(one, Before)]
    return min([day - LOOK_BACK, *bounds])


def copy_days(engine: Engine, copy: Engine, day: date) -> Counter[str]:
    """Copy what that day is made from, with its receipts, each day read back equal; how many days of each table."""
    copied: Counter[str] = Counter()
    for module in all_tables().values():
        copy.ensure(module.contract)
        for part in by_season(Days(max(reach(module, day), FIRST_GAME_DAY), day - timedelta(days=1))):
            reading = read(engine, module.contract, part)
            copied[module.name] += len(reading.receipts)
            if reading.receipts:
                rows = copy.upload(engine.fetch(reading.rows))
                copy.replace(replacement(module, rows, [_as_lived(receipt) for receipt in reading.receipts]))
    return copied


def _as_lived(receipt: Receipt) -> Receipt:
    """The receipt as if the day had been lived through: the drill's clock stands where a backfill has yet to come."""
    morning_after = eastern(receipt.game_date + timedelta(days=1), MORNING_AFTER)
    return replace(receipt, published_at=min(receipt.published_at, morning_after))


def replacement(module: TableModule, rows: ir.Table, receipts: Sequence[Receipt]) -> Replacement:
    """Days as their receipts prove them, to be written as they are."""
    nothing = QUARANTINE_SCHEMA.to_pyarrow().empty_table()
    return Replacement(
        table=module.contract,
        days=[receipt.game_date for receipt in receipts],
        rows=rows,
        fingerprints={r.game_date: Fingerprint(r.rows, r.content_hash) for r in receipts},
        receipts=receipts,
        stage=rows,
        withheld=nothing,
        notes=nothing,
    )
