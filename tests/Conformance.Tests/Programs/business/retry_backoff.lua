-- Retrying with exponential back-off, recorded instead of slept.
local function retry(f, opts)
  local delay, waits = opts.initial, {}
  for attempt = 1, opts.max_attempts do
    local ok, res = pcall(f, attempt)
    if ok then return res, nil, waits end
    if opts.fatal and opts.fatal(res) then return nil, "fatal: " .. res, waits end
    if attempt == opts.max_attempts then return nil, "gave up: " .. res, waits end
    waits[#waits + 1] = delay
    delay = math.min(delay * opts.factor, opts.max_delay)
  end
end
local opts = { initial = 100, factor = 2, max_delay = 500, max_attempts = 6, fatal = function(e) return e:find("^denied") end }
local function report(v, err, waits) print(v, err, table.concat(waits, ",")) end
report(retry(function(n) if n < 4 then error("timeout " .. n, 0) end return "ok after " .. n end, opts))
report(retry(function(n) error("timeout " .. n, 0) end, opts))
report(retry(function(n) error(n == 1 and "timeout" or "denied", 0) end, opts))
report(retry(function() return "at once" end, opts))
