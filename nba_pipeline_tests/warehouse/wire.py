"""The wire between the real client and BigQuery, on which answers can be lost, forged or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
from google.cloud import bigquery


@dataclass(frozen=True)
class Request:
    method: str
    url: str
    data: bytes
    timeout: Any = None  # seconds after which it counts as cut

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def job(self) -> dict[str, Any]:
        """The job that is asked for; empty where none is."""
        body = json.loads(self.data) if self.method == "POST" and self.data.startswith(b"{") else {}
        return body if "configuration" in body else {}

    @property
    def job_id(self) -> str:
        return self.job.get("jobReference", {}).get("jobId", "")

    def publishes(self) -> bool:
        return "BEGIN TRANSACTION" in self.job.get("configuration", {}).get("query", {}).get("query", "")

    def uploads(self) -> bool:
        return self.method == "PUT" and self.path.startswith("/upload/")


CONFLICT = "Transaction is aborted due to concurrent update against table p:d.t. Transaction ID: abc"

# A fault takes a request and how to send it; it answers, or lets the request go by answering None.
Fault = Callable[[Request, Callable[[], requests.Response]], requests.Response | None]


@dataclass
class Wire:
    """From when it is made, everything that the client sends goes through here."""

    client: bigquery.Client
    fault: Fault | None = None
    sent: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._send = self.client._http.request
        self.client._http.request = self._request

    def _request(self, method: str, url: str, data: Any = None, **more: Any) -> requests.Response:
        content = data.encode() if isinstance(data, str) else data
        seen = Request(method, url, content if isinstance(content, bytes) else b"", more.get("timeout"))
        self.sent.append(seen)

        def send() -> requests.Response:
            return self._send(method, url, data=data, **more)

        answer = self.fault(seen, send) if self.fault else None
        return send() if answer is None else answer

    @property
    def jobs(self) -> list[dict[str, Any]]:
        return [request.job for request in self.sent if request.job]


def answer(request: Request, status: int, body: dict[str, Any]) -> requests.Response:
    response = requests.Response()
    response.status_code = status
    response.headers["Content-Type"] = "application/json"
    response._content = json.dumps(body).encode()
    response.request = requests.Request(request.method, request.url).prepare()
    return response


def refusal(request: Request, status: int, reason: str, message: str) -> requests.Response:
    """An error as BigQuery's API words it."""
    errors = [{"reason": reason, "message": message}]
    return answer(request, status, {"error": {"code": status, "message": message, "errors": errors}})


def failed_job(request: Request, reason: str, message: str) -> requests.Response:
    """A job that was taken and failed, as the API tells it."""
    error = {"reason": reason, "message": message}
    status = {"state": "DONE", "errorResult": error, "errors": [error]}
    return answer(request, 200, request.job | {"status": status})


def for_a_while(fault: Fault, times: int) -> Fault:
    """The fault strikes so many times and is over then."""
    left = [times]

    def strike(request: Request, send):
        struck = fault(request, send) if left[0] else None
        left[0] -= struck is not None
        return struck

    return strike


def conflict(request: Request, _) -> requests.Response | None:
    return failed_job(request, "invalidQuery", CONFLICT) if request.publishes() else None


def still_failed(fault: Fault) -> Fault:
    """Whoever asks again about a job that failed is told the same."""
    told: dict[str, requests.Response] = {}

    def strike(request: Request, send):
        job_id = request.path.rsplit("/", 1)[-1]
        if request.method == "GET" and job_id in told:
            return told[job_id]
        struck = fault(request, send)
        if struck is not None:
            told[request.job_id] = struck
        return struck

    return strike
