-- tonumber of decimal text.
local function show(s) local n = tonumber(s) print(("%q"):format(s), n, math.type(n)) end
for _, s in ipairs { "10", "-7", "+5", "3.5", ".5", "5.", "1e3", "1E-2", "-.5e1", "007", "1e+5", "9223372036854775807", "9223372036854775808", "-9223372036854775808" } do show(s) end
for _, s in ipairs { "", " ", "abc", "1x", "1 2", "1e", "e5", "--1", "+-1", ".", "1..2", "1,5", "0x", "nan", "inf", "1_000", "- 1" } do print(("%q"):format(s), tonumber(s)) end
local function strict(s) local n = tonumber(s) if not n then return nil, "bad number: " .. s end return n end
print(strict("12"))
print(strict("twelve"))
local sum = 0
for w in ("10 x 20.5 y 1e1"):gmatch("%S+") do sum = sum + (tonumber(w) or 0) end
print(sum)
