-- A position is a capture without a text: a reference back to it never matches.
print(string.find('aXbXc', '%u()%d*%1%S+'))
print(string.find('ab', '()%1'), string.find('ab', '()a%1b'), string.find('', '()%1'))
print(string.find('abab', '(ab)%1'), string.find('xx', '(x)()%1'), pcall(string.find, 'x', '%1'))
print(string.gsub('aa', '()(a)%2', '%1%2'), string.find('abc', '(()b)'), pcall(string.find, 'aa', '((a)%1)'))
