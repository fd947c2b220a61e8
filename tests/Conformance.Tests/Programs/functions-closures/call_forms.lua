-- Calls with string and table arguments, chained calls.
local function echo(x) return type(x) == "table" and "table" .. #x or tostring(x) end
print(echo"str", echo'single', echo[[long]], echo{ 1, 2 })
local function chain(x) return function(y) return function(z) return x .. y .. z end end end
print(chain"a""b""c", chain "x" 'y' [[z]])
local obj = { f = function(self, t) return t.n end, list = { echo } }
print(obj:f{ n = 7 }, obj.list[1]"in list")
print(("%d-%s"):format(3, "x"), #("abc"):rep(2))
print(type{}, type"", (type(nil)))
do local t = { echo{ 1 }, echo"2" } print(t[1], t[2]) end
