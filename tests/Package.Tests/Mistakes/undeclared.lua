local json = require("json")

local function main(name: string): string
    return json.encode(name)
end

return { main = main }
