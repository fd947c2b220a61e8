-- Idioms of select, unpack and ipairs together.
local function argc(...) return select("#", ...) end
local function last_n(n, ...) return select(-n, ...) end
print(argc(last_n(2, "a", "b", "c")), last_n(1, "x", "y"))
local function head(...) return (...) end
local function rest(...) return select(2, ...) end
print(head(1, 2, 3), rest(1, 2, 3))
local function any(p, ...) for i = 1, select("#", ...) do if p((select(i, ...))) then return true, i end end return false end
print(any(function(x) return x == nil end, 1, nil, 3), any(function(x) return x end, false, nil))
local function printf(f, ...) print(f:format(...)) end
printf("%d-%s-%5.2f", 1, "two", 3)
print(table.unpack({ 1, 2, 3 }, select("#", "a", "b")))
