-- Long strings as call arguments and as methods' receivers.
local function show(s) print("<" .. s .. ">") end
show[[plain]]
show[==[level ]] two]==]
print(([[abc]]):upper(), #[[x
y]])
print(([=[a]b]=]):len())
local lines = 0
for line in ([[
alpha
beta
gamma
]]):gmatch("[^\n]+") do
  lines = lines + 1
  print(lines, line)
end
