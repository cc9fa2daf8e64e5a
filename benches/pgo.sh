#!/usr/bin/env bash
# Compiles Warta by how it is used: profile-guided optimisation (PGO), as distributors of programs do it.
#
#     benches/pgo.sh
#
# A first program counts what it does while it builds the benchmark's newsroom, from nothing and after edits, with and
# without the search; the second one is compiled by these counts, and lies at target/pgo/<host>/release/warta. It writes
# the same bytes as that of `cargo build --release`.
# Needs llvm-profdata of the LLVM that rustc has: `rustup component add llvm-tools`, or a package such as Debian's llvm-22.
set -euo pipefail
cd "$(dirname "$0")/.."

host=$(rustc -vV | sed -n 's/^host: //p')
llvm=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
work=$(mkdir -p "${CARGO_TARGET_DIR:-target}/pgo" && cd "${CARGO_TARGET_DIR:-target}/pgo" && pwd)
program=$work/$host/release/warta

find_profdata() {
    local candidate
    for candidate in "${LLVM_PROFDATA:-}" "$(rustc --print sysroot)/lib/rustlib/$host/bin/llvm-profdata" \
        "llvm-profdata-$llvm" llvm-profdata; do
        if [[ $candidate ]] && "$candidate" --version 2>/dev/null | grep -q "LLVM version $llvm\."; then
            echo "$candidate"
            return
        fi
    done
    echo "llvm-profdata of LLVM $llvm is missing: \`rustup component add llvm-tools\`, or Debian's llvm-$llvm" >&2
    return 1
}

# The flags go to Cargo parted by a sign that no path has; those of the caller come first. With --target they are not
# for build scripts and macros, which would count themselves too.
compile() {
    local own=${RUSTFLAGS:-}
    CARGO_ENCODED_RUSTFLAGS="${own:+${own// /$'\x1f'}$'\x1f'}$1" \
        cargo build --release --bin warta --target "$host" --target-dir "$work"
}

profdata=$(find_profdata)
rm -rf "$work/counts" "$work/warta.profdata"
compile "-Cprofile-generate=$work/counts"
env -u LLVM_PROFILE_FILE cargo bench --quiet --profile dev -- \
    --program "$program" --documents 500 --runs 2 --only whole >/dev/null
"$profdata" merge --sparse --output "$work/warta.profdata" "$work/counts"
compile "-Cprofile-use=$work/warta.profdata"
echo "$program"
