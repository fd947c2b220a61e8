-- Nested tables as records and matrices.
local company = {
  name = "Acme",
  address = { street = "Main", no = 5 },
  staff = { { name = "Ann", skills = { "lua", "c" } }, { name = "Bob", skills = {} } },
}
print(company.name, company.address.street, company["address"]["no"])
print(company.staff[1].name, company.staff[1].skills[2], #company.staff[2].skills)
company.staff[2].skills[1] = "cobol"
company.address.zip = "1234"
print(company.staff[2].skills[1], company.address.zip)
local grid = {}
for y = 1, 3 do grid[y] = {} for x = 1, 4 do grid[y][x] = x * y end end
for y = 1, 3 do print(table.concat(grid[y], " ")) end
