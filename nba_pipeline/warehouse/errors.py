"""What can go wrong with a warehouse, as sentences for the one who must act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


class WarehouseError(Exception):
    """The warehouse did not do what was asked; the message says what and what to do."""


class WarehouseBusy(WarehouseError):
    """Another process holds the warehouse."""


class PermissionDenied(WarehouseError):
    """The account may not do what was asked."""


class QuotaExceeded(WarehouseError):
    """What was asked is more than the warehouse does in a day, or for one job."""


class ContractChanged(WarehouseError):
    """A table in the warehouse has other columns than its contract."""


class ContractBroken(WarehouseError):
    """A table's function does not make the columns that its contract promises."""


class ReadBackDiffers(WarehouseError):
    """What was read back inside the transaction is not what was written; it was rolled back."""


class NotVerified(WarehouseError):
    """A table was asked for days that it cannot prove."""

    def __init__(self, reader: str, problems: Mapping[str, Mapping[date, str]]) -> None:
        self.problems = problems
        parts = []
        for table, days in problems.items():
            named = sorted(days)
            shown = ", ".join(f"{day} ({days[day]})" for day in named[:3])
            more = f" and {len(named) - 3} more days" if len(named) > 3 else ""
            parts.append(f"{table}: {shown}{more}")
        days_to_make = sorted({day for days in problems.values() for day in days})
        super().__init__(
            f"{reader} needs verified days of its inputs. Not verified: {'; '.join(parts)}. "
            f"Make them with: nba backfill --start {days_to_make[0]} --end {days_to_make[-1]}"
        )


class PublicationRefused(WarehouseError):
    """Days that were not published; their last good state stays visible."""

    def __init__(self, table: str, refused: Mapping[date, str]) -> None:
        self.table = table
        self.refused = refused
        reasons: dict[str, list[date]] = {}
        for day, reason in sorted(refused.items()):
            reasons.setdefault(reason, []).append(day)
        parts = [
            f"{days[0]}{f' … {days[-1]} ({len(days)} days)' if len(days) > 1 else ''}: {reason}"
            for reason, days in list(reasons.items())[:5]
        ]
        more = f" … and {len(reasons) - 5} more reasons" if len(reasons) > 5 else ""
        super().__init__(f"{table} was not published for {'; '.join(parts)}{more}")
