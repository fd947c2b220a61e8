namespace Wippy.Compiler.Catalogue;

/// <content>Always available: base functions and the standard library (spec/lua.md section 8), errors, channels and processes.</content>
public static partial class HostSignatures
{
    private const string Standard = """
        assert: <T>(v: T, message?: any, ...any) -> any
        error: (message?: any, level?: integer) -> never
        getmetatable: (object: any) -> any
        ipairs: fun(t: any)
        next: (t: any, index?: any) -> (any, any)
        pairs: fun(t: any)
        pcall: fun(f: any, ...any)
        print: (...any) -> ()
        rawequal: (a: any, b: any) -> boolean
        rawget: (t: any, k: any) -> any
        rawset: (t: any, k: any, v: any) -> any
        require: (name: string) -> any
        select: fun(n: any, ...any)
        setmetatable: (t: any, metatable: any) -> any
        subscribe: (topic: string, ch: Channel<any>) -> any
        tonumber: (v: any, base?: integer) -> any
        tostring: (v: any) -> string
        type: (v: any) -> string
        unpack: fun(list: any, i?: num, j?: num)
        unsubscribe: (ch: Channel<any>) -> any
        xpcall: fun(f: any, handler: any, ...any)
        _VERSION: string
        string.byte: fun(s: text, i?: num, j?: num)
        string.char: (...num) -> string
        string.find: fun(s: text, pattern: text, init?: num, plain?: any)
        string.format: (format: text, ...any) -> string
        string.gfind: (s: text, pattern: text) -> any
        string.gmatch: (s: text, pattern: text) -> any
        string.gsub: (s: text, pattern: text, replacement: any, n?: num) -> (string, integer)
        string.len: (s: text) -> integer
        string.lower: (s: text) -> string
        string.match: fun(s: text, pattern: text, init?: num)
        string.pack: (format: text, ...any) -> string
        string.packsize: (format: text) -> integer
        string.rep: (s: text, n: num, separator?: text) -> string
        string.reverse: (s: text) -> string
        string.sub: (s: text, i: num, j?: num) -> string
        string.unpack: fun(format: text, s: text, position?: num)
        string.upper: (s: text) -> string
        table.concat: (list: any, separator?: text, i?: num, j?: num) -> string
        table.create: (narr?: num, nhash?: num) -> any
        table.freeze: <T>(t: T) -> T
        table.getn: (list: any) -> integer
        table.insert: (list: any, position: any, value?: any) -> ()
        table.isfrozen: (t: any) -> boolean
        table.maxn: (t: any) -> number
        table.move: (from: any, f: num, e: num, t: num, to?: any) -> any
        table.pack: (...any) -> any
        table.remove: (list: any, position?: num) -> any
        table.sort: (list: any, comp?: any) -> ()
        table.unpack: fun(list: any, i?: num, j?: num)
        math.abs: (x: num) -> number
        math.acos: (x: num) -> number
        math.asin: (x: num) -> number
        math.atan: (y: num, x?: num) -> number
        math.atan2: (y: num, x: num) -> number
        math.ceil: (x: num) -> any
        math.cos: (x: num) -> number
        math.cosh: (x: num) -> number
        math.deg: (x: num) -> number
        math.exp: (x: num) -> number
        math.floor: (x: num) -> any
        math.fmod: (x: num, y: num) -> number
        math.frexp: (x: num) -> (number, integer)
        math.huge: number
        math.ldexp: (m: num, e: num) -> number
        math.log: (x: num, base?: num) -> number
        math.log10: (x: num) -> number
        math.max: (x: num, ...num) -> any
        math.maxinteger: integer
        math.min: (x: num, ...num) -> any
        math.mininteger: integer
        math.mod: (x: num, y: num) -> number
        math.modf: (x: num) -> (number, number)
        math.pi: number
        math.pow: (x: num, y: num) -> number
        math.rad: (x: num) -> number
        math.random: (m?: num, n?: num) -> any
        math.randomseed: (...any) -> ()
        math.sin: (x: num) -> number
        math.sinh: (x: num) -> number
        math.sqrt: (x: num) -> number
        math.tan: (x: num) -> number
        math.tanh: (x: num) -> number
        math.tointeger: (x: any) -> any
        math.type: (x: any) -> any
        math.ult: (m: num, n: num) -> boolean
        coroutine.create: (f: function) -> thread
        coroutine.isyieldable: () -> boolean
        coroutine.resume: fun(co: thread, ...any)
        coroutine.running: () -> (thread, boolean)
        coroutine.spawn: (f: function) -> thread
        coroutine.status: (co: thread) -> string
        coroutine.wrap: (f: function) -> any
        coroutine.yield: fun(...any)
        os.clock: () -> number
        os.date: (format?: text, time?: num) -> any
        os.difftime: (a: num, b?: num) -> number
        os.platform: string
        os.time: (t?: any) -> integer
        package.cpath: string
        package.path: string
        errors.new: (message: any) -> error
        errors.wrap: (e: any, context?: any) -> error
        errors.is: (e: any, kind: string) -> boolean
        errors.call_stack: (e: any) -> any
        errors.ALREADY_EXISTS: string
        errors.CANCELED: string
        errors.CONFLICT: string
        errors.INTERNAL: string
        errors.INVALID: string
        errors.NOT_FOUND: string
        errors.PERMISSION_DENIED: string
        errors.RATE_LIMITED: string
        errors.TIMEOUT: string
        errors.UNAVAILABLE: string
        errors.UNKNOWN: string
        error:kind: () -> string
        error:message: () -> string
        error:retryable: () -> boolean?
        error:details: () -> any
        error:stack: () -> string
        channel.new: (size?: num) -> Channel<any>
        channel.select: (cases: any, default?: any) -> any
        channel.Channel:send: fun(v: any)
        channel.Channel:receive: () -> (any, boolean)
        channel.Channel:close: () -> ()
        channel.Channel:case_send: (v: any) -> any
        channel.Channel:case_receive: () -> any
        channel.Channel:iter: () -> any
        payload.new: (v: any) -> payload.Payload
        payload.format: any
        payload.Payload:get_format: () -> string
        payload.Payload:data: () -> (any, error?)
        payload.Payload:unmarshal: () -> (any, error?)
        payload.Payload:transcode: (format: string) -> (any, error?)
        """;
}
