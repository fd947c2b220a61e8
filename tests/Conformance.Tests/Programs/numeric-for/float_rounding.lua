-- A float loop begins with start - step + step, as the manual has it.
for i = 0.1, 1, 0.3 do print(("%.17g"):format(i)) end
local a, b, c = 1e16, 1e16 + 8, 0.3
local n = 0
for i = a, b, c do n = n + 1 if n > 3 then break end print(("%.17g"):format(i)) end
for i = 5.0, -1.5, -1 / 0 do print("never", i) end
for i = 1.0, 3 do print(i) end
for i = 3, 1, -0.7 do print(("%.17g"):format(i)) end
