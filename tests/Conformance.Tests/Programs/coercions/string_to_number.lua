-- Arithmetic on numeric strings gives floats.
print("10" + 1, math.type("10" + 1))
print("3" * "4", "10" / "4", "7" // "2", "7" % "4", "2" ^ "3")
print(-"2", -"2.5", - "0x10")
print("0x10" + 0, " 5 " + 1, "1e2" + 0, "\t7\n" * 1)
print("1" + "2" == 3, "10" == 10)
print("5" - 2.5, 2.5 - "5")
print(".5" + 0, "5." + 0)
