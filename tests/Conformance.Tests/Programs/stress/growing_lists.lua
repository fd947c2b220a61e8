-- Lists of arguments and results that recursion makes longer at each call: they end in an error, or in as many values as there were calls.
local function protected() return pcall(protected) end
local results = table.pack(protected())
print(results.n > 100, results[1], results[results.n - 1], (tostring(results[results.n]):match("stack overflow")))

local function handled() return xpcall(handled, function(message) return message end) end
print(select("#", handled()) > 100)

local function deep(...) return 1 + deep(1, ...) end
print(select(2, pcall(deep)):match("stack overflow"))

local function grow(n, ...)
  if n == 0 then return ... end
  return grow(n - 1, n, ...)
end
local function sum(...)
  local s = 0
  for _, v in ipairs({...}) do s = s + v end
  return select("#", ...), s
end
print(sum(grow(5000)))
print(select(100, grow(200)), (select(-1, grow(200))))

-- What is put before a list is seen by none that begins with the same values.
local function fork(...)
  local a, b = table.pack("a", ...), table.pack("b", "c", ...)
  local c = table.pack(select(2, ...))
  local d = table.pack("d", select(2, ...))
  return a, b, c, d
end
for _, n in ipairs { 1, 63, 64, 65, 500 } do
  local a, b, c, d = fork(grow(n))
  print(n, a.n, a[1], a[2], a[a.n], b.n, b[1], b[2], b[3], b[b.n], c.n, c[1], d.n, d[1], d[2])
end

-- The same where calls may wait.
local function values(n)
  local function more(i, ...)
    coroutine.yield(select("#", ...))
    if i == 0 then return ... end
    return more(i - 1, i, ...)
  end
  return more(n)
end
local co = coroutine.wrap(values)
local seen, first, last = 0, nil, nil
local r = table.pack(co(300))
while r.n == 1 do
  seen = seen + 1
  r = table.pack(co())
end
print(seen, r.n, r[1], r[r.n])
