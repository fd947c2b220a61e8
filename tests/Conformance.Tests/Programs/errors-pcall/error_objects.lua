-- Error objects with methods, classes and chained causes.
local AppError = {}
AppError.__index = AppError
AppError.__tostring = function(e) return e.kind .. ": " .. e.message .. (e.cause and " <- " .. tostring(e.cause) or "") end
local function new(kind, message, cause) return setmetatable({ kind = kind, message = message, cause = cause }, AppError) end
function AppError:is(kind) return self.kind == kind or self.cause ~= nil and getmetatable(self.cause) == AppError and self.cause:is(kind) end
local function low() error(new("IO", "disk")) end
local function mid() local ok, e = pcall(low) if not ok then error(new("Service", "load failed", e)) end end
local ok, e = pcall(mid)
print(ok, tostring(e), e:is("IO"), e:is("Service"), e:is("Other"))
print(getmetatable(e) == AppError, e.cause.kind, rawget(e, "is"))
local ok2, e2 = pcall(error, e)
print(ok2, e2 == e)
print(select(2, pcall(function() error(new("K", "m"), 2) end)).message)
