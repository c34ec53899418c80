"""The official injury report, a PDF: who is out, doubtful, questionable, probable or available, and who has not said.

The text carries no table lines. What a word belongs to is told by its place: the column by its left edge, the row by
the nearest player, because a reason of several lines stands around its player's height.
"""

from __future__ import annotations

import io
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pdfplumber
import pyarrow as pa

from nba_pipeline.game_day import EASTERN
from nba_pipeline.names import player_lookup
from nba_pipeline.sources.answers import ANSWERS
from nba_pipeline.sources.base import Answer, SourceError
from nba_pipeline.sources.teams import team_of_name
from nba_pipeline.statuses import InjuryStatus

REPORT = "injury_report_pdf"

COLUMNS = ("Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason")
NOT_YET = "NOT YET SUBMITTED"
STALE_AFTER = timedelta(hours=12)
_HEADS = " ".join(COLUMNS)
_TITLE = re.compile(r"Injury Report: (\d\d/\d\d/\d\d \d\d:\d\d [AP]M)")
_PAGE = re.compile(r"Page (\d+) of (\d+)")
_GAP = 1  # points; the report's own spaces are a little more

Row = dict[str, Any]
Words = Sequence[Row]


@dataclass(frozen=True)
class Text:
    """What stands in one column at one height."""

    column: str
    top: float
    text: str


def rows(answers: Sequence[Answer]) -> pa.Table:
    """What the reports say of the games of the answers' days; a report that came twice counts once."""
    found = {
        (row["game_date"], row["report_at"], row["team"], row["player_lookup"]): row
        for answer in answers
        for row in _rows(answer)
        if row["game_date"] in answer.days
    }
    return pa.Table.from_pylist(list(found.values()), schema=ANSWERS["injury_report"].to_pyarrow())


def report_at(answer: Answer) -> datetime:
    """When a report was published, by its title. Raises SourceError for what is none."""
    return _titled(_read(answer), answer.uri)


def _rows(answer: Answer) -> Iterator[Row]:
    pages = _read(answer)
    published = _titled(pages, answer.uri)
    if abs(answer.fetched_at - published) > STALE_AFTER:
        raise SourceError(
            f"{answer.uri} is the report of {published:%Y-%m-%d %H:%M %Z}, asked for at "
            f"{answer.fetched_at:%Y-%m-%d %H:%M} UTC: it is stale; ask again later"
        )
    _refuse_lost_pages(pages, answer.uri)
    edges = _edges(pages, answer.uri)
    game_date: date | None = None
    team: str | None = None
    for page in pages:
        for entry in _entries(
            [text for words in page if not _is_frame(words) for text in _texts(words, edges)], answer
        ):
            if "Game Date" in entry:
                game_date = _date(entry["Game Date"], answer)
            team = entry.get("Team", team)
            if game_date is None or team is None:
                raise SourceError(f"{answer.uri} names a player before any game and team; look at it")
            yield {"game_date": game_date, "report_at": published, "team": _team(team, answer), **_said(entry, answer)}


def _read(answer: Answer) -> list[list[Words]]:
    return [_heights(words) for words in _pages(answer)]


def _titled(pages: Sequence[Sequence[Words]], uri: str) -> datetime:
    titles = [match for page in pages for words in page if (match := _TITLE.fullmatch(_joined(words)))]
    if not titles:
        raise SourceError(f"{uri} has no title with its time: it is no injury report; look at it")
    return datetime.strptime(titles[0][1], "%m/%d/%y %I:%M %p").replace(tzinfo=EASTERN)


def _pages(answer: Answer) -> list[Words]:
    if not answer.body.startswith(b"%PDF-"):
        raise SourceError(f"{answer.uri} answered with no PDF but {answer.media_type}; run again later")
    try:
        with pdfplumber.open(io.BytesIO(answer.body)) as pdf:
            pages: list[Words] = [page.extract_words(x_tolerance=_GAP) for page in pdf.pages]
    except Exception as error:
        # the PDF library raises whatever a damaged file leads it into
        raise SourceError(f"{answer.uri} breaks off, or is a damaged PDF ({error!r}); run again later") from error
    if not any(pages):
        raise SourceError(f"{answer.uri} has no text: it breaks off, or is another kind of PDF; run again later")
    return pages


def _refuse_lost_pages(pages: Sequence[Sequence[Words]], uri: str) -> None:
    """A PDF that breaks off may still open, with the pages that were saved."""
    told = [match.groups() for page in pages for words in page if (match := _PAGE.fullmatch(_joined(words)))]
    if told != [(f"{number}", f"{len(pages)}") for number in range(1, len(pages) + 1)]:
        raise SourceError(f"{uri} breaks off: {len(pages)} pages are there, which are numbered {told}; run again later")


def _heights(words: Words) -> list[Words]:
    """The words of a page, those at one height together, from left to right."""
    found: dict[int, list[Row]] = {}
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        found.setdefault(round(word["top"]), []).append(word)
    return list(found.values())


def _joined(words: Words) -> str:
    return " ".join(word["text"] for word in words)


def _is_frame(words: Words) -> bool:
    """The title, the columns' heads and the page's number."""
    text = _joined(words)
    return text == _HEADS or bool(_TITLE.fullmatch(text) or _PAGE.fullmatch(text))


def _edges(pages: Sequence[Sequence[Words]], uri: str) -> list[float]:
    """The left edge of each column, where its head begins."""
    heads = next((words for page in pages for words in page if _joined(words) == _HEADS), None)
    if heads is None:
        raise SourceError(f"{uri} has not the columns {', '.join(COLUMNS)}: the league has changed its report")
    edges, place = [], 0
    for column in COLUMNS:
        edges.append(float(heads[place]["x0"]))
        place += len(column.split())
    return edges


def _texts(words: Words, edges: Sequence[float]) -> list[Text]:
    """The words of one height, joined within their columns."""
    found: dict[str, list[Row]] = {}
    for word in words:
        column = max(bisect(edges, word["x0"] + _GAP) - 1, 0)
        found.setdefault(COLUMNS[column], []).append(word)
    return [Text(column, float(cell[0]["top"]), _joined(cell)) for column, cell in found.items()]


def _entries(texts: Sequence[Text], answer: Answer) -> list[dict[str, str]]:
    """One a player, or a team that has not submitted: the texts of each column, in the order of the report."""
    rows = [text for text in texts if text.column == "Player Name" or text.text == NOT_YET]
    if texts and not rows:
        raise SourceError(f"{answer.uri} has a page without any player: it cannot be read; look at it")
    found: dict[float, dict[str, str]] = {row.top: {} for row in rows}
    for text in texts:
        entry = found[min(found, key=lambda top: abs(top - text.top))]
        entry[text.column] = f"{entry[text.column]} {text.text}" if text.column in entry else text.text
    return list(found.values())


def _said(entry: dict[str, str], answer: Answer) -> Row:
    if entry.get("Reason") == NOT_YET and "Player Name" not in entry:
        status = InjuryStatus.NOT_SUBMITTED.value
        return {"player_name": None, "player_lookup": "", "status": status, "reason": None}
    name, status = entry.get("Player Name", ""), entry.get("Current Status", "").upper()
    if status not in set(InjuryStatus) - {InjuryStatus.NOT_SUBMITTED} or not player_lookup(name):
        raise SourceError(f"{answer.uri} says {entry}, which is no player with his status; look at it")
    return {"player_name": name, "player_lookup": player_lookup(name), "status": status, "reason": entry.get("Reason")}


def _team(told: str, answer: Answer) -> str:
    try:
        return team_of_name(told)
    except SourceError as error:
        raise SourceError(f"{answer.uri}: {error}; look at it") from None


def _date(told: str, answer: Answer) -> date:
    try:
        return datetime.strptime(told, "%m/%d/%Y").date()
    except ValueError:
        raise SourceError(f"{answer.uri} gives {told!r} as the date of a game; look at it") from None
