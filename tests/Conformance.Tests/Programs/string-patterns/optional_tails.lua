-- Repetitions before parts that may be absent, with every combination over short subjects.
local patterns = {
  "a*b?", "a*b?a", "a*b?c", "(a*)b?", "(a*)b?c*", "a+b?a", "(a+)b*c?$", "a*b*c*$", "^(a*)(b?)(a*)$", "a?b?", "a?b?a", "(a?)b-c", "a*b-a", "[ab]*b?", "([^b]*),?",
  "([^,]*),?", "a-b?", "a*()b?()", "a*%f[b]b?", "a*b?%1", "(a*)b?%1", "a*b?.", "%a*%d?", "(%a+)%d?%s*", "%s*(.-)%s*$", "a*b?$", "a?$", "a*[ac]?$", "a*b?%b()",
}
local subjects = { "", "a", "b", "aa", "ab", "ba", "aab", "aba", "abc", "aaab", "aabbcc", "abab", "a,b", ",,", "aa,b,,c", "ab1 cd2", "  ab  ", "a(b)", "aab(a)", "caab" }

for _, pattern in ipairs(patterns) do
  local row = {}
  for _, subject in ipairs(subjects) do
    local ok, first, last, capture, second = pcall(string.find, subject, pattern)
    local count = 0
    local parts = {}
    if ok then
      for whole in string.gmatch(subject, pattern) do
        count = count + 1
        parts[#parts + 1] = whole
        if count > 20 then break end
      end
    end
    row[#row + 1] = tostring(first) .. ":" .. tostring(last) .. ":" .. tostring(capture) .. ":" .. tostring(second) .. ":" .. table.concat(parts, "|")
  end
  print(pattern, table.concat(row, " "))
end

-- Replacements that keep some matches, or all, or are empty, or match nothing.
local map = { a = "<A>", b = false, c = 7, d = 1.5, [1] = "one", [3] = "three" }
local lookup = setmetatable({}, { __index = function(_, key) return key ~= "b" and key .. "!" or nil end })
for _, subject in ipairs({ "", "a", "abcd", "xyz", "aXbXcXd", "bbbb" }) do
  print(subject:gsub(".", map))
  print(subject:gsub("()", map))
  print(subject:gsub("%a", lookup))
  print(subject:gsub("%w", lookup, 2))
  print(subject:gsub("%w", function(letter) if letter > "b" then return letter:rep(2) end end))
  print(subject:gsub("(.)(.)", function(first, second) return first < second and second .. first end))
  print(subject:gsub("(.)(.)(.)", function(first, second, third) return third .. second .. first end))
  print(subject:gsub("(.)(.)(.)(.)", function(...) return select("#", ...) end))
  print(subject:gsub("X?", "-"))
  print(subject:gsub("", function() return nil end))
  print(subject:gsub("^a", function() end))
end
print(pcall(string.gsub, "ab", "%a", function(letter) return letter == "b" and {} or nil end))
print(pcall(string.gsub, "ab", "%a", { b = true }))
print(("nested"):gsub("%a", function(letter) return (letter:gsub("e", function(inner) return inner:upper() end)) end))
