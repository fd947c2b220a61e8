-- gmatch and friends drive loops.
for w in ("the quick brown fox"):gmatch("%a+") do print(w) end
for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do print(k, v) end
local n = 0
for _ in ("aaa"):gmatch("") do n = n + 1 end
print(n)
for line in ("l1\nl2\n\nl4"):gmatch("([^\n]*)\n?") do print("[" .. line .. "]") end
local words = {}
for w in ("to be or not to be"):gmatch("%a+") do words[w] = (words[w] or 0) + 1 end
for _, w in ipairs { "be", "not", "or", "to" } do print(w, words[w]) end
for first, rest in ("alpha beta"):gmatch("(%a)(%a*)") do print(first:upper() .. rest) end
