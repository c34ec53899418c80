"""One request and its whole answer, within a time that neither a slow host nor a slow name server outlasts."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from threading import Thread
from typing import Any

import httpx

LARGEST_BODY = 64 * 2**20  # bytes; a season's schedule is 9 MB

# The first that fits is told.
_NO_CONNECTION: Sequence[tuple[type[OSError], str]] = (
    (ssl.SSLError, "TLS failed"),
    (socket.gaierror, "the host's name was not found (DNS)"),
    (ConnectionRefusedError, "it was refused"),
)


def exchange(
    url: httpx.URL, headers: Mapping[str, str], timeout: float, certificates: ssl.SSLContext
) -> tuple[httpx.Response, bytes]:
    """The answer, whatever its status, and its body. `timeout` is in seconds, for all of it.

    Raises TimeoutError, httpx.TimeoutException for one wait, or another httpx.HTTPError.
    """
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(_read(url, headers, timeout, certificates))


def trouble(error: httpx.HTTPError) -> str:
    """What went wrong with a connection, without the error's own words: they may hold an address with a key."""
    if isinstance(error, httpx.ConnectError):
        causes = list(_causes(error))
        why = [says for kind, says in _NO_CONNECTION if any(isinstance(cause, kind) for cause in causes)]
        return ": ".join(["no connection", *why[:1]])
    if isinstance(error, httpx.RemoteProtocolError):
        return "the answer broke off"
    return f"the connection failed ({type(error).__name__})"


class _Loop(asyncio.SelectorEventLoop):
    """Leaves a name server that does not answer where it is.

    By itself a loop looks names up in a thread that it waits for when it ends, and the program when it does.
    """

    async def getaddrinfo(self, *asked: Any, **more: Any) -> Any:
        found: Future[Any] = Future()
        Thread(target=_look_up, args=(found, asked, more), daemon=True).start()
        return await asyncio.wrap_future(found, loop=self)


def _look_up(found: Future[Any], asked: tuple[Any, ...], more: Mapping[str, Any]) -> None:
    found.set_running_or_notify_cancel()
    try:
        found.set_result(socket.getaddrinfo(*asked, **more))
    except Exception as error:
        found.set_exception(error)


async def _read(
    url: httpx.URL, headers: Mapping[str, str], timeout: float, certificates: ssl.SSLContext
) -> tuple[httpx.Response, bytes]:
    """httpx by itself bounds the wait for each piece only.

    Who sends a byte now and then, of the headers or of the body, is never too slow for it. An event loop of its own
    can leave a request wherever it is.
    """
    body = bytearray()
    async with (
        asyncio.timeout(timeout),
        httpx.AsyncClient(
            timeout=timeout,
            headers=headers,
            # what answers from elsewhere is not who was asked, and would be handed the key
            follow_redirects=False,
            verify=certificates,
        ) as client,
        client.stream("GET", url) as response,
    ):
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > LARGEST_BODY:
                raise httpx.ReadError("too large")
    return response, bytes(body)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, what it came from, and each of several errors at once."""
    yield error
    below = list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
    for cause in (*below, error.__cause__ or error.__context__):
        if cause is not None:
            yield from _causes(cause)
