-- Wrapping, justifying and centring text.
local function wrap(s, width)
  local lines, line = {}, ""
  for w in s:gmatch("%S+") do
    if #line + #w + (line == "" and 0 or 1) > width then lines[#lines + 1] = line line = w
    else line = line == "" and w or line .. " " .. w end
  end
  if line ~= "" then lines[#lines + 1] = line end
  return lines
end
local function justify(line, width)
  local words = {}
  for w in line:gmatch("%S+") do words[#words + 1] = w end
  if #words == 1 then return line end
  local len = #table.concat(words)
  local gaps, spaces = #words - 1, width - len
  local out = words[1]
  for i = 2, #words do
    out = out .. (" "):rep(spaces // gaps + (i - 1 <= spaces % gaps and 1 or 0)) .. words[i]
  end
  return out
end
local text = "The quick brown fox jumps over the lazy dog and keeps running through the forest until night"
for _, l in ipairs(wrap(text, 24)) do print("|" .. l .. (" "):rep(24 - #l) .. "|", "|" .. justify(l, 24) .. "|") end
local function center(s, w) local l = (w - #s) // 2 return (" "):rep(l) .. s .. (" "):rep(w - #s - l) end
print("[" .. center("abc", 10) .. "]", #wrap("", 5))
