"""An injury report as small as a PDF can be, laid out like the league's: words at their places, no lines.

The font has a code for each letter beyond ASCII that the report writes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from nba_pipeline.game_day import EASTERN

HEADS = ("Game Date", "Game Time", "Matchup", "Team", "Player Name", "Current Status", "Reason")
EDGES = (23, 120, 200, 264, 425, 586, 666)
HEIGHT, FIRST_ROW, STEP = 595, 130, 22


def listed(team: str, player: str, status: str, *reason: str) -> tuple[str, ...]:
    """A player's row; a reason of two lines stands around its height."""
    return (team, player, status, *reason)


def silent(team: str) -> tuple[str, ...]:
    return (team, "", "", "NOT YET SUBMITTED")


def report(day: date, at: datetime, *pages: Sequence[tuple[str, ...]], numbered: int | None = None) -> bytes:
    """The pages of a report on the games of a day; `numbered` is how many it says it has."""
    title = f"Injury Report: {at.astimezone(EASTERN):%m/%d/%y %I:%M %p}"
    of = numbered or len(pages)
    return _pdf([_page(day, title, rows, f"Page {place} of {of}") for place, rows in enumerate(pages, 1)])


def _page(day: date, title: str, rows: Sequence[tuple[str, ...]], number: str) -> str:
    texts = [(289, 46, title), (398, 538, number)]
    texts += [(left, 108, head) for left, head in zip(EDGES, HEADS, strict=True)]
    if rows:
        texts.append((EDGES[0], FIRST_ROW, f"{day:%m/%d/%Y}"))
    for place, (team, player, status, *reason) in enumerate(rows):
        top = FIRST_ROW + STEP * place
        texts += [(left, top, text) for left, text in zip(EDGES[3:6], (team, player, status), strict=True) if text]
        middle = (len(reason) - 1) / 2
        texts += [(EDGES[6], top + 14 * (line - middle), text) for line, text in enumerate(reason)]
    shown = [f"BT /F1 8 Tf {left} {HEIGHT - top} Td ({_quoted(text)}) Tj ET" for left, top, text in texts]
    return "\n".join(shown)


def _quoted(text: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", text)


def _pdf(pages: Sequence[str]) -> bytes:
    letters = sorted({letter for page in pages for letter in page if not letter.isascii()})
    codes = {ord(letter): 128 + place for place, letter in enumerate(letters)}
    differences = " ".join(f"/uni{ord(letter):04X}" for letter in letters)
    contents = [page.translate(codes).encode("latin-1") for page in pages]
    encoding = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 {differences}] >>"
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>".encode(),
    ]
    for place, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 {HEIGHT}] /Contents {5 + 2 * place} 0 R "
        objects.append(page.encode() + b"/Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    body, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return bytes(body) + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + trailer
