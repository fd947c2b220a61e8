-- Data description in constructors.
local function entry(t) t.kind = "entry" return t end
local db = {
  entry { author = "Knuth", title = "TAOCP", year = 1968 },
  entry { author = "Wirth", title = "Algorithms + Data Structures", year = 1976 },
  entry { author = "Knuth", title = "TeXbook", year = 1984 },
}
local by = {}
for _, b in ipairs(db) do
  by[b.author] = by[b.author] or {}
  table.insert(by[b.author], b.title)
end
print(#by.Knuth, #by.Wirth, table.concat(by.Knuth, "; "))
print(db[2].kind, db[2]["year"] + 1)
