type Answer = {value: integer}

local function main(question: string): Answer
    return { value = #question }
end

return { main = main }
