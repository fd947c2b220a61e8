-- Interpolation, splitting by patterns, key value text.
local function interp(s, t) return (s:gsub("%${([%w_]+)}", function(k) return tostring(t[k]) end)) end
print(interp("${a} and ${b_c}, ${missing} $5 ${}", { a = 1, b_c = "two" }))
local function fields(s, pat) local r = {} for f in s:gmatch(pat) do r[#r + 1] = f end return r end
print(table.concat(fields("a, b ,c", "[^,%s]+"), "|"), #fields("", "."), table.concat(fields("key1=v1&key2=v2", "(%w+)="), " "))
local function lines(s) local n, r = 0, {} for l in (s .. "\n"):gmatch("(.-)\r?\n") do n = n + 1 r[n] = #l .. ":" .. l end return table.concat(r, "|") end
print(lines("one\ntwo\r\n\nfour"))
local function title(s) return (s:lower():gsub("(%a)([%w]*)", function(a, b) return a:upper() .. b end)) end
print(title("hello WORLD from lua"))
local function snake(s) return (s:gsub("(%l)(%u)", "%1_%2"):lower()) end
local function camel(s) return (s:gsub("_(%l)", function(c) return c:upper() end)) end
print(snake("someCamelCaseName"), camel("some_snake_name"), camel(snake("roundTrip")))
print(("%s"):rep(3, ","):format("a", "b", "c"), ("x"):rep(3, "ab"))
