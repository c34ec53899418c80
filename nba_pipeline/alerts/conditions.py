"""What may be wrong, and the message in which the operator is told. No database, no channel, no Dagster."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What a message is: an alert is for people, a completion for programs that wait for a table."""

    ALERT = "alert"
    COMPLETION = "completion"


class Level(IntEnum):
    """Higher is worse."""

    OK = 0
    ORANGE = 1
    RED = 2

    @property
    def color(self) -> str:
        return {Level.OK: "#36A64F", Level.ORANGE: "#FFA500", Level.RED: "#FF0000"}[self]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. `id` says which, whatever its text counts; it got worse when its `size` grew."""

    id: str
    text: str
    size: int = 1


@dataclass(frozen=True)
class Condition:
    """The state of one thing that is watched, by a key that stays the same from look to look."""

    key: str
    name: str
    level: Level
    findings: Sequence[Finding] = ()


@dataclass(frozen=True)
class Observation:
    """What one look at one subject found, a run or a day: whatever changed in it becomes one message.

    `header` and `summary` are for bad news; `link` is where to look, `command` what to do. `accepted` is what is wrong
    and was accepted by the operator: it opens nothing, and what closes by it has not recovered.
    """

    subject: str
    header: str
    summary: str
    conditions: Sequence[Condition]
    link: str
    command: str
    day: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    accepted: Sequence[str] = ()

    def redacted(self, redact: Callable[[str], str]) -> Observation:
        """The same without secrets, which errors of others may have carried into a finding."""
        conditions = [
            replace(one, findings=[replace(finding, text=redact(finding.text)) for finding in one.findings])
            for one in self.conditions
        ]
        accepted = [redact(text) for text in self.accepted]
        return replace(self, summary=redact(self.summary), conditions=conditions, accepted=accepted)


MOST_LINES = 60
LONGEST_LINE = 400
WELL, ACCEPTED = "All well again", "What is missing stays missing; nobody is told of it again"


@dataclass(frozen=True)
class Message:
    """What is told, whichever way it goes. `unlisted` counts the lines that it has no room for."""

    level: Level
    header: str
    summary: str
    lines: Sequence[str]
    unlisted: int
    link: str
    command: str
    day: date | None
    fields: Mapping[str, str]

    def document(self) -> dict[str, object]:
        """As it is stored, and posted to a webhook."""
        return {
            "level": self.level.name.lower(),
            "color": self.level.color,
            "header": self.header,
            "summary": self.summary,
            "lines": list(self.lines),
            "unlisted": self.unlisted,
            "fields": dict(self.fields),
            "day": self.day and self.day.isoformat(),
            "link": self.link,
            "command": self.command,
        }


def message_of(observation: Observation, worse: Sequence[Condition], recovered: Sequence[Condition]) -> Message:
    """One message for all that changed: the bad news first, or, if there is none, that all of it recovered, or that
    what is left of it was accepted.
    """
    lines = [f"• {finding.text}" for condition in worse for finding in condition.findings]
    lines += [f"• {text}" for text in observation.accepted]
    lines += [f"• recovered: {condition.name}" for condition in recovered if not observation.accepted]
    shown = [line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 2]} …" for line in lines[:MOST_LINES]]
    bad = bool(worse)
    over = (
        ("ballot_box_with_check: Accepted", ACCEPTED) if observation.accepted else ("white_check_mark: Recovered", WELL)
    )
    return Message(
        level=max((condition.level for condition in worse), default=Level.OK),
        header=observation.header if bad else f":{over[0]}: {observation.subject}",
        summary=observation.summary if bad else over[1],
        lines=shown,
        unlisted=len(lines) - len(shown),
        link=observation.link,
        command=observation.command if bad else "",
        day=observation.day,
        fields=observation.fields,
    )
