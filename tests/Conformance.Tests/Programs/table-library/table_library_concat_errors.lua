-- Errors of table.concat.
local function try(...) 
  local args = table.pack(...)
  print(select(2, pcall(function() local s = table.concat(table.unpack(args, 1, args.n)) return s end)))
end
try({ 1, {}, 3 })
try({ 1, true })
try({ "a", "b" }, ",", 1, 3)
try({}, ",", 1, 1)
try(nil)
try("abc")
try({ "a" }, {})
try({ "a" }, ",", "x")
try({ "a", print })
