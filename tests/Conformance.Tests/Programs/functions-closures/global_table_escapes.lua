-- Uses of the table of globals that may assign any global.
local function show(...) print(...) end

for i = 1, 3 do
  _G["generated" .. i] = i * i
end
show(generated1, generated2, _G.generated3)
local select_before = select
_G["sel" .. "ect"] = function() return "replaced" end
show(select("#", 1, 2))
_G["sel" .. "ect"] = select_before
show(select("#", 1, 2))

-- the table in the table
_G._G.through = "twice"
show(through, _G._G._G == _G)
local t = _G
t.alias = "alias"
show(alias)
