-- A table with __call as iterator.
local counter = setmetatable({ n = 0 }, {
  __call = function(self, limit, prev)
    self.n = self.n + 1
    if self.n <= limit then return self.n, prev end
  end,
})
for n, prev in counter, 3, "start" do print(n, prev) end
print(counter.n)
local list = setmetatable({ items = { "x", "y" } }, {
  __call = function(self, _, i)
    i = (i or 0) + 1
    if self.items[i] then return i, self.items[i] end
  end,
})
for i, v in list do print(i, v) end
