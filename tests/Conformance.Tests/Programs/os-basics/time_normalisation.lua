-- os.time normalises its fields; differences between local times.
local base = os.time { year = 2024, month = 1, day = 1, hour = 12 }
local function diff(t) return os.time(t) - base end
print(diff { year = 2024, month = 1, day = 2, hour = 12 })
print(diff { year = 2024, month = 1, day = 1, hour = 0 })
print(diff { year = 2024, month = 1, day = 32, hour = 12 })
print(diff { year = 2023, month = 13, day = 1, hour = 12, min = 90 })
print(diff { year = 2024, month = 1, day = 1, hour = 12, sec = 3600 })
print(diff { year = 2024, month = 1, day = 0, hour = 12 })
print(math.type(base), os.difftime(base + 10, base), math.type(os.difftime(5, 3)))
