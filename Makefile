# Two commands for readers: `make brief` (INPUT=path for your own reports) and `make test`.
PYTHON ?= python3
INPUT ?= examples/reports
THEATRE ?= ukraine
OUT ?= .
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help brief test static floors check docs lock clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	$(BIN)/python -m sitrep.extract.gazetteer_build
	@touch $@

.venv/developing: requirements-dev.lock .venv/installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

brief: .venv/installed ## set up and write brief.html, brief.md and brief.json from INPUT
	$(BIN)/sitrep brief $(INPUT) --theatre $(THEATRE) --store $(OUT)/brief.sqlite \
		-o $(OUT)/brief.html -o $(OUT)/brief.md -o $(OUT)/brief.json

test: .venv/developing ## set up and run the tests
	$(BIN)/python -m pytest

floors: .venv/developing ## hold the pinned quality floors (bench/floors.yaml)
	$(BIN)/python -m bench.floors

static: .venv/developing ## format, lint, types, import contract
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports

check: static test floors ## all that must hold before a commit

docs: .venv/developing ## build the documentation into site/
	$(BIN)/mkdocs build --strict

lock: ## pin the newest allowed dependencies (needs uv)
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock
	uv pip compile pyproject.toml --extra dev --extra pictures --extra pdf --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.lock

clean: ## remove what the other commands made
	rm -rf .venv site brief.html brief.md brief.json brief.sqlite brief.sqlite-*
