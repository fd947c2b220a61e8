-- Functions that are found in tables at run time, given as arguments or returned, and raise under pcall.
local handlers = {}
handlers.add = function(state, m) state.total = state.total + m.amount end
handlers.sub = function(state, m)
  if m.amount > state.total then error("insufficient: " .. state.total) end
  state.total = state.total - m.amount
end
handlers.ship = function(state, m) state.last = m.address.street end
handlers.level = function() error("at the caller", 2) end
handlers.value = function(_, m) error({ kind = m.kind }) end
handlers["odd key"] = function(_, m) return m.missing() end

local function dispatch(state, m)
  local h = handlers[m.kind]
  if not h then error("unknown message " .. tostring(m.kind)) end
  h(state, m)
  return "done"
end

local function direct(state, m) handlers[m.kind](state, m) end

local function show(ok, e)
  if type(e) == "table" then e = "table " .. tostring(e.kind) end
  print(ok, e)
end

local state = { total = 5 }
for _, m in ipairs {
  { kind = "add", amount = 1 }, { kind = "add" }, { kind = "sub", amount = 100 }, { kind = "sub", amount = 1 }, { kind = "ship" },
  { kind = "ship", address = { street = "x" } }, { kind = "level" }, { kind = "value" }, { kind = "odd key" }, { kind = "none" }, {},
} do
  show(pcall(dispatch, state, m))
  show(pcall(direct, state, m))
  show(pcall(handlers[m.kind], state, m))
end
print(state.total, state.last)

-- Middleware: closures that are returned, composed, and called by each other.
local function logger(log) return function(ctx, next) log.n = log.n + 1 return next(ctx) end end
local function auth(ctx, next)
  if not ctx.user then error({ status = 401 }) end
  return next(ctx)
end
local function recover(ctx, next)
  local ok, e = pcall(next, ctx)
  if ok then return e end
  return type(e) == "table" and e.status or e
end
local function compose(list)
  local function run(i)
    local layer = list[i]
    return function(ctx)
      if not layer then return ctx.handler(ctx) end
      return layer(ctx, run(i + 1))
    end
  end
  return run(1)
end
local log = { n = 0 }
local app = compose { recover, logger(log), auth, logger(log) }
print(app { handler = function() return 200 end })
print(app { user = "u", handler = function() return 200 end })
print(app { user = "u", handler = function(ctx) return ctx.session.id end })
print(app { user = "u", handler = function() error("oops") end })
print(app { user = "u", handler = function() error("oops", 0) end })
print(app { user = "u", handler = function() error() end })
print(app { user = "u" })
print(log.n)

-- Methods under computed names.
local Account = {}
Account.__index = Account
function Account.new(b) return setmetatable({ balance = b }, Account) end
function Account:withdraw(n)
  if n > self.balance then error("insufficient funds") end
  self.balance = self.balance - n
  return self.balance
end
function Account:deposit(n)
  if type(n) ~= "number" or n <= 0 then error("invalid amount", 0) end
  self.balance = self.balance + n
end
function Account:transfer(to, n)
  self:withdraw(n)
  local ok, e = pcall(to.deposit, to, n)
  if not ok then
    self.balance = self.balance + n
    error("transfer: " .. e, 2)
  end
end
function Account:run(op, ...)
  return pcall(self[op], self, ...)
end
local a, b = Account.new(100), Account.new(50)
print(a:run("withdraw", 500))
print(a:run("withdraw", 10))
print(a:run("transfer", b, -5))
print(a:run("transfer", b, 5))
print(a:run("transfer", nil, 5))
print(a:run("deposit", "x"))
print(a:run("missing"))
print(a.balance, b.balance)

-- Values that go from one element to another, recursion through tables, and what both callees of `or` raise.
local list = { function() error("first", 0) end, function(n) return n.x end }
list[3] = list[1]
list[4] = list[2] or list[3]
for i = 1, 5 do print(pcall(list[i] or function() error("none left", 0) end)) end
local visit = {}
function visit.leaf(node) return node.value + 0 end
function visit.sum(node) return visit[node.left.kind](node.left) + visit[node.right.kind](node.right) end
local leaf = { kind = "leaf", value = 2 }
local function total(node) return visit[node.kind](node) end
print(pcall(total, { kind = "sum", left = leaf, right = { kind = "sum", left = leaf, right = leaf } }))
print(pcall(total, { kind = "sum", left = leaf, right = { kind = "sum", left = leaf, right = { kind = "leaf" } } }))
print(pcall(total, { kind = "sum", left = leaf }))
print(pcall(total, { kind = "product" }))

-- Arguments of pcall that are called.
local function transaction(db, f)
  local before = db.value
  local ok, e = pcall(f, db)
  if not ok then
    db.value = before
    error(e, 0)
  end
  return e
end
local db = { value = 1 }
print(pcall(transaction, db, function(d) d.value = 7 return d.value end))
print(pcall(transaction, db, function(d) d.value = 8 error("rolled back") end))
print(pcall(transaction, db, function(d) d.value = 9 d.missing.field = 1 end))
print(pcall(transaction, db))
print(db.value)
print(xpcall(transaction, function(e) return "handled: " .. tostring(e) end, db, function() error("in a transaction") end))
