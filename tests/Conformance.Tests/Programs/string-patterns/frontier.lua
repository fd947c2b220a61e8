-- %f matches transitions.
print(("THE (quick) fox"):find("%f[%a]%a+%f[%A]"))
for w in ("THE (quick) fox"):gmatch("%f[%a]%a+") do print(w) end
print(("foobar foo"):gsub("%f[%w]foo%f[%W]", "X"))
print("('abc'):find('%f[%z]')", ("abc"):find("%f[%z]"))
print(("abc"):find("%f[\0]"))
print("('x1y2'):gsub('%f[%d]', '#')", ("x1y2"):gsub("%f[%d]", "#"))
print(("hello world"):gsub("%f[%w]%w", string.upper))
print("(''):find('%f[%a]')", (""):find("%f[%a]"))
print("('a'):find('%f[%a]')", ("a"):find("%f[%a]"))
print("('CamelCaseName'):gsub('%f[%u]', '_')", ("CamelCaseName"):gsub("%f[%u]", "_"))
