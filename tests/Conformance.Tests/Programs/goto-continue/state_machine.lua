-- A state machine written with gotos.
local input, pos, log = "aabbx", 0, {}
local function next_char() pos = pos + 1 return input:sub(pos, pos) end
local c
::start::
c = next_char()
if c == "a" then log[#log + 1] = "start:a" goto start end
if c == "b" then goto in_b end
goto fail
::in_b::
log[#log + 1] = "in_b:" .. c
c = next_char()
if c == "b" then goto in_b end
if c == "x" then goto accept end
::fail::
log[#log + 1] = "fail"
goto finish
::accept::
log[#log + 1] = "accept"
::finish::
print(table.concat(log, " "))
