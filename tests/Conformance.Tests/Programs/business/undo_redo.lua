-- Commands with undo and redo stacks.
local function editor()
  local text, undo, redo = "", {}, {}
  local self = {}
  local function run(cmd) cmd.exec() undo[#undo + 1] = cmd redo = {} end
  function self.insert(s) local old = text run { exec = function() text = old .. s end, back = function() text = old end } end
  function self.delete(n) local old = text run { exec = function() text = old:sub(1, -n - 1) end, back = function() text = old end } end
  function self.undo() local c = table.remove(undo) if not c then return false end c.back() redo[#redo + 1] = c return true end
  function self.redo() local c = table.remove(redo) if not c then return false end c.exec() undo[#undo + 1] = c return true end
  function self.text() return text end
  return self
end
local e = editor()
e.insert("hello") e.insert(" world") e.delete(3) print(e.text())
print(e.undo(), e.text())
print(e.undo(), e.text())
print(e.redo(), e.text())
e.insert("!") print(e.text(), e.redo()) print(e.undo(), e.undo(), e.undo(), "[" .. e.text() .. "]")
