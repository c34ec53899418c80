"""The landing zone: every answer is kept as it came, before anything reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from nba_pipeline.contracts import PARTITION
from nba_pipeline.files import packed, unpacked, write_whole
from nba_pipeline.game_day import Days
from nba_pipeline.sources.answers import conform
from nba_pipeline.sources.base import Answer, Source, SourceError, Unanswered

_EXTENSIONS: Mapping[str, str] = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/vnd.apache.parquet": "parquet",
    "text/html": "html",
}
_PACKED_FROM = 2**15  # bytes; what is small stays readable as it is
_PACKED_BY_ITSELF = ("application/pdf", "application/vnd.apache.parquet")


@dataclass(frozen=True)
class Acquired:
    """The rows of an answer, the digest of the bytes that they were read from, and what got no answer."""

    rows: pa.Table
    digest: str
    unanswered: Sequence[Unanswered]


@dataclass(frozen=True)
class Asked:
    """What came of a question: the answers, which have landed, and the parts that got none."""

    answers: Sequence[Answer]
    unanswered: Sequence[Unanswered]


def acquire(
    source: Source,
    kind: str,
    days: Days,
    as_of: datetime,
    landing_dir: Path,
    on_landed: Callable[[], None] | None = None,
) -> Acquired:
    """Ask, land, parse. Raises SourceError, after landing, for an answer that cannot be used."""
    asked = ask(source, kind, days, as_of, landing_dir, on_landed)
    rows = conform(kind, source.parse(kind, asked.answers))
    foreign = sorted(day for day in pc.unique(rows[PARTITION]).to_pylist() if day not in days)
    if foreign:
        named = ", ".join(map(str, foreign[:5])) + (" and others" if len(foreign) > 5 else "")
        raise SourceError(f"{source.name} was asked for {kind} of {days} and answered with rows of {named}")
    return Acquired(rows, digest_of(asked.answers), asked.unanswered)


def ask(
    source: Source,
    kind: str,
    days: Days,
    as_of: datetime,
    landing_dir: Path,
    on_landed: Callable[[], None] | None = None,
) -> Asked:
    """Fetch, and land each answer before the next one is asked for; `on_landed` is called after each part.

    Raises SourceError where the source does: what it answered until then has landed.
    """
    answers: list[Answer] = []
    unanswered: list[Unanswered] = []
    for said in source.fetch(kind, days, as_of):
        if isinstance(said, Unanswered):
            unanswered.append(said)
        else:
            land(landing_dir, source.name, said)
            answers.append(said)
        if on_landed is not None:
            on_landed()
    return Asked(answers, unanswered)


def digest_of(answers: Sequence[Answer]) -> str:
    """One digest of the bytes of all answers to a question."""
    return hashlib.sha256("".join(answer.sha256 for answer in answers).encode()).hexdigest()


def land(landing_dir: Path, source_name: str, answer: Answer) -> Path:
    """Write an answer under its content's name and return the path; a large one packed, as `.gz`.

    What is there already stays, with the moment when it came first; that it came again is noted beside it.
    """
    folder = _folder(landing_dir / source_name / answer.kind, answer.days)
    path = _path(folder, answer)
    if not _is_landed(path, answer):
        write_whole(path, packed(answer.body) if _is_packed(path) else answer.body)
        _describe(path, _described(answer))
    elif answer.fetched_at > _came_last(path):
        _describe(path, _sidecar_of(path) | {"came_again_at": answer.fetched_at.isoformat()})
    return path


def _folder(directory: Path, days: Days) -> Path:
    return directory / f"{days.first}_{days.last}"


def _path(folder: Path, answer: Answer) -> Path:
    plain = folder / f"{answer.sha256[:16]}.{_EXTENSIONS.get(answer.media_type, 'bin')}"
    # what landed before answers were packed stays as it is
    packs = len(answer.body) >= _PACKED_FROM and answer.media_type not in _PACKED_BY_ITSELF
    return plain.with_name(f"{plain.name}.gz") if packs and not _sidecar(plain).is_file() else plain


def _is_packed(path: Path) -> bool:
    return path.suffix == ".gz"


def landed_ranges(landing_dir: Path, source_name: str, kind: str) -> list[Days]:
    """Which days were asked for together, of what landed of a kind."""
    names = sorted(folder.name.split("_") for folder in (landing_dir / source_name / kind).glob("*_*"))
    return [Days(date.fromisoformat(first), date.fromisoformat(last)) for first, last in names]


def landed_until(
    landing_dir: Path, source_name: str, kind: str, days: Days, as_of: datetime, since: datetime | None = None
) -> list[Answer]:
    """What landed of a kind for exactly these days until a moment, the oldest first. Raises SourceError.

    With `since`, only what came then or later, or came again.
    """
    folder = _folder(landing_dir / source_name / kind, days)
    paths = [path for path in folder.glob("*") if _sidecar(path).is_file()]
    if since is not None:
        paths = [path for path in paths if since <= _came_last(path) <= as_of]
    answers = [answer for answer in map(read_landed, paths) if answer.fetched_at <= as_of]
    return sorted(answers, key=lambda answer: (answer.fetched_at, answer.uri))


def _is_landed(path: Path, answer: Answer) -> bool:
    """The sidecar is written last: where it is, the answer was whole once. Both may have been damaged since."""
    try:
        return _sidecar(path).is_file() and read_landed(path).body == answer.body
    except SourceError:
        return False


def _described(answer: Answer) -> dict[str, object]:
    return {
        "kind": answer.kind,
        "first_day": answer.days.first.isoformat(),
        "last_day": answer.days.last.isoformat(),
        "uri": answer.uri,
        "media_type": answer.media_type,
        "sha256": answer.sha256,
        "bytes": len(answer.body),
        "fetched_at": answer.fetched_at.isoformat(),
    }


def _sidecar(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _describe(path: Path, described: Mapping[str, object]) -> None:
    write_whole(_sidecar(path), json.dumps(described, indent=2).encode())


def _sidecar_of(path: Path) -> dict[str, Any]:
    with _readable(path):
        return dict(json.loads(_sidecar(path).read_bytes()))


def _came_last(path: Path) -> datetime:
    """When a landed answer came, or came again with the same bytes."""
    described = _sidecar_of(path)
    with _readable(path):
        return datetime.fromisoformat(described.get("came_again_at", described["fetched_at"]))


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(f"the landed answer {path} cannot be read ({error!r}); fetch it again") from error


def read_landed(path: Path) -> Answer:
    """A landed answer. Raises SourceError where it is not what was landed."""
    described = _sidecar_of(path)
    with _readable(path):
        content = path.read_bytes()
        answer = Answer(
            kind=described["kind"],
            days=Days(date.fromisoformat(described["first_day"]), date.fromisoformat(described["last_day"])),
            uri=described["uri"],
            media_type=described["media_type"],
            body=unpacked(content) if _is_packed(path) else content,
            fetched_at=datetime.fromisoformat(described["fetched_at"]),
        )
    if answer.sha256 != described["sha256"]:
        raise SourceError(
            f"the landed answer {path} was changed after it landed: its hash is {answer.sha256[:16]}, "
            f"{described['sha256'][:16]} was landed; delete it and fetch again"
        )
    return answer
