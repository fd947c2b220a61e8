-- gsub with table replacements.
local t = { name = "Lua", ver = 5.3, no = false }
print(("$name-$ver-$no-$zip"):gsub("%$(%w+)", t))
print(("abc"):gsub("%w", { a = "1", b = true and "2" }))
print(("x y"):gsub("(%w) (%w)", { x = "only first capture" }))
local m = setmetatable({}, { __index = function(_, k) return "<" .. k .. ">" end })
print(("a b"):gsub("%w", m))
local esc = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }
print((("a<b>&c"):gsub("[&<>]", esc)))
print(("1 2 3"):gsub("%d", { ["1"] = "one", ["3"] = 3 }))
