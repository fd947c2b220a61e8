-- Tokens with no white space between them.
local a,b,c=1,2,3
print(a+b*c,a-b-c,(a)+(b),-a-b,- -a)
local t={1,2,3;4}print(#t,t[1],t[4])
local s="a".."b"..'c'print(s)
if a<b then print"lt"end
do local x=1 x=x+1 print(x)end
print(1 ..2, 1.5 ..2)
local f=function(...)return...end print(f(1,2))
print(a==1 and"yes"or"no",(a)and"x")
while a<3 do a=a+1 end print(a)
