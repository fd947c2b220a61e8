-- Programs that take error messages apart.
local function fail(msg) error(msg) end
local ok, e = pcall(fail, "disk full")
local where, line, text = e:match("^(.-):(%d+): (.*)$")
print(ok, where, line, text)
local function strip(e) return (tostring(e):gsub("^[^:]+:[^:]+:%d+: ", "")) end
print(strip(select(2, pcall(fail, "a: b"))))
print(strip(select(2, pcall(function() local t = nil return t.x end))))
print(strip("no position"))
local errs = {}
for _, f in ipairs { function() error("one") end, function() error("two", 0) end, function() error({ msg = "three" }) end } do
  local _, e = pcall(f)
  errs[#errs + 1] = type(e) == "table" and e.msg or strip(e)
end
print(table.concat(errs, ","))
