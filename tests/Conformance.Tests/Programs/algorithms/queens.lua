-- Eight queens by backtracking.
local N = 8
local count, first = 0, nil
local function ok(a, n, c)
  for i = 1, n - 1 do
    if a[i] == c or a[i] - i == c - n or a[i] + i == c + n then return false end
  end
  return true
end
local function add(a, n)
  if n > N then
    count = count + 1
    first = first or table.concat(a, " ")
    return
  end
  for c = 1, N do
    if ok(a, n, c) then
      a[n] = c
      add(a, n + 1)
      a[n] = nil
    end
  end
end
add({}, 1)
print(count)
print(first)
for w in first:gmatch("%d") do local c = tonumber(w) print((". "):rep(c - 1) .. "Q" .. (" ."):rep(N - c)) end
