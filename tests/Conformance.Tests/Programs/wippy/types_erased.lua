-- Type syntax leaves no trace at run time.
type Point = { x: number, y: number }
interface Named
  name: string
end
local function add(a: number, b?: number): number return a + (b or 1) end
local p: Point = { x = 1, y = 2 }
local s = (p.x :: any) :: string
print(add(1, 2), add(5), p.x + p.y, s, p!.x)
local function pair<T>(v: T): (T, T) return v, v end
print(pair(3))
print(type(p), type(nil))
