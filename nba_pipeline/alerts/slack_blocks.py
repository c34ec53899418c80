"""A stored message in Slack's blocks, within Slack's limits: what has no room is counted, never cut off unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# Slack's limits are 150 characters in a header, 3000 in a section and 2000 in a field.
_HEADER, _SECTION, _FIELD, _FIELDS = 150, 2900, 1900, 10


def slack_message(document: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a Slack message: a text for notifications, and an attachment with a colour and blocks."""
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": _cut(document["header"], _HEADER), "emoji": True}},
        _section(f"*{_cut(_escaped(document['summary']), _SECTION)}*"),
    ]
    if document["lines"]:
        blocks.append(_section(_code(document["lines"], document["unlisted"])))
    if document["fields"]:
        blocks.append({"type": "section", "fields": _fields(document["fields"])})
    blocks.append(_section(_what_to_do(document)))
    return {
        "text": _cut(_escaped(document["header"]), _SECTION),
        "attachments": [{"color": document["color"], "fallback": document["header"], "blocks": blocks}],
    }


def _code(lines: Sequence[str], unlisted: int) -> str:
    """The lines in a code block, as many as fit, and how many more there are."""
    shown: list[str] = []
    room = _SECTION - len("```\n\n```") - len("… and 1000000 more\n")
    for line in map(_escaped, lines):
        if len(line) + 1 > room:
            break
        room -= len(line) + 1
        shown.append(line)
    more = unlisted + len(lines) - len(shown)
    return "```\n" + "\n".join([*shown, *([f"… and {more} more"] if more else [])]) + "\n```"


def _fields(fields: Mapping[str, str]) -> list[dict[str, str]]:
    texts = [f"*{_escaped(name)}:*\n{_escaped(value)}" for name, value in list(fields.items())[:_FIELDS]]
    return [{"type": "mrkdwn", "text": _cut(text, _FIELD)} for text in texts]


def _what_to_do(document: Mapping[str, Any]) -> str:
    command = f"To act: `{_cut(_escaped(document['command']), 500)}`\n" if document["command"] else ""
    return f"{command}<{_escaped(document['link'])}|Look>"


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _escaped(text: str) -> str:
    """Slack's three control characters, and no backticks that would end a code block."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("```", "'''")


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 2]} …"
