# `make run` and `make test` do all the set-up they need; outside this folder only the package cache is touched.
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
LINK ?= sample/posting.html
CV ?= sample/cv.pdf
OUT ?=
SERVE ?= 1

.PHONY: run test check golden bench bench-peer lock sample clean

run: $(VENV)/.ready
	$(VENV)/bin/bonafide prepare "$(LINK)" "$(CV)" $(if $(OUT),--out "$(OUT)",--out applications/$(notdir $(basename $(CV)))-for-$(notdir $(basename $(LINK))))
	@if [ "$(SERVE)" != 0 ]; then exec $(VENV)/bin/bonafide serve; fi

test: check
	$(PY) -m pytest -n 2 --ignore=tests/browser
	@echo "On a real PostgreSQL:"
	BONAFIDE_TEST_DATABASE=postgresql $(PY) -m pytest -n 2 tests/store tests/services tests/web
	@echo "In a real browser (skipped where there is no chromium):"
	$(PY) -m pytest -n 2 --dist loadfile tests/browser

check: $(VENV)/.ready
	$(VENV)/bin/ruff check src tests bench
	$(VENV)/bin/ruff format --check src tests bench
	BONAFIDE_HOME=$(VENV)/home $(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

golden: $(VENV)/.ready
	$(PY) -m pytest -n 2 --update-golden

bench: $(VENV)/.ready
	$(PY) bench/prepare.py
	$(PY) bench/pages.py

sample: $(VENV)/.ready
	$(PY) sample/make.py

lock:
	UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev pyproject.toml -o requirements.lock

# The environment is made by uv, which is put into it by the machine's own Python; a warm one costs nothing.
$(VENV)/.ready: requirements.lock pyproject.toml
	@command -v python3 >/dev/null || { echo "python3 (3.11 or newer) is needed."; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@test -x $(PY) || python3 -m venv $(VENV) || { echo "Python's venv module is needed (Debian: apt install python3-venv)."; exit 1; }
	@test -x $(VENV)/bin/uv || $(PY) -m pip install --quiet --disable-pip-version-check "uv>=0.8"
	@UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip install --quiet --python $(PY) --require-hashes -r requirements.lock
	@UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip install --quiet --python $(PY) --no-deps --editable .
	@touch $@

# The program that `make bench` compares with; its current version needs Python 3.12.
PEER_PYTHON ?= python3.12
bench-peer: $(VENV)/.ready
	UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv venv --quiet --clear --python $(PEER_PYTHON) .venv-bench
	UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip install --quiet --python .venv-bench/bin/python --require-hashes -r bench/peers.lock

clean:
	rm -rf $(VENV) .venv-bench
