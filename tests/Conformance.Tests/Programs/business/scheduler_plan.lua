-- Planning jobs with dependencies and durations.
local jobs = {
  build = { dur = 5 }, lint = { dur = 2 }, test = { dur = 8, after = { "build" } },
  package = { dur = 3, after = { "build", "lint" } }, deploy = { dur = 4, after = { "test", "package" } },
}
local finish, visiting = {}, {}
local function plan(name)
  if finish[name] then return finish[name] end
  if visiting[name] then error("cycle at " .. name, 0) end
  local j = jobs[name]
  if not j then error("unknown job " .. name, 0) end
  visiting[name] = true
  local start = 0
  for _, d in ipairs(j.after or {}) do start = math.max(start, plan(d)) end
  visiting[name] = nil
  j.start, finish[name] = start, start + j.dur
  return finish[name]
end
print(plan("deploy"))
local names = {}
for n in pairs(jobs) do names[#names + 1] = n end
table.sort(names, function(a, b) if jobs[a].start ~= jobs[b].start then return jobs[a].start < jobs[b].start end return a < b end)
for _, n in ipairs(names) do print(n, jobs[n].start, finish[n]) end
finish = {}
jobs.build.after = { "deploy" }
print(pcall(plan, "test"))
visiting, finish = {}, {}
jobs.build.after = { "nothing" }
print(pcall(plan, "build"))
