-- os.time and os.date differ from stock Lua in what they complete and copy (spec/modules.md section 16).
local noon, midnight = os.time { year = 2024, month = 5, day = 17, hour = 12 }, os.time { year = 2024, month = 5, day = 17 }
print(noon - midnight)
local today = os.date("*t")
print(os.time { hour = 0 } == os.time { year = today.year, month = today.month, day = today.day, hour = 0 })
print(os.date("!%U %W", 1704067200), os.date("!%U %W", 1704585600))
print(os.date("!%Q %Y", 0))
