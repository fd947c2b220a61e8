-- A JSON decoder by recursive descent.
local function decode(s)
  local pos = 1
  local value
  local function fail(m) error(m .. " at " .. pos, 0) end
  local function ws() pos = s:find("%S", pos) or #s + 1 end
  local function lit(word, v) if s:sub(pos, pos + #word - 1) == word then pos = pos + #word return v end fail("bad literal") end
  local esc = { n = "\n", t = "\t", r = "\r", b = "\b", f = "\f" }
  local function str()
    local out = {}
    pos = pos + 1
    while true do
      local a, b = s:find('^[^"\\]+', pos)
      if a then out[#out + 1] = s:sub(a, b) pos = b + 1 end
      local c = s:sub(pos, pos)
      if c == '"' then pos = pos + 1 return table.concat(out) end
      if c == "" then fail("unterminated string") end
      local e = s:sub(pos + 1, pos + 1)
      out[#out + 1] = esc[e] or e
      pos = pos + 2
    end
  end
  local function list(close, item)
    pos = pos + 1 ws()
    if s:sub(pos, pos) == close then pos = pos + 1 return end
    while true do
      item() ws()
      local c = s:sub(pos, pos)
      pos = pos + 1
      if c == close then return end
      if c ~= "," then pos = pos - 1 fail("expected , or " .. close) end
      ws()
    end
  end
  function value()
    ws()
    local c = s:sub(pos, pos)
    if c == "{" then local r = {} list("}", function() local k = str() ws() pos = pos + 1 r[k] = value() end) return r end
    if c == "[" then local r = {} list("]", function() r[#r + 1] = value() end) return r end
    if c == '"' then return str() end
    if c == "t" then return lit("true", true) elseif c == "f" then return lit("false", false) elseif c == "n" then return lit("null") end
    local n = s:match("^-?%d+%.?%d*[eE]?[+-]?%d*", pos)
    if not n then fail("unexpected '" .. c .. "'") end
    pos = pos + #n
    return tonumber(n)
  end
  return value()
end
local v = decode ' { "a" : [1, 2.5, -3e2, true, null], "b": {"c": "x\\ny\\"z"} , "e": {} } '
print(#v.a, v.a[1], v.a[2], v.a[3], v.a[4], v.b.c, next(v.e))
for _, bad in ipairs { "[1 2]", "{", '"abc', "tru", "" } do print(pcall(decode, bad)) end
