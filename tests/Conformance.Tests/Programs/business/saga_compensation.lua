-- Running steps and compensating in reverse on failure.
local function saga(steps, log)
  local done = {}
  for i, s in ipairs(steps) do
    local ok, err = pcall(s.run)
    if not ok then
      log[#log + 1] = "failed " .. s.name .. ": " .. tostring(err)
      for j = #done, 1, -1 do
        local c = done[j]
        if c.undo then
          local uok, uerr = pcall(c.undo)
          log[#log + 1] = (uok and "undone " or "undo failed ") .. c.name .. (uok and "" or ": " .. tostring(uerr))
        end
      end
      return false, i
    end
    done[#done + 1] = s
    log[#log + 1] = "ran " .. s.name
  end
  return true
end
local stock, charged = 5, false
local steps = {
  { name = "reserve", run = function() stock = stock - 2 end, undo = function() stock = stock + 2 end },
  { name = "charge", run = function() charged = true end, undo = function() charged = false end },
  { name = "notify", run = function() end, undo = function() error("cannot unsend", 0) end },
  { name = "ship", run = function() error("no courier", 0) end },
}
local log = {}
print(saga(steps, log))
print(stock, charged)
for _, l in ipairs(log) do print(l) end
table.remove(steps)
log = {}
print(saga(steps, log), stock, charged, #log)
