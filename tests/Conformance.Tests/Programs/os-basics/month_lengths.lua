-- Days of months by normalising os.time and !-free arithmetic.
local function days(y, m) local a = os.time { year = y, month = m, day = 1, hour = 12 } local b = os.time { year = y, month = m + 1, day = 1, hour = 12 } return (b - a + 43200) // 86400 end
local r = {}
for m = 1, 12 do r[m] = days(2023, m) end
print(table.concat(r, " "))
print(days(2024, 2), days(2000, 2), days(1999, 2), days(2100, 2))
local total = 0
for m = 1, 12 do total = total + days(2024, m) end
print(total)
for d = 0, 6 do local name = os.date("!%A", 86400 * (d + 3)) print(d, name, os.date("!%a %w", 86400 * (d + 3))) end
