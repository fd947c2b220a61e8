-- Annotations claim; values of other types behave as if there were none.
local function half(x: number): number return x / 2 end
local function next_id(i: integer): integer return i + 1 end
local function scale(x: number, i: integer, name: string): string return name .. x * i end
print(half(3), half(3.5), half("5"), next_id(1), next_id(1.5), next_id("2"))
print(scale(1.5, 2, "a"), scale(2, 2, "b"), scale(1.5, 3.5, "c"), scale("2", "3", "d"))
print(pcall(next_id, {}))
print(pcall(scale, 1, nil, "e"))
print(pcall(half))
print(math.type(next_id(1)), math.type(next_id(1.5)), select("#", half(1)))
local function total(list: {number}, count: integer): number
  local sum: number = 0
  for i = 1, count do sum = sum + list[i] end
  return sum
end
print(total({ 1, 2, 3 }, 3), total({ 1.5, 2 }, 2.5), total({}, 0), pcall(total, { 1 }, "x"))
