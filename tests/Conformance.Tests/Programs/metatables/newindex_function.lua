-- __newindex as a function sees only absent keys.
local log = {}
local t = setmetatable({ known = 1 }, { __newindex = function(self, k, v) log[#log + 1] = tostring(k) .. "=" .. tostring(v) end })
t.known = 2
t.unknown = 3
t[1] = "one"
t.unknown = 4
print(t.known, t.unknown, t[1], table.concat(log, " "))
rawset(t, "unknown", "raw")
t.unknown = "direct"
print(t.unknown, #log)
t.known = nil
t.known = "again"
print(t.known, log[#log])
