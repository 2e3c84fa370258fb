#!/usr/bin/env bash
# Builds one crate of the workspace to wasm and its JavaScript glue: wasm.sh CRATE OUTDIR → OUTDIR/NAME.js and NAME_bg.wasm.
#
# NAME is the crate's name with underscores. WASM_OPT=none leaves out the size optimiser (quicker while developing).
set -euo pipefail

[ $# = 2 ] || { echo "usage: wasm.sh CRATE OUTDIR" >&2; exit 2; }
CRATE=$1 OUT=$2
HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
NAME=${CRATE//-/_}
TARGET=wasm32-unknown-unknown
FOLDER=${CARGO_TARGET_DIR:-$ROOT/target}

# The pinned optimiser of package.json first, so that everyone gets the same bytes.
find_wasm_opt() {
  local pinned=$HERE/../node_modules/.bin/wasm-opt
  if [ -n "${WASM_OPT:-}" ]; then echo "$WASM_OPT"
  elif [ -x "$pinned" ]; then echo "$pinned"
  else command -v wasm-opt || echo none; fi
}

# wasm-opt reads the target_features section, which is why the profile strips debug information only.
optimise() {
  local tool
  tool=$(find_wasm_opt)
  if [ "$tool" = none ]; then
    echo "wasm: not optimised for size (no wasm-opt found)" >&2
    return
  fi
  # The first kilobyte is the end of the stack, which nothing points into. Data cut into a thousand pieces between its zeros, and
  # common parts kept in locals, pack worse. What is downloaded with every check is gone through once more, with its loops found anew,
  # what the compiler has already inlined and kept apart left so, and functions of one module side by side: 2.5 KB less after packing, no slower.
  local flags=(--low-memory-unused --skip-pass=memory-packing --skip-pass=local-cse --strip-target-features -Oz)
  [ "$CRATE" != beforehand-extension ] || flags+=(--converge --flatten --rereloop -Oz --skip-pass=inlining-optimizing --skip-pass=merge-locals --skip-pass=simplify-locals --gufa -Oz --reorder-functions-by-name)
  "$tool" "${flags[@]}" "$1" -o "$1.small"
  mv "$1.small" "$1"
}

RUSTC_WASM=$("$HERE/wasm-toolchain.sh" | tail -n 1)
MADE=$FOLDER/$TARGET/wasm/$NAME.wasm
cd "$ROOT"
# Where this machine keeps its files is nobody's business, and would make every machine's build another one.
remap() {
  local folder
  for folder in "$ROOT/" "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do printf -- '--remap-path-prefix=%s= ' "$folder"; done
}
RUSTFLAGS="$(remap)${RUSTFLAGS:-}" RUSTC=$RUSTC_WASM cargo build -q --profile wasm --target $TARGET -p "$CRATE"
if [ "$OUT/${NAME}_bg.wasm" -nt "$MADE" ] && [ -s "$OUT/$NAME.js" ]; then
  exit 0
fi
# Made in a folder of its own and moved at the end: two builds at a time must not meet halfway.
mkdir -p "$OUT"
FRESH=$(mktemp -d "$OUT.XXXXXX")
trap 'rm -rf "$FRESH"' EXIT
# The checker page alone does something of its own when the program fails.
MUTE=--mute
[ "$CRATE" != beforehand-www ] || MUTE=
# shellcheck disable=SC2086
# In a folder of its own, so that native tests and this need not wait for each other.
cargo run -q --target-dir "$FOLDER/bindgen" -p bindgen -- "$MADE" "$FRESH" "$NAME" $MUTE
optimise "$FRESH/${NAME}_bg.wasm"
mv -f "$FRESH"/* "$OUT/"
echo "wasm: $OUT/${NAME}_bg.wasm, $(wc -c <"$OUT/${NAME}_bg.wasm" | tr -d ' ') bytes" >&2
