return { main = function()
    return "no end
end }
