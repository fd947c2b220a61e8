-- __newindex as a table redirects writes.
local store = {}
local t = setmetatable({}, { __newindex = store, __index = store })
t.a = 1
print(rawget(t, "a"), store.a, t.a)
local deep = {}
local mid = setmetatable({}, { __newindex = deep })
local top = setmetatable({}, { __newindex = mid })
top.x = 5
print(rawget(top, "x"), rawget(mid, "x"), deep.x)
local logged = setmetatable({}, { __newindex = setmetatable({}, { __newindex = function(_, k, v) print("end of chain", k, v) end }) })
logged.q = 9
