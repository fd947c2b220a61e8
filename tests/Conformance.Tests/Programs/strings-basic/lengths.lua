-- Strings of every length up to 40, around the lengths where representations may change: equality, order, keys, slices, joins.
local byLength = {}
for n = 0, 40 do
  byLength[n] = string.rep("ab", n):sub(1, n)
end

local found = {}
for n = 0, 40 do
  found[byLength[n]] = n
end
for n = 0, 40 do
  local built = ""
  for i = 1, n do built = built .. (i % 2 == 1 and "a" or "b") end
  local joined = table.concat({ byLength[n // 2], byLength[n - n // 2] })
  print(n, #built, built == byLength[n], found[built], found[built .. "a"], joined == byLength[n], built < byLength[40], built <= byLength[n])
  print(built:upper(), built:reverse(), built:rep(2, "-"), built:rep(3) == built .. built .. built, (built:gsub("b", "B%0")))
end

-- Order with zeros, with bytes above 127, and with a difference at each position.
local samples = { "", "\0", "a", "a\0", "a\0\0", "a\0b", "\127", "\128", "\255", "ab\255", "abcdefgh", "abcdefgh\0", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnop\0", "abcdefghijklmnopq" }
for i = 1, #samples do
  local row = {}
  for j = 1, #samples do
    row[j] = (samples[i] < samples[j] and "<" or samples[i] == samples[j] and "=" or ">")
  end
  print(table.concat(row))
end
for n = 1, 24 do
  local base = string.rep("m", 24)
  local less, more = base:sub(1, n - 1) .. "l" .. base:sub(n + 1), base:sub(1, n - 1) .. "\200" .. base:sub(n + 1)
  print(n, less < base, base < more, more < less, less == base)
end

-- Strings that share their beginning.
local head = string.rep("x", 300)
local first, second = head .. "1", head .. "2"
local third, fourth = first .. "3", first .. "4"
print(#first, #second, #third, first:sub(-2), second:sub(-2), third:sub(-3), fourth:sub(-3), third == head .. "13", fourth ~= third)
local many = {}
for i = 1, 20 do many[i] = third .. i end
for i = 1, 20 do print(many[i]:sub(300)) end

-- Conversion and joins of numbers.
print(1 .. "", 1.5 .. "", -7 .. "x" .. 2.25, 1 .. 2, 2 ^ 53 .. "|" .. 10 // 3 .. "|" .. -0.0, math.mininteger .. "", 1e100 .. " " .. 1 / 3)
print(table.concat({ 1, 2.5, "x", -3 }, ","), table.concat({ "a" }, ","), table.concat({}, ","), table.concat({ "a", "b", "c" }, "", 2, 3), table.concat({ "", "" }), table.concat({ "", "q" }))
print(pcall(table.concat, { "a", {}, "b" }))
print(pcall(table.concat, { "a", "b" }, ",", 1, 3))
print(("x"):rep(0), ("x"):rep(-1), ("x"):rep(1, ","), ("ab"):rep(5, "--"), ("x"):rep(3, ""), (""):rep(5, "."), ("\200"):upper(), ("\200aZ"):lower(), ("Straße"):upper())
print(string.char(), string.char(65), string.char(0, 255, 10):byte(1, -1))
print(pcall(string.char, 256))
print(pcall(string.char, 1, "x"))
