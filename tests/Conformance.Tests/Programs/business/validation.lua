-- Validating input with collected errors.
local rules = {
  { field = "name", check = function(v) return type(v) == "string" and #v > 0, "must be a non-empty string" end },
  { field = "age", check = function(v) return math.type(v) == "integer" and v >= 18 and v <= 120, "must be an integer from 18 to 120" end },
  { field = "email", check = function(v) return type(v) == "string" and v:match("^[%w._-]+@[%w.-]+%.%a%a+$") ~= nil, "must be an e-mail address" end },
  { field = "note", optional = true, check = function(v) return type(v) == "string" and #v <= 10, "must be at most 10 bytes" end },
}
local function validate(data)
  if type(data) ~= "table" then return nil, { "data must be a table" } end
  local errors = {}
  for _, r in ipairs(rules) do
    local v = data[r.field]
    if v == nil and r.optional then goto continue end
    if v == nil then errors[#errors + 1] = r.field .. " is required" goto continue end
    do
      local ok, msg = r.check(v)
      if not ok then errors[#errors + 1] = r.field .. " " .. msg end
    end
    ::continue::
  end
  if #errors > 0 then return nil, errors end
  return data
end
local function report(d)
  local v, errs = validate(d)
  if v then print("valid", v.name) else print("invalid", table.concat(errs, "; ")) end
end
report { name = "Ann", age = 30, email = "ann@example.org" }
report { name = "", age = 17, email = "bad" }
report { age = 20.5, note = "far too long a note" }
report("text") report {}
report { name = "Bob", age = 120, email = "b.o-b@x.co", note = "short" }
