-- pcall inside loops with break, continue and results.
local results = {}
for i = 1, 6 do
  local ok, v = pcall(function(n)
    if n == 2 then error("two", 0) end
    if n == 4 then error({ n = 4 }) end
    return n * n
  end, i)
  if not ok then
    results[#results + 1] = type(v) == "table" and "t" .. v.n or "e:" .. v
    goto continue
  end
  if v > 24 then break end
  results[#results + 1] = v
  ::continue::
end
print(table.concat(results, " "))
local function first_ok(fs)
  for i, f in ipairs(fs) do
    local ok, r = pcall(f)
    if ok then return i, r end
  end
  return nil, "all failed"
end
print(first_ok { error, error, function() return "third" end })
print(first_ok { error })
