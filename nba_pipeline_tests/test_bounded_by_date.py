"""No query scans a whole table: the check of it finds each that would, and none in what is compiled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bounded_by_date import unbounded

GOLDEN = Path(__file__).parent / "warehouse" / "googlesql"
GAMES = "`p`.`nba_raw`.`schedule`"
THAT_DAY = "game_date BETWEEN DATE '2026-01-15' AND DATE '2026-01-15'"

BOUNDED = {
    "a range of days": "SELECT game_id FROM GAMES WHERE THAT_DAY",
    "some days of a range": "SELECT game_id FROM GAMES WHERE THAT_DAY AND NOT game_date IN (DATE '2026-01-15')",
    "a relation of a template": "WITH schedule AS (SELECT * FROM GAMES WHERE THAT_DAY) SELECT * FROM schedule",
    "a stage": "SELECT * FROM `p`.`nba_staging`.`stage_1`",
    "what is written": "INSERT INTO GAMES (game_id) SELECT game_id FROM `p`.`nba_staging`.`stage_1`",
    "days that go": "DELETE FROM GAMES WHERE game_date IN (DATE '2026-01-15')",
}
UNBOUNDED = {
    "no condition": "SELECT game_id FROM GAMES",
    "another column": "SELECT game_id FROM GAMES WHERE season BETWEEN 2024 AND 2025",
    "one of two ways": "SELECT game_id FROM GAMES WHERE THAT_DAY OR status = 'FINAL'",
    "all but some days": "SELECT game_id FROM GAMES WHERE NOT game_date IN (DATE '2026-01-15')",
    "the bound of another table": "SELECT a.x FROM GAMES AS a JOIN stage AS b ON a.x = b.x WHERE b.THAT_DAY",
    "a bound further in": "SELECT x FROM GAMES WHERE x IN (SELECT x FROM stage WHERE THAT_DAY)",
    "a bound further out": "SELECT x FROM (SELECT x, game_date FROM GAMES) WHERE THAT_DAY",
    "all days go": "DELETE FROM GAMES WHERE season = 2025",
    "a later statement": "SELECT 1; SELECT game_id FROM GAMES",
    "a variable's value": "DECLARE n INT64; SET n = (SELECT COUNT(*) FROM GAMES)",
}


def tables_unbounded_in(sql: str) -> list[str]:
    named = unbounded(sql.replace("GAMES", GAMES).replace("THAT_DAY", THAT_DAY))
    return [name.split(" AS ")[0] for name in named]


@pytest.mark.parametrize("what", BOUNDED)
def test_what_is_bounded_passes(what: str) -> None:
    assert tables_unbounded_in(BOUNDED[what]) == []


@pytest.mark.parametrize("what", UNBOUNDED)
def test_what_would_scan_a_whole_table_is_named(what: str) -> None:
    assert tables_unbounded_in(UNBOUNDED[what]) == [GAMES]


@pytest.mark.slow
def test_the_sql_of_tables_rules_and_publication_reads_nothing_without_a_bound() -> None:
    """Tables and rules read relations, which are bounded where they are put in. Scripts name the tables themselves."""
    files = sorted(GOLDEN.rglob("*.sql"))
    statements = [sql for file in files for sql in re.split(r"^-- .*$", file.read_text(encoding="utf8"), flags=re.M)]

    assert len(statements) > len(files) > 50
    assert [name for sql in statements for name in unbounded(sql)] == []
