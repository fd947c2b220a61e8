-- Decimal integer numerals that do not fit become floats.
local function show(label, n) print(label, n, math.type(n)) end
show("max", 9223372036854775807)
show("max + 1", 9223372036854775808)
show("negated max + 1", -9223372036854775808)
show("min via expression", -9223372036854775807 - 1)
show("20 digits", 12345678901234567890)
show("big", 100000000000000000000)
show("huge exponent", 1e308)
show("infinite", 1e309)
show("tiny", 1e-320 > 0)
show("underflow", 1e-400)
