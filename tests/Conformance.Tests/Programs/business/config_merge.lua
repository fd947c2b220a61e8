-- Merging configuration layers with defaults and overrides.
local function merge(base, over)
  local r = {}
  for k, v in pairs(base) do r[k] = v end
  for k, v in pairs(over or {}) do
    if type(v) == "table" and type(r[k]) == "table" then r[k] = merge(r[k], v) else r[k] = v end
  end
  return r
end
local function dump(t, prefix, out)
  out = out or {}
  local keys = {}
  for k in pairs(t) do keys[#keys + 1] = k end
  table.sort(keys)
  for _, k in ipairs(keys) do
    local path = prefix and prefix .. "." .. k or k
    if type(t[k]) == "table" then dump(t[k], path, out) else out[#out + 1] = path .. "=" .. tostring(t[k]) end
  end
  return out
end
local defaults = { http = { port = 80, host = "localhost", tls = { on = false } }, log = "info" }
local cfg = merge(merge(defaults, { http = { port = 8080 } }), { http = { tls = { on = true, cert = "x" } }, log = "debug" })
for _, l in ipairs(dump(cfg)) do print(l) end
print(defaults.http.port, defaults.http.tls.on)
local env = {}
for _, kv in ipairs { "HTTP_PORT=9000", "LOG=warn", "BAD" } do
  local k, v = kv:match("^([%u_]+)=(.*)$")
  if k then env[k:lower()] = tonumber(v) or v end
end
print(env.http_port, env.log, env.bad)
