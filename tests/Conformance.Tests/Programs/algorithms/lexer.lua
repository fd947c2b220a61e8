-- A lexer for a small language.
local keywords = { let = true, ["if"] = true, ["then"] = true, print = true }
local function lex(src)
  local pos, line = 1, 1
  return function()
    while true do
      local s, e = src:find("^[ \t]+", pos)
      if s then pos = e + 1
      elseif src:sub(pos, pos) == "\n" then line, pos = line + 1, pos + 1
      elseif src:sub(pos, pos + 1) == "//" then pos = (src:find("\n", pos, true) or #src + 1)
      else break end
    end
    if pos > #src then return nil end
    for _, rule in ipairs { { "number", "^%d+%.?%d*" }, { "name", "^[%a_][%w_]*" }, { "string", '^"[^"]*"' }, { "op", "^[=<>!]=" }, { "op", "^[-+*/=<>(){};]" } } do
      local s, e = src:find(rule[2], pos)
      if s then
        local text = src:sub(s, e)
        pos = e + 1
        return keywords[text] and "keyword" or rule[1], text, line
      end
    end
    error(("line %d: unexpected '%s'"):format(line, src:sub(pos, pos)), 0)
  end
end
for kind, text, line in lex 'let x = 10; // comment\nif x >= 3.5 then print("hi there")\n' do print(line, kind, text) end
print(pcall(function() for k in lex "a\n  @" do print(k) end end))
