-- Conway's game of life on a torus.
local W, H = 8, 6
local function parse(s) local g = {} for row in s:gmatch("%S+") do g[#g + 1] = {} for c in row:gmatch(".") do table.insert(g[#g], c == "#") end end return g end
local function step(g)
  local n = {}
  for y = 1, H do
    n[y] = {}
    for x = 1, W do
      local c = 0
      for dy = -1, 1 do for dx = -1, 1 do
        if (dx ~= 0 or dy ~= 0) and g[(y + dy - 1) % H + 1][(x + dx - 1) % W + 1] then c = c + 1 end
      end end
      n[y][x] = c == 3 or g[y][x] and c == 2
    end
  end
  return n
end
local function show(g) for y = 1, H do local r = {} for x = 1, W do r[x] = g[y][x] and "#" or "." end print(table.concat(r)) end print() end
local g = parse [[
.#......
..#.....
###.....
........
........
........
]]
show(g)
for _ = 1, 4 do g = step(g) end
show(g)
