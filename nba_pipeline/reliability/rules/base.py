"""What a rule is: a claim about a game day, declared with what it compares, when it is a gap and how it says so.

A rule's function takes relations, named like tables or records, and returns one row per subject of which the claim
should hold: game_date, game_id, subject, present. A subject is whatever the claim is about: a game, a team's game, a
player, a column, a system, a table; `present` says that it holds. A `fact` beside it says what was found. It neither
connects, nor counts, nor catches: `evaluation` does, for all rules alike and for any number of days at once.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cached_property
from typing import Annotated, TypeAlias, get_args, get_type_hints

import ibis.expr.types as ir

from nba_pipeline.contracts import Before

# The phase of rules that look at all phases.
ACROSS = 0


class Severity(StrEnum):
    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"


class Role(Enum):
    """How a rule takes a table, and what becomes of a day of it that is not verified.

    EXPECTED, what the rule measures against: the rule is blocked. JUDGED, what must be there: the day counts as
    empty. EXAMINED, what is there must be right: the rule is blocked, for that it is missing is its judge's
    finding. CONSULTED, what only adds to what is found: the day counts as empty.

    A rule judges or examines exactly one. `Annotated[ir.Table, role, Before(...)]` sees earlier days as well.
    """

    EXPECTED = auto()
    JUDGED = auto()
    EXAMINED = auto()
    CONSULTED = auto()


Expected: TypeAlias = Annotated[ir.Table, Role.EXPECTED]
Judged: TypeAlias = Annotated[ir.Table, Role.JUDGED]
Examined: TypeAlias = Annotated[ir.Table, Role.EXAMINED]
Consulted: TypeAlias = Annotated[ir.Table, Role.CONSULTED]


class Due(Enum):
    """From when on a rule can be judged; before, it is PENDING."""

    FIRST_TIPOFF = "the first tip-off"
    FINAL = "the end of the last game"


@dataclass(frozen=True)
class Condition:
    """When there is no gap: `holds(expected, actual)`. `gap` says in words when there is one."""

    gap: str
    holds: Callable[[int, int], bool]


ALL = Condition("any is missing", lambda expected, actual: actual == expected)
SOME = Condition("none is there", lambda _, actual: actual > 0)
NOTED = Condition("never: who is missing is named and no gap", lambda *_: True)


def at_least(percent: int) -> Condition:
    return Condition(f"fewer than {percent} % are there", lambda expected, actual: 100 * actual >= percent * expected)


@dataclass(frozen=True)
class Rule:
    """One claim. `counts` names what is expected and what of it is found; `needs` are further tables, without
    whose games nothing can be said about this rule's: what they lack is their judge's finding, not this one's.

    A gap weighs `severity`; where `worse` names a condition and that does not hold either, it weighs that much.
    `sentence` may use {date}, {expected}, {actual}, {missing}, {percent} and {named}, the missing by name.
    `remedy` says what to do about a gap, and names a command for it. `seen` has the inputs of which earlier days are
    seen as well.
    """

    id: str
    phase: int
    severity: Severity
    due: Due
    condition: Condition
    counts: tuple[str, str]
    sentence: str
    remedy: str
    familiar: str | None
    needs: tuple[str, ...]
    worse: tuple[Severity, Condition] | None
    expression: Callable[..., ir.Table]
    inputs: Mapping[str, Role]
    seen: Mapping[str, Before]

    @property
    def claim(self) -> str:
        return self.expression.__name__

    @property
    def name(self) -> str:
        """The name that the operator knows, where he knows one."""
        return self.familiar or self.claim

    @property
    def description(self) -> str:
        return inspect.cleandoc(self.expression.__doc__ or "")

    @cached_property
    def judged(self) -> str:
        """What the rule judges or examines."""
        return next(name for name, role in self.inputs.items() if role in _OBJECTS)

    @property
    def judges_presence(self) -> bool:
        """Whether that what it judges is there at all is this rule's own finding."""
        return self.inputs.get(self.judged) is Role.JUDGED

    @cached_property
    def measured_against(self) -> Sequence[str]:
        """The inputs that must be whole for the rule to say anything."""
        return [*(name for name, role in self.inputs.items() if role in _WHOLE), *self.needs]

    def graded(self, expected: int, actual: int) -> Severity:
        """What a gap of that size weighs."""
        if self.worse and not self.worse[1].holds(expected, actual):
            return self.worse[0]
        return self.severity


_OBJECTS = (Role.JUDGED, Role.EXAMINED)
_WHOLE = (Role.EXPECTED, Role.EXAMINED)


def rule(
    id: str,
    *,
    phase: int,
    severity: Severity,
    due: Due,
    holds_with: Condition,
    counts: tuple[str, str],
    sentence: str,
    remedy: str,
    familiar: str | None = None,
    needs: tuple[str, ...] = (),
    worse: tuple[Severity, Condition] | None = None,
) -> Callable[[Callable[..., ir.Table]], Rule]:
    """Declare the function below as a rule; see `Rule`. Raises ValueError where it says not what it takes."""

    def declare(expression: Callable[..., ir.Table]) -> Rule:
        hints = get_type_hints(expression, include_extras=True)
        taken = {name: get_args(hints.get(name)) for name in inspect.signature(expression).parameters}
        inputs = {name: _role(id, name, said) for name, said in taken.items()}
        if sum(role in _OBJECTS for role in inputs.values()) != 1:
            raise ValueError(f"rule {id} must take exactly one Judged table, or one Examined")
        return Rule(
            id=id,
            phase=phase,
            severity=severity,
            due=due,
            condition=holds_with,
            counts=counts,
            sentence=sentence,
            remedy=remedy,
            familiar=familiar,
            needs=needs,
            worse=worse,
            expression=expression,
            inputs=inputs,
            seen={name: part for name, said in taken.items() for part in said if isinstance(part, Before)},
        )

    return declare


def _role(rule_id: str, parameter: str, said: tuple[object, ...]) -> Role:
    for role in said:
        if isinstance(role, Role):
            return role
    raise ValueError(
        f"rule {rule_id}: parameter {parameter!r} is neither Expected, nor Judged, nor Examined, nor Consulted"
    )
