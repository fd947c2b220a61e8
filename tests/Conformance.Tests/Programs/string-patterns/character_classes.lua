-- Every class and its complement over the ASCII range.
for _, c in ipairs { "a", "c", "d", "g", "l", "p", "s", "u", "w", "x" } do
  local inside, outside = 0, 0
  for b = 0, 255 do
    local ch = string.char(b)
    if ch:find("%" .. c) then inside = inside + 1 end
    if ch:find("%" .. c:upper()) then outside = outside + 1 end
  end
  print("%" .. c, inside, outside)
end
print(("a1 B_\t!"):gsub("%a", "A"), ("a1 B_"):gsub("%W", "."))
print(("tab\there"):find("%s"), ("%d"):find("%%"), ("a.b"):find("%."))
local n = 0
for b = 0, 255 do if string.char(b):find(".") then n = n + 1 end end
print(n)
