-- local v, err = f() through several layers.
local function fetch(id)
  local db = { [1] = '{"qty":5}', [2] = "garbage", [3] = '{"qty":-1}' }
  local raw = db[id]
  if not raw then return nil, "order " .. id .. " not found" end
  return raw
end
local function decode(raw)
  local q = raw:match('^{"qty":(-?%d+)}$')
  if not q then return nil, "cannot decode '" .. raw .. "'" end
  return { qty = math.tointeger(tonumber(q)) }
end
local function check(o)
  if o.qty < 0 then return nil, "negative quantity" end
  return o
end
local function load_order(id)
  local raw, err = fetch(id)
  if err then return nil, err end
  local o, derr = decode(raw)
  if derr then return nil, "decode: " .. derr end
  local ok, cerr = check(o)
  if not ok then return nil, "check: " .. cerr end
  o.id = id
  return o
end
for id = 1, 4 do
  local o, err = load_order(id)
  if err then print(id, "error", err) else print(id, "ok", o.id, o.qty) end
end
