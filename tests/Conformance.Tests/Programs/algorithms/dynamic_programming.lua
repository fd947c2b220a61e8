-- Edit distance, longest common subsequence, knapsack, coin change.
local function levenshtein(a, b)
  local prev = {}
  for j = 0, #b do prev[j] = j end
  for i = 1, #a do
    local cur = { [0] = i }
    for j = 1, #b do
      cur[j] = math.min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (a:byte(i) == b:byte(j) and 0 or 1))
    end
    prev = cur
  end
  return prev[#b]
end
print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("same", "same"))
local function lcs(a, b)
  local m = setmetatable({}, { __index = function(t, i) local r = setmetatable({}, { __index = function() return "" end }) t[i] = r return r end })
  for i = 1, #a do for j = 1, #b do
    if a:sub(i, i) == b:sub(j, j) then m[i][j] = m[i - 1][j - 1] .. a:sub(i, i)
    else m[i][j] = #m[i - 1][j] >= #m[i][j - 1] and m[i - 1][j] or m[i][j - 1] end
  end end
  return m[#a][#b]
end
print(lcs("AGGTAB", "GXTXAYB"), lcs("abcdef", "acf"))
local function coins(total, set)
  local ways = { [0] = 1 }
  for _, c in ipairs(set) do for v = c, total do ways[v] = (ways[v] or 0) + (ways[v - c] or 0) end end
  return ways[total] or 0
end
print(coins(100, { 1, 5, 10, 25, 50 }), coins(3, { 2 }))
local function knapsack(items, cap)
  local best = {}
  for w = 0, cap do best[w] = 0 end
  for _, it in ipairs(items) do for w = cap, it[1], -1 do best[w] = math.max(best[w], best[w - it[1]] + it[2]) end end
  return best[cap]
end
print(knapsack({ { 5, 10 }, { 4, 40 }, { 6, 30 }, { 3, 50 } }, 10))
