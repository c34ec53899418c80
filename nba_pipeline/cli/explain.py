"""What `nba predictions --explain` shows of a player's prediction."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from nba_pipeline.cli.console import out, print_table
from nba_pipeline.explanation.explain import Explanation, FeatureTold, Origin, explain
from nba_pipeline.orchestration.pipeline import Pipeline
from nba_pipeline.warehouse.reading import Reading


def explanations(pipeline: Pipeline, of_player: pd.DataFrame, reading: Reading) -> list[Explanation]:
    """Why a player's verified predictions of one day are what they are."""
    with pipeline.open(read_only=True) as world:
        return explain(world, of_player, reading.receipts[0])


def show_explanation(one: Explanation) -> None:
    """Print features and what they add, similar games, and where it all comes from."""
    ready = "ready" if one.quality["ready"] else f"not ready: {one.quality['not_ready_because']}"
    _say(f"[bold]{one.player_name}[/], {one.team or '?'} against {one.opponent or '?'}, game {one.game_id}")
    _say(f"Quality of his features: {one.quality['score']:.0f} of 100, {one.quality['tier']}, {ready}")
    print_table(
        "Features, what adds or takes most first",
        ["feature", "value", "unit", "source", "quality", "adds"],
        [_feature(feature) for feature in one.weightiest_first],
        right=["value", "quality", "adds"],
    )
    _show_sum(one)
    print_table(
        "Similar games of his, weighed by likeness",
        ["game day", "against", "points", "likeness"],
        [[g.game_date, g.opponent, f"{g.points:.0f}", f"{g.likeness:.1f}"] for g in one.similar_games],
        right=["points", "likeness"],
    )
    _show_provenance(one)


def _feature(feature: FeatureTold) -> list[object]:
    value = "" if feature.value is None else f"{feature.value:.3f}"
    adds = "" if feature.adds is None else f"{feature.adds:+.2f}"
    return [feature.name, value, feature.unit, feature.source, feature.quality, adds]


def _show_sum(one: Explanation) -> None:
    of = one.contributions
    if of.expected is None or of.base is None:
        _say(f"What each feature adds is not known: {of.missing_because}")
        return
    _say(f"What *adds*, in points, adds to {of.of}.")
    _say(f"{of.base:.2f} for anybody and {of.expected - of.base:+.2f} for his features are {of.expected:.2f} points.")
    if not of.is_what_was_published:
        published = "nothing" if of.published is None else f"{of.published:.2f}"
        _say(f"[yellow]Published is {published}: inputs or model have changed since.[/]")


def _show_provenance(one: Explanation) -> None:
    origin = one.provenance
    model = origin.model
    if model is None:
        _say("No points model served the day.")
    elif "refused" in model:
        _say(f"[yellow]{model['refused']}[/]")
    else:
        _say(
            f"Model {model['name'][:16]}, cutoff {model['cutoff']}, trained on {model['rows']:,} player-games from "
            f"{model['trained_from']} to {model['trained_until']}"
        )
    _say(f"Made by code {origin.code_version} in run {origin.run_id}")
    print_table(
        "Receipts",
        ["table", "game days", "latest receipt", "published, UTC"],
        [_receipts(name, days) for name, days in origin.receipts],
    )
    if origin.changed:
        _say(f"[yellow]No longer what the predictions were made from: {', '.join(origin.changed)}.[/]")


def _receipts(name: str, days: Sequence[Origin]) -> list[object]:
    first, last = days[0], days[-1]
    span = f"{last.game_date}" if len(days) == 1 else f"{first.game_date} … {last.game_date}, {len(days)} days"
    return [name, span, last.receipt_id[:12], f"{last.published_at:%Y-%m-%d %H:%M}"]


def _say(line: str) -> None:
    out.print(line, highlight=False, soft_wrap=True)
