-- Tracking accesses through proxies, nested.
local log = {}
local function track(t, path)
  return setmetatable({}, {
    __index = function(_, k)
      log[#log + 1] = "get " .. path .. "." .. tostring(k)
      local v = t[k]
      return type(v) == "table" and track(v, path .. "." .. tostring(k)) or v
    end,
    __newindex = function(_, k, v) log[#log + 1] = "set " .. path .. "." .. tostring(k) t[k] = v end,
  })
end
local data = { user = { name = "ann", tags = { "x" } } }
local p = track(data, "data")
print(p.user.name, p.user.tags[1])
p.user.name = "bob"
p.user.tags[2] = "y"
p.fresh = true
print(data.user.name, #data.user.tags, data.fresh)
for _, l in ipairs(log) do print(l) end
