-- Structured errors are userdata that travel unchanged (spec/lua.md sections 4, 6, 7).
local e = errors.new { message = "no stock", kind = errors.NOT_FOUND, retryable = true }
print(type(e), getmetatable(e), tostring(e), e:kind(), e:message(), e:retryable())
print("failed: " .. e, e .. "!", #("" .. e))
local ok, caught = pcall(error, e)
print(ok, caught == e, rawequal(caught, e))
print(select(2, pcall(function() error(e, 2) end)) == e)
print(select(2, xpcall(function() assert(nil, e) end, function(x) return x end)) == e)
print(select(2, pcall(function() return e.missing.field end)))
print(pcall(setmetatable, e, {}))
print(select("#", errors.new("plain")), errors.new("plain"):message())
