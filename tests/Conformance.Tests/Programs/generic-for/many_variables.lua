-- More variables than values, and more values than variables.
local function it(s, c)
  if c == nil then return 1, "b", "c", "d" end
  if c == 1 then return 2 end
end
for a, b, c, d, e in it do print(a, b, c, d, e) end
for a in it do print(a) end
local function three() return next, { "v" } end
for k, v, x in three() do print(k, v, x) end
local function five(_, c) c = (c or 0) + 1 if c <= 2 then return c, c * 2, c * 3, c * 4, c * 5 end end
for a, b, c, d, e in five do print(a, b, c, d, e) end
for a, b in five do print(a, b) end
