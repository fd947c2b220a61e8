-- Messages with newlines, percent signs, zeros, numbers.
print(pcall(error, "two\nlines", 0)) print(pcall(error, "100%d %s", 0)) print(#select(2, pcall(error, "a\0b", 0)))
print(pcall(error, "", 0)) print(pcall(error, 3.5)) print(math.type(select(2, pcall(error, 7))))
local long = ("x"):rep(300)
print(#select(2, pcall(error, long, 0)))
print(select(2, pcall(function() error(long) end)):sub(1, 40))
print(pcall(function() error("") end))
