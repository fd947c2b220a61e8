#!/bin/sh
# Writes <name>.out beside every program from stock Lua 5.3; fails when a program exits non-zero or two runs differ.
cd "$(dirname "$0")" || exit 1
export TZ=UTC LC_ALL=C
failed=0
for program in Programs/*/*.lua; do
  out="${program%.lua}.out"
  if ! timeout 20 lua5.3 oracle.lua "$program" > "$out"; then echo "exit status: $program" >&2; failed=1; continue; fi
  again="$(timeout 20 lua5.3 oracle.lua "$program" | cksum)"
  if [ "$again" != "$(cksum < "$out")" ]; then echo "not deterministic: $program" >&2; failed=1; fi
  if [ ! -s "$out" ]; then echo "prints nothing: $program" >&2; failed=1; fi
done
exit $failed
