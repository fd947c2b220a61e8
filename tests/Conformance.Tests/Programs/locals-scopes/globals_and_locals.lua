-- Globals, locals of the same name, and the global table.
counter = 1
local function bump() counter = counter + 1 end
bump()
print(counter, _G.counter)
do
  local counter = 100
  bump()
  print(counter, _G.counter)
end
_G.made_by_table = "yes"
print(made_by_table)
made_by_table = nil
print(_G.made_by_table, rawget(_G, "made_by_table"))
print(_G._G == _G, type(_G.print))
function global_function() return "gf" end
print(global_function(), _G.global_function == global_function)
