-- Non ASCII source text in strings and comments: é ü 漢字
local s = "héllo wörld 漢字"
print(s, #s)
print(s:sub(1, 1), #s:sub(2, 3), s:sub(2, 3))
local t = { ["ключ"] = "значение" }
print(t["ключ"])
print([[→ arrow]], #"→")
local count = 0
for _ in s:gmatch("[\xC2-\xF4][\x80-\xBF]*") do count = count + 1 end
print("multi byte characters", count)
