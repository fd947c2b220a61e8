-- Line numbers of errors in multi line code.
local function fails()
  local a = 1
  local b = nil

  a = a + 1
  return b.x
end
print(pcall(fails))
print(pcall(function()
  local t = {
    x = 1,
  }
  error("here")
end))
local function outer()
  local r = fails()
  return r
end
print(pcall(outer))
if true then
  print(pcall(function()
    undefined_call()
  end))
end
local f = function() error("one line") end print(pcall(f))
