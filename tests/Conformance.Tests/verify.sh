#!/bin/sh
# Compares the expected outputs of Programs with stock Lua 5.3, byte for byte; Programs/wippy is beyond stock Lua and is left out.
# "verify.sh --write" writes the expectations anew. Exit status 1 on any difference.
cd "$(dirname "$0")" || exit 2
status=0
for program in $(find Programs -name '*.lua' -not -path 'Programs/wippy/*' | LC_ALL=C sort); do
  base="${program%.lua}"
  id="test:$(echo "${base#Programs/}" | tr / .)"
  if [ "$1" = "--write" ]; then
    timeout 20 lua5.3 oracle.lua "$program" "$id" > "$base.out" || status=1
  elif ! timeout 20 lua5.3 oracle.lua "$program" "$id" | cmp -s - "$base.out"; then
    echo "$base.out differs from lua5.3"
    status=1
  fi
done
exit $status
