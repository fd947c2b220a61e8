-- gsub with function replacements.
print(("hello world"):gsub("%w+", function(w) return w:upper() end))
print(("a1b2"):gsub("%d", function(d) return d * 2 end))
print(("abc"):gsub("%w", function(c) if c == "b" then return nil end return c .. c end))
print(("abc"):gsub("%w", function(c) return false end))
print(("k=v x=y"):gsub("(%w)=(%w)", function(a, b) return b .. "=" .. a end))
print(("abc"):gsub("()", function(p) return p end))
local n = 0
print(("....."):gsub("%.", function() n = n + 1 return n end))
print(("a b c"):gsub("%a", function(c) return c:byte() end, 2))
print(("$name is $age"):gsub("%$(%w+)", function(k) return ({ name = "Bob", age = 42 })[k] end))
print(("nested"):gsub("e", function() return (("x"):gsub("x", "y")) end))
