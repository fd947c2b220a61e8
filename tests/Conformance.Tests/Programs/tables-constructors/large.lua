-- A large constructor and big computed tables.
local t = {
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
  21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
  41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
}
print(#t, t[1], t[50], t[51], t[60])
local s = 0
for _, v in ipairs(t) do s = s + v end
print(s)
local big = {}
for i = 1, 2000 do big[i] = i % 7 end
print(#big, big[2000], big[1993])
local h = {}
for i = 1, 500 do h["key" .. i] = i end
print(h.key1, h.key500, h.key501)
