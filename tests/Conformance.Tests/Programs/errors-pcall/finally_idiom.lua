-- Cleaning up with pcall, keeping results and errors.
local log = {}
local function with(resource, f)
  log[#log + 1] = "open " .. resource
  local r = table.pack(pcall(f, resource))
  log[#log + 1] = "close " .. resource
  if not r[1] then error(r[2], 0) end
  return table.unpack(r, 2, r.n)
end
print(with("a", function(r) return r .. "!", nil, 3 end))
print(pcall(with, "b", function(r) error("broken " .. r) end))
print(pcall(function() return with("c", function() return with("d", function() error("nested", 0) end) end) end))
print(table.concat(log, ", "))
