-- Undefined globals are nil; assigning nil removes a global.
print(never_defined, type(never_defined))
defined = 5
print(defined)
defined = nil
print(defined)
local found = 0
sentinel_global = true
for k in pairs(_G) do if k == "sentinel_global" then found = found + 1 end end
print(found)
never_defined2 = never_defined2 or "default"
print(never_defined2)
