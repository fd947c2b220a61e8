-- Identifiers: underscores, digits, case, and names that start like reserved words.
local _ = "underscore"
local __x1 = "x1"
local And, END, Nil = "And", "END", "Nil"
local endx, iff, notnot, do_, _end = 1, 2, 3, 4, 5
local a1b2c3 = "mixed"
print(_, __x1)
print(And, END, Nil)
print(endx, iff, notnot, do_, _end)
print(a1b2c3)
Caf = "global"
print(Caf, caf)
local very_long_identifier_name_that_goes_on_and_on_for_quite_a_while_without_any_limit = 42
print(very_long_identifier_name_that_goes_on_and_on_for_quite_a_while_without_any_limit)
