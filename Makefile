# What each target does is in CONTRIBUTING.md. Everything it needs is installed in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test check golden bench wheel clean

demo: $(RUN)
	$(BIN)/formgen make samples/dana --as-of 2026-05-12

test: $(DEV)
	$(BIN)/python -m pytest --cov --cov-report=term

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/formgen catalog lint
	$(BIN)/python -m pytest -m wheel

golden: $(DEV)
	$(BIN)/formgen catalog lint --write-text
	$(BIN)/python -m pytest -m golden --update-golden -p no:randomly

bench: $(DEV)
	$(BIN)/python benchmarks/run.py

wheel: $(DEV)
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) dist build

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

$(RUN): $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(PIP) --editable .
	touch $@

$(DEV): $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(PIP) --editable '.[dev]'
	touch $(RUN) $@
