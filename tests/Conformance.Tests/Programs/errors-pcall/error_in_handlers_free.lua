-- Ok and failing functions in tables of tests.
local tests, passed, failed = {}, 0, {}
local function test(name, f) tests[#tests + 1] = { name = name, f = f } end
local function eq(a, b) if a ~= b then error(("expected %s, got %s"):format(tostring(b), tostring(a)), 2) end end
test("add", function() eq(1 + 1, 2) end)
test("concat", function()
  eq("a" .. "b", "ab")
  eq("a" .. 1, "a2")
end)
test("nil", function() local t = {} ; eq(t.x.y, 1) end)
test("raises", function() eq(select(2, pcall(error, "e", 0)), "e") end)
for _, t in ipairs(tests) do
  local ok, e = pcall(t.f)
  if ok then passed = passed + 1 else failed[#failed + 1] = t.name .. " -> " .. e end
end
print(passed, #failed)
for _, f in ipairs(failed) do print(f) end
