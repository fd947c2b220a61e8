#!/bin/sh
# Compares the expected outputs of Programs with stock Lua 5.3, byte for byte; Programs/wippy and Programs/types are beyond stock Lua and are left out.
# "verify.sh --write" writes the expectations anew, twice, so that a program whose output varies is found. Exit status 1 on any difference.
cd "$(dirname "$0")" || exit 2
export TZ=UTC LC_ALL=C
status=0
for program in $(find Programs -name '*.lua' -not -path 'Programs/wippy/*' -not -path 'Programs/types/*' | sort); do
  out="${program%.lua}.out"
  if [ "$1" = "--write" ]; then timeout 20 lua5.3 oracle.lua "$program" > "$out" || status=1; fi
  if ! timeout 20 lua5.3 oracle.lua "$program" | cmp -s - "$out"; then
    echo "$out differs from lua5.3"
    status=1
  fi
  if [ ! -s "$out" ]; then echo "$program prints nothing"; status=1; fi
done
exit $status
