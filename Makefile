# Two commands do all the set-up on a machine with python3 (3.11 or newer), pip and make:
#   make demo     the main job on a bundled story, ending with a report to open
#   make test     every test
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
# development data that is not part of the repository; where it is absent the bundled stories are used
EVAL   ?= ../shared/eval

.PHONY: help demo test check lint types quality quality-reading speed fuzz clean
help:  ## show the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 12

$(BIN)/.app: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(BIN)/.dev: pyproject.toml $(BIN)/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(BIN)/.app  ## compare a bundled story and write the report
	$(BIN)/crossread demo

test: $(BIN)/.dev  ## run all tests
	$(BIN)/python -m pytest

lint: $(BIN)/.dev  ## ruff: style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.dev  ## mypy, strict
	$(BIN)/mypy

check: lint types test  ## what CI runs

quality: $(BIN)/.dev  ## score the development stories, or the bundled ones; keeps benchmarks/quality.json
	$(BIN)/python -m benchmarks.quality --eval $(EVAL)

quality-reading: $(BIN)/.dev  ## score reading, beside other extractors where the extra 'peers' is installed
	$(BIN)/python -m benchmarks.reading --eval $(EVAL)

fuzz: $(BIN)/.dev  ## read broken pages and extracts for a minute; a crash is kept in fuzz-failures/
	PYTHONPATH=tests $(BIN)/python -m reading.fuzzing --seconds 60

speed: $(BIN)/.dev  ## time five 600-word articles, end to end and each step
	$(BIN)/python -m benchmarks.speed

clean:  ## remove what make has made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache dist
