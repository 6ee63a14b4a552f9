# What a contributor needs: demo, desk, test, lint, data, bench.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHOWN := $(VENV)/.shown
LOWEST := $(VENV)/lowest
SEARCHES := tests/audit tests/office tests/properties tests/testing
ON_LOWEST := tests/files/test_disk.py tests/files/test_given.py tests/files/test_nodes.py tests/files/test_parser.py tests/profile \
	tests/cli/test_app.py tests/report/test_ics.py tests/cases tests/office/test_book.py tests/office/test_layouts.py tests/casebook/test_store.py tests/test_law.py \
	tests/test_measures.py tests/test_verdict.py

.PHONY: demo desk test searches rest cover nightly lint style types pages lowest data bench clean

demo: $(SHOWN)  ## the main job on the two real decrees
	@$(BIN)/law189 demo

desk: $(READY)  ## a clerk's desk in the browser, on SQLite with the year of the examples
	@$(BIN)/python examples/desk/serve.py

test: $(READY)  ## the whole suite, in the size of the day; says how long it takes and which file it is in
	@echo 'The whole suite takes tens of minutes; what it took here the last time stands below. A line is a file of tests,'
	@echo 'with how much is done at its end. Ctrl-C breaks off; one file alone: $(BIN)/python -m pytest tests/test_law.py'
	@$(BIN)/python -m pytest

searches: $(READY)  ## the half of the suite that draws and searches, with the examples in the package
	@$(BIN)/python -m pytest -q -p no:cacheprovider src $(SEARCHES)

rest: $(READY)  ## the other half; `make -j2 searches rest` runs both at once
	@$(BIN)/python -m pytest -q -p no:cacheprovider tests $(SEARCHES:%=--ignore=%)

cover: $(READY)  ## the whole suite, with the lines and branches it leaves out; takes twice as long
	@$(BIN)/python -m pytest -q --cov --cov-report=term:skip-covered

nightly: $(READY)  ## the whole suite in its larger size, which takes hours
	@$(BIN)/python -m pytest -q --hypothesis-profile=night -m ""

lint: style types pages  ## all three; `make -j2 lint` runs two of them at once

style: $(READY)  ## how the lines look, and which room may import which
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

types: $(READY)  ## what two checkers of types say
	@$(BIN)/mypy
	@$(BIN)/pyright --pythonpath $(BIN)/python

pages: $(READY)  ## fresh data and pages; the site itself is built by the suite
	@$(BIN)/python scripts/compile_data.py --check
	@$(BIN)/python scripts/schemas.py --check
	@$(BIN)/python scripts/reference.py --check
	@$(BIN)/python scripts/calendar_check.py

lowest: $(LOWEST)/.ready  ## a part of the suite on the lowest versions that pyproject.toml allows
	@$(LOWEST)/bin/python -m pytest -q -p no:cacheprovider -W ignore::DeprecationWarning $(ON_LOWEST)

$(LOWEST)/.ready: $(READY) scripts/floors.py
	@$(BIN)/python scripts/floors.py cli ics office store testing > $(VENV)/floors.txt
	@$(PYTHON) -m venv --clear $(LOWEST)
	@$(LOWEST)/bin/python -m pip install --quiet --constraint $(VENV)/floors.txt --editable '.[cli,ics,office,store,testing]' jsonschema vobject
	@touch $@

data: $(READY)  ## compile the YAML data, write the schemas and the generated pages
	@$(BIN)/python scripts/compile_data.py
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/python scripts/reference.py

bench: $(READY)  ## measure what the documentation claims
	@$(BIN)/python benchmarks/measure.py
	@$(BIN)/python benchmarks/certificate_life.py
	@$(BIN)/python benchmarks/store_speed.py 10000
	@$(BIN)/python benchmarks/bulk.py 5000

$(READY): $(SHOWN)
	@echo 'Setting up $(VENV) for contributors, once, some minutes: what the tests and the checks need'
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable '.[cli,django,fast,fastapi,ics,office,store,testing]' --group dev
	@touch $@

# what the command itself needs: enough to show it
$(SHOWN): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "law189 needs Python 3.11 or newer; try: make PYTHON=python3.11")'
	@echo 'Setting up $(VENV), once, less than a minute: 1 of 2, a Python of its own'
	@$(PYTHON) -m venv $(VENV)
	@echo 'Setting up $(VENV), once, less than a minute: 2 of 2, law189 and what it needs'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[cli,fast]'
	@touch $@

clean:
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .coverage .hypothesis
