-- Missing arguments are nil, extra ones are dropped, parameters are locals.
local function f(a, b, c) return a, b, c end
print(f())
print(f(1))
print(f(1, 2, 3, 4))
local function defaults(name, opts)
  name = name or "anon"
  opts = opts or {}
  return name .. ":" .. tostring(opts.level or "none")
end
print(defaults(), defaults("n"), defaults("n", { level = 3 }))
local function g(t, n) t.x = n n = n + 1 return n end
local t, n = {}, 5
print(g(t, n), t.x, n)
local function same(a, a) return a end
print(same(1, 2))
print((function(...) return select("#", ...) end)(nil, nil))
