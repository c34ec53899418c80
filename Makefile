# Everything runs inside .venv, which holds the exact versions of constraints.txt.

PYTHON := python3.11
BIN := .venv/bin
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help env test test-slow bench run docs fmt clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(INSTALLED) ## build .venv, again only when the declared dependencies change

$(INSTALLED): setup.cfg pyproject.toml constraints.txt
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) or its venv module is missing. On Debian: apt-get install python3.11 python3.11-venv" >&2; \
		exit 1; }
	@echo "Installing into .venv, about two minutes the first time"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

test: env ## check format, lint and types, then run the fast tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/pytest -q -m "not slow"

test-slow: env ## run the tests that start processes or play whole seasons
	$(BIN)/pytest -q -m slow

bench: env ## run the benchmarks
	$(BIN)/python -m benchmarks

run: env ## a month of games from NBA_ARCHIVE_DIR, and the predictions of the day after
	@test -d "$(NBA_ARCHIVE_DIR)" || { echo "Set NBA_ARCHIVE_DIR to an archive of games: see docs/archive.md" >&2; exit 2; }
	NBA_SOURCE=archive $(BIN)/nba backfill --start 2025-12-15 --end 2026-01-14
	NBA_SOURCE=archive $(BIN)/nba run --date 2026-01-15
	NBA_SOURCE=archive $(BIN)/nba predictions --date 2026-01-15
	@echo "See it in a browser: NBA_SOURCE=archive $(BIN)/nba dev"

docs: env ## write the data dictionary
	$(BIN)/python -m nba_pipeline.dictionary > .tables.md && mv .tables.md docs/tables.md

fmt: env ## format, and fix what can be fixed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove the environment, builds and caches, never the data in .nba
	rm -rf .venv build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
