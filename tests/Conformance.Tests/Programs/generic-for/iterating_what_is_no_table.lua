-- ipairs takes anything; the error comes with the first step, from the library, so it has no position.
print(pcall(function() for i, v in ipairs(nil) do print(i, v) end end))
print(pcall(function() for i, v in ipairs(5) do print(i, v) end end))
for i, v in ipairs("text") do print(i, v) end
print(pcall(function() for k in pairs(nil) do print(k) end end))
print(pcall(function() for k in next, 5 do print(k) end end))
print(pcall(next, {}, "no key"))
print(pcall(function() return next({}, "no key") end))
