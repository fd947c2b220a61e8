-- Empty statements and semicolons.
;;; print("start");
local a = 1; local b = 2;
do ; end
do ;;; print(a + b) ;; end;
for i = 1, 2 do ; print(i) ; end
local function f() ; return 3; end
print(f());
if a then ; end
repeat ; until true
goto done; ::done::; print("end");
