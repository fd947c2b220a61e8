-- Steps bigger than the range and steps that end at the limit.
for i = 1, 10, 100 do print("once", i) end
for i = 10, 1, -100 do print("once", i) end
for i = 1, 10, 9 do print("two", i) end
for i = 10, -10, -20 do print("two down", i) end
for i = 0, 1 << 62, 1 << 61 do print("big", i) end
for i = 0, -(1 << 62), -(1 << 61) do print("big down", i) end
for i = 1, 3, 1 << 40 do print("step", i) end
for i = 1e300, 3e300, 1e300 do print("float", i) end
for i = 1, 1, 1 << 62 do print("single", i) end
for i = -1e300, -3e300, -1e300 do print("float down", i) end
