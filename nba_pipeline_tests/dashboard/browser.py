"""A real Chromium on a dashboard that is really served, and what it notices on a page."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from time import sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}

# What a keyboard should reach.
_CONTROLS = "a[href], button, input, select, summary"

_FOCUSED = f"[...document.querySelectorAll('{_CONTROLS}')].indexOf(document.activeElement)"

_SHOWS_FOCUS = """() => {
    const style = getComputedStyle(document.activeElement);
    const box = document.activeElement.getBoundingClientRect();
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
        && box.width > 0 && box.right > 0 && box.left < innerWidth;
}"""

_VIOLATIONS = """document.addEventListener('securitypolicyviolation',
    event => console.error(`${event.violatedDirective} forbids ${event.blockedURI}`));"""


@contextmanager
def served(app: ASGIApp, **serving: Any) -> Iterator[str]:
    """The application on a free port of this machine, until the block ends."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, **{"log_level": "warning", "access_log": False, **serving}))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started and thread.is_alive():  # until then nobody is let in
        sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    binary = shutil.which("chromium")
    if binary is None:
        # a run that checks everything must not pass without having looked
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "CHROMIUM IS ABSENT: no page was looked at in a browser; on Debian: apt-get install chromium"
        )
    with sync_playwright() as playwright:
        # a container has neither a graphics card nor the privileges of Chromium's sandbox
        browser = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """A tab of the browser, and what it complained of and asked for so far."""

    tab: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tab.add_init_script(_VIOLATIONS)
        self.tab.on("console", lambda message: message.type in ("error", "warning") and self._complain(message.text))
        self.tab.on("pageerror", lambda error: self._complain(str(error)))
        self.tab.on("requestfailed", lambda request: self._complain(f"{request.url}: {request.failure}"))
        self.tab.on("request", lambda request: self.asked.append(request.url))

    def _complain(self, text: str) -> None:
        self.complaints.append(f"{urlsplit(self.tab.url).path}: {text}")

    def go(self, path: str) -> int:
        """Open a page of the dashboard and wait until it asks for nothing more."""
        answer = self.tab.goto(self.base + path, wait_until="networkidle")
        assert answer
        return answer.status

    @property
    def left_the_machine(self) -> list[str]:
        """What was asked of another host than this machine."""
        return [url for url in self.asked if urlsplit(url).hostname not in ("127.0.0.1", None)]

    @property
    def overflow(self) -> int:
        """By how many pixels the page can be pushed sideways."""
        return int(self.tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def barriers(self) -> list[str]:
        """What axe-core calls serious or critical, contrast among it, with the first place of each."""
        found = Axe().run(self.tab).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]

    def walk(self) -> tuple[Sequence[str], Sequence[str]]:
        """Press Tab until the page is through: the controls that were not reached, and those without visible focus."""
        controls = self.tab.locator(_CONTROLS)
        wanted = {i for i in range(controls.count()) if controls.nth(i).is_visible()}
        reached: set[int] = set()
        unseen: list[str] = []
        self.tab.evaluate("document.activeElement.blur()")
        for _ in range(3 * len(wanted) + 20):
            self.tab.keyboard.press("Tab")
            at = int(self.tab.evaluate(_FOCUSED))
            if at >= 0 and not self.tab.evaluate(_SHOWS_FOCUS):
                unseen.append(self._text(at))
            reached.add(at)
            if wanted <= reached:
                break
        return [self._text(i) for i in sorted(wanted - reached)], unseen

    def _text(self, control: int) -> str:
        return str(self.tab.locator(_CONTROLS).nth(control).evaluate("element => element.outerHTML"))[:120]


@contextmanager
def visiting(base: str, dark: bool = False, phone: bool = False) -> Iterator[Visit]:
    """A browser of its own at a served dashboard."""
    with chromium() as browser:
        context = browser.new_context(viewport=PHONE if phone else DESK, color_scheme="dark" if dark else "light")
        yield Visit(context.new_page(), base)
