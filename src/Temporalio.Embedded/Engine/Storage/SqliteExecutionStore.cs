using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Engine.Schedules;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Storage;

/// <summary>
/// Runs in a SQLite file. One writer commits everything that has come in since its last commit in one transaction; effects are
/// made after it. The file is locked as long as the store is open.
/// </summary>
internal sealed class SqliteExecutionStore : IExecutionStore
{
    private const int SchemaVersion = 3;
    private const int VersionWithBareSchedules = 2;
    private const int LargestBatch = 1000;
    private readonly string file;
    private readonly SqliteConnection connection;
    private readonly Lock gate = new();
    private readonly Channel<PendingWrite> writes = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand upsertRun;
    private readonly SqliteCommand insertEvents;
    private readonly SqliteCommand upsertBuffered;
    private readonly SqliteCommand deleteBuffered;
    private readonly SqliteCommand upsertActivity;
    private readonly SqliteCommand deleteActivity;
    private readonly SqliteCommand deleteActivities;
    private readonly SqliteCommand upsertSchedule;
    private readonly SqliteCommand deleteSchedule;
    private readonly SqliteCommand insertOwed;
    private readonly SqliteCommand deleteOwed;
    private readonly Task writer;

    private SqliteExecutionStore(string file, SqliteConnection connection)
    {
        this.file = file;
        this.connection = connection;
        begin = Command("BEGIN IMMEDIATE");
        commit = Command("COMMIT");
        upsertRun = Command(
            "INSERT INTO runs (run_id, namespace, workflow_id, status, info) VALUES ($run, $namespace, $workflow, $status, $info) ON CONFLICT (run_id) DO UPDATE SET status = $status, info = $info",
            "$run", "$namespace", "$workflow", "$status", "$info");
        insertEvents = Command("INSERT INTO events (run_id, first_event_id, batch) VALUES ($run, $first, $batch)", "$run", "$first", "$batch");
        upsertBuffered = Command("INSERT INTO buffered (run_id, batch) VALUES ($run, $batch) ON CONFLICT (run_id) DO UPDATE SET batch = $batch", "$run", "$batch");
        deleteBuffered = Command("DELETE FROM buffered WHERE run_id = $run", "$run");
        upsertActivity = Command(
            "INSERT INTO activities (run_id, scheduled_event_id, info) VALUES ($run, $event, $info) ON CONFLICT (run_id, scheduled_event_id) DO UPDATE SET info = $info",
            "$run", "$event", "$info");
        deleteActivity = Command("DELETE FROM activities WHERE run_id = $run AND scheduled_event_id = $event", "$run", "$event");
        deleteActivities = Command("DELETE FROM activities WHERE run_id = $run", "$run");
        upsertSchedule = Command(
            "INSERT INTO schedules (namespace, schedule_id, state) VALUES ($namespace, $id, $state) ON CONFLICT (namespace, schedule_id) DO UPDATE SET state = $state",
            "$namespace", "$id", "$state");
        deleteSchedule = Command("DELETE FROM schedules WHERE namespace = $namespace AND schedule_id = $id", "$namespace", "$id");
        insertOwed = Command("INSERT INTO owed (run_id, event_id) VALUES ($run, $event)", "$run", "$event");
        deleteOwed = Command("DELETE FROM owed WHERE run_id = $run AND event_id = $event", "$run", "$event");
        writer = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public Action<RpcException>? Failed { get; set; }

    /// <summary>Opens a database, creating it if need be.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">SQL to run first.</param>
    /// <returns>The store.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be opened, is of another version or is in use.</exception>
    public static SqliteExecutionStore Open(string file, string settings = "")
    {
        SQLitePCL.Batteries_V2.Init();
        if (Path.GetDirectoryName(file) is { Length: > 0 } directory)
        {
            Directory.CreateDirectory(directory);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();

            // Exclusive, and taken at once: a second engine must fail here, not somewhere later.
            Run(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = NORMAL");
            Run(connection, settings);
            Run(connection, "BEGIN EXCLUSIVE");
            var version = Version(connection);
            if (version == 0)
            {
                Run(connection, """
                    CREATE TABLE runs (
                        seq INTEGER PRIMARY KEY AUTOINCREMENT,
                        run_id TEXT NOT NULL UNIQUE,
                        namespace TEXT NOT NULL,
                        workflow_id TEXT NOT NULL,
                        status INTEGER NOT NULL,
                        info BLOB NOT NULL);
                    CREATE INDEX runs_by_workflow ON runs (namespace, workflow_id, seq);
                    CREATE INDEX runs_open ON runs (status) WHERE status = 1;
                    CREATE TABLE events (run_id TEXT NOT NULL, first_event_id INTEGER NOT NULL, batch BLOB NOT NULL, PRIMARY KEY (run_id, first_event_id)) WITHOUT ROWID;
                    CREATE TABLE buffered (run_id TEXT NOT NULL PRIMARY KEY, batch BLOB NOT NULL) WITHOUT ROWID;
                    CREATE TABLE activities (run_id TEXT NOT NULL, scheduled_event_id INTEGER NOT NULL, info BLOB NOT NULL, PRIMARY KEY (run_id, scheduled_event_id)) WITHOUT ROWID;
                    CREATE TABLE schedules (namespace TEXT NOT NULL, schedule_id TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (namespace, schedule_id)) WITHOUT ROWID;
                    CREATE TABLE owed (run_id TEXT NOT NULL, event_id INTEGER NOT NULL, PRIMARY KEY (run_id, event_id)) WITHOUT ROWID;
                    """);
                Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SchemaVersion}"));
            }
            else if (version == VersionWithBareSchedules)
            {
                AddChecksumsToSchedules(connection);
                Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SchemaVersion}"));
            }
            else if (version != SchemaVersion)
            {
                throw new InvalidOperationException($"The database '{file}' has schema version {version}, this engine reads version {SchemaVersion}.");
            }

            Run(connection, "COMMIT");
            return new SqliteExecutionStore(file, connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            connection.Dispose();
            throw new InvalidOperationException(
                $"The database '{file}' is in use by another engine. A file is served by one process at a time: stop the other process or choose another file.", e);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new InvalidOperationException($"The database '{file}' cannot be opened: {e.Message}", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredExecution> LoadOpen()
    {
        return Read(() =>
        {
            var runs = new List<(string Namespace, string WorkflowId, string RunId)>();
            using (var select = connection.CreateCommand())
            {
                select.CommandText = "SELECT namespace, workflow_id, run_id FROM runs WHERE status = 1 OR run_id IN (SELECT run_id FROM owed) ORDER BY seq";
                using var reader = select.ExecuteReader();
                while (reader.Read())
                {
                    runs.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
                }
            }

            return runs.ConvertAll(r => Load(r.Namespace, r.WorkflowId, r.RunId));
        });
    }

    /// <inheritdoc/>
    public StoredExecution? Find(string workflowNamespace, string workflowId, string? runId)
    {
        return Read(() =>
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT run_id FROM runs WHERE namespace = $namespace AND workflow_id = $workflow AND ($run IS NULL OR run_id = $run) ORDER BY seq DESC LIMIT 1";
            select.Parameters.AddWithValue("$namespace", workflowNamespace);
            select.Parameters.AddWithValue("$workflow", workflowId);
            select.Parameters.AddWithValue("$run", (object?)runId ?? DBNull.Value);
            return select.ExecuteScalar() is string found ? Load(workflowNamespace, workflowId, found) : null;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorkflowExecutionInfo> ListClosed(string workflowNamespace)
    {
        return Read(() =>
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT info FROM runs WHERE namespace = $namespace AND status <> 1 ORDER BY seq DESC";
            select.Parameters.AddWithValue("$namespace", workflowNamespace);
            using var reader = select.ExecuteReader();
            var result = new List<WorkflowExecutionInfo>();
            while (reader.Read())
            {
                result.Add(StoredBlob.Read(WorkflowExecutionInfo.Parser, (byte[])reader.GetValue(0)));
            }

            return result;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListNamespaces()
    {
        return Read(() =>
        {
            // One step for each namespace: the index has a row for each run.
            using var select = connection.CreateCommand();
            select.CommandText = """
                WITH RECURSIVE names (name) AS (
                    SELECT min(namespace) FROM runs
                    UNION ALL SELECT (SELECT min(namespace) FROM runs WHERE namespace > name) FROM names WHERE name IS NOT NULL)
                SELECT name FROM names WHERE name IS NOT NULL
                """;
            using var reader = select.ExecuteReader();
            var result = new List<string>();
            while (reader.Read())
            {
                result.Add(reader.GetString(0));
            }

            return result;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredSchedule> LoadSchedules()
    {
        return Read(() =>
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT state, schedule_id FROM schedules ORDER BY namespace, schedule_id";
            using var reader = select.ExecuteReader();
            var result = new List<StoredSchedule>();
            while (reader.Read())
            {
                try
                {
                    result.Add(StoredBlob.Read(StoredSchedule.Parser, (byte[])reader.GetValue(0)));
                }
                catch (InvalidDataException e)
                {
                    throw new InvalidDataException($"schedule '{reader.GetString(1)}': {e.Message}", e);
                }
            }

            return result;
        });
    }

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyList<StoreWrite> writes, Action committed) => Enqueue(new PendingWrite(writes, committed));

    /// <inheritdoc/>
    public Task WriteScheduleAsync(ScheduleWrite write) => Enqueue(new PendingWrite([], () => { }, write));

    /// <inheritdoc/>
    public void Dispose()
    {
        writes.Writer.TryComplete();
        writer.Wait();
        lock (gate)
        {
            begin.Dispose();
            commit.Dispose();
            upsertRun.Dispose();
            insertEvents.Dispose();
            upsertBuffered.Dispose();
            deleteBuffered.Dispose();
            upsertActivity.Dispose();
            deleteActivity.Dispose();
            deleteActivities.Dispose();
            upsertSchedule.Dispose();
            deleteSchedule.Dispose();
            insertOwed.Dispose();
            deleteOwed.Dispose();
            connection.Dispose();
        }
    }

    private Task Enqueue(PendingWrite pending)
    {
        if (!writes.Writer.TryWrite(pending))
        {
            pending.Done.SetException(new RpcException(RpcException.StatusCode.Unavailable, "The engine has been stopped", null));
        }

        return pending.Done.Task;
    }

    private static void AddChecksumsToSchedules(SqliteConnection connection)
    {
        var schedules = new List<StoredSchedule>();
        using (var select = connection.CreateCommand())
        {
            select.CommandText = "SELECT state FROM schedules";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                schedules.Add(StoredSchedule.Parser.ParseFrom((byte[])reader.GetValue(0)));
            }
        }

        foreach (var schedule in schedules)
        {
            using var update = connection.CreateCommand();
            update.CommandText = "UPDATE schedules SET state = $state WHERE namespace = $namespace AND schedule_id = $id";
            update.Parameters.AddWithValue("$state", StoredBlob.Write(schedule));
            update.Parameters.AddWithValue("$namespace", schedule.Namespace);
            update.Parameters.AddWithValue("$id", schedule.ScheduleId);
            update.ExecuteNonQuery();
        }
    }

    private static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter(parameter, null));
        }

        return command;
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private T Read<T>(Func<T> read)
    {
        lock (gate)
        {
            try
            {
                return read();
            }
            catch (Exception e) when (e is SqliteException or InvalidDataException)
            {
                throw new RpcException(RpcException.StatusCode.DataLoss, $"The database '{file}' cannot be read: {e.Message}", null);
            }
        }
    }

    private StoredExecution Load(string workflowNamespace, string workflowId, string runId)
    {
        try
        {
            var events = new List<HistoryEvent>();
            Rows("SELECT batch FROM events WHERE run_id = $run ORDER BY first_event_id", reader => events.AddRange(Events(reader)));
            var buffered = new List<HistoryEvent>();
            Rows("SELECT batch FROM buffered WHERE run_id = $run", reader => buffered.AddRange(Events(reader)));
            var activities = new Dictionary<long, PendingActivityInfo>();
            Rows(
                "SELECT info, scheduled_event_id FROM activities WHERE run_id = $run",
                reader => activities[reader.GetInt64(1)] = StoredBlob.Read(PendingActivityInfo.Parser, (byte[])reader.GetValue(0)));
            var owed = new List<long>();
            Rows("SELECT event_id FROM owed WHERE run_id = $run ORDER BY event_id", reader => owed.Add(reader.GetInt64(0)));
            return events.Count > 0 && events[^1].EventId == events.Count
                ? new StoredExecution(workflowNamespace, runId, events, buffered, activities, owed)
                : throw new InvalidDataException("Events are missing");
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException)
        {
            throw new RpcException(
                RpcException.StatusCode.DataLoss, $"The database '{file}' is damaged: run {runId} of workflow '{workflowId}' cannot be read: {e.Message}", null);
        }

        static IEnumerable<HistoryEvent> Events(SqliteDataReader reader) => StoredBlob.Read(History.Parser, (byte[])reader.GetValue(0)).Events;

        void Rows(string sql, Action<SqliteDataReader> row)
        {
            using var select = connection.CreateCommand();
            select.CommandText = sql;
            select.Parameters.AddWithValue("$run", runId);
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                row(reader);
            }
        }
    }

    private void Write()
    {
        var batch = new List<PendingWrite>();
        RpcException? failed = null;
        while (writes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && writes.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                if (failed is null)
                {
                    Commit(batch);
                }
            }
            catch (SqliteException e)
            {
                // What is in memory and what is stored have parted: nothing may go on from here.
                failed = new RpcException(
                    RpcException.StatusCode.Unavailable,
                    $"The engine has stopped: the database '{file}' cannot be written: {e.Message} Everything that was confirmed is stored; connect again when the cause is removed.",
                    null);
                Failed?.Invoke(failed);
            }

            foreach (var write in batch)
            {
                if (failed is not null)
                {
                    write.Done.TrySetException(failed);
                    continue;
                }

                write.Committed();
                write.Done.TrySetResult();
            }
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        lock (gate)
        {
            begin.ExecuteNonQuery();
            foreach (var pending in batch)
            {
                foreach (var write in pending.Writes)
                {
                    Apply(write);
                }

                Apply(pending.Schedule);
            }

            commit.ExecuteNonQuery();
        }
    }

    private void Apply(StoreWrite write)
    {
        if (write.Info is { } info)
        {
            Execute(upsertRun, write.RunId, write.Namespace, write.WorkflowId, (int)write.Status, info);
        }

        if (write.Events is { } events)
        {
            Execute(insertEvents, write.RunId, write.FirstEventId, events);
        }

        if (write.Buffered is { Length: > 0 } buffered)
        {
            Execute(upsertBuffered, write.RunId, buffered);
        }
        else if (write.Buffered is not null)
        {
            Execute(deleteBuffered, write.RunId);
        }

        foreach (var (eventId, owed) in write.Owed)
        {
            Execute(owed ? insertOwed : deleteOwed, write.RunId, eventId);
        }

        if (write.Status != WorkflowExecutionStatus.Running)
        {
            Execute(deleteActivities, write.RunId);
            return;
        }

        foreach (var (scheduledEventId, activity) in write.Activities)
        {
            if (activity is null)
            {
                Execute(deleteActivity, write.RunId, scheduledEventId);
            }
            else
            {
                Execute(upsertActivity, write.RunId, scheduledEventId, activity);
            }
        }
    }

    private void Apply(ScheduleWrite? write)
    {
        if (write is { State: { } state })
        {
            Execute(upsertSchedule, write.Namespace, write.Id, state);
        }
        else if (write is not null)
        {
            Execute(deleteSchedule, write.Namespace, write.Id);
        }
    }

    private sealed record PendingWrite(IReadOnlyList<StoreWrite> Writes, Action Committed, ScheduleWrite? Schedule = null)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
