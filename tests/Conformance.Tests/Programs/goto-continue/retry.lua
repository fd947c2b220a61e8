-- Retrying with goto and a counter.
local function unreliable(n) if n < 3 then return nil, "try " .. n .. " failed" end return "ok on try " .. n end
local attempt = 0
::retry::
attempt = attempt + 1
local result, err = unreliable(attempt)
if not result then
  print(err)
  if attempt < 5 then goto retry end
end
print(result)
