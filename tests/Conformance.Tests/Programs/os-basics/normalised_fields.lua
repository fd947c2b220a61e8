-- os.time gives the table that it gets the fields of the time that it stands for.
local function show(t)
  print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.wday, t.yday, t.isdst)
end
local t = { year = 2024, month = 13, day = 1, hour = 12 }
print(os.time(t))
show(t)
t = { year = 2023, month = 14, day = -3, hour = 0, min = 90, sec = -5 }
print(os.time(t))
show(t)
t.day = t.day + 40
print(os.time(t))
show(t)
local due = os.date("!*t", 1709164800)
due.month = due.month + 12
os.time(due)
show(due)
t = { year = 2024, month = 2, day = 30, hour = 1, note = "kept", wday = 9 }
os.time(t)
show(t)
print(t.note)
