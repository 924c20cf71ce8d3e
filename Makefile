# `make demo` and `make test` each set everything up by themselves: make and Python are enough.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The first of these that runs, is 3.11 or newer and can make environments (Debian's python3
# cannot without python3-venv). `make PYTHON=/path/to/python demo` takes another.
FIT := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.11 python3 python; do \
	$$python -c '$(FIT)' 2>/dev/null && echo $$python && break; done)

.PHONY: setup demo test quick lint types bench lock clean

$(STAMP): requirements.lock pyproject.toml
	@$(or $(PYTHON),false) -c '$(FIT)' 2>/dev/null || { echo \
		"newscrawl needs Python 3.11 or newer with its venv module: make PYTHON=/path/to/python3.11" \
		>&2; exit 1; }
	@echo "Setting up $(VENV) from requirements.lock, once; it takes a minute."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(STAMP)

demo: $(STAMP)
	@$(BIN)/newscrawl demo

test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist loadgroup

quick: $(STAMP)
	$(BIN)/python -m pytest -m "not slow"

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python -m benchmarks

# The newest versions that pyproject.toml allows, with their hashes; needs uv.
lock:
	uv lock --quiet --upgrade
	uv export --quiet --frozen --format requirements-txt --all-groups --no-group fuzz --no-emit-project --no-header \
		--output-file requirements.lock

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis demo-corpus
