-- Runs a program as the conformance tests do: with the entry id as chunk name, and the final error as a line.
local path, name = ...
local file = assert(io.open(path, "rb"))
local source = file:read("a")
file:close()
unpack = table.unpack
local chunk = assert(load(source, "=" .. name))
local ok, err = pcall(chunk)
if not ok then io.write("ERROR: ", tostring(err), "\n") end
