-- The module pattern: a table of functions over private state.
local Stack = (function()
  local count = 0
  local M = {}
  function M.new()
    count = count + 1
    local items = {}
    return {
      push = function(v) items[#items + 1] = v return #items end,
      pop = function() local v = items[#items] items[#items] = nil return v end,
      size = function() return #items end,
    }
  end
  function M.count() return count end
  return M
end)()
local a, b = Stack.new(), Stack.new()
a.push(1) a.push(2) b.push("x")
print(a.pop(), a.size(), b.size(), Stack.count())
print(a.pop(), a.pop(), a.size())
