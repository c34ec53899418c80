# Everything runs inside .venv, which holds the exact versions of constraints.txt.

PYTHON := python3.11
BIN := .venv/bin
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help env test test-slow test-long bench run docs fmt clean

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
	$(BIN)/pytest -q -n auto --dist worksteal -m "not slow and not long"

test-slow: env ## run the tests that start processes or play whole seasons
	$(BIN)/pytest -q -n auto --dist loadgroup -m "slow and not long"

test-long: env ## run the whole drill, every rule neutralized in it, the tutorial, months lived through: hours, one by one
	$(BIN)/pytest -q -m long

bench: env ## run the benchmarks
	$(BIN)/python -m benchmarks

run: env ## simulate half a season, predict a day of it, reconcile the day before; under four minutes, again in seconds
	$(BIN)/nba demo

docs: env ## write the parts of the docs that are made from the code
	$(BIN)/python -m nba_pipeline.documentation

fmt: env ## format, and fix what can be fixed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove the environment, builds, caches and what `make run` made; any other data in .nba stays
	@if grep -qs '^NBA_SOURCE=simulated' .nba/nba.env; then rm -rf .nba; fi
	rm -rf .venv build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
