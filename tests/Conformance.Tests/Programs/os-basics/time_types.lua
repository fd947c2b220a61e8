-- Types of os results and errors.
print("math.type(os.time())", math.type(os.time()))
print("type(os.clock())", type(os.clock()))
print("math.type(os.clock())", math.type(os.clock()))
print("type(os.date())", type(os.date()))
print("os.time() > 1600000000", os.time() > 1600000000)
print("os.clock() >= 0", os.clock() >= 0)
local function try(f) print(select(2, pcall(f))) end
try(function() local t = os.time({ year = "x", month = 1, day = 1 }) end)
try(function() local t = os.time({ year = 2024, month = 1.5, day = 1 }) end)
print(os.time { year = 2024, month = 2.0, day = 3, hour = 0 } == os.time { year = 2024, month = 2, day = 3, hour = 0 })
