-- Usual string tools.
local function split(s, sep)
  local out, pos = {}, 1
  while true do
    local i, j = s:find(sep, pos, true)
    out[#out + 1] = s:sub(pos, (i or 0) - 1)
    if not i then return out end
    pos = j + 1
  end
end
local function trim(s) return (s:gsub("^%s+", ""):gsub("%s+$", "")) end
for _, s in ipairs { "a,b,c", "", ",", "a,,b", "one" } do
  local p = split(s, ",")
  print(#p, table.concat(p, "|"))
end
print("[" .. trim("  x y \t\n") .. "]", "[" .. trim("") .. "]")
local function starts(s, p) return s:sub(1, #p) == p end
local function ends(s, p) return p == "" or s:sub(-#p) == p end
print(starts("hello", "he"), starts("he", "hello"), ends("hello", "lo"), ends("x", ""))
local function pad(s, n, c) return s .. (c or " "):rep(n - #s) end
print(pad("ab", 5, ".") .. "|", pad("toolong", 3) .. "|")
