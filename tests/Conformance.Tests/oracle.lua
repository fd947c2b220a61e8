-- Runs a program of the suite under stock Lua 5.3 as the conformance tests do: lua5.3 oracle.lua Programs/<area>/<name>.lua
-- The chunk is named "test:<name>", the final error is a line, and functions that Wippy lacks are removed, so that no program relies on them.
local path = assert(arg[1], "usage: lua5.3 oracle.lua program.lua")
local name = assert(path:match("([^/]+)%.lua$"), "the program must be a .lua file")
local file = assert(io.open(path, "rb"))
local text = file:read("a")
file:close()
local write, type, tostring = io.write, type, tostring -- a program may assign the globals
local chunk = assert(load(text, "=test:" .. name, "t"))

for _, absent in ipairs { "arg", "load", "loadstring", "loadfile", "dofile", "collectgarbage", "rawlen", "io", "debug", "utf8", "require", "package" } do
  _G[absent] = nil
end
string.dump = nil
unpack = table.unpack
local ok, err = pcall(chunk)
if err == nil or type(err) == "table" then
  err = "(error object is a " .. type(err) .. " value)"
end
if not ok then write("ERROR: ", tostring(err), "\n") end
