-- A strict mode set on _G.
local declared = {}
setmetatable(_G, {
  __newindex = function(t, k, v) declared[#declared + 1] = k rawset(t, k, v) end,
  __index = function(_, k) error("undeclared variable " .. k, 2) end,
})
alpha = 1
beta = alpha + 1
alpha = 10
print(alpha, beta, table.concat(declared, ","))
print(pcall(function() local v = gamma return v end))
setmetatable(_G, nil)
print(gamma)
