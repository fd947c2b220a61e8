-- os.date with ! formats on fixed times.
print(os.date("!%Y-%m-%d %H:%M:%S", 0))
print(os.date("!%Y-%m-%d %H:%M:%S", 86399))
print(os.date("!%Y-%m-%dT%H:%M:%SZ", 1700000000))
print(os.date("!%d/%m/%y", 951782400), os.date("!%j", 951782400))
print(os.date("!%a %A %b %B", 0))
print(os.date("!%I:%M %p", 3600 * 15), os.date("!%I:%M %p", 0))
print(os.date("!%w", 0), os.date("!%%"), os.date("!%x %X", 1718461845))
print(os.date("!%c", 1718461845))
