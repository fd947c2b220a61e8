-- Runs one golden program under stock Lua 5.3, as the compiler's entry "test:<name>" would run:
--   TZ=UTC lua5.3 oracle.lua Programs/<area>/<name>.lua
-- Positions in messages read "test:<name>:LINE:". Functions that the dialect lacks are removed, so that no program relies on them.
local path = assert(arg[1], "usage: lua5.3 oracle.lua program.lua")
local name = assert(path:match("([^/]+)%.lua$"), "the program must be a .lua file")

local file = assert(io.open(path, "rb"))
local text = file:read("a")
file:close()
local chunk = assert(load(text, "=test:" .. name, "t"))

for _, absent in ipairs { "arg", "load", "loadstring", "loadfile", "dofile", "collectgarbage", "rawlen", "io", "debug", "utf8", "require", "package" } do
  _G[absent] = nil
end
string.dump = nil
chunk()
