-- Run length coding and Huffman codes.
local function rle(s)
  local out, i = {}, 1
  while i <= #s do
    local c = s:sub(i, i)
    local j = i
    while s:sub(j + 1, j + 1) == c do j = j + 1 end
    out[#out + 1] = (j - i + 1) .. c
    i = j + 1
  end
  return table.concat(out)
end
local function unrle(s) return (s:gsub("(%d+)(%D)", function(n, c) return c:rep(tonumber(n)) end)) end
print(rle("aaabccdddd"), unrle("3a1b2c4d"), rle(""), unrle(rle("xxyz")) == "xxyz")
local function huffman(s)
  local freq, nodes = {}, {}
  for c in s:gmatch(".") do freq[c] = (freq[c] or 0) + 1 end
  for c, f in pairs(freq) do nodes[#nodes + 1] = { f = f, c = c, key = c } end
  local function order(a, b) if a.f ~= b.f then return a.f > b.f end return a.key > b.key end
  while #nodes > 1 do
    table.sort(nodes, order)
    local a, b = table.remove(nodes), table.remove(nodes)
    nodes[#nodes + 1] = { f = a.f + b.f, l = a, r = b, key = a.key }
  end
  local codes = {}
  local function walk(n, p) if n.c then codes[n.c] = p else walk(n.l, p .. "0") walk(n.r, p .. "1") end end
  walk(nodes[1], "")
  return codes
end
local codes, keys = huffman("abracadabra"), {}
for c in pairs(codes) do keys[#keys + 1] = c end
table.sort(keys)
for _, c in ipairs(keys) do print(c, codes[c]) end
