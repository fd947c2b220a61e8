---@class Point comments that start with three dashes have no meaning
---@field x number
---@field y number
local Point = {}
---@param x number
---@return number
local function double(x) return x * 2 end
print(double(4))
---@diagnostic disable-next-line
print(Point.x, next(Point))
