-- An approval process as a state machine over events.
local flow = {
  draft = { submit = { to = "review", guard = function(d) return d.amount > 0, "amount must be positive" end } },
  review = {
    approve = { to = function(d) return d.amount > 1000 and "second_review" or "approved" end },
    reject = { to = "draft", action = function(d, reason) d.reasons = d.reasons or {} table.insert(d.reasons, reason) end },
  },
  second_review = { approve = { to = "approved" }, reject = { to = "rejected" } },
}
local function fire(doc, event, ...)
  local t = flow[doc.state] and flow[doc.state][event]
  if not t then return nil, doc.state .. " does not accept " .. event end
  if t.guard then
    local ok, why = t.guard(doc)
    if not ok then return nil, why end
  end
  if t.action then t.action(doc, ...) end
  doc.state = type(t.to) == "function" and t.to(doc) or t.to
  return doc.state
end
local function run(amount, events)
  local doc = { state = "draft", amount = amount }
  for _, e in ipairs(events) do print(amount, e[1], fire(doc, table.unpack(e))) end
  print("final", doc.state, doc.reasons and #doc.reasons or 0)
end
run(500, { { "submit" }, { "approve" } })
run(5000, { { "submit" }, { "reject", "no budget" }, { "submit" }, { "approve" }, { "approve" } })
run(0, { { "submit" }, { "approve" } })
