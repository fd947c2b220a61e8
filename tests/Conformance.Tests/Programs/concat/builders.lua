-- Building long strings piecewise and through a buffer.
local parts = {}
for i = 1, 100 do parts[#parts + 1] = ("%02d"):format(i % 100) end
local s = table.concat(parts)
print(#s, s:sub(1, 20), s:sub(-6))
local acc = ""
for i = 1, 300 do acc = acc .. string.char(97 + i % 26) end
print(#acc, acc:sub(1, 30))
local csv = ""
for i, v in ipairs { "a", "b", "c" } do csv = csv .. (i > 1 and "," or "") .. v end
print(csv)
local long = "a" .. "b" .. "c" .. "d" .. "e" .. "f" .. "g" .. 1 .. 2 .. 3 .. "h" .. "i" .. "j"
print(long)
