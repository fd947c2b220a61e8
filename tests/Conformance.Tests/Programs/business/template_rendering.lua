-- Rendering templates with loops over records.
local function render(tpl, env)
  return (tpl:gsub("{{(.-)}}", function(expr)
    local name, filter = expr:match("^%s*([%w_.]+)%s*|?%s*(%w*)%s*$")
    if not name then return "<bad:" .. expr .. ">" end
    local v = env
    for part in name:gmatch("[^.]+") do
      v = type(v) == "table" and v[tonumber(part) or part] or nil
    end
    if v == nil then return "" end
    v = tostring(v)
    if filter == "upper" then v = v:upper() elseif filter == "quote" then v = ("%q"):format(v) end
    return v
  end))
end
local env = { user = { name = "Ann", tags = { "x", "y" } }, n = 3, f = 1.5 }
print(render("Hi {{user.name}}, {{ n }} items, {{user.tags.2}}{{missing}}!", env))
print(render("{{user.name|upper}} {{ user.name | quote }} {{f}} {{1 + 1}}", env))
local rows = {}
for i, item in ipairs { { "pen", 2 }, { "cup", 1 } } do rows[i] = render("<li>{{1}} x{{2}}</li>", item) end
print(table.concat(rows))
