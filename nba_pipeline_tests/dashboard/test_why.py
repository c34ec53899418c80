"""Why a player is predicted what he is: all that the command tells, or the reason why it cannot be told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from client import Open
from faults.league_desk import TODAY
from reconciler import Reconciler
from test_model_page import text_of

from nba_pipeline.dashboard import why as why_module
from nba_pipeline.explanation.explain import Contributions, Explanation, explain
from nba_pipeline.tables.predictions.features import FEATURES
from nba_pipeline.tables.predictions.points_model import FORM_FEATURES

ASKED = f"/predictions/explain?date={TODAY}&player=bos+PLAYERA"


def the_explanation(reconciler: Reconciler) -> Explanation:
    desk = reconciler.desk
    reading = desk.look("player_prop_predictions", TODAY)
    with desk.pipeline.open(read_only=True) as world:
        rows = world.engine.fetch(reading.rows).to_pandas()
        (one,) = explain(world, rows[rows["player_name"] == "Bos Playera"], reading.receipts[0])
    return one


def test_every_prediction_leads_to_its_explanation(browse: Open, reconciler: Reconciler) -> None:
    client = browse(reconciler)
    players = {row["player_id"]: row["player_name"] for row in reconciler.desk.rows("player_prop_predictions", TODAY)}

    html = client.get(f"/predictions?date={TODAY}").text

    links = dict(re.findall(r'href="(/predictions/explain\?date=[^"]+)">([^<]+)<', html))
    assert {int(link.rpartition("=")[2]): name for link, name in links.items()} == players
    first = next(iter(links))
    assert f"<h2>{links[first]}, " in client.get(first.replace("&amp;", "&")).text


def test_every_feature_is_told_with_value_source_and_quality(browse: Open, reconciler: Reconciler) -> None:
    told = {feature.name: feature for feature in the_explanation(reconciler).features}

    html = browse(reconciler).get(ASKED).text

    rows = re.findall(
        r'<tr><th scope="row">([^<]+)</th><td class="r">([^<]*)</td><td>[^<]*</td><td><span[^>]*>([^<]+)</span></td>'
        r'<td class="r">([^<]*)</td>',
        html,
    )
    shown = {
        name.replace(" ", "_"): (value, source.replace(" ", "_"), quality) for name, value, source, quality in rows
    }
    assert list(told) == [*(feature.name for feature in FEATURES), *FORM_FEATURES]
    assert shown == {
        name: ("" if f.value is None else f"{f.value:.3f}", f.source, "" if f.quality is None else f"{f.quality}")
        for name, f in told.items()
    }
    assert shown["pct_paint"] == ("", "missing", "0")  # what is missing is no zero


def test_without_a_model_it_says_why_and_tells_the_rest(browse: Open, reconciler: Reconciler) -> None:
    text = text_of(browse(reconciler).get(ASKED).text)

    assert "no points model served the day: there was too little history for one" in text
    assert "Similar games of his, weighed by likeness" in text
    for game in the_explanation(reconciler).similar_games:
        assert f"{game.game_date} {game.opponent} {game.points:.0f} {game.likeness:.1f}" in text


def test_what_features_add_is_told_and_what_does_not_add_up_as_well(
    browse: Open, reconciler: Reconciler, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = the_explanation(reconciler)
    weighty = replace(one.features[5], adds=-3.25)
    adding = replace(
        one,
        features=[*one.features[:5], weighty, *one.features[6:]],
        contributions=Contributions("the sum", base=11.5, expected=8.25, published=9.0),
    )
    monkeypatch.setattr(why_module, "explain", lambda *_: [adding])

    html = browse(reconciler).get(ASKED).text

    assert "11.50 points for anybody and -3.25 for his features are 8.25: the sum." in html
    assert "Published is 9.00: inputs or model have changed since." in html
    first = re.search(r'<tbody>\s*<tr><th scope="row">([^<]+)</th>.*?<td class="r">([^<]*)</td></tr>', html)
    assert first
    assert (first[1], first[2]) == (weighty.name.replace("_", " "), "-3.25")


def test_the_receipts_are_named_and_an_input_that_was_made_again_since(browse: Open, reconciler: Reconciler) -> None:
    receipt = reconciler.desk.look("ml_feature_store_v2", TODAY).receipts[0]
    reconciler.alter_receipts("content_hash = repeat('0', 32)", "table_name = 'nba_precompute.player_form'")

    html = browse(reconciler).get(ASKED).text

    assert f"<code>{receipt.receipt_id[:12]}</code>" in html
    assert "No longer what the predictions were made from: nba_precompute.player_form." in html


def test_an_input_that_is_not_proven_is_not_explained_from(browse: Open, reconciler: Reconciler) -> None:
    with reconciler.desk.pipeline.open_engine() as engine:
        engine._rows("DELETE FROM nba_precompute.player_form WHERE game_date = $1 AND player_id = 1000", [TODAY])

    html = browse(reconciler).get(ASKED).text

    assert "This cannot be explained" in html
    assert f"nba_precompute.player_form: {TODAY} (its receipt proves" in html
    assert "<caption>" not in html


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (f"date={TODAY}&player=Bos+Playerz", "close to it: Bos Player"),
        (f"date={TODAY}&player=999999", "is not among the 36 players of the day"),
        (f"date={TODAY}&player={'9' * 5000}", "is not among the 36 players of the day"),
        (f"date={TODAY}&player=<i>x", "&#39;&lt;i&gt;x&#39; is not among"),
        (f"date={TODAY + timedelta(days=60)}&player=1000", "there are no verified predictions of 2026-03-16"),
        ("date=2025-08-01&player=1000", "there are no verified predictions of 2025-08-01: no games are played in the"),
    ],
)
def test_what_cannot_be_explained_says_why(browse: Open, reconciler: Reconciler, query: str, said: str) -> None:
    answer = browse(reconciler).get(f"/predictions/explain?{query}")

    assert answer.status_code == 200
    assert said in answer.text


def test_nobody_is_explained_without_a_name(browse: Open, reconciler: Reconciler) -> None:
    answer = browse(reconciler).get(f"/predictions/explain?date={TODAY}")

    assert answer.status_code == 400
    assert "say whose prediction is asked for" in answer.text
