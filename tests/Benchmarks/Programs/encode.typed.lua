-- Encoding nested tables as text: type tests, sorted keys, escapes, a buffer. With type annotations.
local clock = bench_clock or os.clock
local N: integer = tonumber(arg and arg[1]) or 15000

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t" }

local encode: (any, {string}) -> ()

local function quote(s: string): string
  return '"' .. s:gsub('[%c"\\]', escapes) .. '"'
end

local function encode_list(list: {any}, out: {string})
  out[#out + 1] = "["
  for i = 1, #list do
    if i > 1 then out[#out + 1] = "," end
    encode(list[i], out)
  end
  out[#out + 1] = "]"
end

local function encode_object(object: {[string]: any}, out: {string})
  local keys: {string} = {}
  for k in pairs(object) do keys[#keys + 1] = k end
  table.sort(keys)
  out[#out + 1] = "{"
  for i = 1, #keys do
    if i > 1 then out[#out + 1] = "," end
    out[#out + 1] = quote(keys[i])
    out[#out + 1] = ":"
    encode(object[keys[i]], out)
  end
  out[#out + 1] = "}"
end

encode = function(value: any, out: {string})
  local kind = type(value)
  if kind == "table" then
    if value[1] ~= nil then encode_list(value, out) else encode_object(value, out) end
  elseif kind == "string" then
    out[#out + 1] = quote(value)
  elseif kind == "number" then
    out[#out + 1] = string.format("%d", value)
  else
    out[#out + 1] = tostring(value)
  end
end

local function order(i: integer): {[string]: any}
  local lines = {}
  for j = 1, i % 4 + 1 do
    lines[j] = { sku = "sku-" .. (i * j) % 997, quantity = j, price = (i * 37 + j) % 10000, gift = j % 2 == 0 }
  end
  return {
    id = i, customer = { name = "Name \"" .. i % 113 .. "\"", address = "Street " .. i % 71 .. "\nTown", vip = i % 9 == 0 },
    lines = lines, note = "tab\there", total = i * 1009 % 100003,
  }
end

local function kernel(n: integer): string
  local length: integer, h: integer = 0, 0
  for i = 1, n do
    local out: {string} = {}
    encode(order(i), out)
    local text: string = table.concat(out)
    length = length + #text
    for p = 1, #text, 17 do h = (h * 31 + text:byte(p)) % 1000000007 end
  end
  return string.format("%d %d", length, h)
end

local t0 = clock()
local r = kernel(N)
local t1 = clock()
print("RESULT encode " .. r)
print("TIME encode " .. string.format("%.4f", t1 - t0))
