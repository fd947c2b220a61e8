-- A rope like buffer and formatted output.
local Buffer = {}
Buffer.__index = Buffer
Buffer.__len = function(b) return b.n end
Buffer.__tostring = function(b) return table.concat(b.parts) end
Buffer.__concat = function(a, b) return tostring(a) .. tostring(b) end
local function new() return setmetatable({ parts = {}, n = 0 }, Buffer) end
function Buffer:add(...)
  for i = 1, select("#", ...) do
    local s = tostring((select(i, ...)))
    self.parts[#self.parts + 1] = s
    self.n = self.n + #s
  end
  return self
end
function Buffer:addf(fmt, ...) return self:add(fmt:format(...)) end
function Buffer:indent(n) return self:add((" "):rep(n)) end
local b = new():add("a", 1, nil, true):addf("<%03d>", 7):indent(2):add("end")
print(tostring(b), #b, b .. "!", #new())
