namespace Wippy.Compiler.Catalogue;

/// <content>Modules (spec/modules.md): those whose functions are few and fixed. What is not here is taken for any.</content>
public static partial class HostSignatures
{
    private const string Modules = """
        base64.decode: (s: any) -> (any, error?)
        base64.encode: (s: any) -> (any, error?)
        json.decode: (s: any) -> (any, error?)
        json.encode: (v: any) -> (any, error?)
        json.validate: (schema: any, v: any) -> (boolean, error?)
        json.validate_string: (schema: any, s: any) -> (boolean, error?)
        ctx.all: () -> (any, error?)
        ctx.get: (key: string) -> (any, error?)
        env.get: (name: string) -> (any, error?)
        env.get_all: () -> any
        env.set: (name: string, value: string) -> (any, error?)
        funcs.async: (target: string, ...any) -> (any, error?)
        funcs.call: (target: string, ...any) -> (any, error?)
        funcs.new: () -> funcs.Executor
        funcs.Executor:async: (target: string, ...any) -> (any, error?)
        funcs.Executor:call: (target: string, ...any) -> (any, error?)
        funcs.Executor:with_actor: (actor: any) -> funcs.Executor
        funcs.Executor:with_context: (values: any) -> funcs.Executor
        funcs.Executor:with_options: (options: any) -> funcs.Executor
        funcs.Executor:with_scope: (scope: any) -> funcs.Executor
        time.after: (d: duration) -> (any, error?)
        time.date: (year: number, month: number, day: number, hour: number, minute: number, second: number, nanosecond: number, location?: time.Location) -> time.Time
        time.fixed_zone: (name: string, seconds: number) -> time.Location
        time.load_location: (name: string) -> (any, error?)
        time.now: () -> time.Time
        time.parse: (layout: string, text: string, location?: time.Location) -> (any, error?)
        time.parse_duration: (d: any) -> (any, error?)
        time.sleep: (d: duration) -> (any, error?)
        time.ticker: (d: duration) -> (any, error?)
        time.timer: (d: duration) -> (any, error?)
        time.unix: (seconds: number, nanoseconds: number) -> time.Time
        time.localtz: time.Location
        time.utc: time.Location
        time.NANOSECOND: integer
        time.MICROSECOND: integer
        time.MILLISECOND: integer
        time.SECOND: integer
        time.MINUTE: integer
        time.HOUR: integer
        time.JANUARY: integer
        time.FEBRUARY: integer
        time.MARCH: integer
        time.APRIL: integer
        time.MAY: integer
        time.JUNE: integer
        time.JULY: integer
        time.AUGUST: integer
        time.SEPTEMBER: integer
        time.OCTOBER: integer
        time.NOVEMBER: integer
        time.DECEMBER: integer
        time.SUNDAY: integer
        time.MONDAY: integer
        time.TUESDAY: integer
        time.WEDNESDAY: integer
        time.THURSDAY: integer
        time.FRIDAY: integer
        time.SATURDAY: integer
        time.RFC3339: string
        time.RFC3339NANO: string
        time.RFC822: string
        time.RFC822Z: string
        time.RFC850: string
        time.RFC1123: string
        time.RFC1123Z: string
        time.KITCHEN: string
        time.STAMP: string
        time.STAMP_MILLI: string
        time.STAMP_MICRO: string
        time.STAMP_NANO: string
        time.DATE_TIME: string
        time.DATE_ONLY: string
        time.TIME_ONLY: string
        time.Time:add: (d: duration) -> time.Time
        time.Time:sub: (t: time.Time) -> time.Duration
        time.Time:add_date: (years: number, months: number, days: number) -> time.Time
        time.Time:after: (t: time.Time) -> boolean
        time.Time:before: (t: time.Time) -> boolean
        time.Time:equal: (t: time.Time) -> boolean
        time.Time:format: (layout: string) -> string
        time.Time:format_rfc3339: () -> string
        time.Time:unix: () -> integer
        time.Time:unix_nano: () -> integer
        time.Time:date: () -> (integer, integer, integer)
        time.Time:clock: () -> (integer, integer, integer)
        time.Time:year: () -> integer
        time.Time:month: () -> integer
        time.Time:day: () -> integer
        time.Time:hour: () -> integer
        time.Time:minute: () -> integer
        time.Time:second: () -> integer
        time.Time:nanosecond: () -> integer
        time.Time:weekday: () -> integer
        time.Time:year_day: () -> integer
        time.Time:is_zero: () -> boolean
        time.Time:in_location: (location: time.Location) -> time.Time
        time.Time:in_local: () -> time.Time
        time.Time:utc: () -> time.Time
        time.Time:location: () -> time.Location
        time.Time:round: (d: time.Duration) -> time.Time
        time.Time:truncate: (d: time.Duration) -> time.Time
        time.Duration:nanoseconds: () -> integer
        time.Duration:microseconds: () -> integer
        time.Duration:milliseconds: () -> integer
        time.Duration:seconds: () -> number
        time.Duration:minutes: () -> number
        time.Duration:hours: () -> number
        time.Location:string: () -> string
        uuid.format: (s: any, form?: string) -> (any, error?)
        uuid.parse: (s: any) -> (any, error?)
        uuid.validate: (v: any) -> (boolean, error?)
        uuid.variant: (s: any) -> (any, error?)
        uuid.version: (s: any) -> (any, error?)
        uuid.v1: () -> (any, error?)
        uuid.v3: (namespace: any, name: any) -> (any, error?)
        uuid.v4: () -> (any, error?)
        uuid.v5: (namespace: any, name: any) -> (any, error?)
        uuid.v7: () -> (any, error?)
        hash.fnv32: (data: any) -> (any, error?)
        hash.fnv64: (data: any) -> (any, error?)
        hash.hmac_md5: (data: any, secret: any, raw?: boolean) -> (any, error?)
        hash.hmac_sha1: (data: any, secret: any, raw?: boolean) -> (any, error?)
        hash.hmac_sha256: (data: any, secret: any, raw?: boolean) -> (any, error?)
        hash.hmac_sha512: (data: any, secret: any, raw?: boolean) -> (any, error?)
        hash.md5: (data: any, raw?: boolean) -> (any, error?)
        hash.sha1: (data: any, raw?: boolean) -> (any, error?)
        hash.sha256: (data: any, raw?: boolean) -> (any, error?)
        hash.sha512: (data: any, raw?: boolean) -> (any, error?)
        http_client.decode_uri: (s: string) -> (any, error?)
        http_client.delete: (url: string, options?: any) -> (any, error?)
        http_client.encode_uri: (s: string) -> any
        http_client.get: (url: string, options?: any) -> (any, error?)
        http_client.head: (url: string, options?: any) -> (any, error?)
        http_client.patch: (url: string, options?: any) -> (any, error?)
        http_client.post: (url: string, options?: any) -> (any, error?)
        http_client.put: (url: string, options?: any) -> (any, error?)
        http_client.request: (method: string, url: string, options?: any) -> (any, error?)
        http_client.request_batch: (requests: any) -> (any, any)
        workflow.attrs: (attributes: any) -> (any, error?)
        workflow.exec: (id: string, ...any) -> (any, error?)
        workflow.history_length: () -> (integer, error?)
        workflow.history_size: () -> (integer, error?)
        workflow.info: () -> (any, error?)
        workflow.version: (change: string, min: number, max: number) -> (any, error?)
        """;
}
