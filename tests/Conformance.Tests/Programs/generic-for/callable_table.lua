-- A table with __call as iterator.
local counter = setmetatable({ n = 0 }, {
  __call = function(self, limit, prev)
    self.n = self.n + 1
    if self.n <= limit then return self.n, prev end
  end,
})
for n, prev in counter, 3, "start" do print(n, prev) end
print(counter.n)
