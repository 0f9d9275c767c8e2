#!/bin/sh
# Sets QDesk up with what its tests need and runs them; more words go to pytest: ./packaging/test.sh tests/store -x
set -eu
cd "$(dirname "$0")/.."
./packaging/bootstrap.sh --tests
exec .venv/bin/python -m pytest -n 2 "$@"
