-- Words and marks of the type syntax are ordinary names elsewhere (spec/lua.md sections 2 and 9).
local type_of = type
local interface, fun, as, is, asserts, readonly, typeof, keyof, extends = 1, 2, 3, 4, 5, 6, 7, 8, 9
print(interface + fun + as + is + asserts + readonly + typeof + keyof + extends)
local t = { type = "t", as = "a", is = function(self, x) return x end, interface = 1 }
print(t.type, t.as, t:is(5), t.interface, type_of(t), type(t))
type Id = string | integer
type Item = { id: Id, price: number @min(0), tags: {string}, note?: string }
interface Shape
  function area(): number
end
local item: Item = { id = 1, price = 2.5, tags = {} }
local total = (item.price :: number) * 2 ^ (item.id as integer)
print(total, item.note == nil, (item as any).tags ~= nil, item.tags! == item.tags)
local i = 0
::again:: i = i + 1
if i < 3 then goto again end
print(i :: number)
local function generic<T>(list: {T}, f: (T) -> boolean): ({T}, integer)
  local r: {T}, n: integer = {}, 0
  for _, v in ipairs(list) do if f(v) then n = n + 1 r[n] = v end end
  return r, n
end
print(select(2, generic({ 1, 2, 3, 4 }, function(x: integer): boolean return x % 2 == 0 end)))
