-- tonumber of decimal text.
local function show(s) local n = tonumber(s) print(("%q"):format(s), n, math.type(n)) end
for _, s in ipairs { "10", "-7", "+5", "3.5", ".5", "5.", "1e3", "1E-2", "-.5e1", "007", "1e+5", "9223372036854775807", "9223372036854775808", "-9223372036854775808" } do show(s) end
for _, s in ipairs { "", " ", "abc", "1x", "1 2", "1e", "e5", "--1", "+-1", ".", "1..2", "1,5", "0x", "nan", "inf", "1_000", "- 1" } do print(("%q"):format(s), tonumber(s)) end
