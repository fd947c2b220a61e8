-- Subsets, permutations and combinations by recursion.
local function subsets(t, i, cur, out)
  if i > #t then out[#out + 1] = "{" .. table.concat(cur, ",") .. "}" return out end
  subsets(t, i + 1, cur, out)
  cur[#cur + 1] = t[i]
  subsets(t, i + 1, cur, out)
  cur[#cur] = nil
  return out
end
print(table.concat(subsets({ 1, 2, 3 }, 1, {}, {}), " "))
local function permute(t, n, out)
  n = n or #t
  if n <= 1 then out[#out + 1] = table.concat(t) return out end
  for i = 1, n do
    t[i], t[n] = t[n], t[i]
    permute(t, n - 1, out)
    t[i], t[n] = t[n], t[i]
  end
  return out
end
print(table.concat(permute({ "a", "b", "c" }, nil, {}), " "))
local function choose(n, k, start, cur, out)
  if #cur == k then out[#out + 1] = table.concat(cur) return out end
  for i = start, n do
    cur[#cur + 1] = i
    choose(n, k, i + 1, cur, out)
    cur[#cur] = nil
  end
  return out
end
print(table.concat(choose(4, 2, 1, {}, {}), " "))
