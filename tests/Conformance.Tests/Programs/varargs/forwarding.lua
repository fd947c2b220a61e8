-- Forwarding arguments and results.
local function trace(log, name, f)
  return function(...)
    log[#log + 1] = name .. "(" .. table.concat({ ... }, ",") .. ")"
    return f(...)
  end
end
local log = {}
local add = trace(log, "add", function(a, b) return a + b end)
local div = trace(log, "div", function(a, b) return a // b, a % b end)
print(add(1, 2), div(7, 2))
print(div(9, 4))
print(table.concat(log, " "))
local function bind(f, ...)
  local bound = table.pack(...)
  return function(...)
    local args = { table.unpack(bound, 1, bound.n) }
    local extra = table.pack(...)
    for i = 1, extra.n do args[bound.n + i] = extra[i] end
    return f(table.unpack(args, 1, bound.n + extra.n))
  end
end
print(bind(string.format, "%s-%s-%s", "a")("b", "c"))
