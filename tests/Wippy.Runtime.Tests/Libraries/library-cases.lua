-- Writes library-cases.txt: calls of library functions with the results of the reference implementation.
-- Run by hand with stock Lua 5.3: lua5.3 library-cases.lua > library-cases.txt
local function encode(v)
  local t = math.type(v)
  if t == "integer" then return "i" .. v end
  if t == "float" then return "f" .. string.format("%a", v) end
  if type(v) == "string" then return "s" .. v:gsub(".", function(c) return string.format("%02x", c:byte()) end) end
  if type(v) == "boolean" then return "b" .. tostring(v) end
  if v == nil then return "n" end
  if type(v) == "table" then
    local parts = {}
    for i = 1, #v do parts[i] = encode(v[i]) end
    return "t" .. table.concat(parts, ",")
  end
  return "?" .. type(v)
end

local function list(t)
  local parts = {}
  for i = 1, t.n do parts[i] = encode(t[i]) end
  return table.concat(parts, " ")
end

local function case(name, ...)
  local f = _G
  for part in name:gmatch("[^.]+") do f = f[part] end
  local arguments = list(table.pack(...))
  local results = table.pack(pcall(f, ...))
  print(name .. "\t" .. arguments .. "\t" .. list(results))
end

-- numbers and text
local numbers = { 0, -0.0, 1, -1, 0.1, 0.1 + 0.2, 1 / 3, 1e15, 1e14, 1e16, 123456789012345, 1e100, 1e-5, 1e-4, 5e-324, 1.7976931348623157e308,
  2^53, 2^63, -2^63, math.maxinteger, math.mininteger, 1 / 0, -1 / 0, 3.0, 100.0, 1.5, 123.456, 99999999999999.9, 0.00001234 }
for _, v in ipairs(numbers) do
  case("tostring", v)
  for _, f in ipairs { "%d", "%5d", "%-8d|", "%+d", "% d", "%05d", "%.3d", "%x", "%X", "%#x", "%o", "%e", "%.0e", "%.3E", "%f", "%.0f", "%10.2f", "%-10.2f|", "%+.1f",
    "%010.3f", "%g", "%.3g", "%G", "%#g", "%.0g", "%.14g", "%.17g", "%a", "%.2a", "%A", "%s", "%10s", "%q", "%i", "%.20f", "%5.1f", "%#.0f", "%+g", "% g", "%020g" } do
    case("string.format", f, v)
  end
end
for _, s in ipairs { "10", "0x10", " 12 ", "1e3", "1e", "0x", "0x.8p1", "0x1p-2", "1.", ".5", ".", "", " ", "1 2", "1e+5", "inf", "nan", "0x1.8", "9223372036854775807", "9223372036854775808",
  "-9223372036854775808", "0xffffffffffffffff", "0x1ffffffffffffffff", "1\0", "1_000", "--1", "- 1", "+5", "\t7\n", "1e400", "0b1", "5e-324", "0x8.p1", "1E5", "3.14159265358979" } do
  case("tonumber", s)
  case("math.floor", s)
end
for _, c in ipairs { { "ff", 16 }, { "FF", 16 }, { "zz", 36 }, { "8", 8 }, { "777", 8 }, { "-101", 2 }, { " 11 ", 2 }, { "", 10 }, { "1", 1 }, { "1", 37 }, { 10, 16 }, { "7fffffffffffffff", 16 },
  { "ffffffffffffffff", 16 }, { "1.0", 10 }, { "1e1", 16 }, { "g", 16 } } do
  case("tonumber", c[1], c[2])
end
case("tonumber") case("tonumber", nil) case("tonumber", true) case("tonumber", {}) case("tostring") case("type") case("type", nil)

-- patterns
local subjects = { "", "a", "abc", "hello world", "aaa", "  trim me  ", "key = value", "THE (quick) fox", "f(a(b)c)d", "x=1, y=2", "2024-12-29", "a.b.c", "\0a\0b", "[[x]]", "äöü", "foo123bar", "--[[c]]--" }
local patterns = { "", "a", ".", ".*", ".-", ".+", "a*", "a-", "a+", "a?", "^a", "a$", "^$", "^.*$", "%a+", "%d+", "%s*", "%w+", "%S+", "(%w+)", "(%w+)=(%w+)", "()", "()a()", "%b()", "%f[%w]%w+",
  "%f[%a]", "[abc]", "[^abc]", "[a-c]+", "[%a_][%w_]*", "(a)(b)(c)", "(.)%1", "((a)b)", "%.", "[.]", "[]]", "[^]]", "[a-]", "%(", "(%d+)-(%d+)-(%d+)", "^%s*(.-)%s*$", "l+", "o w", "%z", "[%z]", "%u+",
  "%p", "%x+", "%c", "%g+", "%l+", "\0", "%", "[", "[a", "[%", "(", ")", "%1", "%b", "%bx", "%f", "(()", "a)", "[^", "[]", "%f[", "(a*(.)%w(%s*))", "^(-?%d+)(.*)$", "a**", "a?b?c?", "[%w%-]+", "(%a)(%a)" }
for _, s in ipairs(subjects) do
  for _, p in ipairs(patterns) do
    case("string.find", s, p)
    case("string.match", s, p)
    case("string.gsub", s, p, "<%0>")
  end
end
for _, i in ipairs { -20, -3, -1, 0, 1, 2, 3, 4, 5, 100 } do
  case("string.find", "abc", "b", i) case("string.find", "abc", "", i) case("string.find", "abc", "b", i, true) case("string.match", "abc", ".", i)
  case("string.byte", "abc", i) case("string.byte", "abc", i, -1)
  for _, j in ipairs { -20, -3, -1, 0, 1, 2, 3, 4, 100 } do case("string.sub", "abcdef", i, j) end
end
case("string.find", "a.b", ".", 1, true) case("string.find", "a+b", "+", 1, true) case("string.find", "a+b", "a+b") case("string.find", "abc") case("string.find") case("string.find", {}, "a")
for _, r in ipairs { "x", "%%", "%1", "%2", "%0%0", "%", "%x", "<%1>", "", "%1%2", 12 } do
  case("string.gsub", "hello world", "o", r) case("string.gsub", "hello world", "(o)", r) case("string.gsub", "abc", "(a)(b)", r) case("string.gsub", "abc", "%w", r, 2)
end
case("string.gsub", "abc", "b", true) case("string.gsub", "abc", "b") case("string.gsub", "abc", "", "-") case("string.gsub", "abc", "^a", "x") case("string.gsub", "aaa", "^a", "x") case("string.gsub", "abc", ".", "x", 0)
case("string.gsub", "abc", ".", "x", -1) case("string.gsub", "abc", "b*", "x")

-- other string functions
for _, s in ipairs { "", "a", "MiXed 123 é", "\0\1\255" } do
  for _, f in ipairs { "len", "upper", "lower", "reverse" } do case("string." .. f, s) end
  for _, n in ipairs { -1, 0, 1, 2, 5 } do case("string.rep", s, n) case("string.rep", s, n, ",") end
end
case("string.rep", "x", 1e10) case("string.rep", "x") case("string.rep") case("string.rep", "x", 1.5) case("string.rep", "x", "3") case("string.rep", "x", {}) case("string.rep", {}, 1)
case("string.char") case("string.char", 65, 66) case("string.char", 256) case("string.char", -1) case("string.char", "65") case("string.char", 65.5) case("string.len", 123) case("string.upper", 1.5) case("string.sub", "abc") case("string.sub", "abc", "x")
case("string.format") case("string.format", "%d") case("string.format", "%d", "x") case("string.format", "%d", "10") case("string.format", "%d", 1.5) case("string.format", "%d", "1.5") case("string.format", "%y", 1) case("string.format", "%")
case("string.format", "%123d", 1) case("string.format", "%.123f", 1) case("string.format", "%------d", 1) case("string.format", "%s %s", 1) case("string.format", "%%") case("string.format", "%c%c", 65, 0) case("string.format", "%5c|%-5c|", 65, 66)
case("string.format", "%s", nil) case("string.format", "%s", true) case("string.format", "%.2s|%5.1s|%-5s|", "abc", "abc", "abc") case("string.format", "%5s", "a\0b") case("string.format", "%s", "a\0b") case("string.format", "%x", -1) case("string.format", "%o", -1)
case("string.format", "%q", "a\n\0\r\t\"\\\1272\200") case("string.format", "%q", true) case("string.format", "%q", nil) case("string.format", "%q", "\0001") case("string.format", "%.3d|%.0d|%8.3d|%-8.3d|%+.3d", 5, 0, 5, 5, 5) case("string.format", "%#o %#X %#x", 8, 255, 0)

-- pack
local formats = { "b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "i1", "i2", "i3", "i4", "i7", "i8", "i16", "I3", "I16", ">i2", "<i2", "=i4", ">i8", "!i8", "bi4", "!4bi4", "!bi8", "!2bi8", "bXi4", "!8bXi8", "i17", "i0", "y", "" }
for _, f in ipairs(formats) do
  case("string.packsize", f)
  for _, v in ipairs { 0, 1, -1, 127, 128, 255, 256, -128, -129, 65535, 100000, 2^31, math.maxinteger, math.mininteger } do
    case("string.pack", f, v, v)
    local ok, s = pcall(string.pack, f, v, v)
    if ok then case("string.unpack", f, s) end
  end
end
for _, v in ipairs { 0, 1.5, -2.25, 1e300, 1 / 0 } do case("string.pack", "d", v) case("string.pack", ">d", v) case("string.pack", "f", v) case("string.pack", "n", v) end
case("string.unpack", "d", string.pack("d", 1.5)) case("string.unpack", "f", string.pack("f", 1.5)) case("string.unpack", ">f", string.pack(">f", -0.25))
case("string.pack", "z", "abc") case("string.pack", "z", "a\0b") case("string.pack", "s", "abc") case("string.pack", "s1", "abc") case("string.pack", "s1", ("x"):rep(300)) case("string.pack", "c5", "abc") case("string.pack", "c2", "abc") case("string.pack", "c", "abc")
case("string.unpack", "z", "abc\0def") case("string.unpack", "z", "abc") case("string.unpack", "s1", "\3abcd") case("string.unpack", "s1", "\9abc") case("string.unpack", "c2", "abc") case("string.unpack", "c9", "abc") case("string.unpack", "i4", "abc")
case("string.unpack", "b", "abc", 2) case("string.unpack", "b", "abc", -1) case("string.unpack", "b", "abc", 4) case("string.unpack", "b", "abc", 5) case("string.unpack", "bbb", "abc") case("string.unpack", "i16", ("\255"):rep(16)) case("string.unpack", "I16", ("\255"):rep(16))
case("string.packsize", "s") case("string.packsize", "z") case("string.packsize", "i4c10b") case("string.packsize", "!8bi8") case("string.pack", "Xi") case("string.pack", "X") case("string.pack", "Xz") case("string.pack", "!3i4", 1) case("string.pack", "b x b", 1, 2)

-- math
local values = { 0, -0.0, 1, -1, 2, 3, 0.5, -0.5, 2.5, -2.5, 10, 1e300, -1e300, 2^53, 2^63, -2^63, 1 / 0, -1 / 0, math.maxinteger, math.mininteger, "10", "0x10", "1.5", "x" }
for _, v in ipairs(values) do
  for _, f in ipairs { "abs", "ceil", "floor", "sqrt", "tointeger", "type", "modf", "frexp", "deg", "log10" } do case("math." .. f, v) end
  for _, w in ipairs(values) do
    case("math.fmod", v, w) case("math.ult", v, w)
    if type(v) == "number" and type(w) == "number" then case("math.max", v, w) case("math.min", v, w) case("math.log", math.abs(v), 2) case("math.atan", v, 1) end
  end
end
for _, f in ipairs { "abs", "ceil", "floor", "sqrt", "tointeger", "type", "modf", "fmod", "max", "min", "log", "ult", "sin" } do case("math." .. f) case("math." .. f, {}) end
case("math.log", 8, 2) case("math.log", 1000, 10) case("math.log", 27, 3) case("math.log", 0) case("math.random", 0) case("math.random", 2, 1) case("math.random", 1, 2, 3) case("math.random", 1.5) case("math.ldexp", 0.5, 3) case("math.pow", 2, 10) case("math.cosh", 0)

-- table
case("table.concat", { 1, 2, 3 }) case("table.concat", { 1, 2, 3 }, ", ") case("table.concat", { 1, 2, 3 }, ", ", 2) case("table.concat", { 1, 2, 3 }, ", ", 2, 3) case("table.concat", { 1, 2, 3 }, ", ", 3, 2) case("table.concat", { 1, {}, 3 })
case("table.concat", { 1, 2 }, ",", 1, 3) case("table.concat", { 1.5, "x", 2.0 }, "-") case("table.concat", {}) case("table.concat") case("table.concat", 5) case("table.concat", { 1 }, {})
case("table.unpack", { 1, 2, 3 }) case("table.unpack", { 1, 2, 3 }, 2) case("table.unpack", { 1, 2, 3 }, 2, 5) case("table.unpack", { 1, 2 }, -1, 1) case("table.unpack", {}, 1, 1e8) case("table.unpack") case("table.unpack", { 1 }, "x")
case("table.remove", { 1, 2, 3 }) case("table.remove", { 1, 2, 3 }, 1) case("table.remove", { 1, 2, 3 }, 3) case("table.remove", { 1, 2, 3 }, 4) case("table.remove", { 1, 2, 3 }, 5) case("table.remove", {}) case("table.remove", {}, 0) case("table.remove", {}, 1) case("table.remove", { 1 }, 0)
case("table.insert", { 1 }) case("table.insert", { 1 }, 1, 2, 3) case("table.insert", { 1 }, 5, 1) case("table.insert", { 1 }, 0, 1) case("table.insert", { 1 }, "x", 1) case("table.insert") case("table.insert", nil, 1)
case("table.move", { 1, 2, 3 }, 1, 3, 2) case("table.move", { 1, 2, 3 }, 2, 3, 1) case("table.move", { 1, 2, 3 }, 1, 3, 1, {}) case("table.move", { 1, 2, 3 }, 1, 0, 5) case("table.move", { 1 }, 1, math.maxinteger, 2) case("table.move", { 1 }, -1, math.maxinteger, 2)
case("table.pack") case("table.pack", 1, 2) case("table.sort", { 1, "x" }) case("table.sort", { 1, 2 }, 5) case("table.sort", { {}, {} })

-- base
case("select", "#") case("select", "#", 1, nil) case("select", 2, "a", "b", "c") case("select", -1, "a", "b") case("select", -3, "a", "b") case("select", 0) case("select", 5, "a") case("select", "x")
case("rawequal", 1, 1.0) case("rawequal", "a", "a") case("rawequal", 1) case("rawget", { 5 }, 1) case("rawget", 1, 1) case("rawset", {}, nil, 1) case("rawset", {}, 0 / 0, 1) case("rawset", 1) case("next", {}) case("next", { 7 }) case("next", { 7 }, 1) case("next", 5)
case("assert", 1, 2) case("assert", false) case("assert", nil, "msg") case("assert", false, { 1 }) case("assert") case("error", "x") case("error", "x", 0) case("error", { 1 }) case("error") case("error", nil) case("setmetatable", 1, {}) case("setmetatable", {}) case("setmetatable", {}, 1)
case("getmetatable") case("ipairs") case("pairs", 5) case("pcall") case("xpcall") case("xpcall", 1)
