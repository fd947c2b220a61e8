-- \u{XXX} escapes produce UTF-8.
local function bytes(s)
  local out = {}
  for i = 1, #s do out[#out + 1] = string.format("%02X", s:byte(i)) end
  return table.concat(out, " ")
end
print("A", bytes("\u{41}"), "\u{41}")
print("e acute", bytes("\u{e9}"), bytes("\u{00E9}"))
print("euro", bytes("\u{20AC}"))
print("emoji", bytes("\u{1F600}"))
print("zero", bytes("\u{0}"), #"\u{0}")
print("7F 80", bytes("\u{7F}"), bytes("\u{80}"))
print("7FF 800", bytes("\u{7FF}"), bytes("\u{800}"))
print("FFFF 10000", bytes("\u{FFFF}"), bytes("\u{10000}"))
print("max", bytes("\u{10FFFF}"))
print("mixed", "caf\u{e9}", #"caf\u{e9}")
