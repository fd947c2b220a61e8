-- Infix to postfix and its evaluation.
local prec = { ["+"] = 1, ["-"] = 1, ["*"] = 2, ["/"] = 2, ["^"] = 3 }
local right = { ["^"] = true }
local function to_rpn(s)
  local out, ops = {}, {}
  for tok in s:gmatch("%S+") do
    if tonumber(tok) then out[#out + 1] = tok
    elseif tok == "(" then ops[#ops + 1] = tok
    elseif tok == ")" then
      while ops[#ops] ~= "(" do out[#out + 1] = table.remove(ops) end
      table.remove(ops)
    else
      while #ops > 0 and ops[#ops] ~= "(" and (prec[ops[#ops]] > prec[tok] or prec[ops[#ops]] == prec[tok] and not right[tok]) do out[#out + 1] = table.remove(ops) end
      ops[#ops + 1] = tok
    end
  end
  while #ops > 0 do out[#out + 1] = table.remove(ops) end
  return table.concat(out, " ")
end
local fn = { ["+"] = function(a, b) return a + b end, ["-"] = function(a, b) return a - b end, ["*"] = function(a, b) return a * b end, ["/"] = function(a, b) return a / b end, ["^"] = function(a, b) return a ^ b end }
local function eval(rpn)
  local st = {}
  for tok in rpn:gmatch("%S+") do
    if fn[tok] then local b, a = table.remove(st), table.remove(st) st[#st + 1] = fn[tok](a, b) else st[#st + 1] = tonumber(tok) end
  end
  return st[1]
end
for _, e in ipairs { "1 + 2 * 3", "( 1 + 2 ) * 3", "2 ^ 3 ^ 2", "8 - 3 - 2", "5 * ( 6 + 2 ) / 4" } do local r = to_rpn(e) print(e, r, eval(r)) end
