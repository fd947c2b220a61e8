-- Character arithmetic.
local function caesar(s, k)
  return (s:gsub("%a", function(c)
    local base = c:match("%l") and 97 or 65
    return string.char((c:byte() - base + k) % 26 + base)
  end))
end
print(caesar("Hello, World!", 3), caesar(caesar("Hello", 5), -5))
local function palindrome(s)
  s = s:lower():gsub("[^%a]", "")
  return s == s:reverse()
end
print(palindrome("A man, a plan, a canal: Panama"), palindrome("nope"))
local function count(s)
  local f = {}
  for i = 1, #s do local c = s:sub(i, i) f[c] = (f[c] or 0) + 1 end
  local r = {}
  for c, n in pairs(f) do r[#r + 1] = c .. n end
  table.sort(r)
  return table.concat(r)
end
print(count("hello world"))
local function hex(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
print(hex("Lua\n"), (hex("Lua"):gsub("%x%x", function(h) return string.char(tonumber(h, 16)) end)))
