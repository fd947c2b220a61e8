-- Roman numerals and numbers in words.
local roman = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } }
local function to_roman(n) local s = "" for _, p in ipairs(roman) do while n >= p[1] do s, n = s .. p[2], n - p[1] end end return s end
local value = { I = 1, V = 5, X = 10, L = 50, C = 100, D = 500, M = 1000 }
local function from_roman(s)
  local n, last = 0, 0
  for c in s:reverse():gmatch(".") do
    local v = value[c]
    if v < last then n = n - v else n, last = n + v, v end
  end
  return n
end
for _, n in ipairs { 1, 4, 9, 14, 1994, 2024, 3999 } do local r = to_roman(n) print(n, r, from_roman(r)) end
local ones = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" }
local tens = { "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }
local function words(n)
  if n == 0 then return "zero" end
  local out = {}
  for _, unit in ipairs { { 1000000, "million" }, { 1000, "thousand" }, { 100, "hundred" } } do
    if n >= unit[1] then out[#out + 1] = words(n // unit[1]) .. " " .. unit[2] n = n % unit[1] end
  end
  if n >= 20 then out[#out + 1] = tens[n // 10] .. (n % 10 > 0 and "-" .. ones[n % 10] or "") elseif n > 0 then out[#out + 1] = ones[n] end
  return table.concat(out, " ")
end
for _, n in ipairs { 0, 7, 13, 42, 100, 999, 1001, 1234567 } do print(n, words(n)) end
