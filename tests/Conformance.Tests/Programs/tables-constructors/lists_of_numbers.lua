-- Lists of numbers of one kind, and of two.
local function show(t)
  local parts = {}
  for i, v in ipairs(t) do parts[i] = math.type(v) .. " " .. tostring(v) end
  print(#t, table.concat(parts, ", "))
end
local function pair(x, y) return { x, y } end
local n, f = 7, 0.5
show { 1, 2, 3 }
show { -1, n, n * 2, n // 2, #"four" }
show { 1.5, f, f * 2, n / 7, -0.0, 0.0 }
show { 1, 2.5 }
show { f, n }
show { 1 << 63, math.mininteger, math.maxinteger }
show { 1e308 * 10, -1e308 * 10 }
show(pair(1, 2))
show(pair(1.5, 2))
show(pair(f, f))
show { 1, 2, table.unpack { 3, 4.5 } }
show { 1.5, 2.5, select(2, "a", "b") and 3.5 }
show { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33 }
show { n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, n }
show { f, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 0.5, 1.5 }

-- They are like other lists from then on.
local t = { 1, 2, 3 }
t[4] = "four"
t[2] = nil
t.name = "list"
print(t[1], t[2], t[3], t[4], t.name)
local u = { 0.5, 1.5 }
u[#u + 1] = 2
table.insert(u, 1, true)
show { u[2], u[3], u[4] }
print(table.remove(u), table.remove(u, 1), #u)
local rows = {}
for i = 1, 3 do rows[i] = { i, i * i, i * 10 } end
for _, row in ipairs(rows) do row[2] = row[2] + 1 show(row) end
local waits = coroutine.wrap(function() show { coroutine.yield(1), 2 } local x = coroutine.yield(3) show { 1, 2, x } end)
print(waits())
print(waits(5))
waits(6)
