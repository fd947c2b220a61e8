using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Syntax;

public sealed class LuaParserTests
{
    [Theory]
    [InlineData("local a, b: T, c = 1, f()",
        "(Local [(Variable a _) (Variable b (NamedType [T] [])) (Variable c _)] [1 (Call f [])])")]
    [InlineData("local function f(a, b?: T, ...: U): (A, B) return a, ... end",
        "(LocalFunction f (FunctionBody [] [(Parameter a no _) (Parameter b yes (NamedType [T] []))] (Vararg (NamedType [U] [])) (ReturnTypes [(NamedType [A] []) (NamedType [B] [])]) {(Return [a (Vararg)])}))")]
    [InlineData("function a.b.c:m<T: C>() end",
        "(Function [a b c] m (FunctionBody [(TypeParameter T (NamedType [C] []))] [] _ _ {}))")]
    [InlineData("a, b.c, d[1] = 1, 2",
        "(Assignment [a (Field b c) (Index d 1)] [1 2])")]
    [InlineData("f() o:m(1, 2) f\"s\" f{1}",
        "(Call (Call f [])) (Call (MethodCall o m [1 2])) (Call (Call f ['s'])) (Call (Call f [(TableConstructor [(PositionalTableField 1)])]))")]
    [InlineData("do local x end",
        "(Do {(Local [(Variable x _)] [])})")]
    [InlineData("while a do break end",
        "(While a {(Break)})")]
    [InlineData("repeat local x until x",
        "(Repeat {(Local [(Variable x _)] [])} x)")]
    [InlineData("if a then b() elseif c then else d() end",
        "(If [(IfClause a {(Call (Call b []))}) (IfClause c {})] {(Call (Call d []))})")]
    [InlineData("for i: integer = 1, 10, 2 do end",
        "(NumericFor (Variable i (NamedType [integer] [])) 1 10 2 {})")]
    [InlineData("for k: K, v in pairs(t) do end",
        "(GenericFor [(Variable k (NamedType [K] [])) (Variable v _)] [(Call pairs [t])] {})")]
    [InlineData("goto l ::l::",
        "(Goto l) (Label l)")]
    [InlineData("return 1, ...",
        "(Return [1 (Vararg)])")]
    [InlineData("return",
        "(Return [])")]
    [InlineData("type T<A, B: C> = A",
        "(TypeDeclaration T [(TypeParameter A _) (TypeParameter B (NamedType [C] []))] (NamedType [A] []))")]
    [InlineData("interface I<T>: J, K function m(a, ...): R name?: string end: X end",
        "(InterfaceDeclaration I [(TypeParameter T _)] [J K] [(InterfaceMethod m [(Parameter a no _)] (Vararg _) (ReturnTypes [(NamedType [R] [])])) (InterfaceField name yes (NamedType [string] [])) (InterfaceField end no (NamedType [X] []))])")]
    [InlineData("x = nil x = true x = false x = 1.5 x = 0x10 x = 's'",
        "(Assignment [x] [(Nil)]) (Assignment [x] [(True)]) (Assignment [x] [(False)]) (Assignment [x] [1.5f]) (Assignment [x] [16]) (Assignment [x] ['s'])")]
    [InlineData("x = function(...) return ... end",
        "(Assignment [x] [(Function (FunctionBody [] [] (Vararg _) _ {(Return [(Vararg)])}))])")]
    [InlineData("x = {1, a = 2, [3] = 4; f()}",
        "(Assignment [x] [(TableConstructor [(PositionalTableField 1) (NamedTableField 2 a) (KeyedTableField 4 3) (PositionalTableField (Call f []))])])")]
    [InlineData("x = a.b[c]:d(e)(f)",
        "(Assignment [x] [(Call (MethodCall (Index (Field a b) c) d [e]) [f])])")]
    [InlineData("x = (f())",
        "(Assignment [x] [(Parenthesized (Call f []))])")]
    [InlineData("x = a or b and c < d | e ~ f & g << h .. i + j * -k ^ l",
        "(Assignment [x] [(Binary Or a (Binary And b (Binary Less c (Binary BitwiseOr d (Binary BitwiseXor e (Binary BitwiseAnd f (Binary ShiftLeft g (Binary Concat h (Binary Add i (Binary Multiply j (Unary Negate (Binary Power k l))))))))))))])")]
    [InlineData("x = a - b - c",
        "(Assignment [x] [(Binary Subtract (Binary Subtract a b) c)])")]
    [InlineData("x = a .. b .. c",
        "(Assignment [x] [(Binary Concat a (Binary Concat b c))])")]
    [InlineData("x = a ^ b ^ c",
        "(Assignment [x] [(Binary Power a (Binary Power b c))])")]
    [InlineData("x = -a ^ 2",
        "(Assignment [x] [(Unary Negate (Binary Power a 2))])")]
    [InlineData("x = not a == b",
        "(Assignment [x] [(Binary Equal (Unary Not a) b)])")]
    [InlineData("x = #a + ~b",
        "(Assignment [x] [(Binary Add (Unary Length a) (Unary BitwiseNot b))])")]
    [InlineData("x = a! .. b",
        "(Assignment [x] [(Binary Concat (NonNil a) b)])")]
    [InlineData("x = -a :: T",
        "(Assignment [x] [(Unary Negate (Cast a (NamedType [T] [])))])")]
    [InlineData("x = a!.b!",
        "(Assignment [x] [(NonNil (Field (NonNil a) b))])")]
    [InlineData("x = f(a as T, b)",
        "(Assignment [x] [(Call f [(Cast a (NamedType [T] [])) b])])")]
    [InlineData("x = (a :: A) :: B",
        "(Assignment [x] [(Cast (Parenthesized (Cast a (NamedType [A] []))) (NamedType [B] []))])")]
    [InlineData("type X = nil",
        "(TypeDeclaration X [] (LiteralType (Nil)))")]
    [InlineData("type X = true | -1 | 1.5 | \"s\"",
        "(TypeDeclaration X [] (UnionType [(LiteralType (True)) (LiteralType -1) (LiteralType 1.5f) (LiteralType 's')]))")]
    [InlineData("type X = a.b.C<D, E<F>>",
        "(TypeDeclaration X [] (NamedType [a b C] [(NamedType [D] []) (NamedType [E] [(NamedType [F] [])])]))")]
    [InlineData("type X = A? & B[] | C[\"k\"]",
        "(TypeDeclaration X [] (UnionType [(IntersectionType [(OptionalType (NamedType [A] [])) (ArrayType (NamedType [B] []))]) (IndexedAccessType (NamedType [C] []) 'k')]))")]
    [InlineData("type X = {}",
        "(TypeDeclaration X [] (RecordType []))")]
    [InlineData("type X = {A}",
        "(TypeDeclaration X [] (ArrayType (NamedType [A] [])))")]
    [InlineData("type X = {[K]: V}",
        "(TypeDeclaration X [] (MapType (NamedType [K] []) (NamedType [V] [])))")]
    [InlineData("type X = {a: A, b?: B; end: C, }",
        "(TypeDeclaration X [] (RecordType [(RecordField a no (NamedType [A] [])) (RecordField b yes (NamedType [B] [])) (RecordField end no (NamedType [C] []))]))")]
    [InlineData("type X = interface {a: A, b?: B}",
        "(TypeDeclaration X [] (InterfaceType [(RecordField a no (NamedType [A] [])) (RecordField b yes (NamedType [B] []))]))")]
    [InlineData("type X = readonly {A}",
        "(TypeDeclaration X [] (ReadonlyType (ArrayType (NamedType [A] []))))")]
    [InlineData("type X = (A, b: B, c?: C, ...D) -> E",
        "(TypeDeclaration X [] (FunctionType [] [(FunctionTypeParameter _ no (NamedType [A] [])) (FunctionTypeParameter b no (NamedType [B] [])) (FunctionTypeParameter c yes (NamedType [C] []))] (Vararg (NamedType [D] [])) (ReturnTypes [(NamedType [E] [])])))")]
    [InlineData("type X = () -> ()",
        "(TypeDeclaration X [] (FunctionType [] [] _ (ReturnTypes [])))")]
    [InlineData("type X = <T>(T) -> (T, U)",
        "(TypeDeclaration X [] (FunctionType [(TypeParameter T _)] [(FunctionTypeParameter _ no (NamedType [T] []))] _ (ReturnTypes [(NamedType [T] []) (NamedType [U] [])])))")]
    [InlineData("type X = fun(a: A, ...: B): C, D",
        "(TypeDeclaration X [] (FunctionType [] [(FunctionTypeParameter a no (NamedType [A] []))] (Vararg (NamedType [B] [])) (ReturnTypes [(NamedType [C] []) (NamedType [D] [])])))")]
    [InlineData("type X = fun()",
        "(TypeDeclaration X [] (FunctionType [] [] _ _))")]
    [InlineData("type X = typeof(a.b) | keyof(T)",
        "(TypeDeclaration X [] (UnionType [(TypeofType (Field a b)) (KeyofType (NamedType [T] []))]))")]
    [InlineData("type X = A extends B? ? C : D",
        "(TypeDeclaration X [] (ConditionalType (NamedType [A] []) (OptionalType (NamedType [B] [])) (NamedType [C] []) (NamedType [D] [])))")]
    [InlineData("type X = (A | B)[]",
        "(TypeDeclaration X [] (ArrayType (UnionType [(NamedType [A] []) (NamedType [B] [])])))")]
    [InlineData("type X = A @min(-1) @pattern(\"x\", true, nil) | B @any",
        "(TypeDeclaration X [] (UnionType [(AnnotatedType (NamedType [A] []) [(TypeAnnotation min [-1]) (TypeAnnotation pattern ['x' (True) (Nil)])]) (AnnotatedType (NamedType [B] []) [(TypeAnnotation any [])])]))")]
    [InlineData("function f(x): asserts x is T end",
        "(Function [f] _ (FunctionBody [] [(Parameter x no _)] _ (ReturnTypes [(AssertsType x (NamedType [T] []))]) {}))")]
    [InlineData("function f(x): asserts x end",
        "(Function [f] _ (FunctionBody [] [(Parameter x no _)] _ (ReturnTypes [(AssertsType x _)]) {}))")]
    [InlineData("function f(): A, B? end",
        "(Function [f] _ (FunctionBody [] [] _ (ReturnTypes [(NamedType [A] []) (OptionalType (NamedType [B] []))]) {}))")]
    [InlineData("function f(): () end",
        "(Function [f] _ (FunctionBody [] [] _ (ReturnTypes []) {}))")]
    [InlineData("function f(): (A | B)? end",
        "(Function [f] _ (FunctionBody [] [] _ (ReturnTypes [(OptionalType (UnionType [(NamedType [A] []) (NamedType [B] [])]))]) {}))")]
    [InlineData("local t: Box<Box<Box<A>>>= 1",
        "(Local [(Variable t (NamedType [Box] [(NamedType [Box] [(NamedType [Box] [(NamedType [A] [])])])]))] [1])")]
    [InlineData("x = y :: number < 3",
        "(Assignment [x] [(Binary Less (Cast y (NamedType [number] [])) 3)])")]
    [InlineData("x = y :: Box<A>",
        "(Assignment [x] [(Cast y (NamedType [Box] [(NamedType [A] [])]))])")]
    [InlineData("type, fun, as = 1, is, of",
        "(Assignment [type fun as] [1 is of])")]
    [InlineData("type(x)",
        "(Call (Call type [x]))")]
    [InlineData("x = t.as + t.type",
        "(Assignment [x] [(Binary Add (Field t as) (Field t type))])")]
    public void Gives_the_tree(string text, string tree) => Assert.Equal(tree, SyntaxPrinter.Parse(text));

    [Theory]
    [InlineData("x = = 1", "WLC2003", "1:5-1:6",
        "unexpected symbol near '=': write an expression here")]
    [InlineData("x =", "WLC2003", "1:4-1:4",
        "unexpected symbol near <eof>: write an expression here")]
    [InlineData("f(", "WLC2003", "1:3-1:3",
        "unexpected symbol near <eof>: write an expression here")]
    [InlineData("x", "WLC2004", "1:2-1:2",
        "syntax error near <eof>: an expression alone is no statement; call it, or write 'local x = ...'")]
    [InlineData("x.y", "WLC2004", "1:4-1:4",
        "syntax error near <eof>: an expression alone is no statement; call it, or write 'local x = ...'")]
    [InlineData("f() = 1", "WLC2005", "1:1-1:4",
        "syntax error near '=': only a name, a field or an index can stand left of '='")]
    [InlineData("(a) = 1", "WLC2005", "1:1-1:4",
        "syntax error near '=': only a name, a field or an index can stand left of '='")]
    [InlineData("a, f() = 1", "WLC2005", "1:4-1:7",
        "syntax error near '=': only a name, a field or an index can stand left of '='")]
    [InlineData("end", "WLC2006", "1:1-1:4",
        "<eof> expected near 'end': remove it, or open the block that it closes")]
    [InlineData("if x then end end", "WLC2006", "1:15-1:18",
        "<eof> expected near 'end': remove it, or open the block that it closes")]
    [InlineData("return 1, 2 x = 1", "WLC2007", "1:13-1:14",
        "<eof> expected near 'x': 'return' must be the last statement of its block; write 'do return end' to leave early")]
    [InlineData("if x then\n  y = 1\n", "WLC2002", "3:1-3:1",
        "'end' expected (to close 'if' at line 1) near <eof>: close it with 'end'")]
    [InlineData("for i = 1 do end", "WLC2001", "1:11-1:13",
        "',' expected near 'do': write ',' here")]
    [InlineData("for i do end", "WLC2001", "1:7-1:9",
        "'=' or 'in' expected near 'do': write '=' or 'in' here")]
    [InlineData("local function f() return ... end", "WLC2008", "1:27-1:30",
        "cannot use '...' outside a vararg function near '...': add '...' to the parameters of the function")]
    [InlineData("break", "WLC2009", "1:1-1:6",
        "<break> at line 1 not inside a loop: use 'return' to leave a function, or move it into the loop")]
    [InlineData("while x do local f = function() break end end", "WLC2009", "1:33-1:38",
        "<break> at line 1 not inside a loop: use 'return' to leave a function, or move it into the loop")]
    [InlineData("goto nowhere", "WLC2010", "1:6-1:13",
        "no visible label 'nowhere' for <goto> at line 1: write '::nowhere::' in this block or in one around it")]
    [InlineData("::a:: ::a::", "WLC2011", "1:9-1:10",
        "label 'a' already defined on line 1: give one of the two another name")]
    [InlineData("goto x\nlocal a\n::x::\nprint(a)", "WLC2012", "1:6-1:7",
        "<goto x> at line 1 jumps into the scope of local 'a': declare the local before the goto, or wrap its scope in 'do ... end'")]
    [InlineData("repeat goto x; local a; ::x:: until a", "WLC2012", "1:13-1:14",
        "<goto x> at line 1 jumps into the scope of local 'a': declare the local before the goto, or wrap its scope in 'do ... end'")]
    [InlineData("local x <const> = 1", "WLC2013", "1:9-1:16",
        "'<const>' is an attribute of Lua 5.4 and not part of Lua 5.3: remove it")]
    [InlineData("local a, b <close> = 1", "WLC2013", "1:12-1:19",
        "'<close>' is an attribute of Lua 5.4 and not part of Lua 5.3: remove it")]
    [InlineData("local x: string <const> = 1", "WLC2013", "1:17-1:24",
        "'<const>' is an attribute of Lua 5.4 and not part of Lua 5.3: remove it")]
    [InlineData("_ENV = 1", "WLC2014", "1:1-1:5",
        "'_ENV' is not supported: use '_G' to reach globals by name, or choose another name")]
    [InlineData("local function f(_ENV) end", "WLC2014", "1:18-1:22",
        "'_ENV' is not supported: use '_G' to reach globals by name, or choose another name")]
    [InlineData("x = y :: A :: B", "WLC2017", "1:16-1:16",
        "casts do not chain: put the first one in parentheses, '(x :: A) :: B'")]
    [InlineData("x = a != b", "WLC2019", "1:7-1:9",
        "unexpected symbol near '!=': write '~=' for not equal")]
    [InlineData("x += 1", "WLC2033", "1:3-1:4",
        "syntax error near '+=': Lua has no '+='; write 'x = x + ...'")]
    [InlineData("x = 3..4", "WLC2020", "1:5-1:9",
        "malformed number near '3..4': write a decimal or hexadecimal numeral; put spaces around '..'")]
    [InlineData("x = 0x", "WLC2020", "1:5-1:7",
        "malformed number near '0x': write a decimal or hexadecimal numeral; put spaces around '..'")]
    [InlineData("x = \"abc", "WLC2021", "1:5-1:9",
        "unfinished string: close it with \" on the same line, or use [[...]] for a string of several lines")]
    [InlineData("x = [[abc\ndef", "WLC2022", "1:5-1:7",
        "unfinished long string (starting at line 1) near <eof>: close it with ]]")]
    [InlineData("--[==[ abc", "WLC2023", "1:1-1:3",
        "unfinished long comment (starting at line 1) near <eof>: close it with ]==]")]
    [InlineData("x = \"a\\q\"", "WLC2024", "1:7-1:9",
        "invalid escape sequence '\\q': write '\\\\' for a backslash")]
    [InlineData("x = \"\\256\"", "WLC2025", "1:6-1:10",
        "decimal escape too large near '\\256': a byte is 0 to 255; write \\u{XXX} for a character")]
    [InlineData("x = \"\\xg\"", "WLC2026", "1:6-1:8",
        "hexadecimal digit expected near '\\x': '\\x' takes exactly two digits")]
    [InlineData("x = \"\\u{110000}\"", "WLC2027", "1:6-1:16",
        "UTF-8 value too large: write \\u{XXX} with hexadecimal digits up to 10FFFF")]
    [InlineData("x = \"\\u41\"", "WLC2027", "1:6-1:8",
        "missing '{' in \\u{xxxx}: write \\u{XXX} with hexadecimal digits up to 10FFFF")]
    [InlineData("x = [=abc", "WLC2028", "1:5-1:7",
        "invalid long string delimiter near '[=': write '[[' or '[=['")]
    [InlineData("x = $y", "WLC2029", "1:5-1:6",
        "unexpected symbol near '$': names are ASCII letters, digits and '_'; other text belongs in a string or a comment")]
    [InlineData("x = a -> b", "WLC2035", "1:7-1:9",
        "unexpected symbol near '->': write a statement here")]
    [InlineData("local x: = 1", "WLC2030", "1:10-1:11",
        "type expected near '=': write a type such as string, number? or {name: string}")]
    [InlineData("type A = {a: }", "WLC2030", "1:14-1:15",
        "type expected near '}': write a type such as string, number? or {name: string}")]
    [InlineData("type A = {a b}", "WLC2001", "1:13-1:14",
        "'}' expected near 'b': write '}' here")]
    [InlineData("type A = (B", "WLC2001", "1:12-1:12",
        "')' expected near <eof>: write ')' here")]
    [InlineData("function f(..., a) end", "WLC2031", "1:15-1:16",
        "')' expected near ',': '...' must be the last parameter")]
    [InlineData("local f: (...A, B) -> C", "WLC2031", "1:15-1:16",
        "')' expected near ',': '...' must be the last parameter")]
    [InlineData("local x: asserts y", "WLC2032", "1:10-1:17",
        "'asserts' is only a result type of a function: move it behind the parameter list")]
    [InlineData("x = {a = 1 b = 2}", "WLC2001", "1:12-1:13",
        "',' or '}' expected near 'b': write ',' or '}' here")]
    [InlineData("x = {\n  a = 1,\n", "WLC2002", "3:1-3:1",
        "'}' expected (to close '{' at line 1) near <eof>: close it with '}'")]
    [InlineData("x = a:b", "WLC2001", "1:8-1:8",
        "function arguments expected near <eof>: write function arguments here")]
    [InlineData("x = f(a b)", "WLC2001", "1:9-1:10",
        "')' expected near 'b': write ')' here")]
    [InlineData("interface A x = 1 end", "WLC2001", "1:13-1:14",
        "'end' expected near 'x': write 'end' here")]
    [InlineData("type A<T = B", "WLC2001", "1:10-1:11",
        "'>' expected near '=': write '>' here")]
    [InlineData("x = a:b.c", "WLC2001", "1:8-1:9",
        "function arguments expected near '.': write function arguments here")]
    [InlineData("local 1 = 2", "WLC2001", "1:7-1:8",
        "<name> expected near '1': write <name> here")]
    [InlineData("function f(a, 1) end", "WLC2001", "1:15-1:16",
        "<name> expected near '1': write <name> here")]
    [InlineData("x = function f() end", "WLC2001", "1:14-1:15",
        "'(' expected near 'f': write '(' here")]
    [InlineData("do local x", "WLC2001", "1:11-1:11",
        "'end' expected near <eof>: write 'end' here")]
    public void Reports_the_mistake(string text, string id, string place, string message)
    {
        var found = Parse(text).Diagnostics[0];
        var (start, end) = (found.Location!.Start, found.Location.End);
        Assert.Equal(id, found.Id);
        Assert.Equal(message, found.Message);
        Assert.Equal(place, $"{start.Line + 1}:{start.Column + 1}-{end.Line + 1}:{end.Column + 1}");
    }

    public static TheoryData<string> Accepted => new(LuaCorpus.Accepted);

    public static TheoryData<string> Rejected => new(LuaCorpus.Rejected);

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts_what_Lua_accepts(string text) =>
        Assert.DoesNotContain(ParseBytes(text).Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Rejects_what_Lua_rejects(string text)
    {
        var tree = ParseBytes(text);
        Assert.Contains(tree.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.All(tree.Diagnostics, static d => Assert.StartsWith("WLC2", d.Id, System.StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_several_mistakes_of_a_file()
    {
        var tree = Parse("""
            x = = 1
            local y = )
            if z then w = end
            for i = 1 do end
            local ok = 1
            return 1 2
            """);
        Assert.Equal(
            ["WLC2003 1", "WLC2003 2", "WLC2003 3", "WLC2001 4", "WLC2007 6"],
            tree.Diagnostics.Select(static d => $"{d.Id} {d.Location!.Start.Line + 1}"));
        Assert.Contains(tree.Chunk.Block.Statements, static s => s is LocalStatementSyntax { Values.Count: 1 } local && local.Variables[0].Name.Text == "ok");
    }

    [Theory]
    [InlineData("local t = {\n a = 1\n b = 2,\n}\nlocal ok = 1", 1)]
    [InlineData("function f( x + 1 end\nlocal ok = 1", 1)]
    [InlineData("if x the\n y = 1\nend\nlocal ok = 1", 1)]
    [InlineData("local s = \"abc\nlocal ok = 1", 1)]
    [InlineData("foo bar baz\nlocal ok = 1", 1)]
    [InlineData("type T = {a: , b: B}\nlocal ok = 1", 1)]
    [InlineData("x = a.1 + 2\nlocal ok = 1", 1)]
    [InlineData("for k v in pairs(t) do\nend\nlocal ok = 1", 1)]
    public void Goes_on_after_a_mistake(string text, int count)
    {
        var tree = Parse(text);
        Assert.Equal(count, tree.Diagnostics.Count);
        Assert.Contains(SyntaxPrinter.Walk(tree.Chunk), static n => n.Node is LocalStatementSyntax local && local.Variables[0].Name.Text == "ok");
    }

    [Fact]
    public void Warns_of_arguments_on_a_new_line()
    {
        var warning = Assert.Single(Parse("local a = f\n(g or h)()").Diagnostics);
        Assert.Equal("WLC2018", warning.Id);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Equal(new LinePosition(1, 0), warning.Location!.Start);
        Assert.Empty(Parse("local a = f(\n1\n)(\n2)").Diagnostics);
    }

    [Fact]
    public void Takes_double_colon_with_a_name_and_double_colon_for_a_label()
    {
        Assert.Equal("(Assignment [x] [y]) (Label l) (Goto l)", SyntaxPrinter.Parse("x = y ::l:: goto l"));
        Assert.Equal("(Assignment [x] [(Cast y (NamedType [l] []))])", SyntaxPrinter.Parse("x = y ::l"));
        Assert.Equal("(Assignment [x] [(Cast y (LiteralType (Nil)))])", SyntaxPrinter.Parse("x = y :: nil"));
    }

    [Fact]
    public void Takes_contextual_words_for_names_on_a_line_of_their_own()
    {
        Assert.Equal("(Assignment [x] [y]) (Call (Call as [z]))", SyntaxPrinter.Parse("x = y\nas(z)"));
        Assert.Equal("(Assignment [x] [y]) (Assignment [as] [1])", SyntaxPrinter.Parse("x = y\nas = 1"));
        Assert.Equal("(Assignment [x] [(Cast y (NamedType [T] []))])", SyntaxPrinter.Parse("x = y\n  as T"));
        Assert.Equal(
            "(Local [(Variable x (NamedType [readonly] []))] []) (Assignment [y] [1])", SyntaxPrinter.Parse("local x: readonly\ny = 1"));
        Assert.Equal(
            "(Local [(Variable x (NamedType [T] []))] []) (Call (Call extends [y]))", SyntaxPrinter.Parse("local x: T\nextends(y)"));
    }

    [Fact]
    public void Keeps_comments_beside_the_tree()
    {
        var tree = Parse("#!lua\n-- one\nx = 1 --[[ two\n]] y = 2 --[==[three]==]--four");
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(
            ["Shebang #!lua", "Line -- one", "Block --[[ two\n]]", "Block --[==[three]==]", "Line --four"],
            tree.Chunk.Comments.Select(static c => $"{c.Kind} {c.Text}"));
    }

    [Fact]
    public void Spans_cover_their_text()
    {
        const string Text = "local f = function(a: T, ...) return g.h[a]:m(1, 'x') end -- c";
        var tree = Parse(Text);
        var texts = SyntaxPrinter.Walk(tree.Chunk).ToLookup(static n => n.Node.GetType().Name, n => tree.Source.ToString(n.Node.Span));
        Assert.Equal(["local f = function(a: T, ...) return g.h[a]:m(1, 'x') end"], texts[nameof(LocalStatementSyntax)]);
        Assert.Equal(["(a: T, ...) return g.h[a]:m(1, 'x') end"], texts[nameof(FunctionBodySyntax)]);
        Assert.Equal(["g.h[a]:m(1, 'x')"], texts[nameof(MethodCallExpressionSyntax)]);
        Assert.Equal(["g.h[a]"], texts[nameof(IndexExpressionSyntax)]);
        Assert.Equal(["g.h"], texts[nameof(FieldExpressionSyntax)]);
        Assert.Equal(["a: T"], texts[nameof(ParameterSyntax)]);
        Assert.Equal(["..."], texts[nameof(VarargSyntax)]);
        Assert.Equal(["'x'"], texts[nameof(StringLiteralSyntax)]);
        var body = SyntaxPrinter.Walk(tree.Chunk).Select(static n => n.Node).OfType<FunctionBodySyntax>().Single();
        Assert.Equal("end", tree.Source.ToString(body.EndSpan));
        var call = SyntaxPrinter.Walk(tree.Chunk).Select(static n => n.Node).OfType<MethodCallExpressionSyntax>().Single();
        Assert.Equal("(1, 'x')", tree.Source.ToString(call.ArgumentsSpan));
    }

    [Theory]
    [InlineData("(", ")", "1")]
    [InlineData("{", "}", "1")]
    [InlineData("f(", ")", "1")]
    [InlineData("function() return ", " end", "1")]
    [InlineData("not ", "", "1")]
    [InlineData("x[", "]", "1")]
    [InlineData("{a = ", "}", "1")]
    public void Bounds_nesting_of_expressions(string open, string close, string inner)
    {
        Assert.Empty(Parse("x = " + Repeat(open, 60) + inner + Repeat(close, 60)).Diagnostics);
        var found = Parse("x = " + Repeat(open, 10_000) + inner + Repeat(close, 10_000)).Diagnostics;
        Assert.Equal("WLC2015", Assert.Single(found).Id);
        Assert.Equal("WLC2015", Assert.Single(Parse("x = " + Repeat(open, 10_000)).Diagnostics).Id);
    }

    [Theory]
    [InlineData("do ", "end ")]
    [InlineData("if x then ", "end ")]
    [InlineData("while x do ", "end ")]
    [InlineData("repeat ", "until x ")]
    [InlineData("function f() ", "end ")]
    public void Bounds_nesting_of_blocks(string open, string close)
    {
        Assert.Empty(Parse(Repeat(open, 150) + Repeat(close, 150)).Diagnostics);
        Assert.Equal("WLC2015", Assert.Single(Parse(Repeat(open, 10_000) + Repeat(close, 10_000)).Diagnostics).Id);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("{", "}")]
    [InlineData("Box<", ">")]
    [InlineData("{[string]: ", "}")]
    [InlineData("() -> ", "")]
    [InlineData("readonly ", "")]
    [InlineData("A extends B ? C : ", "")]
    public void Bounds_nesting_of_types(string open, string close)
    {
        Assert.Empty(Parse("type X = " + Repeat(open, 60) + "T" + Repeat(close, 60)).Diagnostics);
        Assert.Equal("WLC2015", Assert.Single(Parse("type X = " + Repeat(open, 10_000) + "T" + Repeat(close, 10_000)).Diagnostics).Id);
        Assert.Equal("WLC2015", Assert.Single(Parse("type X = T" + Repeat("?", 10_000)).Diagnostics).Id);
    }

    [Theory]
    [InlineData("a", " + a")]
    [InlineData("a", " .. a")]
    [InlineData("a", " ^ a")]
    [InlineData("a", " and a or b")]
    [InlineData("a", ".b")]
    [InlineData("a", "()")]
    [InlineData("a", "[1]")]
    [InlineData("a", "!")]
    public void Bounds_the_depth_of_chains(string first, string next)
    {
        Assert.Empty(Parse("x = " + first + Repeat(next, 9_000)).Diagnostics);
        var tree = Parse("x = " + first + Repeat(next, 100_000));
        Assert.Equal("WLC2016", Assert.Single(tree.Diagnostics).Id);
        Assert.InRange(tree.Depth, 0, LuaParser.MaxExpressionDepth);
    }

    [Fact]
    public void Reads_long_lists_and_elseif_chains()
    {
        Assert.Empty(Parse("if a then " + Repeat("elseif b then ", 20_000) + "end").Diagnostics);
        Assert.Empty(Parse("x = {" + Repeat("1, ", 200_000) + "}").Diagnostics);
        Assert.Empty(Parse("type X = A" + Repeat(" | A", 20_000)).Diagnostics);
        Assert.Empty(Parse("local " + string.Join(", ", Enumerable.Range(0, 1000).Select(static i => "v" + i)) + " = 1").Diagnostics);
    }

    [Fact]
    public void Reads_a_large_file_in_linear_time()
    {
        var line = "local function f(a, b) if a == nil then return {x = 1, y = \"s\"} end return a .. b end -- comment\n";
        var text = Repeat(line, 5_000_000 / line.Length);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Parse(text).Diagnostics);
        Assert.True(watch.Elapsed.TotalSeconds < 60, $"took {watch.Elapsed}");
    }

    [Fact]
    public void Stops_reporting_after_many_mistakes()
    {
        var found = Parse(Repeat("x = = 1\n", 10_000)).Diagnostics;
        Assert.InRange(found.Count, 2, LuaParser.MaxErrors + 1);
        Assert.Equal("WLC2034", found[found.Count - 1].Id);
    }

    [Fact]
    public void Trees_are_equal_when_path_and_text_are()
    {
        Assert.Equal(Parse("x = 1"), Parse("x = 1"));
        Assert.NotEqual(Parse("x = 1"), Parse("x = 2"));
        Assert.NotEqual(Parse("x = 1"), LuaParser.Parse(SourceText.FromString("other.lua", "x = 1")));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static LuaSyntaxTree Parse(string text) => LuaParser.Parse(SourceText.FromString("test.lua", text));

    private static LuaSyntaxTree ParseBytes(string text) =>
        LuaParser.Parse(SourceText.FromBytes("test.lua", System.Text.Encoding.Latin1.GetBytes(text)));
}
