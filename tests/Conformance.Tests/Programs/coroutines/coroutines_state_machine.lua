-- A protocol parser as a coroutine fed with chunks.
local function parser()
  return coroutine.wrap(function()
    local buf, out = "", {}
    while true do
      local chunk = coroutine.yield(table.concat(out, "|"))
      if not chunk then return "eof:" .. buf end
      buf, out = buf .. chunk, {}
      while true do
        local line, rest = buf:match("^(.-)\n(.*)$")
        if not line then break end
        out[#out + 1] = line
        buf = rest
      end
    end
  end)
end
local p = parser()
print("[" .. p() .. "]")
print("[" .. p("hel") .. "]")
print("[" .. p("lo\nwor") .. "]")
print("[" .. p("ld\na\nb\npart") .. "]")
print(p(nil))
