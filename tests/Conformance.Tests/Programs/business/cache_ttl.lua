-- A cache with expiry driven by an explicit clock.
local clock = 0
local function cache(ttl, loader)
  local store, stats = {}, { hit = 0, miss = 0, expired = 0 }
  return function(key)
    local e = store[key]
    if e and clock < e.expires then stats.hit = stats.hit + 1 return e.value end
    if e then stats.expired = stats.expired + 1 else stats.miss = stats.miss + 1 end
    local v, err = loader(key)
    if v == nil then return nil, err end
    store[key] = { value = v, expires = clock + ttl }
    return v
  end, stats
end
local loads = 0
local get, stats = cache(10, function(k) loads = loads + 1 if k == "bad" then return nil, "cannot load bad" end return k:upper() .. loads end)
print(get("a"), get("a")) clock = 5 print(get("a"), get("b")) clock = 10 print(get("a"), get("b"))
print(get("bad"))
print(get("bad")) clock = 15 print(get("b"))
print(stats.hit, stats.miss, stats.expired, loads)
