-- Strings: concat, table.concat, gsub, find, sub, byte, format. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 60000

local function kernel(n: integer): string
  local acc: integer, seed: integer = 0, 7
  -- concat in a growing string
  for _ = 1, 40 do
    local s: string = ""
    for i = 1, 400 do s = s .. i .. "," end
    acc = acc + #s
  end
  -- lines through format and table.concat
  local parts: {string} = {}
  for i = 1, n do
    seed = seed * 16807 % 2147483647
    parts[i] = string.format("item-%05d name=%s value=%d.%02d", i, "n" .. seed % 1000, seed % 977, seed % 100)
  end
  local text: string = table.concat(parts, "\n")
  acc = acc + #text
  -- substitutions
  local t2, c2 = text:gsub("name=", "label:")
  acc = acc + #t2 + c2
  local t3, c3 = text:gsub("%d+%.%d+", "<%0>")
  acc = acc + #t3 + c3
  local t4, c4 = text:gsub("n(%d+)", function(d: string): string return "N" .. #d end)
  acc = acc + #t4 + c4
  -- line walk with find and sub
  local pos: integer, lines: integer, vowels: integer = 1, 0, 0
  while true do
    local nl = text:find("\n", pos, true)
    if not nl then break end
    local line: string = text:sub(pos, nl - 1)
    lines = lines + 1
    local eq = line:find("value=", 1, true)
    if eq then acc = acc + line:byte(eq + 6) end
    if line:upper():find("NAME=N9") then vowels = vowels + 1 end
    pos = nl + 1
  end
  -- bytes
  local h: integer = 0
  for i = 1, #text, 3 do h = (h * 31 + text:byte(i)) % 1000000007 end
  return string.format("%d %d %d %d", acc, lines, vowels, h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT strbuild " .. r)
print("TIME strbuild " .. string.format("%.4f", t1 - t0))
