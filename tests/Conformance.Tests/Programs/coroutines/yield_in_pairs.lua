-- Iterators that __pairs gives may yield; pairs itself and what ipairs reads may not.
local function collect(f, ...)
  local co, out = coroutine.create(f), {}
  local ok, v = coroutine.resume(co, ...)
  while coroutine.status(co) ~= "dead" do out[#out + 1] = tostring(v) ok, v = coroutine.resume(co, #out) end
  return table.concat(out, ","), ok, v
end
local t = setmetatable({}, { __pairs = function(t) return function(_, k) k = (k or 0) + 1 if k < 4 then coroutine.yield("p" .. k) return k, k end end, t, nil end })
print(collect(function() local s = 0 for k, v in pairs(t) do s = s + v end return s end))
print(collect(function() local f, s, c = pairs(t) local k = f(s, c) return k end))
local u = setmetatable({}, { __pairs = function(t) coroutine.yield("in pairs") return next, { 1, 2 }, nil end })
print(collect(function() local s = 0 for k, v in pairs(u) do s = s + v end return s end))
print(collect(function() local f, s, c = pairs(u) return (f(s, c)) end))
local p = pairs
print(collect(function() local s = 0 for k, v in p(u) do s = s + v end return s end))
local w = setmetatable({}, { __index = function(t, i) if i < 4 then return coroutine.yield("ix" .. i) end end })
print(collect(function() local s = 0 for k, v in ipairs(w) do s = s + v end return s end))
print(collect(function() local f, s, c = ipairs(w) return (select(2, f(s, c))) end))
print(collect(function() local s = 0 local f = ipairs for k, v in f(w) do s = s + v end return s end))
