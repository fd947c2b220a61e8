-- Times as integers: durations, formatting, sorting.
local base = 1700000000
local function iso(t) return os.date("!%Y-%m-%dT%H:%M:%SZ", t) end
local events = { { "c", base + 3600 }, { "a", base }, { "b", base + 60 } }
table.sort(events, function(x, y) return x[2] < y[2] end)
for _, e in ipairs(events) do print(e[1], iso(e[2]), e[2] - base) end
local function human(s)
  local d, h, m = s // 86400, s % 86400 // 3600, s % 3600 // 60
  return ("%dd %02dh %02dm %02ds"):format(d, h, m, s % 60)
end
print(human(0), human(61), human(90061), human(2^20 | 0))
local function parse(s)
  local y, mo, d, h, mi, se = s:match("(%d+)-(%d+)-(%d+)T(%d+):(%d+):(%d+)Z")
  return tonumber(y), tonumber(mo), tonumber(d), tonumber(h) * 3600 + tonumber(mi) * 60 + tonumber(se)
end
print(parse(iso(base)))
print(iso(0), iso(2^31 | 0), iso(4102444800))
