"""Cloud Storage on loopback, as far as Dagster's logs ask it, for an account with the roles that it was given."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Set
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, quote, unquote, urlsplit

import google_crc32c

# https://cloud.google.com/storage/docs/access-control/iam-roles, the part that is about buckets and objects
PERMISSIONS = {
    "storage.objectUser": {
        f"storage.objects.{verb}" for verb in ("create", "delete", "get", "list", "move", "restore", "update")
    },
    "storage.objectViewer": {"storage.objects.get", "storage.objects.list"},
    "storage.legacyBucketReader": {"storage.buckets.get", "storage.objects.list"},
}


class Bucket:
    """A bucket, its objects by name, and the permissions that were needed since it was made."""

    def __init__(self, name: str, roles: Set[str]) -> None:
        self.name = name
        self.allowed = {permission for role in roles for permission in PERMISSIONS[role]}
        self.objects: dict[str, bytes] = {}
        self.needed: set[str] = set()


class _Answers(BaseHTTPRequestHandler):
    bucket: Bucket

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        asked = re.fullmatch(rf"/(?:download/)?storage/v1/b/{self.bucket.name}(?:/o(?:/(.+))?)?", place.path)
        if asked is None:
            self._answer(404)
        elif not place.path.endswith("/o") and asked[1] is None:
            if self._allows("storage.buckets.get"):
                self._answer(200, {"name": self.bucket.name})
        elif asked[1] is None:
            if self._allows("storage.objects.list"):
                prefix = parse_qs(place.query).get("prefix", [""])[0]
                self._answer(
                    200, {"items": [{"name": name} for name in self.bucket.objects if name.startswith(prefix)]}
                )
        else:
            self._object(unquote(asked[1]), content="alt=media" in place.query)

    def do_POST(self) -> None:
        """Begin an upload, which whoever writes over an object may only if he may delete it."""
        name = json.loads(self._content())["name"]
        replaces = name in self.bucket.objects
        if self._allows("storage.objects.create", *(["storage.objects.delete"] if replaces else [])):
            host = self.headers["Host"]
            self._answer(200, {"name": name}, Location=f"http://{host}/upload/{quote(name, safe='')}")

    def do_PUT(self) -> None:
        name = unquote(self.path.removeprefix("/upload/"))
        self.bucket.objects[name] = self._content()
        checksum = base64.b64encode(google_crc32c.Checksum(self.bucket.objects[name]).digest()).decode()
        self._answer(200, {"name": name, "crc32c": checksum})

    def _content(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def _object(self, name: str, content: bool) -> None:
        # whether an object is missing is told to those only who may list them
        missing = name not in self.bucket.objects
        if self._allows("storage.objects.get", *(["storage.objects.list"] if missing else [])):
            if missing:
                self._answer(404)
            else:
                self._answer(200, self.bucket.objects[name] if content else {"name": name})

    def _allows(self, *permissions: str) -> bool:
        """Whether the account has them; if not, it has been told so."""
        self.bucket.needed |= set(permissions)
        lacking = sorted(set(permissions) - self.bucket.allowed)
        if lacking:
            said = f"Permission '{lacking[0]}' denied on {self.bucket.name}"
            self._answer(403, {"error": {"code": 403, "message": said}})
        return not lacking

    def _answer(self, status: int, body: dict[str, object] | bytes | None = None, **headers: str) -> None:
        content = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        kind = "application/octet-stream" if isinstance(body, bytes) else "application/json"
        self.send_response(status)
        for name, value in {**headers, "Content-Type": kind, "Content-Length": f"{len(content)}"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@contextmanager
def served(bucket: Bucket) -> Iterator[str]:
    """The address where the bucket is asked."""
    handler = type("Answers", (_Answers,), {"bucket": bucket})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
