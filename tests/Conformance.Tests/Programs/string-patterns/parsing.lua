-- Small parsers made of patterns.
local function parse_url(u)
  local scheme, host, port, path = u:match("^(%a+)://([^:/]+):?(%d*)(/?.*)$")
  return scheme, host, port ~= "" and tonumber(port) or nil, path
end
print(parse_url("http://example.com:8080/a/b?c=d"))
print(parse_url("https://host"))
print(parse_url("nope"))
local function parse_csv(line)
  local out = {}
  for field in (line .. ","):gmatch("([^,]*),") do out[#out + 1] = field end
  return out
end
print(#parse_csv("a,b,,d"), table.concat(parse_csv("a,b,,d"), "|"))
local ini = "[main]\nname = x\n; comment\nsize=10\n[other]\nk=v\n"
local section
for line in ini:gmatch("[^\n]+") do
  local s = line:match("^%[(.-)%]$")
  local k, v = line:match("^(%w+)%s*=%s*(.-)%s*$")
  if s then section = s elseif k then print(section, k, v) else print("ignored", line) end
end
print(("2024-01-02T03:04:05Z"):match("^(%d%d%d%d)-(%d%d)-(%d%d)T(%d%d):(%d%d):(%d%d)Z$"))
print(("user@example.org"):match("^[%w._]+@[%w.]+%.%a+$"), ("bad@"):match("^[%w._]+@[%w.]+%.%a+$"))
