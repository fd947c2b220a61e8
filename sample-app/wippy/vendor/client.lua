-- One call of a payment or shipping service. A service that fails is asked again by Temporal;
-- one that refuses is not.
local function post(path: string, key: string, body: any): (any, error?)
    local base, unset = env.get("VENDOR_URL")
    if unset then
        return nil, unset
    end

    local response, broken = http_client.post(base .. path, {
        headers = { ["Content-Type"] = "application/json", ["Idempotency-Key"] = key },
        body = json.encode(body),
        timeout = 30,
    })
    if broken then
        return nil, broken
    end

    local status = response.status_code
    if status >= 400 then
        return nil, errors.new({
            message = path .. " answered " .. status .. ": " .. (response.body or ""),
            kind = status >= 500 and errors.UNAVAILABLE or errors.CONFLICT,
            retryable = status >= 500,
            details = { status = status },
        })
    end
    return json.decode(response.body)
end

return { post = post }
