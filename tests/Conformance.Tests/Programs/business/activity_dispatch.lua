-- A worker table dispatching named activities with results and errors.
local activities = {}
function activities.add(a, b) return a + b end
function activities.greet(who) if not who then return nil, "who is required" end return "hello " .. who end
function activities.explode(msg) error({ code = "E_BOOM", msg = msg }) end
function activities.nothing() end
local function execute(task)
  local f = activities[task.name]
  if not f then return { id = task.id, status = "unknown", error = "no activity " .. tostring(task.name) } end
  local r = table.pack(pcall(f, table.unpack(task.args or {})))
  if not r[1] then
    local e = r[2]
    return { id = task.id, status = "failed", error = type(e) == "table" and e.code .. ": " .. tostring(e.msg) or (tostring(e):gsub("^.-:%d+: ", "")) }
  end
  if r[2] == nil and r[3] then return { id = task.id, status = "error", error = r[3] } end
  return { id = task.id, status = "done", result = r[2] }
end
local queue = {
  { id = 1, name = "add", args = { 2, 3 } }, { id = 2, name = "greet", args = { "ann" } }, { id = 3, name = "greet" },
  { id = 4, name = "explode", args = { "bang" } }, { id = 5, name = "missing" }, { id = 6 }, { id = 7, name = "nothing" }, { id = 8, name = "add", args = { 1 } },
}
for _, t in ipairs(queue) do
  local r = execute(t)
  print(r.id, r.status, r.result, r.error)
end
