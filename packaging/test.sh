#!/usr/bin/env bash
# Does start.sh's set-up, builds everything and runs all tests; ctest's summary comes last.
# shellcheck source=setup.sh source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

usage() {
  cat <<'TEXT'
packaging/test.sh [options] [arguments for ctest]

Installs what is missing, builds everything and runs all tests. ctest's summary is printed last.

  --preset NAME    a preset of CMakePresets.json (default: release)
  --core-only      without Qt: the engine, the command line and the checks that need no Qt
  --asan           with the address and undefined-behaviour sanitizers
  --tsan           the threaded tests with the thread sanitizer
  --help           this text

Everything else goes to ctest: packaging/test.sh -R pgr --verbose
The environment variables of packaging/start.sh work here too. The log: build/setup.log
TEXT
}

ctest_arguments=()
while (($# > 0)); do
  case $1 in
    --core-only) W2S_PRESET=core-only ;;
    --asan) W2S_PRESET=asan ;;
    --tsan) W2S_PRESET=tsan ;;
    --preset)
      (($# > 1)) || die 2 "--preset needs a name; packaging/test.sh --help lists the options."
      W2S_PRESET=$2
      shift
      ;;
    --preset=*) W2S_PRESET=${1#*=} ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) ctest_arguments+=("$1") ;;
  esac
  shift
done

# shellcheck disable=SC2034  # read by setup.sh
W2S_WITH_TESTS=1
set_up
build all

# The thread sanitizer of GCC 12 cannot place its shadow memory under strong address randomisation.
without_randomisation=()
if [[ $W2S_PRESET == tsan ]] && setarch --addr-no-randomize true 2>/dev/null; then
  without_randomisation=(setarch --addr-no-randomize)
fi
exec ${without_randomisation[@]+"${without_randomisation[@]}"} \
  ctest --preset "$W2S_PRESET" -j "$(core_count)" ${ctest_arguments[@]+"${ctest_arguments[@]}"} </dev/null
