-- A yield is possible in metamethods, iterators and protected calls, not in callbacks of the library.
local co = coroutine.wrap(function()
  print("body", coroutine.isyieldable())
  table.sort({3,2,1}, function(a, b) print("sort", coroutine.isyieldable()) return a < b end)
  print((("abc"):gsub("b", function() print("gsub", coroutine.isyieldable()) return "x" end)))
  for w in (("a b")):gmatch("%a") do print("gmatch", coroutine.isyieldable()) end
  local m = setmetatable({}, {__index=function(t,k) print("index", coroutine.isyieldable()) return k end,
    __tostring=function() print("tostring", coroutine.isyieldable()) return "T" end, __add = function() print("add", coroutine.isyieldable()) return 1 end,
    __concat = function() print("concat", coroutine.isyieldable()) return 1 end,
    __eq = function() print("eq", coroutine.isyieldable()) return true end,
    __lt = function() print("lt", coroutine.isyieldable()) return true end,
    __le = function() print("le", coroutine.isyieldable()) return true end,
    __len = function() print("len", coroutine.isyieldable()) return 1 end,
    __call = function() print("call", coroutine.isyieldable()) return 1 end,
    __newindex = function() print("newindex", coroutine.isyieldable()) end,
    __pairs = function() print("pairs", coroutine.isyieldable()) return next, {}, nil end,
  })
  local _ = m.x; m.y = 1; _ = m + 1; _ = m .. ""; _ = m == setmetatable({}, getmetatable(m)); _ = m < m; _ = m <= m; _ = #m; _ = m()
  print(tostring(m)) 
  print(pcall(function() print("pcall", coroutine.isyieldable()) end))
  print(xpcall(function() print("xpcall", coroutine.isyieldable()) error("e") end, function(e) print("handler") return e end))
  for k in (function(s, c) print("iter", coroutine.isyieldable()) if not c then return 1 end end) do end
  print(("x"):gsub("x", setmetatable({}, {__index=function(t,k) print("gsubindex", coroutine.isyieldable()) return k end})))
  print(pcall(table.sort, {3,2,1,5,4}, function(a, b) coroutine.yield() return a < b end))
  print(pcall(string.gsub, "x", "x", function() coroutine.yield() end))
  print(pcall(string.gsub, "x", "x", coroutine.yield))
  print(pcall(table.sort, {3,2,1,5,4}, coroutine.yield))
  print(pcall(tostring, setmetatable({}, {__tostring=function() coroutine.yield() return "t" end})))
  print(pcall(table.sort, {3,2,1}, function(a, b) local x = coroutine.wrap(function() print("inner", coroutine.isyieldable()) coroutine.yield(1) return a < b end); x() return x() end))
  print("after", coroutine.isyieldable())
  coroutine.yield(1)
  table.sort({2,1}, function(a, b) local ok, e = pcall(coroutine.yield) print(ok, e) return a < b end)
  print("end", coroutine.isyieldable())
end)
co() co()
