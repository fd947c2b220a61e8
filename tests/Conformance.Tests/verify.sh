#!/bin/sh
# Compares the expected outputs of Programs with stock Lua 5.3, byte for byte; Programs/wippy and Programs/types are beyond stock Lua and are left out.
# Then 150 random programs, compiled, with stock Lua; needs a built project. Exit status 1 on any difference; the last line counts.
# "verify.sh --write" writes the expectations anew, twice, so that a program whose output varies is found.
cd "$(dirname "$0")" || exit 2
export TZ=UTC LC_ALL=C
passed=0
failed=0
for program in $(find Programs -name '*.lua' -not -path 'Programs/wippy/*' -not -path 'Programs/types/*' | sort); do
  out="${program%.lua}.out"
  if [ "$1" = "--write" ]; then timeout 20 lua5.3 oracle.lua "$program" > "$out"; fi
  if [ ! -s "$out" ]; then
    echo "$program prints nothing"
    failed=$((failed + 1))
  elif timeout 20 lua5.3 oracle.lua "$program" | cmp -s - "$out"; then
    passed=$((passed + 1))
  else
    echo "$out differs from lua5.3"
    failed=$((failed + 1))
  fi
done

if [ "$1" != "--write" ]; then
  if dotnet run --no-build --project . -- random 1 150; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
