-- A round robin scheduler.
local tasks, log = {}, {}
local function spawn(name, n)
  tasks[#tasks + 1] = { name = name, co = coroutine.create(function()
    for i = 1, n do log[#log + 1] = name .. i coroutine.yield() end
    return name .. " finished"
  end) }
end
spawn("a", 2) spawn("b", 3) spawn("c", 1)
while #tasks > 0 do
  for i = #tasks, 1, -1 do
    local ok, res = coroutine.resume(tasks[i].co)
    if coroutine.status(tasks[i].co) == "dead" then log[#log + 1] = "(" .. res .. ")" table.remove(tasks, i) end
  end
end
print(table.concat(log, " "))
