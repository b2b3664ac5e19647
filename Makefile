# One word per task. Needs Python 3.11 or newer and make; everything else is set up here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: app test lint types imports unit browser fast nightly lock clean figure figure-check atlas reading-level benchmark accidents screenshot

## start Bodymap on http://127.0.0.1:8501
app: $(VENV)/app.done
	@$(BIN)/bodymap app

## everything that must hold: lint, types, imports, unit, contract and browser tests
test: $(VENV)/dev.done
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python tools/postgresql.py
	@$(MAKE) --no-print-directory lint types imports
	@$(BIN)/pytest -q -n 2 --dist worksteal

lint: $(VENV)/dev.done
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/dev.done
	@$(BIN)/mypy

imports: $(VENV)/dev.done
	@$(BIN)/lint-imports

## tests that need no browser and are quick, on few examples of each property: about a minute
fast: $(VENV)/dev.done
	@$(BIN)/pytest -q -n 2 --dist worksteal -m "not browser and not slow and not long" \
		--ignore=tests/browser --hypothesis-profile=fast

## every property on as many examples as a night allows, 60,000 accidents among them
nightly: $(VENV)/dev.done
	@$(BIN)/pytest -q -n 2 --dist worksteal -m "not browser" --hypothesis-profile=nightly

## make the figure again from the mesh that is kept in tools/figure
figure: $(VENV)/dev.done
	@$(BIN)/python -m tools.figure

## compare every file of the figure with one made anew; about six minutes
figure-check: $(VENV)/dev.done
	@$(BIN)/pytest -q -m long

## compile the atlas again from its YAML files
atlas: $(VENV)/dev.done
	@$(BIN)/python -m tools.atlas.compile

## print and write docs/reading-level.md: how hard texts for patients are
reading-level: $(VENV)/dev.done
	@$(BIN)/python -m tools.reading_level

## print and write docs/performance.md
benchmark: $(VENV)/dev.done
	@$(BIN)/python -m tests.benchmarks

## 500 random operations while things go wrong; prints what was lost, doubled or misplaced
accidents: $(VENV)/dev.done
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python -m tests.accidents

## take the pictures of the README
screenshot: $(VENV)/dev.done
	@$(BIN)/python -m tools.screenshots

## resolve the locked requirements again
lock: $(VENV)/dev.done
	@$(BIN)/python tools/lock.py

$(VENV)/pip.done:
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/app.done: requirements/app.txt pyproject.toml | $(VENV)/pip.done
	@$(PIP) install --require-hashes -r requirements/app.txt
	@$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/dev.done: requirements/dev.txt pyproject.toml | $(VENV)/pip.done
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/app.done

clean:
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
