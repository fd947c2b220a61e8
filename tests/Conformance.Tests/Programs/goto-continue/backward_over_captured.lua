-- Each pass of a loop made of gotos has variables of its own; labels before and behind them are entered from anywhere.
local function values(list)
  local out = {}
  for i, f in ipairs(list) do out[i] = tostring(f()) end
  print(table.concat(out, " "))
end

do -- a later label is entered from before the label that is jumped back to
  local fns, n = {}, 0
  goto inner
  ::again::
  do local unused = n end
  ::inner::
  local x = n
  fns[#fns + 1] = function() x = x + 1 return x end
  n = n + 1
  if n < 4 then goto again end
  values(fns) values(fns)
end

do -- the label at the end of the block is entered from before and from inside
  local fns, n = {}, 0
  if n > 0 then goto done end
  ::again::
  local x, y = n, n * 10
  fns[#fns + 1] = function() y = y + x return y end
  n = n + 1
  if n == 3 then goto done end
  goto again
  ::done::
end

local function build(limit, early)
  local fns = {}
  local n = 0
  do
  if early then goto last end
  ::first::
  local a = n
  fns[#fns + 1] = function() return a end
  ::second::
  local b = n
  fns[#fns + 1] = function() b = b + a return b end
  n = n + 1
  if n % 2 == 1 then goto second end
  if n < limit then goto first end
  do
    local skipped = true
    goto last
  end
  ::unused::
  ::last:: ;
  end
  return fns
end
do
  local all, none = build(6), build(6, true)
  values(all) values(all)
  print(#none)
end

do -- recursive functions
  local fns, n = {}, 0
  ::again::
  local k = n
  local function count(i) if i == 0 then return k end return count(i - 1) + 1 end
  fns[#fns + 1] = function() return count(5) end
  n = n + 1
  if n < 3 then goto again end
  values(fns)
end

do -- the continue idiom, in every loop
  local fns = {}
  for i = 1, 5 do
    local j = i * i
    if i % 2 == 0 then goto continue end
    fns[#fns + 1] = function() j = j + 1 return j end
    ::continue::
  end
  for _, v in ipairs { 7, 8, 9 } do
    if v == 8 then goto continue end
    do
      local w = v
      fns[#fns + 1] = function() w = w + v return w end
    end
    ::continue::
  end
  local i = 0
  while i < 4 do
    i = i + 1
    local c = i
    if c == 2 then goto continue end
    fns[#fns + 1] = function() c = -c return c end
    ::continue::
  end
  i = 0
  repeat
    i = i + 1
    local r = i
    ::redo::
    local s = r
    fns[#fns + 1] = function() return s end
    if r < 10 then r = r + 10 goto redo end
  until s >= 13 and i >= 2
  values(fns) values(fns)
end

-- the same at the level of the chunk
local fns, n = {}, 0
goto enter
::again::
n = n + 1
::enter::
local x = n
local get, set = function() return x end, function(v) x = v end
fns[#fns + 1] = get
set(x * 2)
if n < 3 then goto again end
values(fns)
do
  local i, k, a = 1, 0, {}
  a[0] = function(y) k = y end
  ::l1:: do
    local x
    if i > 2 then goto l2 end
    a[i] = function(y) if y then x = y else return x + k end end
    i = i + 1
    goto l1
  end
  ::l2:: a[1](10) a[2](20)
  print(a[1](), a[2]())
  a[0](13)
  print(a[1](), a[2]())
end
