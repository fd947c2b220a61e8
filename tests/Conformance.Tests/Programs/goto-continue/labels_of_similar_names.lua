-- Labels that differ by a number, and equal ones in blocks beside and inside each other.
local log = {}
do
  local y = 12
  goto l1
  ::l2:: log[#log + 1] = "l2" goto l3
  ::l1:: log[#log + 1] = "l1" goto l2
end
::l3:: ::l3_1:: log[#log + 1] = "l3"
do goto l3 log[#log + 1] = "never" ::l3:: end
do goto l3_1 log[#log + 1] = "never" ::l3_1:: ::l3:: ::l3_2:: end
for i = 1, 2 do
  do goto l3_2 end
  log[#log + 1] = "skipped"
  ::l3_2::
  log[#log + 1] = i
end
local function start(n)
  ::start::
  if n == 0 then return "start" end
  n = n - 1
  if n % 2 == 0 then goto start end
  do goto start_1 end
  ::start_1::
  return start(n)
end
print(table.concat(log, " "), start(5))
