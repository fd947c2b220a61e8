-- for with an explicit f, s, control list.
for k, v in next, { 10, 20 } do print(k, v) end
for k, v in next, { 10, 20, 30 }, 1 do print(k, v) end
local function f(s, c) if c < s then return c + 1, c * c end end
for i, sq in f, 4, 0 do print(i, sq) end
for i in f, 2, 0, "ignored" do print(i) end
local calls = 0
for a, b, c in function(s, ctl) calls = calls + 1 if calls <= 2 then return calls, s, ctl end end, "state" do print(a, b, c) end
local t = { 1, 2, 3 }
local f, s, c = ipairs(t)
for i, v in f, s, c do print("ipairs", i, v) end
for i, v in f, s, 1 do print("from 2", i, v) end
