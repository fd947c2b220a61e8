-- kind, name, components, comparison, keys (spec/lua.md section 10).
type Id = string | integer
type Node = { id: Id, next?: Node, weights: {number}, by: {[string]: Id}, f: (a: integer, b?: string, ...any) -> (string?, error?) }
interface Shape
  name: string
  function area(scale: number): number
end
interface Square: Shape
  side: number
end
print(type(Node), Node:kind(), Node:name(), tostring(Node))
for name, t in Node:fields() do print(name, t:kind(), t:name()) end
print(Node.id == Id, Node.next:inner() == Node, Node.weights:elem(), Node.by:key(), Node.by:val())
print(Node.missing, Id.missing, Id:elem(), Id:inner(), Id:ret())
for t, name in Node.f:params() do print(t, name) end
print(Node.f:ret(), Node.f:ret():kind())
for t in Node.f:ret():variants() do print("result", t) end
for t in Id:variants() do print("variant", t, t:kind()) end
for name, t in Square:fields() do print(name, t) end
print(Shape:kind(), Square:kind(), Square <= Shape, Shape <= Square, Square < Shape)
print(integer <= number, number <= integer, integer < number, integer < integer, integer == Integer, integer ~= number)
print(integer <= Id, Id <= integer, any <= integer, unknown <= integer, integer <= unknown, never <= integer)
type A = { x: number, y?: string }
type B = { y?: string, x: number }
type C = { x: number, y?: string, z: boolean }
print(A == B, A == C, C <= A, A <= C, A < B, A <= B)
local seen = { [integer] = "i", [Node] = "n", [Integer] = "I" }
print(seen[integer], seen[Node], seen[number])
print(any:kind(), unknown:kind(), never:kind(), boolean:kind(), thread:kind(), userdata:name())
type Lit = 5
type Fun = (number) -> boolean
type Both = A & { q: any }
type Maybe = number?
type RO = readonly {string}
print(Lit:kind(), Fun:kind(), Both:kind(), Maybe:kind(), RO:kind(), RO:elem())
print(Lit(5.0), pcall(Lit, 6))
print(Both.q, Both.x, Fun:ret())
print(pcall(function() return Node < 1 end))
print(pcall(function() Node.x = 1 end))
type Loop = Loop
print(Loop:kind(), pcall(Loop, 1))
