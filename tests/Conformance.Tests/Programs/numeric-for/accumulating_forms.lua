-- Loops used for tables of powers, digits, windows and matrices.
local powers = {}
for e = 0, 10 do powers[#powers + 1] = 1 << e end
print(table.concat(powers, " "))
local windows = {}
local data = { 4, 8, 15, 16, 23, 42 }
for i = 1, #data - 2 do windows[i] = data[i] + data[i + 1] + data[i + 2] end
print(table.concat(windows, " "))
local tri = {}
for i = 1, 5 do tri[i] = {} for j = 1, i do tri[i][j] = (j == 1 or j == i) and 1 or tri[i - 1][j - 1] + tri[i - 1][j] end print(table.concat(tri[i], " ")) end
for i = #data, 1, -1 do data[i] = data[i] - (data[i - 1] or 0) end
print(table.concat(data, " "))
local s = 0
for i = -5, 5 do if i ~= 0 then s = s + 100 // i end end
print(s)
for i = 1, 3 do for j = i, 3 do if j == 2 then goto next end print(i, j) ::next:: end end
