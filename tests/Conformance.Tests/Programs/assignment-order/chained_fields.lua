-- Assigning through nested fields and calls.
local cfg = { db = { host = "a", ports = { 1, 2 } } }
cfg.db.host = "b"
cfg.db.ports[3] = 3
cfg["db"]["name"] = "main"
print(cfg.db.host, #cfg.db.ports, cfg.db.name)
local function get() return cfg.db end
get().host = "via call"
print(cfg.db.host)
get()["ports"][1], get().host = 100, "again"
print(cfg.db.ports[1], cfg.db.host)
cfg.db = nil
print(cfg.db)
cfg.x, cfg.y = 1
print(cfg.x, cfg.y);
(cfg).z = 9
print(cfg.z)
