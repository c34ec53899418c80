# Everything runs inside .venv, which holds the exact versions of constraints.txt.

PYTHON := python3.11
BIN := .venv/bin
INSTALLED := .venv/.installed
# The emulator of BigQuery and GoogleSQL's analyzer need other versions than the pipeline: only tests start them.
BESIDE := .venv-bigquery/.installed

.DEFAULT_GOAL := help
.PHONY: help env env-bigquery test test-slow test-long test-bigquery bench run docs screenshots googlesql fmt clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(INSTALLED) ## build .venv, again only when the declared dependencies change

$(INSTALLED): setup.cfg pyproject.toml constraints.txt
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) or its venv module is missing. On Debian: apt-get install python3.11 python3.11-venv" >&2; \
		exit 1; }
	@echo "Installing into .venv, about two minutes the first time"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

env-bigquery: $(BESIDE) ## build .venv-bigquery, which holds what tests of BigQuery run against

$(BESIDE): constraints-bigquery.txt
	@echo "Installing into .venv-bigquery, about a minute the first time"
	@$(PYTHON) -m venv .venv-bigquery
	@.venv-bigquery/bin/pip install -qq --disable-pip-version-check -r constraints-bigquery.txt
	@touch $@

test: env ## check format, lint and types, then run the fast tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto --dist worksteal -m "not slow and not long"

test-slow: env env-bigquery ## run the tests that start processes or play whole seasons
	$(BIN)/pytest -q -n auto --dist loadgroup -m "slow and not long"

test-long: env env-bigquery ## run the whole drill, every rule neutralized in it, the tutorial, months lived through: hours, one by one
	$(BIN)/pytest -q -m long

test-bigquery: env ## run the tests of BigQuery in a real project: make test-bigquery PROJECT=my-project
	@test -n "$(PROJECT)" || { echo "Say in which project: make test-bigquery PROJECT=my-project" >&2; exit 1; }
	NBA_TEST_BIGQUERY_PROJECT=$(PROJECT) $(BIN)/pytest -q -k bigquery

bench: env ## run the benchmarks
	$(BIN)/python -m benchmarks

run: env ## simulate half a season, predict a day of it, reconcile the day before; under four minutes, again in seconds
	$(BIN)/nba demo

docs: env ## write the parts of the docs that are made from the code
	$(BIN)/python -m nba_pipeline.documentation

screenshots: env ## take a picture of each page of the dashboard in each state of a day, for the docs; needs chromium
	CI=1 $(BIN)/pytest -q nba_pipeline_tests/dashboard/pictures.py

googlesql: env ## write the SQL that tables and rules compile to in BigQuery
	$(BIN)/python nba_pipeline_tests/warehouse/compiled_sql.py

fmt: env ## format, and fix what can be fixed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove the environment, builds, caches and what `make run` made; any other data in .nba stays
	@if grep -qs '^NBA_SOURCE=simulated' .nba/nba.env; then rm -rf .nba; fi
	rm -rf .venv .venv-bigquery build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
