"""Run the league's day and come no further than its first table: the process that tests kill."""

from __future__ import annotations

import sys
from pathlib import Path

from league_desk import TODAY, open_desk

from nba_pipeline.orchestration.launch import open_instance
from nba_pipeline.warehouse.batch import Publication


def hang(publication: Publication) -> None:
    print(publication.table.name, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    home = Path(sys.argv[1])
    with open_instance(home / "dagster") as instance:
        desk = open_desk(home, instance)
        desk.pipeline.progress = hang
        desk.morning(TODAY)
