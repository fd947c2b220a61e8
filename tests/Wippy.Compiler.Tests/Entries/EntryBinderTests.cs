using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Entries;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Entries;

public sealed class EntryBinderTests
{
    private const string Complete = """
        version: "1.0"
        namespace: app
        meta:
          team: orders
        entries:
          - name: temporal
            kind: temporal.client
            address: ${env:TEMPORAL_ADDRESS|localhost:7233}
            namespace: default
            tq_prefix: "dev-"
            connection_timeout: 5s
            auth:
              type: api_key
              api_key_env: TEMPORAL_API_KEY
            tls: {enabled: true, server_name: temporal.test}
            health_check: {enabled: true, interval: 30s}
            lifecycle:
              auto_start: true
              requires: [worker]
              depends_on: [app:worker, other:thing]
              start_timeout: 1m30s
              restart: {max_attempts: 3, backoff_factor: 1.5}
          - name: worker
            kind: temporal.worker
            client: temporal
            task_queue: orders
            worker_options:
              max_concurrent_activity_execution_size: 10
              worker_activities_per_second: 2.5
              worker_stop_timeout: 10s
              use_versioning: true
              build_id_env: BUILD
          - name: order
            kind: workflow.lua
            source: file://order.lua
            modules: [funcs, time]
            imports: {lib: shared:lib, own: helper}
            meta: {temporal: {workflow: {worker: worker, name: OrderWorkflow}}, team: other}
          - name: charge
            kind: function.lua
            source: file:///pay/charge.lua
            method: run
            meta: {temporal: {activity: {worker: app:worker, local: true}}, options: {start_to_close_timeout: 1m}}
          - name: helper
            kind: library.lua
            source: |
              local M = {}
              return M
          - name: echo
            kind: process.lua
            data: {source: file://sub/../echo.lua, method: main}
        """;

    [Fact]
    public void Binds_a_complete_file()
    {
        var file = Bind(Complete);
        Assert.Empty(file.Diagnostics);
        Assert.Equal("app", file.Namespace);
        Assert.Equal(
            ["app:temporal", "app:worker", "app:order", "app:charge", "app:helper", "app:echo"], file.Entries.Select(static e => e.Id.ToString()));

        var client = Assert.IsType<TemporalClientEntry>(file.Entries[0]);
        Assert.Equal(new ConfigPart("TEMPORAL_ADDRESS", true, "localhost:7233"), Assert.Single(client.Address.Parts));
        Assert.Equal("default", client.Namespace!.Literal);
        Assert.Equal("dev-", client.TaskQueuePrefix!.Literal);
        Assert.Equal(5_000_000_000, client.ConnectionTimeout!.Nanoseconds);
        Assert.Null(client.KeepAliveTime);
        Assert.Equal(TemporalAuthType.ApiKey, client.Auth.Type);
        Assert.Equal(new ConfigPart("TEMPORAL_API_KEY", true, null), Assert.Single(client.Auth.ApiKey!.Parts));
        Assert.True(client.Tls!.Enabled!.Boolean);
        Assert.Equal("temporal.test", client.Tls.ServerName!.Literal);
        Assert.Equal(30_000_000_000, client.HealthCheck!.Interval!.Nanoseconds);
        Assert.True(client.Lifecycle!.AutoStart!.Boolean);
        Assert.Equal("required", client.Lifecycle.Startup);
        Assert.Equal(["app:worker", "other:thing"], client.Lifecycle.Requires.Select(static r => r.Value.ToString()));
        Assert.Equal(90_000_000_000, client.Lifecycle.StartTimeout!.Nanoseconds);
        Assert.Equal(3, client.Lifecycle.Restart!.MaxAttempts!.Integer);
        Assert.Equal(1.5, client.Lifecycle.Restart.BackoffFactor!.Number);

        var worker = Assert.IsType<TemporalWorkerEntry>(file.Entries[1]);
        Assert.Equal(new EntryId("app", "temporal"), worker.Client!.Value);
        Assert.Equal("orders", worker.TaskQueue.Literal);
        Assert.Equal(10, worker.Option("max_concurrent_activity_execution_size")!.Integer);
        Assert.Equal(2.5, worker.Option("worker_activities_per_second")!.Number);
        Assert.Equal(10_000_000_000, worker.Option("worker_stop_timeout")!.Nanoseconds);
        Assert.True(worker.Option("use_versioning")!.Boolean);
        Assert.Equal("BUILD", Assert.Single(worker.Option("build_id")!.Parts).Text);
        Assert.Null(worker.Option("identity"));

        var order = Assert.IsType<LuaEntry>(file.Entries[2]);
        Assert.Equal(LuaEntryKind.Workflow, order.LuaKind);
        Assert.Equal("src/app/order.lua", order.SourcePath);
        Assert.Equal("main", order.Method!.Value);
        Assert.Equal("OrderWorkflow", order.Workflow!.TypeName);
        Assert.Equal(new EntryId("app", "worker"), order.Workflow.Worker!.Value);
        Assert.Equal(["funcs", "time"], order.Modules.Select(static m => m.Value));
        Assert.Equal(["lib=shared:lib", "own=app:helper"], order.Imports.Select(static i => $"{i.Alias.Value}={i.Target.Value}"));
        Assert.Equal("other", ((YamlScalar)order.Meta["team"]!).Value);

        var charge = Assert.IsType<LuaEntry>(file.Entries[3]);
        Assert.Equal("src/pay/charge.lua", charge.SourcePath);
        Assert.True(charge.Activity!.IsLocal);
        Assert.Null(charge.Workflow);
        Assert.Equal("orders", ((YamlScalar)charge.Meta["team"]!).Value);
        Assert.Equal("start_to_close_timeout", Assert.Single(charge.ActivityOptions.Pairs).Key.Value);

        var helper = Assert.IsType<LuaEntry>(file.Entries[4]);
        Assert.Equal("local M = {}\nreturn M\n", helper.InlineSource!.Text);
        Assert.Null(helper.Method);

        Assert.Equal("src/app/echo.lua", Assert.IsType<LuaEntry>(file.Entries[5]).SourcePath);
    }

    [Fact]
    public void Is_equal_for_equal_text()
    {
        Assert.Equal(Bind(Complete), Bind(Complete));
        Assert.Equal(Bind(Complete).GetHashCode(), Bind(Complete).GetHashCode());
        Assert.NotEqual(Bind(Complete), Bind(Complete.Replace("task_queue: orders", "task_queue: other", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: b")]
    [InlineData("- a\n- b")]
    [InlineData("just text")]
    [InlineData("a: &x 1\nb: *x")]
    public void Skips_other_files(string yaml)
    {
        var file = Bind(yaml);
        Assert.Null(file.Namespace);
        Assert.Empty(file.Entries);
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void Reads_JSON_and_single_entries()
    {
        var file = Bind("""{"namespace": "b", "name": "one.two", "kind": "library.lua", "source": "return '\u00e9'", "meta": {"a": [1, null]}}""");
        Assert.Empty(file.Diagnostics);
        var entry = Assert.IsType<LuaEntry>(Assert.Single(file.Entries));
        Assert.Equal("b:one.two", entry.Id.ToString());
        Assert.Equal("return '\u00e9'", entry.InlineSource!.Text);
    }

    [Theory]
    [InlineData("{\n\t\"namespace\": \"a\",\n\t\"entries\": [\n\t\t{\"name\": \"l\", \"kind\": \"library.lua\", \"source\": \"x\"}\n\t]\n}")]
    [InlineData("namespace: a\r\nentries:\r\n- name: l\r\n  kind: library.lua\r\n  source: x\r\n")]
    [InlineData("# comment\n---\nnamespace: a # \u00e9\nentries:\n- {name: l, kind: library.lua, source: x}\n...\n")]
    [InlineData("\uFEFFnamespace: a\nentries: [{name: l, kind: library.lua, source: x}]")]
    public void Reads_other_spellings(string yaml)
    {
        var file = Bind(yaml);
        Assert.Empty(file.Diagnostics);
        Assert.Equal("a:l", Assert.Single(file.Entries).Id.ToString());
    }

    [Fact]
    public void Maps_inline_Lua_with_Windows_lines_behind_other_letters()
    {
        var file = Bind("namespace: a\r\nmeta: {x: \u00e9\U0001F600}\r\nentries:\r\n- name: l\r\n  kind: library.lua\r\n  source: |\r\n    x = '\u00e9'\r\n    y = '\u00e9' = 2\r\n");
        var lua = Assert.IsType<LuaEntry>(Assert.Single(file.Entries));
        var found = Assert.Single(LuaParser.Parse(lua.InlineSource!).Diagnostics);
        Assert.Equal(new LinePosition(7, 12), found.Location!.Start);
    }

    [Theory]
    [InlineData("  source: |\n    x = 1\n\n    y = = 2\n", 5, 8)]
    [InlineData("  source: |2-\n    x = 1\n    y = = 2\n", 4, 8)]
    [InlineData("  source: 'y = = 2'\n", 2, 15)]
    [InlineData("  source: y = = 2\n", 2, 14)]
    public void Maps_inline_Lua_to_the_file(string source, int line, int column)
    {
        var file = Bind($"namespace: a\nentries:\n- name: l\n  kind: library.lua\n{source}");
        var lua = Assert.IsType<LuaEntry>(Assert.Single(file.Entries));
        var found = Assert.Single(LuaParser.Parse(lua.InlineSource!).Diagnostics);
        Assert.Equal("src/app/_index.yaml", found.Location!.Path);
        Assert.Equal(new LinePosition(line + 2, column), found.Location.Start);
    }

    [Theory]
    [InlineData("namespace: x\nentries: [", "WLC1001", "2:11", "not valid YAML: While parsing a node, did not find expected node content; correct the file, nothing in it can be read")]
    [InlineData("namespace: x\na: &b 1", "WLC1002", "2:4", "an anchor is not supported in entry files: remove it and write the value out where it is used")]
    [InlineData("namespace: x\na: !t 1", "WLC1002", "2:4", "a tag is not supported in entry files: remove it")]
    [InlineData("namespace: x\na: *b", "WLC1002", "2:4", "an alias is not supported in entry files: write the value out")]
    [InlineData("namespace: x\n---\na: b", "WLC1002", "2:1", "a second document is not supported in entry files: put each document in a file of its own")]
    [InlineData("namespace: x\nmeta: {}\nmeta: {}", "WLC1003", "3:1", "key 'meta' stands twice in this table; the second one is not read: remove one of them")]
    [InlineData("namespace: x\n? [a]\n: 1", "WLC1004", "2:3", "a key must be a name, not a list, a table or an alias: write 'name: value'")]
    [InlineData("namespace: x\nentries: 1", "WLC1005", "2:10", "'entries' must be a list, not a number: write each entry after '- '")]
    [InlineData("namespace: x\nentries: [a]", "WLC1005", "2:11", "'entries' must be a list of tables, not a string: write '- name: ...' with 'kind: ...' below it")]
    [InlineData("namespace: x\nentries: []\nversions: 1", "WLC1008", "3:1", "'versions' is not a key of an entry file and is ignored; did you mean 'version'?")]
    [InlineData("namespace: ''\nentries: []", "WLC1026", "1:12", "'' is not a valid namespace: it must not be empty or longer than 100 characters, and a namespace has no ':'")]
    [InlineData("namespace: a:b", "WLC1026", "1:12", "'a:b' is not a valid namespace: it must not be empty or longer than 100 characters, and a namespace has no ':'")]
    [InlineData("namespace: a\nversion: 2.0\nentries: []", "WLC1027", "2:10", "version '2.0' of the entry format is not known and is read as \"1.0\": write version: \"1.0\"")]
    public void Reports_mistakes_of_the_file(string yaml, string id, string place, string message) => AssertFinding(yaml, id, place, message);

    [Theory]
    [InlineData("{kind: function.lua}", "WLC1006", "3:4", "the entry has no 'name': add 'name: my_entry'")]
    [InlineData("{name: '', kind: library.lua}", "WLC1006", "3:10", "the entry has no 'name': add 'name: my_entry'")]
    [InlineData("{name: e}", "WLC1006", "3:4", "entry 'e' has no 'kind': add 'kind: function.lua'")]
    [InlineData("{name: [e], kind: library.lua}", "WLC1005", "3:10", "'name' must be a string, not a list: write name: my_entry")]
    [InlineData("{name: e, kind: functon.lua}", "WLC1007", "3:19", "entry 'a:e' has the unknown kind 'functon.lua': did you mean 'function.lua'?")]
    [InlineData("{name: e, kind: http.service}", "WLC5010", "3:19", "entry 'a:e' of kind 'http.service' is read but not compiled yet: nothing is emitted for it")]
    [InlineData("{name: e, kind: function.lua, source: x}", "WLC1006", "3:10", "function.lua entry 'a:e' has no 'method': add 'method: <name of the function to call>'")]
    [InlineData("{name: e, kind: process.lua, source: x}", "WLC1006", "3:10", "process.lua entry 'a:e' has no 'method': add 'method: <name of the function to call>'")]
    [InlineData("{name: e, kind: library.lua}", "WLC1006", "3:10", "entry 'a:e' has no 'source': add 'source: file://e.lua'")]
    [InlineData("{name: e, kind: library.lua, source: [x]}", "WLC1005", "3:40", "'source' must be a string, not a list: write source: file://name.lua")]
    [InlineData("{name: e, kind: library.lua, source: 'file://../../x.lua'}", "WLC1010", "3:40", "source 'file://../../x.lua' of entry 'a:e' leaves the source root: write a path below it")]
    [InlineData("{name: e, kind: library.lua, source: 'file:///../x.lua'}", "WLC1010", "3:40", "source 'file:///../x.lua' of entry 'a:e' leaves the source root: write a path below it")]
    [InlineData("{name: e, kind: library.lua, source: x, module: []}", "WLC1008", "3:43", "'module' is not a key of library.lua entries and is ignored; did you mean 'modules'?")]
    [InlineData("{name: e, kind: library.lua, data: {source: x}, extra: 1}", "WLC1008", "3:51", "'extra' is not a key of entry 'a:e' with 'data' and is ignored; move it below 'data'")]
    [InlineData("{name: e, kind: library.lua, source: x, modules: json}", "WLC1005", "3:52", "'modules' must be a list, not a string: write each name on a line such as '- json', or [a, b]")]
    [InlineData("{name: e, kind: library.lua, source: x, modules: [[]]}", "WLC1005", "3:53", "'modules' must be a list of names, not a list: write '- json'")]
    [InlineData("{name: e, kind: library.lua, source: x, modules: [json, json]}", "WLC1025", "3:59", "module 'json' is listed twice: remove one of them")]
    [InlineData("{name: e, kind: library.lua, source: x, imports: [y]}", "WLC1005", "3:52", "'imports' must be a table, not a list: write the keys of 'imports' below it, indented")]
    [InlineData("{name: e, kind: library.lua, source: x, imports: {end: y}}", "WLC1022", "3:53", "'end' cannot be an import alias since it becomes a Lua global: write a name of letters, digits and '_'")]
    [InlineData("{name: e, kind: library.lua, source: x, imports: {y: [z]}}", "WLC1005", "3:56", "'y' must be the id of a library, not a list: write y: a:name")]
    [InlineData("{name: e, kind: workflow.lua, source: x}", "WLC1021", "3:10", "workflow.lua entry 'a:e' has no 'meta.temporal.workflow' and does nothing: add 'meta: {temporal: {workflow: {worker: <id>}}}'")]
    [InlineData("{name: e, kind: workflow.lua, source: x, meta: {temporal: {workflow: {name: N}}}}", "WLC1014", "3:10", "entry 'a:e' has 'meta.temporal.workflow' without 'worker' and is not registered: add 'worker: <id of a temporal.worker>'")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, meta: {temporal: {activity: {}}}}", "WLC1014", "3:10", "entry 'a:e' has 'meta.temporal.activity' without 'worker' and is not registered: add 'worker: <id of a temporal.worker>'")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, meta: {options: {activity.versioning_intent: compatible}}}", "WLC1030", "3:72", "option 'activity.versioning_intent' of entry 'a:e' has no effect here: workers are versioned by their deployment; remove it and set 'worker_options.deployment_name' and 'build_id'")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, meta: {options: {start_to_close_timeout: 5 minutes}}}", "WLC1016", "3:96", "invalid start_to_close_timeout: '5 minutes' is no duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\"")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, meta: {options: {activity.retry_policy: {initial_interval: 1x}}}}", "WLC1016", "3:114", "invalid initial_interval: '1x' is no duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\"")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, meta: {temporal: {workflow: {worker: w}}}}", "WLC1024", "3:73", "'meta.temporal.workflow' has no effect on the function.lua entry 'a:e': only workflow.lua entries have it")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, meta: {temporal: {activity: {wroker: w, worker: w}}}}", "WLC1008", "3:84", "'wroker' is not a key of meta.temporal.activity and is ignored; did you mean 'worker'?")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, lifecycle: {start_timeout: 5}}", "WLC1015", "3:82", "'start_timeout' must be a duration with a unit, not the bare number 5: write \"5s\" for seconds or \"5ms\" for milliseconds")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, lifecycle: {start_timeout: 5 s}}", "WLC1016", "3:82", "invalid start timeout: '5 s' is no duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\"")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, lifecycle: {start_timeout: '${env:A|5}'}}", "WLC1015", "3:82", "'start_timeout' must be a duration with a unit, not the bare number 5: write \"5s\" for seconds or \"5ms\" for milliseconds")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, lifecycle: {auto_start: maybe}}", "WLC1005", "3:79", "'auto_start' must be a boolean, not a string: write auto_start: true")]
    [InlineData("{name: e, kind: function.lua, source: x, method: m, lifecycle: {startup: never}}", "WLC1028", "3:76", "'startup' cannot be 'never': write 'required' or 'optional'")]
    public void Reports_mistakes_of_an_entry(string entry, string id, string place, string message) =>
        AssertFinding($"namespace: a\nentries:\n- {entry}\n- {{name: good, kind: library.lua, source: return 1}}", id, place, message, good: true);

    [Theory]
    [InlineData("", "WLC1018", "3:10", "entry 'a:c': address is required: write address: host:7233")]
    [InlineData("address: ''", "WLC1018", "3:45", "entry 'a:c': address is required: write address: host:7233")]
    [InlineData("address: h, connection_timeout: -1s", "WLC1018", "3:68", "entry 'a:c': connection timeout must be >= 0: write connection_timeout: 10s")]
    [InlineData("address: h, keep_alive_time: -1s", "WLC1018", "3:65", "entry 'a:c': keep alive time must be >= 0: write keep_alive_time: 10s")]
    [InlineData("address: h, keep_alive_timeout: -1s", "WLC1018", "3:68", "entry 'a:c': keep alive timeout must be >= 0: write keep_alive_timeout: 10s")]
    [InlineData("address: h, keep_alive_time: soon", "WLC1016", "3:65", "invalid keep alive time: 'soon' is no duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\"")]
    [InlineData("address: h, auth: {type: oauth}", "WLC1018", "3:61", "entry 'a:c': invalid auth type: oauth: write none, api_key or mtls")]
    [InlineData("address: h, auth: {type: api_key}", "WLC1018", "3:48", "entry 'a:c': API key source is required: write one of api_key, api_key_env, api_key_file")]
    [InlineData("address: h, auth: {type: api_key, api_key: a, api_key_file: b}", "WLC1018", "3:82", "entry 'a:c': multiple API key sources specified: keep one of api_key, api_key_file")]
    [InlineData("address: h, auth: {type: mtls, key_file: k}", "WLC1018", "3:48", "entry 'a:c': mTLS certificate is required: write one of cert_file, cert_pem")]
    [InlineData("address: h, auth: {type: mtls, cert_file: c}", "WLC1018", "3:48", "entry 'a:c': mTLS key is required: write one of key_file, key_pem, key_pem_env")]
    [InlineData("address: h, auth: {type: mtls, cert_file: c, cert_pem: d, key_file: k}", "WLC1018", "3:81", "entry 'a:c': multiple mTLS certificate sources specified: keep one of cert_file, cert_pem")]
    [InlineData("address: h, auth: {type: mtls, cert_file: c, key_pem: k, key_pem_env: E}", "WLC1018", "3:93", "entry 'a:c': multiple mTLS key sources specified: keep one of key_pem, key_pem_env")]
    [InlineData("address: h, tls: {enabled: true, insecure_skip_verify: true, server_name: s}", "WLC1018", "3:91", "entry 'a:c': cannot use insecure skip verify with server name: remove one of the two")]
    [InlineData("address: h, health_check: {enabled: true, interval: 0s}", "WLC1018", "3:88", "entry 'a:c': health check interval must be > 0 when enabled: write interval: 30s")]
    [InlineData("address: '${x}'", "WLC1017", "3:45", "'${x}' is no placeholder and stays as it is: write ${env:NAME} or ${NAME|default} for an environment value, $${ for the text itself")]
    public void Reports_mistakes_of_a_client(string fields, string id, string place, string message) =>
        AssertFinding($"namespace: a\nentries:\n- {{name: c, kind: temporal.client, {fields}}}", id, place, message);

    [Theory]
    [InlineData("", "WLC1019", "3:10", "entry 'a:w': task queue is required: write task_queue: name")]
    [InlineData("client: , task_queue: q", "WLC1019", "3:36", "entry 'a:w': client reference is required: write client: <id of a temporal.client>, or remove the key for the implicit client")]
    [InlineData("task_queue: q, worker_options: {max_concurrent_workflow_task_pollers: 1}", "WLC1019", "3:106", "entry 'a:w': max concurrent workflow task pollers cannot be 1: write 2 or more")]
    [InlineData("task_queue: q, worker_options: {worker_activities_per_second: -1}", "WLC1019", "3:98", "entry 'a:w': worker activities per second cannot be negative: write 0 for no limit")]
    [InlineData("task_queue: q, worker_options: {task_queue_activities_per_second: -0.5}", "WLC1019", "3:102", "entry 'a:w': task queue activities per second cannot be negative: write 0 for no limit")]
    [InlineData("task_queue: q, worker_options: {disable_workflow_worker: true, local_activity_worker_only: true}", "WLC1019", "3:127", "entry 'a:w': cannot disable workflow worker and use local activity worker only simultaneously: remove one of the two")]
    [InlineData("task_queue: q, worker_options: {enable_session_worker: true}", "WLC1023", "3:68", "worker option 'enable_session_worker' has no equivalent in the .NET SDK and is ignored: remove it")]
    [InlineData("task_queue: q, worker_options: {identty: x}", "WLC1008", "3:68", "'identty' is not a key of worker_options and is ignored; did you mean 'identity'?")]
    [InlineData("task_queue: q, worker_options: {default_versioning_behavior: pin}", "WLC1028", "3:97", "'default_versioning_behavior' cannot be 'pin': write pinned, auto_upgrade or unspecified")]
    [InlineData("task_queue: q, worker_options: {max_concurrent_activity_task_pollers: many}", "WLC1005", "3:106", "'max_concurrent_activity_task_pollers' must be a whole number, not a string: write max_concurrent_activity_task_pollers: 10")]
    public void Reports_mistakes_of_a_worker(string fields, string id, string place, string message) =>
        AssertFinding($"namespace: a\nentries:\n- {{name: w, kind: temporal.worker, {fields}}}", id, place, message);

    [Theory]
    [InlineData("a", "[a]")]
    [InlineData("", "")]
    [InlineData("${env:A}", "<A>")]
    [InlineData("${env:ns:a.b|}", "<ns:a.b=>")]
    [InlineData("x${A_1|b}y${env:C|d e}", "[x]<A_1=b>[y]<C=d e>")]
    [InlineData("$${env:A} $ {", "[${env:A} $ {]")]
    [InlineData("${A} ${a|b} ${", "[${A} ${a|b} ${]")]
    public void Finds_placeholders(string raw, string parts)
    {
        var location = SourceLocation.FileStart("a");
        var value = ConfigValue.Parse(ConfigType.Text, raw, location, []);
        Assert.Equal(parts, string.Concat(value.Parts.Select(static p =>
            !p.IsEnvironment ? $"[{p.Text}]" : p.Default is null ? $"<{p.Text}>" : $"<{p.Text}={p.Default}>")));
        Assert.Equal(raw, value.Raw);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("10s", 10_000_000_000L)]
    [InlineData("1h30m", 5_400_000_000_000L)]
    [InlineData("1.5s", 1_500_000_000L)]
    [InlineData(".5ms", 500_000L)]
    [InlineData("-2us", -2_000L)]
    [InlineData("+3ns", 3L)]
    [InlineData("7\u00b5s", 7_000L)]
    [InlineData("2562047h", 9_223_369_200_000_000_000L)]
    [InlineData("", null)]
    [InlineData("5", null)]
    [InlineData("s", null)]
    [InlineData(".s", null)]
    [InlineData("1.2.3s", null)]
    [InlineData("1d", null)]
    [InlineData("1 s", null)]
    [InlineData("-", null)]
    [InlineData("9999999999h", null)]
    public void Reads_durations(string text, long? nanoseconds) =>
        Assert.Equal(nanoseconds, DurationText.TryParse(text, out var value) ? value : null);

    [Fact]
    public void Bounds_the_depth_of_YAML()
    {
        var found = Assert.Single(Bind("namespace: a\nx: " + new string('[', 150) + new string(']', 150)).Diagnostics);
        Assert.Equal("WLC1001", found.Id);
    }

    private static EntryFile Bind(string yaml) => EntryBinder.Bind(SourceText.FromString("src/app/_index.yaml", yaml), "src");

    private static void AssertFinding(string yaml, string id, string place, string message, bool good = false)
    {
        var file = Bind(yaml);
        var found = Assert.Single(file.Diagnostics, d => d.Id == id || d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(message, found.Message);
        Assert.Equal(id, found.Id);
        Assert.Equal(place, $"{found.Location!.Start.Line + 1}:{found.Location.Start.Column + 1}");
        if (good)
        {
            Assert.Contains(file.Entries, static e => e.Id.Name == "good");
        }
    }
}
