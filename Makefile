# Two targets from nothing but Python and make: `make demo` runs the main job on samples/, `make test` the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check clean

demo: $(VENV)/installed
	@rm -rf build/demo
	@$(BIN)/cleaner clean samples/*.html samples/*.txt -o build/demo
	@$(BIN)/cleaner clean samples/*.html samples/*.txt --format jsonl -o build/demo/records.jsonl
	@$(BIN)/cleaner verify build/demo/records.jsonl
	@echo; echo "One of them, before:"; echo; tail -n 12 samples/spam-tail-plain.txt
	@echo; echo "… and what is left at its end:"; echo; tail -n 3 build/demo/spam-tail-plain.txt
	@echo; echo "All of them are in build/demo, their records in build/demo/records.jsonl."

test: $(VENV)/installed-dev
	$(BIN)/pytest

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf $(VENV) build *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
