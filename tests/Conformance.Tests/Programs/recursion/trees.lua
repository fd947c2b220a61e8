-- Recursive walks over nested tables.
local tree = { v = 1, { v = 2, { v = 4 }, { v = 5 } }, { v = 3, { v = 6 } } }
local function walk(n, visit, depth)
  depth = depth or 0
  visit(n, depth)
  for _, child in ipairs(n) do walk(child, visit, depth + 1) end
end
walk(tree, function(n, d) print((" "):rep(d) .. n.v) end)
local function sum(n) local s = n.v for _, c in ipairs(n) do s = s + sum(c) end return s end
local function height(n) local h = 0 for _, c in ipairs(n) do h = math.max(h, height(c)) end return h + 1 end
print(sum(tree), height(tree))
local function flatten(t, out)
  out = out or {}
  for _, v in ipairs(t) do if type(v) == "table" then flatten(v, out) else out[#out + 1] = v end end
  return out
end
print(table.concat(flatten { 1, { 2, { 3, { 4 } }, 5 }, {}, { { { 6 } } } }, " "))
