"""Everything that a home holds, so that a planted key can be looked for."""

from __future__ import annotations

from pathlib import Path

from nba_pipeline.files import unpacked


def all_written(home: Path) -> list[bytes]:
    """The content of each file; of packed ones what is in them."""
    paths = [path for path in home.rglob("*") if path.is_file()]
    return [unpacked(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths]
