"""All systems are judged on the rows that every one of them predicts: silence on hard games gains nothing."""

from __future__ import annotations

from graded_rows import a_season, row, scores

from nba_pipeline.scoring.identical import ALL, LINED, Coverage


def errors_of(judged, population: str = ALL) -> dict[str, tuple[int, float]]:
    return {e.system_id: (e.rows, e.mae) for e in judged.populations[population].errors}


def test_a_system_that_keeps_silent_on_a_hard_game_does_not_gain():
    easy = [row("careful", 11, 10, player=1), row("bold", 12, 10, player=1)]
    hard = [row("careful", 10, 40, player=2), row("bold", None, 40, player=2)]

    judged = scores(easy + hard)

    assert errors_of(judged) == {"careful": (1, 1.0), "bold": (1, 2.0)}


def test_what_each_system_alone_loses_is_counted():
    rows = [
        *(row(s, 10, 10, player=1) for s in ("careful", "bold")),
        *[row("careful", 10, 10, player=2), row("bold", None, 10, player=2)],
        *[row("careful", None, 10, player=3), row("bold", None, 10, player=3)],
        *[row("careful", 10, 10, player=4)],  # the other one has not even a row
    ]

    coverage = scores(rows).populations[ALL].coverage

    assert coverage == [Coverage("bold", 4, 1, lost_alone=2), Coverage("careful", 4, 3, lost_alone=0)]


def test_a_system_that_predicted_nobody_is_named_and_takes_no_row_from_the_others():
    judged = scores([row("careful", 11, 10), row("bold", None, 10)])

    assert judged.silent == ["bold"]
    assert errors_of(judged) == {"careful": (1, 1.0)}


def test_who_did_not_play_is_not_counted():
    judged = scores([row("careful", 11, 10), row("careful", 30, None, player=2)])

    assert errors_of(judged) == {"careful": (1, 1.0)}


def test_the_populations_are_not_mixed():
    lined = row("careful", 18, 10)
    unlined = row("careful", 3, 2, player=2, line=None, closing_line_mean=None)

    judged = scores([lined, unlined])

    assert errors_of(judged) == {"careful": (2, 4.5)}
    assert errors_of(judged, LINED) == {"careful": (1, 8.0)}
    assert judged.populations[ALL].errors[0].line_mae is None


def test_nobody_who_played_is_nothing_to_score():
    judged = scores([row("careful", 11, None)])

    assert judged.populations[ALL].rows == 0
    assert not judged.is_whole


def test_an_unverified_day_makes_the_scores_incomplete_and_is_in_the_document():
    judged = scores(a_season(days=2), unverified={row("careful", 1, 1)["game_date"]: "never published"})

    assert not judged.is_whole
    assert judged.document()["unverified"] == {"2026-01-01": "never published"}
