# shellcheck shell=bash
# What start.sh and test.sh share: install what is missing, configure, build. Sourced, never run.
#
# Everything is idempotent: packages are asked for before they are installed, LibTorch carries a stamp of what was asked
# for, configuring is skipped while its inputs are the same, and the build tool decides the rest.
#
# Environment: W2S_LIBTORCH     a torch folder to use as it is (holds include/ and lib/); nothing is installed by pip
#              W2S_TORCH_SPEC   what pip installs, words as on pip's command line (default torch==2.13.0)
#              W2S_PYTHON       the Python that makes the private environment (default: the first that can)
#              W2S_JOBS         parallel compilers (default: by cores and free memory)

set -euo pipefail

W2S_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
: "${HOME:=$(cd ~ && pwd)}"
export HOME
W2S_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/w2s-lab
W2S_LOG=$W2S_ROOT/build/setup.log
W2S_PRESET=${W2S_PRESET:-release}
torch_spec=${W2S_TORCH_SPEC:-torch==2.13.0}

# ---- Talking -------------------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
# die CODE TEXT...
die() {
  local code=$1
  shift
  warn "$*"
  exit "$code"
}

# logged TITLE WHAT_TO_DO COMMAND... runs a command with its output in the log. A terminal sees the time and the log's
# newest line meanwhile, a pipe one line a minute. On failure: the log's end, and what to do about it.
logged() {
  local title=$1 advice=$2
  shift 2
  local from ticker=0 code=0 started=$SECONDS
  from=$(($(wc -l <"$W2S_LOG") + 1))
  { printf '\n=== %s\n$' "$title"; printf ' %q' "$@"; printf '\n'; } >>"$W2S_LOG"
  say "$title"
  show_progress "$started" &
  ticker=$!
  # shellcheck disable=SC2064  # the process of now, not of later
  trap "kill $ticker 2>/dev/null || true" EXIT
  "$@" >>"$W2S_LOG" 2>&1 </dev/null || code=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  trap - EXIT
  if [[ -t 1 ]]; then printf '\r\033[K'; fi
  if ((code != 0)); then
    warn ""
    tail -n "+$from" "$W2S_LOG" | tail -n 30 | sed 's/^/    /' >&2
    die 1 "
This step failed (exit code $code): ${title%% (*}.
$advice
The whole log: $W2S_LOG"
  fi
  say "  done in $((SECONDS - started)) s"
}

# The ticker behind logged(); ends when it is killed.
show_progress() {
  local started=$1 line
  # The sleep must not outlive this process: it would hold the caller's output open.
  trap 'kill "$!" 2>/dev/null; exit 0' TERM
  while true; do
    if [[ -t 1 ]]; then sleep 1 & else sleep 60 & fi
    wait "$!" || true
    line=$(tail -c 2000 "$W2S_LOG" | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c1-$((${COLUMNS:-80} - 14)) || true)
    if [[ -t 1 ]]; then
      printf '\r\033[K  %4d s  %s' "$((SECONDS - started))" "$line"
    else
      printf '  %4d s  %s\n' "$((SECONDS - started))" "$line"
    fi
  done
}

open_log() {
  { mkdir -p "$W2S_ROOT/build" && : >"$W2S_LOG"; } 2>/dev/null ||
    die 1 "Cannot write to $W2S_ROOT/build. Make the folder writable, or clone the repository to a place of your own."
}

# ---- The machine ---------------------------------------------------------------------------------------------------

# Cores this process may use: affinity, and the control group's share.
core_count() {
  local cores quota period
  cores=$(nproc)
  if read -r quota period 2>/dev/null </sys/fs/cgroup/cpu.max && [[ $quota != max ]]; then
    quota=$(((quota + period - 1) / period))
    ((quota >= cores)) || cores=$quota
  fi
  printf '%d\n' "$((cores > 0 ? cores : 1))"
}

# Parallel compilers: one a core, and 1.5 GiB of memory for each.
build_jobs() {
  if [[ -n ${W2S_JOBS:-} ]]; then
    printf '%s\n' "$W2S_JOBS"
    return
  fi
  local jobs by_memory free_kib limit
  jobs=$(core_count)
  free_kib=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo 2>/dev/null || true)
  if read -r limit 2>/dev/null </sys/fs/cgroup/memory.max && [[ $limit != max ]] && ((limit / 1024 < ${free_kib:-0})); then
    free_kib=$((limit / 1024))
  fi
  if [[ -n $free_kib ]]; then
    by_memory=$((free_kib / (1536 * 1024)))
    ((by_memory >= jobs)) || jobs=$by_memory
  fi
  printf '%d\n' "$((jobs > 0 ? jobs : 1))"
}

# ---- Packages ------------------------------------------------------------------------------------------------------

apt_packages_core=(
  ca-certificates ccache cmake dataset-fashion-mnist g++ git libboost-math-dev libcli11-dev libexpected-dev libfmt-dev
  libspdlog-dev libsqlitecpp-dev libtomlplusplus-dev libxxhash-dev libzip-dev ninja-build nlohmann-json3-dev python3 zlib1g-dev)
apt_packages_window=(
  fonts-inter libqt6opengl6-dev qt6-base-dev qt6-charts-dev qt6-l10n-tools qt6-svg-dev qt6-tools-dev
  qt6-translations-l10n xauth xvfb)

# What the tests use beyond what the program needs. The layout of the sources is checked with clang-format 14, which later
# releases do not have; the check is skipped there.
test_packages() {
  local codename=""
  if [[ -r /etc/os-release ]]; then codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release); fi
  case $codename in
    bookworm | jammy) printf 'clang-format-14\n' ;;
  esac
}

# What single tests use, which are skipped without it: a Slurm of one node, which its test starts and stops.
apt_packages_optional=(munge slurm-client slurmctld slurmd)

is_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null) == ?i* ]]
}

# Presets whose build has no window need no Qt.
needs_window() {
  [[ $W2S_PRESET != core-only ]]
}

# can_make_environment PYTHON: can it make an environment with pip, over TLS, for LibTorch's wheels?
can_make_environment() {
  "$1" -c 'import ensurepip, ssl, sys, venv, zlib; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

# The Python that makes LibTorch's environment; empty when python3-venv has to be installed first.
environment_python() {
  local candidate
  for candidate in ${W2S_PYTHON:+"$W2S_PYTHON"} python3 /usr/bin/python3; do
    if command -v "$candidate" >/dev/null && can_make_environment "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

install_packages() {
  local wanted=("${apt_packages_core[@]}") missing=() package
  if needs_window; then wanted+=("${apt_packages_window[@]}"); fi
  # shellcheck disable=SC2207  # names of packages, one a line
  if [[ -n ${W2S_WITH_TESTS:-} ]]; then wanted+=($(test_packages)); fi
  if [[ -z ${W2S_LIBTORCH:-} && ! -x $W2S_CACHE/libtorch/bin/python && -z $(environment_python) ]]; then
    wanted+=(python3-venv)
  fi
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    warn "This is not a Debian system, so nothing is installed here. Needed, by Debian names: ${wanted[*]}"
    return
  fi
  for package in "${wanted[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then return; fi

  local command_line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  local as_root=()
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null || { ! sudo -n true 2>/dev/null && ! { [[ -t 0 ]] && sudo -v; }; }; then
      local become_root="su -c"
      if command -v sudo >/dev/null; then become_root="sudo sh -c"; fi
      die 2 "${#missing[@]} Debian packages are missing and only root can install them. Run this once, then start again:

    $become_root '$command_line'
"
    fi
    as_root=(sudo)
  fi
  local advice="Check the network and the package sources, then start again; or install by hand, as root:
    $command_line"
  logged "Reading the package lists (some seconds)" "$advice" \
    ${as_root[@]+"${as_root[@]}"} apt-get -o DPkg::Lock::Timeout=300 update
  logged "Installing ${#missing[@]} Debian packages (a minute or two): ${missing[*]}" "$advice" \
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"
}

# install_optional_packages: no error where they cannot be installed.
install_optional_packages() {
  local missing=() package as_root=()
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
  for package in "${apt_packages_optional[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then return 0; fi
  if ((EUID != 0)); then as_root=(sudo -n); fi
  say "Installing ${#missing[@]} Debian packages that single tests use: ${missing[*]}"
  if ! { ${as_root[@]+"${as_root[@]}"} apt-get -o DPkg::Lock::Timeout=300 update &&
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
      apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"; } >>"$W2S_LOG" 2>&1 </dev/null; then
    say "  not installed; the tests that need them are skipped."
  fi
}

# ---- LibTorch ------------------------------------------------------------------------------------------------------

# torch_folder_of ENVIRONMENT prints the folder of a complete wheel, or nothing.
torch_folder_of() {
  local folder
  for folder in "$1"/lib/python3*/site-packages/torch; do
    if [[ -e $folder/include/ATen/core/Tensor.h && -e $folder/lib/libtorch_cpu.so ]]; then
      printf '%s\n' "$folder"
      return
    fi
  done
}

install_libtorch() {
  if [[ -n ${W2S_LIBTORCH:-} ]]; then
    [[ -e $W2S_LIBTORCH/include/ATen/core/Tensor.h && -e $W2S_LIBTORCH/lib/libtorch_cpu.so ]] ||
      die 2 "W2S_LIBTORCH=$W2S_LIBTORCH is no torch folder: include/ATen/core/Tensor.h or lib/libtorch_cpu.so is not in it. Name the folder 'torch' of an installed wheel, or unset W2S_LIBTORCH."
    W2S_LIBTORCH=$(cd "$W2S_LIBTORCH" && pwd)
    return
  fi
  local environment=$W2S_CACHE/libtorch
  mkdir -p "$W2S_CACHE"
  # Two starts at once must not write one environment.
  exec 8>"$W2S_CACHE/libtorch.lock"
  flock --nonblock 8 || {
    say "Waiting for another start that installs LibTorch."
    flock 8
  }
  local stamp=$environment/w2s-torch-spec
  local installed_spec=""
  if [[ -e $stamp ]]; then installed_spec=$(<"$stamp"); fi
  if [[ $installed_spec != "$torch_spec" || -z $(torch_folder_of "$environment") ]]; then
    install_libtorch_into "$environment" "$stamp" "$installed_spec"
  fi
  exec 8>&-
}

# install_libtorch_into ENVIRONMENT STAMP SPEC_OF_BEFORE
install_libtorch_into() {
  local environment=$1 stamp=$2 installed_spec=$3
  if [[ -L $environment && -n $installed_spec ]]; then
    die 2 "$environment is a link, and holds '$installed_spec' where '$torch_spec' is asked for. What a link leads to is not changed here: remove the link, or set W2S_LIBTORCH to the torch folder to use."
  fi
  if [[ -x $environment/bin/python ]] && ! "$environment/bin/python" -c 'import pip' 2>/dev/null && [[ ! -L $environment ]]; then
    say "The private Python environment no longer works (its Python was removed or upgraded): making it anew."
    rm -rf "$environment"
  fi
  if [[ ! -x $environment/bin/python ]]; then
    local python
    python=$(environment_python)
    [[ -n $python ]] || die 2 "No Python 3.10 or later with the modules venv and ensurepip was found. Install python3-venv, or set W2S_PYTHON."
    logged "Making a private Python environment in $environment (some seconds)" \
      "Set W2S_PYTHON to a Python whose 'python -m venv' works." "$python" -m venv "$environment"
  fi
  local words=() flags=()
  read -ra words <<<"$torch_spec"
  # Another build of the same version (CPU or CUDA) satisfies pip's reading of the new words.
  if [[ -n $installed_spec ]]; then flags=(--force-reinstall); fi
  # Until pip has finished, the stamp names nothing that could be asked for.
  if [[ -n $installed_spec ]]; then echo unfinished >"$stamp"; fi
  logged "Installing LibTorch: $torch_spec (a download of 0.2 to 3 GB, some minutes; only once)" \
    "Check the network and pip's settings ('pip config list'), or set W2S_LIBTORCH to the torch folder of an installed wheel." \
    "$environment/bin/python" -m pip install --disable-pip-version-check --progress-bar off ${flags[@]+"${flags[@]}"} "${words[@]}"
  [[ -n $(torch_folder_of "$environment") ]] ||
    die 1 "pip installed '$torch_spec', yet no torch folder with headers and libraries lies in $environment. Set W2S_TORCH_SPEC to a torch wheel for Linux."
  printf '%s\n' "$torch_spec" >"$stamp"
}

# ---- Build ---------------------------------------------------------------------------------------------------------

configure() {
  local folder=$W2S_ROOT/build/$W2S_PRESET
  local torch=${W2S_LIBTORCH:-$(torch_folder_of "$W2S_CACHE/libtorch")}
  # Everything configuring depends on that the build tool does not watch itself.
  local inputs
  inputs="$torch $torch_spec ${CXX:-} ${CXXFLAGS:-} $(cksum <"$W2S_ROOT/CMakePresets.json")"
  if [[ -e $folder/build.ninja && -e $folder/w2s-configured && $(<"$folder/w2s-configured") == "$inputs" ]]; then return; fi
  logged "Configuring the preset $W2S_PRESET (some seconds)" \
    "If a package is named above as not found, install it; if an old cache is the cause, remove $folder." \
    cmake -S "$W2S_ROOT" --preset "$W2S_PRESET" "-DW2S_LIBTORCH=$torch"
  printf '%s\n' "$inputs" >"$folder/w2s-configured"
}

# build TARGET...
build() {
  local jobs folder=$W2S_ROOT/build/$W2S_PRESET duration="minutes the first time, seconds later"
  jobs=$(build_jobs)
  # Another checkout of the same sources then finds its objects in the compiler cache.
  export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$W2S_ROOT}
  logged "Building with $jobs jobs ($duration)" \
    "If the compiler was killed, memory ran out: try W2S_JOBS=1. Otherwise the lines above name the file." \
    cmake --build "$folder" -j "$jobs" --target "$@"
}

check_preset() {
  local presets
  presets=$(sed -n '/"configurePresets"/,/"buildPresets"/s/.*"name": "\([^"]*\)".*/\1/p' "$W2S_ROOT/CMakePresets.json" |
    grep -vx base | paste -sd' ')
  [[ " $presets " == *" $W2S_PRESET "* ]] || die 2 "There is no preset '$W2S_PRESET'. Presets: $presets."
}

set_up() {
  cd "$W2S_ROOT"
  check_preset
  open_log
  install_packages
  if [[ -n ${W2S_WITH_TESTS:-} ]]; then install_optional_packages; fi
  install_libtorch
  configure
}
