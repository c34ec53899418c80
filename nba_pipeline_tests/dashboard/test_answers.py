"""A finished answer is made once for many, and again when what it was made from is no longer what is known."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event

import pytest
from starlette.responses import Response

from nba_pipeline.dashboard import answers as finished
from nba_pipeline.dashboard import known
from nba_pipeline.dashboard.answers import Answers
from nba_pipeline.dashboard.known import note


class Drawn:
    """A page that counts how often it was drawn, from a fact that can change."""

    def __init__(self) -> None:
        self.fact = "whole"
        self.times = 0

    def draw(self) -> Response:
        fact = self.fact
        note(lambda: self.fact == fact)
        self.times += 1
        return Response(fact)


async def asked(answers: Answers, make: Callable[[], Response]) -> str:
    return bytes((await answers.of("the page", make)).body).decode()


def test_it_is_made_once_while_what_it_was_made_from_holds() -> None:
    page = Drawn()

    async def twice() -> list[str]:
        answers = Answers()
        return [await asked(answers, page.draw), await asked(answers, page.draw)]

    assert (asyncio.run(twice()), page.times) == (["whole", "whole"], 1)


def test_all_who_ask_for_the_first_time_wait_for_the_same_one() -> None:
    page, all_have_asked = Drawn(), Event()

    def slowly() -> Response:
        all_have_asked.wait(10)
        return page.draw()

    async def at_once() -> list[str]:
        answers = Answers()
        waiting = [asyncio.create_task(asked(answers, slowly)) for _ in range(20)]
        await asyncio.sleep(0.05)
        all_have_asked.set()
        return list(await asyncio.gather(*waiting))

    assert (asyncio.run(at_once()), page.times) == (["whole"] * 20, 1)


def test_while_a_newer_one_is_drawn_the_last_one_is_told_and_then_the_newer() -> None:
    page, may_draw = Drawn(), Event()

    def slowly() -> Response:
        may_draw.wait(10)
        return page.draw()

    async def asks() -> list[str]:
        answers = Answers()
        told = [await asked(answers, page.draw)]
        page.fact = "a gap"
        told.append(await asked(answers, slowly))
        may_draw.set()
        while told[-1] == "whole":
            await asyncio.sleep(0.01)
            told.append(await asked(answers, slowly))
        return told

    told = asyncio.run(asyncio.wait_for(asks(), 10))

    assert told[:2] == ["whole", "whole"]
    assert told[-1] == "a gap"


def test_one_that_was_made_too_long_ago_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    page, seconds = Drawn(), [100.0]
    monkeypatch.setattr(finished, "monotonic", lambda: seconds[0])

    async def asks() -> list[str]:
        answers = Answers()
        told = [await asked(answers, page.draw)]
        page.fact = "a gap"
        seconds[0] += known.FRESH_SECONDS
        return [*told, await asked(answers, page.draw)]

    assert asyncio.run(asks()) == ["whole", "a gap"]


def test_a_failure_is_told_and_not_kept() -> None:
    page = Drawn()

    def broken() -> Response:
        raise ZeroDivisionError

    async def asks() -> str:
        answers = Answers()
        with pytest.raises(ZeroDivisionError):
            await asked(answers, broken)
        return await asked(answers, page.draw)

    assert asyncio.run(asks()) == "whole"


def test_a_page_that_can_no_longer_be_drawn_is_not_told_for_ever() -> None:
    page = Drawn()

    def broken() -> Response:
        raise ZeroDivisionError

    async def asks() -> None:
        answers = Answers()
        await asked(answers, page.draw)
        page.fact = "a gap"
        while True:
            await asked(answers, broken)
            await asyncio.sleep(0.01)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(asyncio.wait_for(asks(), 10))
