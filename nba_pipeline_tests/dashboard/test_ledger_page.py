"""The ledger's page: every player of a day, and who was lost in a colour and a word of its own."""

from __future__ import annotations

import re
from datetime import timedelta

from client import Open
from faults.league_desk import TODAY
from reconciler import Reconciler

from nba_pipeline.reliability.ledger import Ledger, ledger
from nba_pipeline.tables.reliability.player_ledger import PHASES


def told(reconciler: Reconciler) -> Ledger:
    with reconciler.desk.pipeline.open_engine() as engine:
        return ledger(engine, TODAY)


def lose_a_player(reconciler: Reconciler) -> str:
    """One player is lost before the first phase and nothing says why; his name."""
    name, first_phase = told(reconciler).rows[0]["player_name"], next(iter(PHASES))

    def without(rows: list[dict]) -> list[dict]:
        return [
            {**row, first_phase: "unaccounted", "is_accounted": False} if row["player_name"] == name else row
            for row in rows
        ]

    reconciler.rewrite("player_ledger", without)
    return str(name)


def test_each_phase_has_its_numbers_and_its_reasons(browse: Open, reconciler: Reconciler) -> None:
    day = told(reconciler)

    html = browse(reconciler).get(f"/ledger?date={TODAY}").text

    assert f"All {len(day.rows)} players are accounted for." in html
    numbers = r'<td class="r">(\d+)</td>' * 4
    rows = re.findall(rf'<tr><th scope="row">([^<]+)</th>{numbers}', html)
    assert [tuple(map(int, numbers)) for _, *numbers in rows] == [
        (phase.expected, phase.there, phase.expected - phase.there, 0) for phase in day.phases
    ]
    assert len(rows) == len(PHASES)


def test_the_chart_leads_through_the_same_phases_and_has_no_style_and_no_script(
    browse: Open, reconciler: Reconciler
) -> None:
    html = browse(reconciler).get(f"/ledger?date={TODAY}").text

    chart = re.search(r'<svg role="img" aria-label="The day&#x27;s players from phase to phase[^"]*".*?</svg>', html)
    assert chart is not None
    names = re.findall(r'<tr><th scope="row">([^<]+)</th><td class="r">', html)
    assert [name for name in re.findall(r">([^<>]+)</text>", chart[0]) if name in names] == names[::-1]
    assert re.findall(r"\sstyle=|<style|<script|href|url\(", chart[0]) == []


def test_an_unaccounted_player_is_red_and_named(browse: Open, reconciler: Reconciler) -> None:
    name = lose_a_player(reconciler)

    html = browse(reconciler).get(f"/ledger?date={TODAY}").text

    assert f'<p class="banner red">1 unaccounted: {name}</p>' in html
    assert re.search(r'<span class="state missing" title="he was lost[^"]*">unaccounted 1</span>', html)
    assert html.count(">✕ 1 lost</text>") == 1
    assert re.search(r'</th><td class="r">36</td><td class="r">35</td><td class="r">0</td><td class="r">1</td>', html)


def test_a_player_is_found_in_any_spelling_with_his_way_through_the_phases(
    browse: Open, reconciler: Reconciler
) -> None:
    row = told(reconciler).rows[0]

    html = browse(reconciler).get(f"/ledger?date={TODAY}&player={row['player_name'].upper()}").text

    assert f"<h2>{row['player_name']}, {row['team']}, game {row['game_id']}</h2>" in html
    assert html.count('<tr><th scope="row">') == len(PHASES)


def test_who_is_not_of_the_day_is_told_so_as_text_and_no_markup(browse: Open, reconciler: Reconciler) -> None:
    html = browse(reconciler).get(f"/ledger?date={TODAY}&player=<i>Qqq").text

    assert "Nobody of that day is named &lt;i&gt;Qqq" in html


def test_a_day_without_a_ledger_says_how_to_make_one(browse: Open, reconciler: Reconciler) -> None:
    day = TODAY + timedelta(days=30)
    client = browse(reconciler)

    html = client.get(f"/ledger?date={day}").text
    answer = client.get(f"/api/ledger?date={day}").json()

    assert f"There is no verified ledger of {day}" in html
    assert f"nba run --date {day}" in html
    assert answer["unverified"].startswith(f"There is no verified ledger of {day}")
    assert (answer["players"], answer["unaccounted"], answer["ledger"]) == (None, None, None)


def test_the_endpoint_answers_as_the_command_does(browse: Open, reconciler: Reconciler) -> None:
    name = lose_a_player(reconciler)
    client = browse(reconciler)

    day = client.get(f"/api/ledger?date={TODAY}").json()
    one = client.get(f"/api/ledger?date={TODAY}&player={name}").json()

    assert (day["players"], day["unaccounted"], day["unverified"]) == (len(told(reconciler).rows), 1, None)
    assert [phase["name"] for phase in day["phases"]] == list(PHASES)
    assert [row["player_name"] for row in one["ledger"]] == [name]


def test_a_player_of_a_game_that_nobody_knows_is_not_said_to_be_nowhere(browse: Open, reconciler: Reconciler) -> None:
    gap = '[{"game_id": "22600001", "reason": "its boxscores are lost"}]'
    reconciler.alter_receipts(f"gaps = '{gap}', state = 'DEGRADED'", "table_name = 'nba_reliability.player_ledger'")

    document = browse(reconciler).get(f"/api/ledger?date={TODAY}&player=Nobody+Known").json()

    assert (document["players"], document["unknown_games"]) == (0, {"22600001": "its boxscores are lost"})
