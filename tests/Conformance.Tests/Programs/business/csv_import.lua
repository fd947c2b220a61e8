-- Importing CSV with quotes, bad rows and type conversion.
local function parse_line(line)
  local out, pos = {}, 1
  while true do
    if line:sub(pos, pos) == '"' then
      local s = ""
      pos = pos + 1
      while true do
        local i = line:find('"', pos, true)
        if not i then return nil, "unterminated quote" end
        s = s .. line:sub(pos, i - 1)
        if line:sub(i + 1, i + 1) == '"' then s = s .. '"' pos = i + 2 else pos = i + 1 break end
      end
      out[#out + 1] = s
    else
      local f = line:match("^[^,]*", pos)
      out[#out + 1] = f
      pos = pos + #f
    end
    if pos > #line then return out end
    if line:sub(pos, pos) ~= "," then return nil, "garbage at " .. pos end
    pos = pos + 1
    if pos > #line then out[#out + 1] = "" return out end
  end
end
local text = 'id,name,price\n1,"Smith, ""J""",10.5\n2,plain,x\n3,"open\n4,a,7\n5,,\n"x"y,b,c\n'
local n, header = 0, nil
for line in text:gmatch("[^\n]+") do
  n = n + 1
  local row, err = parse_line(line)
  if not row then print(n, "error", err)
  elseif not header then header = row
  elseif not tonumber(row[3]) then print(n, "bad price", ("%q"):format(row[3] or ""))
  else
    local rec = {}
    for i, h in ipairs(header) do rec[h] = tonumber(row[i]) or row[i] end
    print(n, rec.id, rec.name, rec.price, math.type(rec.price))
  end
end
