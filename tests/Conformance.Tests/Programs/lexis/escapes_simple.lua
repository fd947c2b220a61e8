-- Single character escapes in short strings.
local s = "\a\b\f\n\r\t\v\\\'\""
print("length", #s)
for i = 1, #s do print(i, s:byte(i)) end
print('single "quotes" inside', "double 'quotes' inside")
print("tab\there")
print("line one\nline two")
print('it\'s', "say \"hi\"")
print("\\n is not a newline", #"\\n", #"\n")
print('mixed \"escapes\" \'here\'')
