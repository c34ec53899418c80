"""Finished answers, each kept for as long as what it was made from is what is known.

To draw a page takes longer than to send it. Who asks while a newer one is drawn gets the last one, which says of when
it is, unless that is too old to be told.
"""

from __future__ import annotations

from asyncio import shield, wrap_future
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

from starlette.responses import Response

from nba_pipeline.dashboard import known
from nba_pipeline.dashboard.known import noting

MOST_ANSWERS = 64  # of up to half a megabyte
AT_A_TIME = 4


@dataclass(frozen=True)
class _Finished:
    response: Response
    made_at: float
    made_from: Sequence[Callable[[], bool]]

    @property
    def stands(self) -> bool:
        # each of them is asked, and so stays wanted
        return all([holds() for holds in self.made_from])


class Answers:
    """Makes each answer once for all who ask for it meanwhile, a few at a time."""

    def __init__(self) -> None:
        self._finished: OrderedDict[Hashable, _Finished] = OrderedDict()
        self._making: dict[Hashable, Future[Response]] = {}
        self._makers = ThreadPoolExecutor(AT_A_TIME, "answers")

    async def of(self, question: Hashable, make: Callable[[], Response]) -> Response:
        """The answer to a question. Raises what `make` raises; such an answer is not kept."""
        last = self._finished.get(question)
        if last is not None and last.stands:
            return last.response
        making = self._making.get(question)
        if making is None:
            making = self._making[question] = self._makers.submit(self._make, question, make)
            making.add_done_callback(lambda _: self._making.pop(question))
        if last is not None and monotonic() - last.made_at < known.FRESH_SECONDS:
            return last.response
        return await shield(wrap_future(making))  # whoever gives up waiting ends it for nobody else

    def _make(self, question: Hashable, make: Callable[[], Response]) -> Response:
        try:
            with noting() as made_from:
                response = make()
        except BaseException:
            self._finished.pop(question, None)  # the next who asks meets the failure
            raise
        self._finished.pop(question, None)  # to the end, in one step: another maker may drop the oldest meanwhile
        self._finished[question] = _Finished(response, monotonic(), made_from)
        while len(self._finished) > MOST_ANSWERS:
            self._finished.popitem(last=False)
        return response
