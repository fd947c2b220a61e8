-- Errors that end coroutines, and reach whoever resumes them.
local function producer(limit)
  return coroutine.create(function()
    for i = 1, limit do coroutine.yield(i) end
    error("drained")
  end)
end
local function filter(source)
  return coroutine.create(function()
    while true do
      local ok, v = coroutine.resume(source)
      if not ok then error("filter: " .. v, 0) end
      if v % 2 == 0 then coroutine.yield(v) end
    end
  end)
end
local f = filter(producer(5))
for _ = 1, 5 do print(coroutine.resume(f)) end
print(coroutine.status(f))

local function job(id)
  local steps = 0
  for i = 1, id % 4 + 1 do
    steps = steps + 1
    coroutine.yield(steps)
    if id % 3 == 0 and i == 2 then error({ job = id }) end
    if id % 5 == 0 then
      local t = nil
      steps = t.x
    end
    assert(id ~= 7 or i < 3, { job = "seven" })
    if id == 8 then error() end
  end
  return "done", steps
end
for id = 1, 10 do
  local co = coroutine.create(job)
  local ok, v, w = coroutine.resume(co, id)
  while ok and coroutine.status(co) ~= "dead" do ok, v, w = coroutine.resume(co) end
  print(id, ok, type(v) == "table" and v.job or v, w, coroutine.status(co), coroutine.resume(co))
end

-- A body that never yields, one that ends in a call of another function, one that fails through a known function, and arguments.
print(coroutine.resume(coroutine.create(function(...) error(select("#", ...) .. " arguments") end), 1, 2, 3))
local function fail(x, level) error("failed " .. tostring(x), level) end
print(coroutine.resume(coroutine.create(function(x) coroutine.yield() return fail(x) end), 1))
local co = coroutine.create(function(x) local y = coroutine.yield(x) fail(y, 2) return 1 end)
print(coroutine.resume(co, 1))
print(coroutine.resume(co, 2))
co = coroutine.create(function(g) coroutine.yield(1) return g("x") end)
print(coroutine.resume(co, fail))
print(coroutine.resume(co))
co = coroutine.create(function() coroutine.yield(pcall(error, "inside")) error("outside") end)
print(coroutine.resume(co))
print(coroutine.resume(co))
co = coroutine.create(function() local ok, e = pcall(function() coroutine.yield(1) error("after the yield") end) coroutine.yield(ok, e) error(e, 0) end)
for _ = 1, 4 do print(coroutine.resume(co)) end

-- coroutine.wrap raises in the resumer; stock Lua puts one more position in front.
local function short(ok, e) return ok, type(e) == "string" and (e:match("given_back:%d+: [^:]*$") or e:match("[^: ]+ [^: ]+$")) or e end
local function tokens(s)
  return coroutine.wrap(function()
    for w in s:gmatch("%S+") do
      if w:find("^%d") then
        coroutine.yield(tonumber(w) or error("bad number " .. w))
      elseif w == "nil" then
        local t = nil
        coroutine.yield(t.x.y)
      else
        coroutine.yield(w)
      end
    end
  end)
end
local function read(s)
  local n = 0
  for t in tokens(s) do n = n + #tostring(t) end
  return n
end
for _, text in ipairs { "a b 12", "a 12x", "nil", "10 20 30 3x" } do print(short(pcall(read, text))) end
local next = coroutine.wrap(function() coroutine.yield(1) error({ 42 }) end)
print(next())
local ok, e = pcall(next)
print(ok, e[1])
print(short(pcall(next)))

-- Inside of another coroutine, and under xpcall.
co = coroutine.create(function()
  local inner = coroutine.wrap(function() coroutine.yield("inner") error({ "from inside" }) end)
  coroutine.yield(inner())
  inner()
end)
print(coroutine.resume(co))
print(select("#", coroutine.resume(co)))
print(coroutine.resume(co))
co = coroutine.create(function() return xpcall(function() coroutine.yield(1) error("x") end, function(m) return "handled " .. m end) end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.resume(coroutine.wrap(function() error("thread expected") end) and coroutine.create(error), "value", 0))
