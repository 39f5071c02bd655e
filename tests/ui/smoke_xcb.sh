#!/usr/bin/env bash
# smoke_xcb.sh XVFB_RUN W2SLAB: the window opens on a real X server (in memory), is drawn and ends well.
# libxkbcommon-x11 copies names of known length from buffers without a final zero; strict checks call that an overflow.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}strict_string_checks=0"

set -u
xvfb_run=$1
w2slab=$2
if [[ -z $xvfb_run || ! -x $xvfb_run ]]; then
  echo "xvfb-run is not installed (Debian: xvfb, xauth): nothing was checked"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=$folder XDG_CONFIG_HOME=$folder
unset WAYLAND_DISPLAY
said=$(timeout 90 "$xvfb_run" --auto-servernum --server-args="-screen 0 1440x900x24" \
  "$w2slab" --quit-after-first-frame --workspace "$folder/workspace" --settings "$folder/settings.ini" 2>&1)
code=$?
echo "$said"
if ((code != 0)); then
  echo "w2slab ended with exit code $code"
  exit 1
fi
if grep -qiE "error|could not|cannot|failed" <<<"$said"; then
  echo "w2slab complained"
  exit 1
fi
