#!/usr/bin/env bash
# Prints, as its only line on stdout, the rustc that can compile for wasm32-unknown-unknown, making one ready first when needed.
#
# WASM_TOOLCHAIN=auto (default)  the rustc in use if it has the target, else rustup, else Debian's packages
#                rustup          `rustup target add wasm32-unknown-unknown`
#                debian          Debian's rustc-web and rust-web-src, with the standard library built once into a cache
# WASM_SYSROOT=DIR               where that cache is (default ~/.cache/beforehand/wasm-sysroot)
set -euo pipefail

TARGET=wasm32-unknown-unknown
MODE=${WASM_TOOLCHAIN:-auto}
CACHE=${WASM_SYSROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/beforehand/wasm-sysroot}
DEBIAN_PACKAGES=(rustc-web cargo-web rust-web-src lld-22)

say() { echo "wasm-toolchain: $*" >&2; }
die() { say "$*"; exit 1; }

has_target() { [ -d "$("$1" --print target-libdir --target "$TARGET" 2>/dev/null)" ]; }

from_rustup() {
  command -v rustup >/dev/null || return 1
  say "adding the $TARGET target with rustup"
  rustup target add "$TARGET" >&2 && command -v rustc
}

debian_is_installed() {
  [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -x /usr/bin/wasm-ld-22 ] && compgen -G '/usr/src/rustc-*/library' >/dev/null
}

install_debian() {
  debian_is_installed && return
  [ -x /usr/bin/apt-get ] || die "there is no wasm standard library here: run 'rustup target add $TARGET'"
  [ "$(id -u)" = 0 ] || die "run 'rustup target add $TARGET', or as root: apt-get install --no-install-recommends ${DEBIAN_PACKAGES[*]}"
  say "installing ${DEBIAN_PACKAGES[*]} from Debian (about 1 minute)"
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${DEBIAN_PACKAGES[@]}" >&2
}

# The flags are those of Rust's own build of std; -Z is needed for this one build only, never for ours.
build_std() {
  local work=$1 version=$2
  cp -r "/usr/src/rustc-$version/library" "$work/library"
  (
    cd "$work/library"
    env -u RUSTFLAGS -u CARGO_BUILD_TARGET RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$work/target" \
      __CARGO_DEFAULT_LIB_METADATA=stablestd \
      RUSTFLAGS="-Cembed-bitcode=yes -Zforce-unstable-if-unmarked -Cdebuginfo=0" \
      /usr/bin/cargo build -q --release --target "$TARGET" --manifest-path sysroot/Cargo.toml \
      --features compiler-builtins-mem >&2
  )
}

# A sysroot that answers for the host too, because build scripts and procedural macros are compiled by the same rustc.
assemble_sysroot() {
  local work=$1 root=$2 host
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  mkdir -p "$root/lib/rustlib/$TARGET/lib" "$root/bin" "$root/lib/rustlib/$host/bin"
  cp "$work/target/$TARGET/release/deps/"*.rlib "$root/lib/rustlib/$TARGET/lib/"
  ln -sfn "/usr/lib/rustlib/$host/lib" "$root/lib/rustlib/$host/lib"
  ln -sfn /usr/bin/lld-22 "$root/lib/rustlib/$host/bin/rust-lld"
}

from_debian() {
  install_debian
  local version root work
  version=$(/usr/bin/rustc -vV | sed -n 's/^release: //p')
  root=$CACHE/$version
  if [ ! -e "$root/complete" ]; then
    say "building the standard library $version for $TARGET (about 1 minute, once)"
    mkdir -p "$CACHE"
    work=$(mktemp -d "$CACHE/build.XXXXXX")
    # shellcheck disable=SC2064  # the folder of now, not of then
    trap "rm -rf '$work'" EXIT
    build_std "$work" "$version"
    assemble_sysroot "$work" "$work/sysroot"
    printf '#!/bin/sh\nexec /usr/bin/rustc --sysroot "%s" "$@"\n' "$root" >"$work/sysroot/bin/rustc"
    chmod +x "$work/sysroot/bin/rustc"
    touch "$work/sysroot/complete"
    rm -rf "$root"
    mv "$work/sysroot" "$root"
  fi
  echo "$root/bin/rustc"
}

case $MODE in
  rustup) from_rustup || die "rustup is not installed; see https://rustup.rs, or set WASM_TOOLCHAIN=debian" ;;
  debian) from_debian ;;
  auto)
    if has_target "${RUSTC:-rustc}"; then command -v "${RUSTC:-rustc}"; else from_rustup || from_debian; fi
    ;;
  *) die "WASM_TOOLCHAIN is auto, rustup or debian, not '$MODE'" ;;
esac
