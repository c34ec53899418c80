"""One message when a state changes, one when it recovers, none per look."""

from __future__ import annotations

from desk import Post, watched

from nba_pipeline.alerts.conditions import Level

OK, ORANGE, RED = Level.OK, Level.ORANGE, Level.RED


def headers(post: Post) -> list[str]:
    """What was told so far, in order."""
    return [message.document["header"] for message in post.undelivered]


def test_what_was_always_well_is_not_told(post: Post) -> None:
    post.watch(watched(level=OK))

    assert (headers(post), post.open) == ([], [])


def test_the_same_finding_seen_again_is_told_once(post: Post) -> None:
    for _ in range(5):
        post.watch(watched(games=1))

    assert headers(post) == [":warning: the morning failed"]
    assert post.undelivered[0].document["lines"] == ["• 1 games missing"]


def test_a_recovery_is_told_once_and_closes_the_incident(post: Post) -> None:
    post.watch(watched(games=1))
    for _ in range(3):
        post.watch(watched(level=OK))

    assert headers(post) == [":warning: the morning failed", ":white_check_mark: Recovered: the morning"]
    assert post.undelivered[1].document["color"] == "#36A64F"
    assert post.open == []


def test_what_fails_again_after_a_recovery_is_told_again(post: Post) -> None:
    for level in (RED, OK, RED):
        post.watch(watched(level=level))

    assert len(headers(post)) == 3


def test_orange_that_turns_red_is_told_and_red_that_turns_orange_is_not(post: Post) -> None:
    for level in (ORANGE, RED, ORANGE, RED):
        post.watch(watched(level=level, games=1))

    assert [message.document["level"] for message in post.undelivered] == ["orange", "red"]
    assert post.open[0].level is RED


def test_a_finding_that_grows_or_is_new_is_worse_and_one_that_shrinks_is_not(post: Post) -> None:
    post.watch(watched(games=2))
    post.watch(watched(games=1))
    post.watch(watched(games=2))
    assert len(headers(post)) == 1

    post.watch(watched(games=3))
    post.watch(watched(games=3, players=1))

    assert [message.document["lines"] for message in post.undelivered[1:]] == [
        ["• 3 games missing"],
        ["• 3 games missing", "• 1 players missing"],
    ]


def test_what_changed_in_one_look_is_one_message(post: Post) -> None:
    post.watch(watched("boxscores", games=1), watched("odds", level=ORANGE, lines=4))
    post.watch(watched("boxscores", level=OK), watched("odds", level=RED, lines=4), watched("shots", level=OK))

    first, second = post.undelivered
    assert first.document["lines"] == ["• 1 games missing", "• 4 lines missing"]
    assert first.document["level"] == "red"
    assert second.document["lines"] == ["• 4 lines missing", "• recovered: boxscores"]


def test_looking_at_incidents_creates_nothing(post: Post) -> None:
    assert (post.open, post.undelivered) == ([], [])
    assert list(post.home.iterdir()) == []


def test_an_open_incident_says_since_when_and_what_to_do(post: Post, a_minute) -> None:
    opened = post.clock.now()
    post.watch(watched(games=1))
    post.after(a_minute).watch(watched(games=1))

    (incident,) = post.open
    assert (incident.opened_at, incident.changed_at) == (opened, opened)
    assert incident.command == "nba run --date 2026-01-15"
    assert incident.findings == ["1 games missing"]
