-- pcall returns all results or the error.
print(pcall(function() return 1, 2, 3 end)) print(pcall(function() end)) print(pcall(function() return nil end))
print(pcall(math.max, 1, 5, 3)) print(pcall(pcall, error, "e")) print(pcall(pcall))
print(select("#", pcall(function() end)), select("#", pcall(function() return nil, nil end)))
print(pcall(nil)) print(pcall(5)) print(pcall({}))
print(pcall(select, "#", nil, nil))
print((pcall(error)))
local ok = pcall(string.rep)
print(ok)
