"""The documents that a host gave, kept so that it need not give again what has not changed since.

The newest of an address that needs neither key nor query, one file each, in the home. What comes with no validator
is not kept, nor what is no JSON or PDF from beginning to end: as unchanged, it would only come again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from nba_pipeline.files import packed, unpacked, write_whole

STANDS = timedelta(days=1)  # so that no mistake of a host's lasts longer
MOST = 500  # of a host; a day asks for fifty

_BEGINS_AND_ENDS: Sequence[tuple[bytes, bytes]] = ((b"{", b"}"), (b"%PDF", b"%%EOF"))
_ASKED_BY: Mapping[str, str] = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True)
class Document:
    """What a host gave under an address, and when, by our clock. `conditions` are the headers that ask for a newer."""

    uri: str
    media_type: str
    came_at: datetime
    conditions: Mapping[str, str]
    body: bytes


def conditions(headers: Mapping[str, str]) -> Mapping[str, str]:
    """What to ask by the next time, from the headers of an answer."""
    told = {asks: headers.get(name, "") for name, asks in _ASKED_BY.items()}
    return {asks: value for asks, value in told.items() if value and value.isascii() and value.isprintable()}


class Documents:
    """Those of one host, in `directory`. One process at a time may keep them."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def kept(self, uri: str, now: datetime) -> Document | None:
        """What came whole within a day. A file that is damaged counts as none: the document comes again."""
        try:
            head, _, body = unpacked(self._file(uri).read_bytes()).partition(b"\n")
            told = json.loads(head)
            came_at = datetime.fromisoformat(told["came_at"])
            document = Document(told["uri"], told["media_type"], came_at, dict(told["conditions"]), body)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return document if document.uri == uri and timedelta(0) <= now - came_at <= STANDS else None

    def keep(self, document: Document) -> None:
        """In the place of the address's last one, and of the host's oldest where there are too many."""
        if not document.conditions or not _is_whole(document.body):
            return
        told = {name: value for name, value in vars(document).items() if name != "body"}
        head = json.dumps(told, default=datetime.isoformat).encode()
        write_whole(self._file(document.uri), packed(head + b"\n" + document.body))
        newest_first = sorted(self._directory.glob("*.gz"), key=lambda path: -path.stat().st_mtime_ns)
        for path in newest_first[MOST:]:
            path.unlink()

    def _file(self, uri: str) -> Path:
        return self._directory / f"{sha256(uri.encode()).hexdigest()[:32]}.gz"


def _is_whole(body: bytes) -> bool:
    return any(body[:64].lstrip().startswith(a) and body[-64:].rstrip().endswith(z) for a, z in _BEGINS_AND_ENDS)
