-- fmod and modf.
local function show(...) local t = {} for i, v in ipairs { ... } do t[i] = tostring(v) .. ":" .. math.type(v) end print(table.concat(t, " ")) end
show(math.fmod(7, 3)) show(math.fmod(-7, 3)) show(math.fmod(7, -3)) show(math.fmod(7.5, 2)) show(math.fmod(-7.5, 2)) show(math.fmod(math.mininteger, -1))
show(math.fmod(5, math.huge)) show(math.fmod(1e15, 7))
show(math.modf(3.7)) show(math.modf(-3.7)) show(math.modf(5)) show(math.modf(math.huge)) show(math.modf(-math.huge)) show(math.modf(0.25))
print(select(2, pcall(function() local r = math.fmod(1, 0) end)))
local n = math.fmod(1, 0.0)
print(n ~= n)
