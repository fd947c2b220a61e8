-- More variables than values, and more values than variables.
local function it(s, c)
  if c == nil then return 1, "b", "c", "d" end
  if c == 1 then return 2 end
end
for a, b, c, d, e in it do print(a, b, c, d, e) end
for a in it do print(a) end
local function three() return next, { "v" } end
for k, v, x in three() do print(k, v, x) end
