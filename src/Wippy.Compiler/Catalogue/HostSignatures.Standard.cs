namespace Wippy.Compiler.Catalogue;

/// <content>Always available: base functions and the standard library (spec/lua.md section 8), errors, channels and processes.</content>
public static partial class HostSignatures
{
    private const string Standard = """
        assert: <T>(v: T, message?: any, ...any) -> any
        error: (message?: any, level?: integer) -> never
        getmetatable: (object: any) -> any
        ipairs: fun(t: any)
        next: (t: table, index?: any) -> (any, any)
        pairs: fun(t: any)
        pcall: fun(f: any, ...any)
        print: (...any) -> ()
        rawequal: (a: any, b: any) -> boolean
        rawget: (t: table, k: any) -> any
        rawset: (t: table, k: any, v: any) -> any
        require: (name: string) -> any
        select: fun(n: any, ...any)
        setmetatable: (t: table, metatable: table?) -> any
        subscribe: (topic: string, ch: Channel<any>) -> any
        tonumber: (v: any, base?: integer) -> number?
        tostring: (v: any) -> string
        type: (v: any) -> string
        unpack: fun(list: any, i?: number, j?: number)
        unsubscribe: (ch: Channel<any>) -> any
        xpcall: fun(f: any, handler: any, ...any)
        _VERSION: string
        string.byte: fun(s: string, i?: number, j?: number)
        string.char: (...number) -> string
        string.find: fun(s: string, pattern: string, init?: number, plain?: any)
        string.format: (format: string, ...any) -> string
        string.gfind: (s: string, pattern: string) -> any
        string.gmatch: (s: string, pattern: string) -> any
        string.gsub: (s: string, pattern: string, replacement: any, n?: number) -> (string, integer)
        string.len: (s: string) -> integer
        string.lower: (s: string) -> string
        string.match: fun(s: string, pattern: string, init?: number)
        string.pack: (format: string, ...any) -> string
        string.packsize: (format: string) -> integer
        string.rep: (s: string, n: number, separator?: string) -> string
        string.reverse: (s: string) -> string
        string.sub: (s: string, i: number, j?: number) -> string
        string.unpack: fun(format: string, s: string, position?: number)
        string.upper: (s: string) -> string
        table.concat: (list: table, separator?: string, i?: number, j?: number) -> string
        table.create: (narr?: number, nhash?: number) -> any
        table.freeze: <T>(t: T) -> T
        table.getn: (list: table) -> integer
        table.insert: (list: table, position: any, value?: any) -> ()
        table.isfrozen: (t: any) -> boolean
        table.maxn: (t: table) -> number
        table.move: (from: table, f: number, e: number, t: number, to?: table) -> any
        table.pack: (...any) -> any
        table.remove: (list: table, position?: number) -> any
        table.sort: (list: table, comp?: any) -> ()
        table.unpack: fun(list: any, i?: number, j?: number)
        math.abs: (x: number) -> number
        math.acos: (x: number) -> number
        math.asin: (x: number) -> number
        math.atan: (y: number, x?: number) -> number
        math.atan2: (y: number, x: number) -> number
        math.ceil: (x: number) -> integer
        math.cos: (x: number) -> number
        math.cosh: (x: number) -> number
        math.deg: (x: number) -> number
        math.exp: (x: number) -> number
        math.floor: (x: number) -> integer
        math.fmod: (x: number, y: number) -> number
        math.frexp: (x: number) -> (number, integer)
        math.huge: number
        math.ldexp: (m: number, e: number) -> number
        math.log: (x: number, base?: number) -> number
        math.log10: (x: number) -> number
        math.max: (x: number, ...number) -> number
        math.maxinteger: integer
        math.min: (x: number, ...number) -> number
        math.mininteger: integer
        math.mod: (x: number, y: number) -> number
        math.modf: (x: number) -> (number, number)
        math.pi: number
        math.pow: (x: number, y: number) -> number
        math.rad: (x: number) -> number
        math.random: (m?: number, n?: number) -> number
        math.randomseed: (...any) -> ()
        math.sin: (x: number) -> number
        math.sinh: (x: number) -> number
        math.sqrt: (x: number) -> number
        math.tan: (x: number) -> number
        math.tanh: (x: number) -> number
        math.tointeger: (x: any) -> integer?
        math.type: (x: any) -> string?
        math.ult: (m: number, n: number) -> boolean
        coroutine.create: (f: function) -> thread
        coroutine.isyieldable: () -> boolean
        coroutine.resume: fun(co: thread, ...any)
        coroutine.running: () -> (thread, boolean)
        coroutine.spawn: (f: function) -> thread
        coroutine.status: (co: thread) -> string
        coroutine.wrap: (f: function) -> any
        coroutine.yield: fun(...any)
        os.clock: () -> number
        os.date: (format?: string, time?: number) -> any
        os.difftime: (a: number, b?: number) -> number
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
        channel.new: (size?: number) -> Channel<any>
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
