-- A recursive descent calculator with precedence and errors.
local function evaluate(src)
  local pos = 1
  local expr
  local function peek() pos = src:find("%S", pos) or #src + 1 return src:sub(pos, pos) end
  local function factor()
    local c = peek()
    if c == "(" then
      pos = pos + 1
      local v = expr()
      if peek() ~= ")" then error("missing )", 0) end
      pos = pos + 1
      return v
    elseif c == "-" then pos = pos + 1 return -factor() end
    local s, e = src:find("^%d+%.?%d*", pos)
    if not s then error("unexpected '" .. c .. "' at " .. pos, 0) end
    pos = e + 1
    return tonumber(src:sub(s, e))
  end
  local function power() local b = factor() if peek() == "^" then pos = pos + 1 return b ^ power() end return b end
  local function term()
    local v = power()
    while true do
      local c = peek()
      if c == "*" then pos = pos + 1 v = v * power()
      elseif c == "/" then pos = pos + 1 v = v / power()
      elseif c == "%" then pos = pos + 1 v = v % power()
      else return v end
    end
  end
  function expr()
    local v = term()
    while true do
      local c = peek()
      if c == "+" then pos = pos + 1 v = v + term() elseif c == "-" then pos = pos + 1 v = v - term() else return v end
    end
  end
  local v = expr()
  if peek() ~= "" then error("trailing '" .. src:sub(pos) .. "'", 0) end
  return v
end
for _, e in ipairs { "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 * -(3 - 5)", "10 / 4", "7 % 4 + 1.5", "1 +", "(1", "1 2", "" } do print(e, pcall(evaluate, e)) end
