# Beforehand: `make` lists the commands.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
export WASM_TOOLCHAIN ?= auto
PORT ?= 8080
# How long `make fuzz` fuzzes each target.
FUZZ_SECONDS ?= 600
# Hosts for sites that each school has its own of, such as SITES='roundcube=https://webmail.myschool.example/*'
SITES ?=
# The public sets that `make bench` measures accuracy on; without them it measures the rest.
DATA ?= ../shared/data
HOSTS = $(foreach site,$(SITES),--hosts '$(site)')

APT := chromium firefox-esr
EXTENSION_MODULES := extension/node_modules/.package-lock.json
TEST_MODULES := tests/node_modules/.package-lock.json
SOURCES := $(shell find crate extension www -type f -not -path '*/node_modules/*' 2>/dev/null) Cargo.toml Cargo.lock

.PHONY: help run test build dist page setup setup-test bench package social site-report new-site random fuzz format lint quick clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: build ## Set up, build, serve the checker page; the loadable extension is in dist/chrome and dist/firefox
	@echo "extension: dist/chrome (chrome://extensions, Load unpacked) and dist/firefox (about:debugging, Load Temporary Add-on)"
	node www/serve.mjs $(PORT)

test: setup-test ## Set up, build, then every test, both browsers included
	node tests/all.mjs

build: dist page ## Build the extension and the checker page

dist: dist/chrome/manifest.json ## Build the extension into dist/chrome and dist/firefox

page: dist/www/index.html ## Build the checker page into dist/www

dist/chrome/manifest.json: $(SOURCES) $(EXTENSION_MODULES)
	@echo "building the extension (a few minutes the first time)"
	node extension/build/build.mjs $(HOSTS)
	@touch $@

dist/www/index.html: $(SOURCES) $(EXTENSION_MODULES) | dist/chrome/manifest.json
	@echo "building the checker page"
	node www/build.mjs
	@touch $@

setup: $(EXTENSION_MODULES) ## What building needs: node packages and the wasm standard library

setup-test: setup $(TEST_MODULES) ## What testing needs besides: browsers, webmail, editors
	@for program in $(APT); do command -v $$program >/dev/null || missing="$${missing:-} $$program"; done; \
	if [ -n "$${missing:-}" ]; then \
	  if [ -x /usr/bin/apt-get ] && [ "$$(id -u)" = 0 ]; then \
	    echo "installing from Debian:$$missing"; apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	  else echo "please install:$$missing (on Debian, as root: apt-get install$$missing)"; exit 1; fi; fi
	bash tests/browser/install.sh

$(EXTENSION_MODULES): extension/package.json extension/package-lock.json
	@for program in cargo node npm; do command -v $$program >/dev/null || { echo "please install $$program first (Rust 1.90 or later, Node.js 20 or later)"; exit 1; }; done
	@echo "installing the extension's build tools"
	cd extension && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(TEST_MODULES): tests/package.json tests/package-lock.json
	@echo "installing the editors and the browser driver for the tests"
	cd tests && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

quick: ## The native tests alone
	cargo test -q

bench: setup-test build ## Measure against the peers of npm and PyPI; a table to read, in target/bench.md and in the README
	cargo build -q --release
	node tests/bench/run.mjs --data $(DATA)
	node tests/browser/bench.mjs

package: dist ## Zips for the stores or a school's own server, with bill of materials and notices, in dist/packages (SITES= adds hosts)
	node extension/build/package.mjs

site-report: $(TEST_MODULES) $(EXTENSION_MODULES) ## Each site file against its saved pages: which selectors hit, which missed
	node tests/pages/pages.mjs --report

new-site: ## Begin a site: NAME=pinboard HOST=www.pinboard.example writes its file and its saved page
	node tests/pages/new-site.mjs '$(NAME)' '$(HOST)'

social: setup-test build ## Every social site, blog, chat and webmail in both browsers; `make test` tries each in one of them
	SOCIAL=all node tests/browser/run.mjs --suite social,roundcube,sogo,blog,chat

random: setup-test build ## 500 random people on random sites, in both browsers: nothing out twice, nothing lost
	RUNS=500 node tests/browser/run.mjs --suite random

fuzz: ## Fuzz the engine, each target for FUZZ_SECONDS (needs cargo-fuzz, a nightly toolchain and g++)
	@for target in act text mail pack school roster; do \
	  mkdir -p target/fuzz/$$target; \
	  cargo +nightly fuzz run --fuzz-dir tests/fuzz --sanitizer none $$target target/fuzz/$$target tests/fuzz/corpus/$$target -- \
	    -max_total_time=$(FUZZ_SECONDS) -max_len=20000 -timeout=10 -print_final_stats=1 || exit 1; done

format: ## Format the Rust sources
	cargo fmt --all && rustfmt --edition 2024 crate/src/kinds/*.rs

lint: $(EXTENSION_MODULES) dist ## Formatting, clippy, tsc and web-ext lint
	node tests/all.mjs --lint

clean: ## Take away everything that was built
	rm -rf dist target
