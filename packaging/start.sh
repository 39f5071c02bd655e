#!/usr/bin/env bash
# Installs what is missing, builds, and opens the lab on its built-in experiment.
# shellcheck source=setup.sh source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

usage() {
  cat <<'TEXT'
packaging/start.sh [options] [-- arguments for the program]

Installs what is missing (Debian packages; LibTorch into a private environment under the cache folder), builds, and opens
the window on the built-in experiment. Without a display the same experiment runs in the terminal.

  --headless       run the built-in experiment in the terminal even if there is a display
  --core-only      build the engine and the command line alone: no Qt is needed; implies --headless
  --preset NAME    a preset of CMakePresets.json (default: release)
  --help           this text

Arguments after -- go to the window (w2slab), or to `w2s run` in the terminal:
  packaging/start.sh -- results.w2s
  packaging/start.sh --headless -- fashion-demo --seeds 0-4

Environment: W2S_LIBTORCH=/path/to/torch uses an installed wheel; W2S_TORCH_SPEC="torch==2.11.0" chooses what pip
installs; W2S_PYTHON chooses the Python; W2S_JOBS the number of parallel compilers. The log: build/setup.log
TEXT
}

headless=false
while (($# > 0)); do
  case $1 in
    --headless) headless=true ;;
    --core-only) W2S_PRESET=core-only ;;
    --preset)
      (($# > 1)) || die 2 "--preset needs a name; packaging/start.sh --help lists the options."
      W2S_PRESET=$2
      shift
      ;;
    --preset=*) W2S_PRESET=${1#*=} ;;
    --help | -h)
      usage
      exit 0
      ;;
    --)
      shift
      break
      ;;
    *) die 2 "Unknown option $1; packaging/start.sh --help lists the options. Arguments for the program come after --." ;;
  esac
  shift
done

invocation_folder=$PWD
set_up
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] || ! needs_window; then headless=true; fi

program_folder=$W2S_ROOT/build/$W2S_PRESET/bin
cd "$invocation_folder" || exit
if $headless; then
  build w2s
  # Options alone are meant for the built-in experiment; a recorded run that is named brings its own.
  if (($# == 0)) || { [[ $1 == -* ]] && [[ " $* " != *" --resume"* && " $* " != *" --replay"* ]]; }; then
    set -- fashion-demo "$@"
  fi
  say "Running in the terminal: w2s run $*"
  exec "$program_folder/w2s" run "$@"
fi
build w2s w2slab
say "Opening the window."
exec "$program_folder/w2slab" "$@"
