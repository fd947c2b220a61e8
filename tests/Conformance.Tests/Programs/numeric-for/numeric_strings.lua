-- Strings that are numerals are numbers in all three places; a limit of an integer loop stays an integer.
for i = "1", 3 do print(i, math.type(i)) end
for i = 1, "3" do print(i, math.type(i)) end
for i = 3, "1.5", -1 do print(i, math.type(i)) end
for i = 1, 2, "1" do print(i, math.type(i)) end
for i = "0x10", " 18 " do print(i) end
for i = "10", "1", "-3" do print(i) end
for i = 1.5, "3" do print(i) end
for i = math.maxinteger - 1, "9223372036854775806" do print(i) end
for i = 1, "0" do print(i) end
local function up(from, to, by) local s = "" for i = from, to, by do s = s .. i .. ";" end return s end
for _, from in ipairs { 1, 1.0, "1" } do
  for _, to in ipairs { 3, 3.0, "3", "3.5" } do
    for _, by in ipairs { 1, 1.0, "1" } do print(up(from, to, by)) end
  end
end
print(pcall(up, "x", 1, 1))
print(pcall(up, 1, "x", 1))
print(pcall(up, 1, "1", "x"))
print(pcall(up, "", 1, 1))
local t = {}
for i = 1, "4" do t[i] = true end
print(#t)
local step = 2
for i = 1, "6", step do print(i) end
