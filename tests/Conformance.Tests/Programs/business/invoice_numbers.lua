-- Check digits, sequences and identifiers.
local function luhn(s)
  local sum, double = 0, false
  for i = #s, 1, -1 do
    local d = s:byte(i) - 48
    if double then d = d * 2 if d > 9 then d = d - 9 end end
    sum, double = sum + d, not double
  end
  return sum % 10 == 0
end
for _, n in ipairs { "79927398713", "79927398710", "4539578763621486", "0" } do print(n, luhn(n)) end
local function sequence(prefix, width)
  local n = 0
  return function() n = n + 1 return ("%s-%0" .. width .. "d"):format(prefix, n) end
end
local inv, cred = sequence("INV", 5), sequence("CR", 3)
print(inv(), inv(), cred(), inv(), cred())
local function iban_ok(s)
  s = s:gsub("%s", "")
  local moved = s:sub(5) .. s:sub(1, 4)
  local rem = 0
  for c in moved:gmatch(".") do
    local d = tostring(tonumber(c, 36))
    for k in d:gmatch(".") do rem = (rem * 10 + tonumber(k)) % 97 end
  end
  return rem == 1
end
print(iban_ok("GB82 WEST 1234 5698 7654 32"), iban_ok("GB82 WEST 1234 5698 7654 33"), iban_ok("DE89370400440532013000"))
