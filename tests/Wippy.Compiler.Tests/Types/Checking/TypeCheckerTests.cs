using Wippy.Compiler.Binding;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Tests.Analysis;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types.Checking;

namespace Wippy.Compiler.Tests.Types.Checking;

/// <summary>What the checker refuses (spec/lua.md section 11), each with its place and text.</summary>
public sealed class TypeCheckerTests
{
    private const string Point = "type Point = { x: number, y: number, label?: string }\n";
    private const string Shape = "type Shape = { kind: \"circle\", radius: number } | { kind: \"square\", side: number }\n";
    private const string User = "type User = { name: string, email: string? }\nlocal function find(id: string): (User?, error?) return nil, nil end\n";

    [Theory]
    [InlineData("local s: string = nil", "1,19+3", "'s' must be string, not nil: give it a value, or let it be 'string?'")]
    [InlineData("local n: number = '5'", "1,19+3", "'n' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local s: string = 5", "1,19+1", "'s' must be string, not integer: write 'tostring(...)' around it")]
    [InlineData("local i: integer = 1 / 2", "1,20+5", "'i' must be integer, not number: write 'math.floor(...)' around it, or use '//' for the division")]
    [InlineData("local m: 'a' | 'b' = 'c'", "1,22+3", "'m' must be \"a\" | \"b\", not \"c\": write one of \"a\", \"b\"")]
    [InlineData("local a: number, b: string = 1", "1,18+1", "'b' must be string, not nil: add a value for it, or declare it as 'string?'")]
    [InlineData("local n: number = 1\nn = 'x'", "2,5+3", "'n' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local function f(x: string?) local s: string = x end", "1,48+1", "'s' must be string, not string?: check it for nil first, or write '!' behind it")]
    [InlineData("local function f(x: string) end f(5)", "1,35+1", "argument 1 (x) of 'f' must be string, not integer: write 'tostring(...)' around it")]
    [InlineData("local function f(...: number) end f(1, 'x')", "1,40+3", "argument 2 of 'f' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local function f(): string return 5 end", "1,35+1", "the result of 'f' must be string, not integer: write 'tostring(...)' around it")]
    [InlineData("local function f(): (string, integer) return 'a' end", "1,39+10", "result 2 of 'f' must be integer, not nil: return a value, or declare it as 'integer?'")]
    [InlineData("local l: {integer} = { 1, 'x' }", "1,27+3", "item 2 must be integer, not string: write 'tonumber(...)' around it")]
    [InlineData("local m: {[string]: integer} = { a = true }", "1,38+4", "field 'a' must be integer, not boolean: give it a value of type integer, or change the annotation")]
    [InlineData("for i = 1, 'x' do end", "1,12+3", "the limit of 'for' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local a: {integer} = {} local b: {number} = a", "1,45+1", "'b' must be {number}, not {integer}: give it a value of type {number}, or change the annotation")]
    [InlineData("local a: readonly {string} = {} local b: {string} = a", "1,53+1", "'b' must be {string}, not readonly {string}: give it a value of type {string}, or change the annotation")]
    [InlineData("local x: unknown = 1 local n: number = x", "1,40+1", "'n' must be number, not unknown: give it a value of type number, or change the annotation")]
    [InlineData("local f: (number) -> string = function(x: string): string return x end", "1,31+40", "'f' must be (number) -> string, not (x: string) -> string: give it a value of type (number) -> string, or change the annotation")]
    [InlineData("local function id<T>(x: T): T return x end local s: string = id(5)", "1,62+5", "'s' must be string, not integer: write 'tostring(...)' around it")]
    [InlineData("local x: {string}? = nil\nlocal function f(l: {string}?) for _, v in ipairs(l) do end end", "2,51+1", "argument 1 of 'ipairs' must be a table, not {string}?: check it for nil first, or write '!' behind it")]
    public void Type_mismatch(string text, string place, string message) => AssertFinding(text, "WLC3100", place, message);

    [Theory]
    [InlineData("local p: Point = { x = 1 }", "2,18+1", "'p' must be Point, not a table without 'y': add 'y = ...'")]
    [InlineData("local p: Point = { x = 1, y = '2' }", "2,31+3", "field 'y' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local function f(p: Point) end f({ x = 1, y = 2, label = 3 })", "2,58+1", "field 'label' must be string?, not integer: write 'tostring(...)' around it")]
    [InlineData("local ps: {Point} = { { x = 1, y = 2 }, { y = 1 } }", "2,41+1", "item 2 must be Point, not a table without 'x': add 'x = ...'")]
    public void Record_literals(string text, string place, string message) => AssertFinding(Point + text, "WLC3100", place, message);

    [Theory]
    [InlineData("local s: Shape = { kind = 'circle', side = 1 }", "2,18+1", "'s' must be {kind: \"circle\", radius: number}, not a table without 'radius': add 'radius = ...'")]
    [InlineData("local s: Shape = { kind = 'triangle' }", "2,18+1", "'s' must be Shape, not this table: give it the fields of one of these types")]
    public void Tags_choose_the_member_of_a_union(string text, string place, string message) => AssertFinding(Shape + text, "WLC3100", place, message);

    [Theory]
    [InlineData("print(undefined_thing)", "1,7+15", "'undefined_thing' is not defined and nil here: declare it with 'local undefined_thing = ...' above")]
    [InlineData("local total = 1 print(totl)", "1,23+4", "'totl' is not defined and nil here: did you mean 'total'?")]
    [InlineData("prnt('x')", "1,1+4", "'prnt' is not defined and nil here: did you mean 'print'?")]
    [InlineData("function totals.add() end", "1,10+6", "'totals' is not defined and nil here: declare it with 'local totals = ...' above")]
    public void Undefined_name(string text, string place, string message) => AssertFinding(text, "WLC3101", place, message);

    [Theory]
    [InlineData("local n = 5 n()", "1,13+1", "'n' is integer and cannot be called: call a function")]
    [InlineData("('x')()", "1,1+5", "'('x')' is string and cannot be called: call a function")]
    [InlineData("local f = nil f()", "1,15+1", "'f' is nil and cannot be called: assign a function before")]
    public void Not_callable(string text, string place, string message) => AssertFinding(text, "WLC3102", place, message);

    [Theory]
    [InlineData("local function f(x: string) end f()", "1,34+2", "'f' takes 1 argument, not 0: add 'x' of type string")]
    [InlineData("local function f(x: string, y?: number) end f('a', 1, 2)", "1,55+1", "'f' takes 1 to 2 arguments, not 3: remove the others")]
    [InlineData("local function f(x: string, ...: any) end f()", "1,44+2", "'f' takes at least 1 argument, not 0: add 'x' of type string")]
    [InlineData("string.rep('x')", "1,11+5", "'string.rep' takes 2 to 3 arguments, not 1: add 'n' of type number")]
    [InlineData("local function f(): string return 'a', 'b' end", "1,40+3", "'return' of 'f' takes 1 value, not 2: remove the others, or declare their types")]
    [InlineData("type Box<T> = { value: T } local b: Box<string, number> = { value = '' }", "1,37+19", "type 'Box' takes 1 argument, not 2: write 'Box<T>' with types in place of the names")]
    [InlineData("type T = string print(T('a', 'b'))", "1,24+10", "type 'T' takes 1 value, not 2: write 'T(value)'")]
    public void Wrong_count(string text, string place, string message) => AssertFinding(text, "WLC3103", place, message);

    [Theory]
    [InlineData(Point + "local function f(p: Point) return p.labl end", "2,37+4", "Point has no field 'labl': did you mean 'label'?")]
    [InlineData("local l: {string} = {} print(l.name)", "1,32+4", "{string} has no field 'name': it is a list: index it by a number, or use the functions of 'table'")]
    [InlineData("print(math.flor(1))", "1,12+4", "module 'math' has no field 'flor': did you mean 'floor'?")]
    [InlineData(Shape + "local function f(s: Shape) return s.radius end", "2,37+6", "Shape has no field 'radius': {kind: \"square\", side: number} has none; compare s with 'type()' or a field that tells the members apart first")]
    [InlineData(Shape + "local function f(s: Shape) if s.kind == 'square' then return s.radius end end", "2,64+6", "{kind: \"square\", side: number} has no field 'radius': it has 'kind', 'side'; declare it in the type, or use one of these")]
    [InlineData(Point + "type Wrong = Point['z'] local w: Wrong = 1", "2,20+3", "Point has no field 'z': it has 'x', 'y', 'label'; declare it in the type, or use one of these")]
    public void No_such_field(string text, string place, string message) => AssertFinding(text, "WLC3104", place, message);

    [Theory]
    [InlineData("local n = 5 print(n.x)", "1,19+1", "'n' is integer and has no fields: use a table")]
    [InlineData("local b = true print(b[1])", "1,22+1", "'b' is boolean and has no fields: use a table")]
    [InlineData("local x = nil print(x.y)", "1,21+1", "'x' is nil and has no fields: assign a value before")]
    [InlineData("local s = 'a' s.x = 1", "1,15+1", "'s' is string and has no fields: use a table")]
    [InlineData(User + "local u, err = find('x') if err then print(u.name) end", "3,44+1", "'u' is nil and has no fields: assign a value before")]
    public void Not_indexable(string text, string place, string message) => AssertFinding(text, "WLC3105", place, message);

    [Theory]
    [InlineData("local l: readonly {string} = {} l[1] = 'x'", "1,33+4", "'l' is readonly: copy it, or declare the type without 'readonly'")]
    [InlineData("math.pi = 3", "1,1+7", "'math' is readonly: modules cannot be changed; use a table of your own")]
    public void Readonly_write(string text, string place, string message) => AssertFinding(text, "WLC3108", place, message);

    [Theory]
    [InlineData("while true do end\nprint('x')", "2,1+10")]
    [InlineData("local function f() do return end print('x') end", "1,34+10")]
    [InlineData("error('x')\nprint('y')\nprint('z')", "2,1+10")]
    [InlineData("if x then error('a') else error('b') end\nprint('y')", "2,1+10")]
    public void Unreachable_code(string text, string place) => Assert.Contains(
        $"main.lua({place.Replace("+", ")+", System.StringComparison.Ordinal)} Warning WLC3109: control never gets here: remove the statements, or change what leaves the block above",
        Chunks.Findings(Chunks.Compile(text)));

    [Theory]
    [InlineData("local function f(): string end", "1,28+3", "'f' has the result string but its end can be reached: write 'return' with a value there, or declare 'string?'")]
    [InlineData("local function f(x: number): string if x > 1 then return 'a' end end", "1,66+3", "'f' has the result string but its end can be reached: write 'return' with a value there, or declare 'string?'")]
    [InlineData("local function f(): (string, integer) end", "1,39+3", "'f' has the result (string, integer) but its end can be reached: write 'return' with a value there, or declare '(string?, integer?)'")]
    public void Missing_return(string text, string place, string message) => AssertFinding(text, "WLC3110", place, message);

    [Theory]
    [InlineData("local x: Ordr = 1", "1,10+4", "there is no type 'Ordr': declare it with 'type Ordr = ...'")]
    [InlineData("type Order = { id: string } local function f(x: Oder) end", "1,49+4", "there is no type 'Oder': declare it with 'type Oder = ...'; did you mean 'Order'?")]
    [InlineData("local x: strng = 1", "1,10+5", "there is no type 'strng': declare it with 'type strng = ...'; did you mean 'string'?")]
    [InlineData("local function f(x: lib.T) end", "1,21+5", "there is no type 'lib.T': 'lib' is no library: write 'local lib = require(\"...\")' above")]
    [InlineData("local function f(x: time.Tme) end", "1,21+8", "there is no type 'time.Tme': write 'any', or a type that module 'time' has; did you mean 'time.Time'?")]
    public void Unknown_type(string text, string place, string message) => AssertFinding(text, "WLC3112", place, message);

    [Fact]
    public void Circular_type() => AssertFinding(
        "type A = B?\ntype B = A", "WLC3113", "1,6+1", "type 'A' only stands for itself: write what it is, such as '{ next: A? }'", "WLC3113 2,6+1");

    [Fact]
    public void Not_exhaustive() => AssertFinding(
        Shape + "local function f(s: Shape): number\n  if s.kind == 'circle' then return s.radius end\nend", "WLC3114", "3,3+2",
        "'s.kind' may still be \"square\" behind this 'if': handle it, or add an 'else' that returns");

    [Theory]
    [InlineData("local n: number\nprint(n)\nn = 1\nprint(n)", "2,7+1", "'n' has no value yet: assign one before, or declare it as 'number?'")]
    [InlineData("local n: number\nif os.time() > 1 then n = 1 end\nprint(n)", "3,7+1", "'n' may have no value yet: assign one before, or declare it as 'number?'")]
    public void Used_before_assigned(string text, string place, string message) => AssertFinding(text, "WLC3115", place, message);

    [Theory]
    [InlineData("type A = string\ntype A = number", "2,6+1", "type 'A' is declared twice: remove one, or give it another name")]
    [InlineData("type A = { x: string, x: number }", "1,23+1", "field 'x' is declared twice: remove one, or give it another name")]
    public void Duplicate_declaration(string text, string place, string message) => AssertFinding(text, "WLC3117", place, message);

    [Theory]
    [InlineData("local l: {string} = {} print(l['x'])", "1,32+3", "{string} is indexed by a number, not by string: lists have items 1 to n")]
    [InlineData("local m: {[string]: integer} = {} m[1] = 2", "1,37+1", "{[string]: integer} is indexed by string, not by 1: write 'tostring(...)' around it")]
    [InlineData("local t = { [nil] = 1 }", "1,14+3", "a table is indexed by a value, not by nil: use a key that is not nil")]
    public void Bad_index(string text, string place, string message) => AssertFinding(text, "WLC3118", place, message);

    [Theory]
    [InlineData("local s = '1' print(s + 1)", "1,21+1", "'+' cannot take 's' of type string: write 'tonumber(...)' around it")]
    [InlineData("print(true * 2)", "1,7+4", "'*' cannot take 'true' of type boolean: use numbers")]
    [InlineData("print('a' .. true)", "1,14+4", "'..' cannot take 'true' of type boolean: write 'tostring(...)' around it")]
    [InlineData("print(1 < 'x')", "1,7+7", "'<' cannot take integer and string: compare two numbers or two strings")]
    [InlineData("print(1 < nil)", "1,11+3", "'<' cannot take 'nil' of type nil: compare two numbers or two strings")]
    [InlineData("print(#5)", "1,8+1", "'#' cannot take '5' of type integer: take the length of a string or a table")]
    [InlineData("local function f(x: number?) return x + 1 end", "1,37+1", "'+' cannot take 'x' of type number?: check it for nil first, or write '!' behind it")]
    [InlineData("local function f(x: string?) return 'a' .. x end", "1,44+1", "'..' cannot take 'x' of type string?: check it for nil first, or write '!' behind it")]
    [InlineData("local function f(x: {string}) return x + 1 end", "1,38+1", "'+' cannot take 'x' of type {string}: use numbers")]
    public void Bad_operand(string text, string place, string message) => AssertFinding(text, "WLC3119", place, message);

    [Theory]
    [InlineData("print({} + 1)", "1,7+2", "'+' cannot take '{}' of type table: use numbers")]
    [InlineData("print({} .. {})", "1,7+2", "'..' cannot take '{}' of type table: join strings and numbers", "WLC3119 1,13+2")]
    [InlineData("print(-{})", "1,8+2", "'-' cannot take '{}' of type table: use numbers")]
    [InlineData("print({} < {})", "1,7+2", "'<' cannot take '{}' of type table: compare two numbers or two strings")]
    [InlineData("local function f(x: unknown) return x + 1 end", "1,37+1", "'+' cannot take 'x' of type unknown: find out its type first, with 'type(...)' or 'T:is(...)'")]
    public void Operands_without_metamethods(string text, string place, string message, params string[] more) => AssertFinding(text, "WLC3119", place, message, more);

    [Theory]
    [InlineData("local f: (number) -> string = function(n) return n end", "1,50+1", "the result of 'function' must be string, not number: write 'tostring(...)' around it")]
    [InlineData("local t: { f: () -> number } = { f = function() return 'x' end }", "1,56+3", "the result of 'function' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local function each(f: (string) -> boolean) end each(function(s) return s end)", "1,73+1", "the result of 'function' must be boolean, not string: give it a value of type boolean, or change the annotation")]
    public void Function_literals_take_the_type_of_their_place(string text, string place, string message) => AssertFinding(text, "WLC3100", place, message);

    [Fact]
    public void A_function_literal_returns_what_its_place_expects() => AssertFinding(
        "local f: () -> string = function() end", "WLC3110", "1,36+3",
        "'function' has the result string but its end can be reached: write 'return' with a value there, or declare 'string?'");

    [Theory]
    [InlineData("type A = { v: integer } type B = { v: number } local function f(a: A) local b: B = a end", "1,84+1", "'b' must be B, not A: give it a value of type B, or change the annotation")]
    [InlineData("local a: { l: {integer} } = { l = {} } local b: { l: {number} } = a", "1,67+1", "'b' must be {l: {number}}, not {l: {integer}}: give it a value of type {l: {number}}, or change the annotation")]
    public void Fields_are_invariant(string text, string place, string message) => AssertFinding(text, "WLC3100", place, message);

    [Theory]
    [InlineData("table.insert(5, 1)", "1,14+1", "argument 1 (list) of 'table.insert' must be table, not integer: give it a value of type table, or change the annotation")]
    [InlineData("setmetatable('x', {})", "1,14+3", "argument 1 of 'setmetatable' must be table, not string: give it a value of type table, or change the annotation")]
    [InlineData("print(('x'):rep('3'))", "1,17+3", "argument 1 (n) of 'rep' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("print(string.len(5))", "1,18+1", "argument 1 (s) of 'string.len' must be string, not integer: write 'tostring(...)' around it")]
    [InlineData("local function f(s: string): number return tonumber(s) end", "1,44+11", "the result of 'f' must be number, not number?: check it for nil first, or write '!' behind it")]
    [InlineData("local function f(s: string): integer return tonumber(s, 16)! end local n: integer = tonumber('1.5')", "1,85+15", "'n' must be integer, not number: write 'math.floor(...)' around it, or use '//' for the division")]
    [InlineData("local n: integer = math.max(1, 2.5)", "1,20+16", "'n' must be integer, not number: write 'math.floor(...)' around it, or use '//' for the division")]
    [InlineData("local n: integer = math.random()", "1,20+13", "'n' must be integer, not number: write 'math.floor(...)' around it, or use '//' for the division")]
    [InlineData("local function f(x: number): integer return math.tointeger(x) end", "1,45+17", "the result of 'f' must be integer, not integer?: check it for nil first, or write '!' behind it")]
    [InlineData("local s: string = select('#', 1, 2)", "1,19+17", "'s' must be string, not integer: write 'tostring(...)' around it")]
    [InlineData("local n: number = os.date('%Y')", "1,19+13", "'n' must be number, not string: write 'tonumber(...)' around it")]
    [InlineData("local s: string = math.floor(1.5)", "1,19+15", "'s' must be string, not integer: write 'tostring(...)' around it")]
    public void Library_functions(string text, string place, string message) => AssertFinding(text, "WLC3100", place, message);

    [Fact]
    public void Cannot_infer() => AssertFinding(
        "local function empty<T>(n?: number): {T} return {} end\nlocal names = empty(1)", "WLC3106", "2,15+5",
        "nothing tells what 'T' of 'empty' stands for: declare the type of what takes the result, as in 'local x: ... = ...'");

    [Fact]
    public void No_rule()
    {
        var broken = LuaParser.Parse(SourceText.FromString("main.lua", "local x = "));
        var found = Assert.Single(TypeChecker.Check(ChunkBinder.Bind(Chunks.Input(broken))));
        Assert.Equal("main.lua(1,11): warning WLC3107: the checker has no rule for 'ErrorExpressionSyntax' and takes it for any: please file a bug with the source that shows it", found.ToString());
    }

    [Fact]
    public void Depth_limit() => AssertFinding(
        "type T = " + new string('{', 80) + "string" + new string('}', 80), "WLC3111", "1,75+36",
        "types are followed 64 levels deep, and this one lies deeper and counts as any: declare a part of the type around it with a name of its own");

    [Theory]
    [InlineData("local function text(x: any): asserts x is string if type(x) ~= 'string' then error('no') end end\ntext(5)", "2,6+1", "'text' demands string, but '5' is integer, so the call always raises an error: pass another value, or remove the call")]
    [InlineData("local function some(x: any): asserts x if not x then error('no') end end\nlocal n = nil some(n)", "2,20+1", "'some' demands a true value, but 'n' is nil, so the call always raises an error: pass another value, or remove the call")]
    [InlineData("local n = nil assert(n, 'no')", "1,22+1", "'assert' demands a true value, but 'n' is nil, so the call always raises an error: pass another value, or remove the call")]
    [InlineData(Point + "local p = Point('x')", "2,17+3", "'Point' demands Point, but ''x'' is string, so the call always raises an error: pass another value, or remove the call")]
    [InlineData("print(integer('5'))", "1,15+3", "'integer' demands integer, but ''5'' is string, so the call always raises an error: pass another value, or remove the call")]
    [InlineData("print(string(5))", "1,14+1", "'string' demands string, but '5' is integer, so the call always raises an error: pass another value, or remove the call")]
    public void Precondition_fails(string text, string place, string message) => AssertFinding(text, "WLC3116", place, message);

    [Fact]
    public void Constraint_not_met() => AssertFinding(
        "local function key<T: { id: string }>(item: T): string return item.id end\nkey({ name = 'x' })", "WLC3120", "2,5+14",
        "'T' of 'key' must be {id: string}, not {name: string}: pass a value of that type");

    [Fact]
    public void Optional_call() => AssertFinding(
        "local function run(done: (() -> ())?) done() end", "WLC3121", "1,39+4",
        "'done' is (() -> ())? and may be nil: write 'if done then' around the call, or 'done!'");

    [Theory]
    [InlineData("local s = 'a' print(s:uper())", "1,23+4", "'s' is a string and has no method 'uper': did you mean 'upper'?")]
    [InlineData(Point + "local function f(p: Point) p:move() end", "2,30+4", "Point has no method 'move': it has 'x', 'y', 'label'; declare it in the type, or use one of these")]
    [InlineData("local e = errors.new('x') print(e:mesage())", "1,35+6", "error has no method 'mesage': did you mean 'message'?")]
    [InlineData("local A = {} A.__index = A function A.new() return setmetatable({}, A) end function A:go() end A.new():og()", "1,104+2", "'A' has no method 'og': did you mean 'go'?")]
    public void No_such_method(string text, string place, string message) => AssertFinding(text, "WLC3122", place, message);

    [Theory]
    [InlineData(User + "local u, err = find('x') print(u.name)", "3,32+1", "'u' is User? and may be nil: write 'if u then' around it, or 'u!'")]
    [InlineData(User + "local function f(u: User) print(u.email:upper()) end", "3,33+7", "'u.email' is string? and may be nil: write 'if u.email then' around it, or 'u.email!'")]
    public void Optional_index(string text, string place, string message) => AssertFinding(text, "WLC3123", place, message);

    [Fact]
    public void Strict_mode_rejects_the_entry()
    {
        var output = Chunks.Compile("local s: string = 5", strict: true);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(output.Diagnostics).Severity);
        Assert.Null(output.Text);
        Assert.NotNull(Chunks.Compile("local s: string = 5").Text);
    }

    [Fact]
    public void A_file_with_syntax_errors_is_not_checked() => Assert.Empty(Chunks.Compile("local s: string = 5 +").Diagnostics);

    private static void AssertFinding(string text, string id, string place, string message, params string[] more)
    {
        var found = Chunks.Findings(Chunks.Compile(text));
        Assert.Equal($"main.lua({place.Replace("+", ")+", System.StringComparison.Ordinal)} Warning {id}: {message}", found[0]);
        Assert.Equal(more.Length + 1, found.Length);
        for (var i = 0; i < more.Length; i++)
        {
            var parts = more[i].Split(' ');
            Assert.StartsWith($"main.lua({parts[1].Replace("+", ")+", System.StringComparison.Ordinal)} Warning {parts[0]}: ", found[i + 1], System.StringComparison.Ordinal);
        }
    }
}
