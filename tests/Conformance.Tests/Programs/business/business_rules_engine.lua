-- Rules with conditions, priorities and explanations.
local engine = { rules = {} }
function engine:rule(name, prio, when, act) self.rules[#self.rules + 1] = { name = name, prio = prio, when = when, act = act, seq = #self.rules } return self end
function engine:run(fact)
  table.sort(self.rules, function(a, b) if a.prio ~= b.prio then return a.prio > b.prio end return a.seq < b.seq end)
  local fired = {}
  for _, r in ipairs(self.rules) do
    local ok, hit = pcall(r.when, fact)
    if not ok then fired[#fired + 1] = "!" .. r.name
    elseif hit then
      fired[#fired + 1] = r.name
      if r.act(fact) == "stop" then break end
    end
  end
  return table.concat(fired, " ")
end
engine
  :rule("default", 0, function() return true end, function(f) f.fee = f.fee or 10 end)
  :rule("vip", 10, function(f) return f.customer.vip end, function(f) f.fee = 0 return "stop" end)
  :rule("bulk", 5, function(f) return f.qty >= 100 end, function(f) f.fee = 5 end)
  :rule("blocked", 20, function(f) return f.country == "XX" end, function(f) f.error = "blocked" return "stop" end)
for _, f in ipairs { { customer = {}, qty = 1 }, { customer = { vip = true }, qty = 500 }, { customer = {}, qty = 150 }, { country = "XX", customer = {}, qty = 1 }, { qty = 100 } } do
  print(engine:run(f), f.fee, f.error)
end
