local jobs, results = channel.new(2), channel.new(2)
coroutine.spawn(function()
  while true do
    local job, ok = jobs:receive()
    if not ok then break end
    results:send(job * job)
  end
  results:close()
end)
coroutine.spawn(function() for i = 1, 3 do jobs:send(i) end jobs:close() end)
while true do
  local v, ok = results:receive()
  if not ok then print("closed", v) break end
  print(v)
end
print(pcall(function() jobs:send(1) end))
local a, b = channel.new(1), channel.new(1)
b:send("b")
local r = channel.select { a:case_receive(), b:case_receive() }
print(r.channel == b, r.value, r.ok)
r = channel.select { a:case_receive(), default = true }
print(r.default, r.ok)
local function producer(n, ch) for i = 1, n do ch:send(i) end ch:close() end
local ch = channel.new()
coroutine.spawn(function() producer(3, ch) end)
for v in ch:iter() do print("iter", v) end
local ok, err = pcall(function() ch:receive() error("after") end)
print(ok, err)
