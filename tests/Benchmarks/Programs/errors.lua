-- Errors as control flow: a recursive descent parser and a validator that fail several calls deep, and a caller that tries again.
local clock = bench_clock or os.clock
local N = tonumber(arg and arg[1]) or 150000

local Parser = {}
Parser.__index = Parser

function Parser.new(text)
  return setmetatable({ text = text, at = 1 }, Parser)
end

function Parser:fail(expected)
  error({ expected = expected, at = self.at })
end

function Parser:peek()
  return self.text:byte(self.at) or 0
end

function Parser:skip(c, name)
  if self:peek() ~= c then self:fail(name) end
  self.at = self.at + 1
end

function Parser:number()
  local value, first = 0, self.at
  local c = self:peek()
  while c >= 48 and c <= 57 do
    value = value * 10 + (c - 48)
    self.at = self.at + 1
    c = self:peek()
  end
  if self.at == first then self:fail("a number") end
  return value
end

function Parser:factor()
  if self:peek() ~= 40 then return self:number() end
  self:skip(40, "(")
  local value = self:sum()
  self:skip(41, ")")
  return value
end

function Parser:product()
  local value = self:factor()
  while self:peek() == 42 do
    self.at = self.at + 1
    value = value * self:factor()
  end
  return value
end

function Parser:sum()
  local value = self:product()
  while self:peek() == 43 do
    self.at = self.at + 1
    value = value + self:product()
  end
  return value
end

local function parse(text)
  local parser = Parser.new(text)
  local value = parser:sum()
  if parser.at <= #text then parser:fail("the end") end
  return value
end

local function check(value, limit)
  assert(value ~= 14, "no fourteen")
  if value > limit then error("more than " .. limit, 0) end
  return value
end

local function half(value)
  return check(value, 20) % 2 == 0 and value // 2 or error("odd", 0)
end

local function attempt(text, try)
  return half(parse(text) + try)
end

local function kernel(n)
  local texts = { "1+2*3", "2*(3+4)", "(1+2", "7*", "12+3)", "((4))*2+x", "9*9", "10" }
  local sum, failed, where = 0, 0, 0
  for i = 1, n do
    local text = texts[i % #texts + 1]
    for try = 0, 1 do
      local ok, value = pcall(attempt, text, try)
      if ok then
        sum = sum + value
        break
      elseif type(value) == "table" then
        where = where + value.at + #value.expected
      else
        failed = failed + 1
      end
    end
  end
  return string.format("%d %d %d", sum, failed, where)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT errors " .. r)
print("TIME errors " .. string.format("%.4f", t1 - t0))
