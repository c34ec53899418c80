"""Judging a season takes seconds, for which nobody who opens the page waits: it is done beside, one after the other."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from nba_pipeline.dashboard.known import Known, note
from nba_pipeline.dashboard.standing import Standing

PATIENCE_SECONDS = 0.5
UNDER_WAY = "The season's newest grades are being judged, which takes some seconds."


class Judgments:
    """The standings of a season, told when they are judged."""

    def __init__(self) -> None:
        self._judge = ThreadPoolExecutor(1, "judgments")
        self._submitting = Lock()
        self._newest: tuple[Standing, Future[None]] | None = None
        self._last: Known[Standing] | None = None

    def of(self, known: Known[Standing]) -> Known[Standing] | None:
        """What is known, judged. While that takes more than a moment: the last that was, with its moment, if any."""
        if known.value is None:
            return known
        judged = self._under_way(known.value)
        try:
            judged.result(PATIENCE_SECONDS)
        except TimeoutError:
            note(lambda: not judged.done())
            return self._last and Known(self._last.value, self._last.as_of, UNDER_WAY)
        self._last = known
        return known

    def _under_way(self, standing: Standing) -> Future[None]:
        with self._submitting:
            if self._newest is None or self._newest[0] is not standing:
                self._newest = standing, self._judge.submit(standing.judge)
            return self._newest[1]
