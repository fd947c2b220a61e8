-- Variables captured only on some paths.
local function make(flag)
  local n, log = 0, {}
  local inc
  if flag then inc = function() n = n + 1 return n end
  else inc = function() log[#log + 1] = n return -n end end
  n = 5
  return inc, function() return n, #log end
end
local a, ga = make(true)
local b, gb = make(false)
print(a(), a(), ga())
print(b(), b(), gb())
local function params(x, ...)
  local f = function() x = x .. "+" return x end
  x = x .. "1"
  return f, function() return x end, ...
end
local f, g, extra = params("p", "e")
print(f(), g(), f(), g(), extra)
local function rec(n) local function inner() if n > 0 then n = n - 1 return inner() end return "rec done" end return inner end
print(rec(3)())
