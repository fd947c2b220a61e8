-- wrap makes a function; generators.
local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end return "end" end)
print(gen(), gen(), gen(), gen())
print(type(gen))
local echo = coroutine.wrap(function(...)
  local args = table.pack(...)
  while true do args = table.pack(coroutine.yield(args.n, table.unpack(args, 1, args.n))) end
end)
print(echo(1, nil))
print(echo())
print(echo("a", "b", "c"))
for v in coroutine.wrap(function() coroutine.yield("x") coroutine.yield("y") end) do print(v) end
