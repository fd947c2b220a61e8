-- Lists of numbers of one kind, and those that look like them.
local function show(t) local r = {} for i = 1, #t do r[i] = tostring(t[i]) end return table.concat(r, " ") end
local function sorted(t, ...) table.sort(t, ...) return show(t) end
print(sorted { 3, 1, 2 }, sorted { 3.5, -1.5, 2.0 }, sorted { 3, 1.5, 2 }, sorted {}, sorted { 1 })
print(sorted { math.maxinteger, math.mininteger, 0, -1, 1 })
print(sorted { math.huge, -math.huge, 0.0, 1e308, -1e-308 })
print(sorted { 5, 3, 9 , 1 }, sorted({ 5, 3, 9, 1 }, function(a, b) return a > b end))
local zeros = { 0.0, -0.0, 0.0, -0.0, 1.0, -1.0 }
table.sort(zeros)
local positive = 0
for i = 2, 5 do if 1 / zeros[i] > 0 then positive = positive + 1 end end
print(zeros[1], zeros[6], positive)
local t, s = {}, 7
for i = 1, 1000 do s = s * 16807 % 2147483647 t[i] = s end
table.sort(t)
for i = 2, #t do assert(t[i - 1] <= t[i]) end
print(t[1], t[500], t[1000], #t)
for i = 1, #t do t[i] = t[i] / 3 end
table.sort(t, function(a, b) return a > b end)
table.sort(t)
for i = 2, #t do assert(t[i - 1] <= t[i]) end
print(t[1], t[1000])
-- What is behind the border stays, and so do fields.
local mixed = { 4, 2, 3, n = 1 }
mixed[10] = 0
table.sort(mixed)
print(show(mixed), mixed.n, mixed[10])
-- Metatables are honoured.
local log = {}
local watched = setmetatable({}, {
  __len = function() return 3 end,
  __index = function(_, k) return 10 - k end,
  __newindex = function(t, k, v) rawset(t, k, v) log[#log + 1] = k .. "=" .. v end,
})
table.sort(watched)
print(watched[1], watched[2], watched[3], #log > 0)
local short = setmetatable({ 3, 2, 1 }, { __len = function() return 2 end })
table.sort(short)
print(rawget(short, 1), rawget(short, 2), rawget(short, 3))
print(pcall(table.sort, { 1, 2, "x" }), pcall(table.sort, { 1, 2, {} }))
local booleans = { true, false }
print(pcall(table.sort, booleans))
