# Two commands matter: `make demo` and `make test`. Both start from nothing.
.DEFAULT_GOAL := help
.PHONY: help bootstrap demo test walks faults check bench bench-media format messages screenshots matrix lock

PYTHON ?=
PORT ?= 8000
ONCE ?=
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder
export PYTHON MAKECMDGOALS

help:  ## Say what each command does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

bootstrap:  ## Make .venv hold what requirements.lock says
	@.make/bootstrap

demo: bootstrap  ## Start everything with two demo campaigns [ONCE=1] [PORT=8000]
	@exec $(BIN)/python -m omnicontent.config.demo --port $(PORT) $(if $(ONCE),--once)

test: bootstrap  ## Check and test everything but what follows; installs missing services when root
	@.make/services
	@$(MAKE) --no-print-directory check
	@printf '\n== tests\n'
	@$(PYTEST) -m "not walk and not fault"

walks: bootstrap  ## Look at every page in every other width, color scheme and language
	@.make/services
	@printf '\n== walks\n'
	@$(PYTEST) -m walk

faults: bootstrap  ## Kill the demo, workers, brokers and databases in the middle of their work
	@.make/services
	@printf '\n== faults\n'
	@$(PYTEST) -m fault

check: bootstrap  ## Lint, format, types, import contracts, templates, catalogs, migrations
	@.make/check

bench: bootstrap  ## Print what adapting, checking and previewing cost
	@DJANGO_SETTINGS_MODULE=omnicontent.config.settings.test $(BIN)/python -m tests.benchmarks.adapting
	@DJANGO_SETTINGS_MODULE=omnicontent.config.settings.test $(BIN)/python -m tests.benchmarks.checking
	@DJANGO_SETTINGS_MODULE=omnicontent.config.settings.test $(BIN)/python -m tests.benchmarks.previewing

bench-media: bootstrap  ## Print what pictures and films cost beside other ways [ROUNDS=5]
	@DJANGO_SETTINGS_MODULE=omnicontent.config.settings.test $(BIN)/python -m tests.benchmarks.media --rounds $(or $(ROUNDS),5)

format: bootstrap  ## Put code and templates into their form
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q . ; $(BIN)/djlint --quiet --reformat templates omnicontent

screenshots: bootstrap  ## Take the pictures of README and docs from the running demo
	@$(BIN)/python -m pytest -q tests/browser/screenshots.py

matrix: bootstrap  ## Write docs/reference/channels.md from the channels' specs
	@$(BIN)/python manage.py channels --markdown > docs/reference/channels.md

messages: bootstrap  ## Collect and compile what is to be translated
	@.make/messages

lock: bootstrap  ## Resolve pyproject.toml into requirements.lock anew
	@.make/lock
