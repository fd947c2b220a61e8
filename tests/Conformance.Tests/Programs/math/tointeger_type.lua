-- tointeger and type.
print(math.tointeger(3), math.tointeger(3.0), math.tointeger(3.5), math.tointeger(2^53), math.tointeger(2^63), math.tointeger(-2^63))
print(math.tointeger({}), math.tointeger(nil), math.tointeger(1/0), math.tointeger(0/0), math.tointeger(-0.0))
print(math.type(1), math.type(1.0), math.type("1"), math.type(nil), math.type({}), math.type(2^31), math.type(1 // 1), math.type(1 / 1))
print(select(2, pcall(function() local t = math.type() end)))
