"""Every page in a real browser, in every state of a day: quiet, at home, readable, and usable without a mouse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from browser import served, visiting
from faults.league_desk import TODAY
from lived_states import LEVELS, pages_of
from reconciler import Reconciler
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from nba_pipeline.dashboard import pages
from nba_pipeline.dashboard.app import build_app
from nba_pipeline.dashboard.security import StrictHeaders

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture
def addresses(state: str) -> list[str]:
    return list(pages_of(state).values())


def test_every_page_is_quiet_and_asks_nothing_of_another_machine(
    dashboard: str, state: str, addresses: list[str]
) -> None:
    with visiting(dashboard) as visit:
        answers = {path: visit.go(path) for path in addresses}
        visit.go("/")
        shown = visit.tab.locator(f".card.{LEVELS[state]}").count()

    assert answers == dict.fromkeys(addresses, 200)
    assert visit.complaints == []
    assert visit.left_the_machine == []
    assert f"{dashboard}/static/htmx.min.js" in visit.asked
    assert shown >= 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_a_serious_barrier(dashboard: str, addresses: list[str], dark: bool) -> None:
    with visiting(dashboard, dark=dark) as visit:
        found = {}
        for path in addresses:
            visit.go(path)
            found[path] = visit.barriers()

    assert found == {path: [] for path in addresses}


def test_no_page_is_wider_than_a_phone(dashboard: str, addresses: list[str]) -> None:
    with visiting(dashboard, phone=True) as visit:
        found = {}
        for path in addresses:
            visit.go(path)
            found[path] = visit.overflow

    assert found == dict.fromkeys(addresses, 0)


def test_the_keyboard_reaches_all_that_can_be_used_and_shows_where_it_is(dashboard: str, addresses: list[str]) -> None:
    with visiting(dashboard) as visit:
        found = {}
        for path in addresses:
            visit.go(path)
            found[path] = visit.walk()

    assert found == {path: ([], []) for path in addresses}


@pytest.mark.parametrize("state", ["all well"], indirect=True)
def test_the_first_stop_of_the_keyboard_skips_to_the_content(dashboard: str) -> None:
    with visiting(dashboard) as visit:
        visit.go("/season")
        visit.tab.keyboard.press("Tab")
        first = visit.tab.evaluate("document.activeElement.textContent")
        visit.tab.keyboard.press("Enter")
        visit.tab.keyboard.press("Tab")
        inside = visit.tab.evaluate("document.querySelector('main').contains(document.activeElement)")

    assert first == "Skip to content"
    assert inside


@pytest.mark.parametrize("state", ["HIGH gap"], indirect=True)
def test_more_days_are_shown_in_place_by_the_keyboard_alone(dashboard: str) -> None:
    with visiting(dashboard) as visit:
        visit.go("/reliability")
        before = visit.tab.locator(".card").count()
        visit.tab.get_by_role("link", name="7 days").focus()
        visit.tab.keyboard.press("Enter")
        visit.tab.locator(f"#day-{TODAY - timedelta(days=4)}").wait_for()
        after = visit.tab.locator(".card").count()
        current = visit.tab.locator("[aria-current=true]").inner_text()
        visit.tab.wait_for_function("document.activeElement.id === 'days-7'")  # where the keyboard was

    assert (before, after, current) == (3, 7, "7 days")
    assert visit.complaints == []


@pytest.mark.parametrize("state", ["failed run"], indirect=True)
def test_what_failed_is_read_without_a_mouse_and_what_it_blocks_unfolds_by_the_keyboard(dashboard: str) -> None:
    with visiting(dashboard) as visit:
        visit.go("/")
        strip = visit.tab.locator("table.strip tbody tr").first.locator("td").all_inner_texts()
        failed = visit.tab.get_by_text("contract_holds: the league does not answer").last.is_visible()
        blocked = visit.tab.get_by_text("blocked by nba_raw.schedule").first
        folded = not blocked.is_visible()
        visit.tab.locator("details.blocked summary").last.focus()
        visit.tab.keyboard.press("Enter")
        blocked.wait_for(state="visible")
        barriers = visit.barriers()

    assert strip[:2] == ["! FAILED", "⊘ BLOCKED"]
    assert (failed, folded, barriers) == (True, True, [])


TOKEN = "correct horse battery"  # noqa: S105  # the test's own


def _broken(_: object) -> None:
    raise RuntimeError("a defect of the page")


@pytest.mark.parametrize(
    ("path", "token", "status"),
    [
        pytest.param("/sign-in", TOKEN, 200, id="sign in"),
        pytest.param("/nothing", None, 404, id="no such page"),
        pytest.param("/predictions?date=x", None, 400, id="no such day"),
        pytest.param("/season", None, 500, id="a page with a defect"),
    ],
)
def test_who_is_not_let_in_or_asks_for_nothing_has_a_page_as_good(
    reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch, path: str, token: str | None, status: int
) -> None:
    monkeypatch.setattr(pages, "season", _broken)
    barriers, complaints = [], []
    with served(build_app(reconciler.desk.pipeline, token)) as base:
        for dark in (False, True):
            with visiting(base, dark=dark) as visit:
                answered = visit.go(path)
                barriers += visit.barriers()
                unreached, unseen = visit.walk()
                complaints += visit.complaints
                left = visit.left_the_machine
        with visiting(base, phone=True) as held:
            held.go(path)
            overflow = held.overflow

    assert answered == status
    # the browser itself notes a page that is refused
    refused = [f"status of {status}" in complaint for complaint in complaints]
    assert refused == ([] if status == 200 else [True, True])
    assert (barriers, unreached, unseen, left, overflow) == ([], [], [], [], 0)


def test_signing_in_takes_no_mouse_and_a_wrong_token_is_told(reconciler: Reconciler) -> None:
    with served(build_app(reconciler.desk.pipeline, TOKEN)) as base, visiting(base) as visit:
        visit.go("/")
        asked = visit.tab.title()
        visit.tab.keyboard.type("guess")  # the token's field has the focus
        visit.tab.keyboard.press("Enter")
        refusal = visit.tab.get_by_role("alert")
        refusal.wait_for()
        told, barriers = refusal.inner_text(), visit.barriers()
        visit.tab.keyboard.type(TOKEN)
        visit.tab.keyboard.press("Enter")
        visit.tab.get_by_role("heading", name="Overview").wait_for()
        violations = [complaint for complaint in visit.complaints if "status of 401" not in complaint]

    assert asked.startswith("Sign in")
    assert (told, barriers, violations) == ("That is not the token.", [], [])


BAD = """<!doctype html><html lang="en"><title>Bad</title><body>
<script>document.title = "inline"</script>
<img src="http://192.0.2.1/pixel.png">
<p style="color: #eee; width: 2000px">Pale and wide</p><a href="/" tabindex="-1">Unreachable</a>
</body></html>"""


def test_what_a_page_must_not_do_is_noticed() -> None:
    """The looks above can fail: a page with every defect shows each of them."""
    app = Starlette(routes=[Route("/", lambda _: HTMLResponse(BAD))], middleware=[Middleware(StrictHeaders)])
    loose = Starlette(routes=[Route("/", lambda _: HTMLResponse(BAD.replace("<img", "<img alt='' width=1")))])

    with served(app) as base, visiting(base) as visit:
        visit.go("/")
        missing, _ = visit.walk()
        barriers = visit.barriers()
    with served(loose) as base, visiting(base, phone=True) as seen:
        seen.tab.route("http://192.0.2.1/*", lambda route: route.abort())
        seen.go("/")
        overflow, pale = seen.overflow, seen.barriers()

    assert any("script-src" in complaint for complaint in visit.complaints)
    assert any("style-src" in complaint for complaint in visit.complaints)
    assert any("Unreachable" in control for control in missing)
    assert any(barrier.startswith("image-alt") for barrier in barriers)
    assert seen.left_the_machine == ["http://192.0.2.1/pixel.png"]
    assert overflow > 1000
    assert any(barrier.startswith("color-contrast") for barrier in pale)
