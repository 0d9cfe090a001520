# Every task of a developer's day. `make` alone lists them.
# The two of the README are `make demo` and `make test`; each installs what it needs.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help install machine demo report test lint bench

# The machine's own Python where it is new enough, else the first on the path.
PYTHON ?= $(shell for p in /usr/bin/python3 python3; do \
	  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; \
	done || echo python3)
BIN := .venv/bin
DEMO := examples/demo

help: ## List these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

install: ## Make .venv and .venv/bin/throughcare (quick when already done)
	@$(PYTHON) tools/install.py

machine: ## See that PostgreSQL is there; install it where that is allowed
	@$(PYTHON) tools/machine.py

demo: install machine ## Start the service with an invented country; prints the address
	@$(BIN)/throughcare demo

report: install ## Check the example records; show the report and where its page is
	@mkdir -p build/demo
	@$(BIN)/throughcare check $(DEMO)/placements.csv --map $(DEMO)/mapping.yaml \
	  --rules all --as-of 2026-01-01
	@$(BIN)/throughcare check $(DEMO)/placements.csv --map $(DEMO)/mapping.yaml \
	  --rules all --as-of 2026-01-01 --format html --out build/demo/report.html >/dev/null
	@printf '\nThe same report as a page, with charts: %s\n' "$(CURDIR)/build/demo/report.html"

test: lint ## Run all checks and all tests, on every core
	@$(PYTHON) tools/machine.py --tests
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto --dist worksteal # what is compiled is kept

lint: install ## Style, types, import rules and rulebooks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/throughcare rules lint

bench: install ## Measure the two engines (long; see bench/engine/README.md)
	$(BIN)/python -m bench.engine

