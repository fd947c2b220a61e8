-- __pairs supplies the triplet for pairs.
local t = setmetatable({ hidden = true }, {
  __pairs = function(self)
    local i = 0
    return function(s, k)
      i = i + 1
      if i <= 3 then return i, "v" .. i end
    end, self, nil
  end,
})
for k, v in pairs(t) do print(k, v) end
print(next(t))
local sorted = setmetatable({ c = 3, a = 1, b = 2 }, {
  __pairs = function(s)
    local keys = {}
    for k in next, s do keys[#keys + 1] = k end
    table.sort(keys)
    local i = 0
    return function() i = i + 1 if keys[i] then return keys[i], s[keys[i]] end end
  end,
})
for k, v in pairs(sorted) do print(k, v) end
print(select("#", pairs(setmetatable({}, { __pairs = function() return 1, 2, 3, 4 end }))))
