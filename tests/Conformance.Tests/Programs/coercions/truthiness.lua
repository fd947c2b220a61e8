-- Only nil and false are false.
local function truth(v) if v then return "true" else return "false" end end
print("0", truth(0))
print("0.0", truth(0.0))
print("empty string", truth(""))
print("table", truth({}))
print("function", truth(print))
print("nil", truth(nil))
print("false", truth(false))
print("'false'", truth("false"))
print(not 0, not "", not nil, not not nil)
