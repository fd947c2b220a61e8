-- Loops with steps that are known at run time only, and places that are computed of what stays the same.
local function list(n, f)
  local t = {}
  for i = 1, n do t[i] = f(i) end
  return t
end

local function show(t, first, last)
  local out = {}
  for i = first or 1, last or #t do out[#out + 1] = tostring(t[i]) end
  return table.concat(out, " ")
end

local function half(i) return i / 2 end

local function sum(t, first, last, step)
  local s = 0.0
  for i = first, last, step do s = s * 2.0 + t[i] end
  return s
end

local function shift(t, first, last, step, by)
  for i = first, last, step do t[i + by] = t[i] + 1.0 end
end

local function find(t, first, last, step, value)
  for i = first, last, step do
    if t[i] == value then return i end
  end
  return 0
end

do
  local t = list(9, half)
  print(sum(t, 1, 9, 1), sum(t, 1, 9, 2), sum(t, 2, 9, 3), sum(t, 9, 1, -1), sum(t, 9, 1, -4))
  print(sum(t, 5, 5, 7), sum(t, 5, 5, -7), sum(t, 5, 4, 1), sum(t, 4, 5, -1))
  print(pcall(sum, t, 1, 11, 2))
  print(pcall(sum, t, 9, -1, -2))
  print(find(t, 1, 9, 2, 2.5), find(t, 9, 1, -2, 2.5), find(t, 2, 8, 2, 2.5))
  shift(t, 1, 8, 3, 1)
  print(show(t))
  shift(t, 8, 1, -1, 1)
  print(show(t))
  shift(t, 9, 10, 1, 1)
  print(show(t), #t)
  shift(t, 1, 3, 2, 20)
  print(show(t, 19, 24), #t)
  print(pcall(shift, t, 20, 26, 1, math.mininteger))
  t[4] = nil
  print(pcall(sum, t, 2, 8, 2))
  t[4] = 3
  print(sum(t, 2, 8, 2), math.type(t[4]))
  t[0] = 100.0
  print(sum(t, 4, 0, -2), sum(t, 0, 4, 2))
  t[4] = "4"
  print(sum(t, 2, 8, 2))
  local seen = {}
  local watched = setmetatable({ 1.0, 2.0 }, { __index = function(_, k) return k * 1.0 end, __newindex = function(t, k, v) seen[#seen + 1] = k rawset(t, k, v) end })
  shift(watched, 2, 6, 2, 2)
  print(show(watched, 1, 9), show(seen))
end

-- butterflies: the partner of an element is half a block away
local function fft(re, im, n)
  local len = 2
  while len <= n do
    local wr, wi = math.cos(2.0 * math.pi / len), math.sin(2.0 * math.pi / len)
    for i = 1, n, len do
      local cr, ci = 1.0, 0.0
      for k = i, i + len // 2 - 1 do
        local h = k + len // 2
        local vr, vi = re[h] * cr - im[h] * ci, re[h] * ci + im[h] * cr
        re[h], im[h] = re[k] - vr, im[k] - vi
        re[k], im[k] = re[k] + vr, im[k] + vi
        cr, ci = cr * wr - ci * wi, cr * wi + ci * wr
      end
    end
    len = len * 2
  end
end

local function rounded(t)
  return show(list(#t, function(i) return string.format("%.4f", t[i]) end))
end

do
  local re, im = list(8, half), list(8, function() return 0.0 end)
  fft(re, im, 8)
  print(rounded(re), rounded(im))
  fft(re, re, 4)                               -- one list
  print(rounded(re))
  print(pcall(fft, list(6, half), list(8, half), 8))
end

-- places with all operators
local function gather(t, n, a, b)
  local s = 0
  for i = 1, n do
    s = s * 3 + t[i + a // 2] + t[i + a % 3] + t[i + (a & b)] - t[i + (a | b)] + t[i + (a ~ b)] * t[i + (a << 1)] + t[i + (b >> 1)]
  end
  return s
end

local function odd(t, n, a)
  local s = 0
  for i = 1, n do s = s + t[i + (a // 1 | 0)] end
  return s
end

local function divided(t, n, a)
  local s = 0
  for i = 1, n do s = s + t[i + 6 // a] end
  return s
end

do
  local t = list(20, function(i) return i * i end)
  print(gather(t, 8, 3, 5), gather(t, 4, 5, 3), gather(t, 0, 1, 1))
  print(pcall(gather, t, 3, -1, 2))
  print(pcall(gather, t, 19, 3, 5))
  print(odd(t, 5, 2.0), odd(t, 0, 2.5))
  print(pcall(odd, t, 5, math.huge))
  print(divided(t, 5, 2), divided(t, 5, -6 // -3), divided(t, 0, 0))
  print(pcall(divided, t, 1, 0))
end
