-- abs, ceil, floor and their result subtypes.
local function show(label, v) print(label, v, math.type(v)) end
show("abs int", math.abs(-5)) show("abs float", math.abs(-5.5)) show("abs min", math.abs(math.mininteger)) show("abs -0.0", math.abs(-0.0))
show("floor", math.floor(3.7)) show("floor neg", math.floor(-3.7)) show("floor int", math.floor(5)) show("floor exact", math.floor(4.0))
show("ceil", math.ceil(3.2)) show("ceil neg", math.ceil(-3.2)) show("ceil int", math.ceil(5)) show("ceil -0.5", math.ceil(-0.5))
show("floor big", math.floor(1e100)) show("ceil big", math.ceil(-1e100)) show("floor inf", math.floor(math.huge))
show("floor 2^62", math.floor(2^62)) show("floor 2^63", math.floor(2^63)) show("floor -2^63", math.floor(-2^63))
show("floor string", math.floor("2.7"))
