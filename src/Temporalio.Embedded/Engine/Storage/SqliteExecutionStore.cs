using System;
using System.Collections.Generic;
using System.Data;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Google.Protobuf;
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
    private const int SchemaVersion = 1;
    private readonly SqliteConnection connection;
    private readonly Lock gate = new();
    private readonly Channel<PendingWrite> writes = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteCommand upsertRun;
    private readonly SqliteCommand insertEvents;
    private readonly SqliteCommand upsertBuffered;
    private readonly SqliteCommand deleteBuffered;
    private readonly SqliteCommand upsertActivity;
    private readonly SqliteCommand deleteActivity;
    private readonly SqliteCommand deleteActivities;
    private readonly SqliteCommand upsertSchedule;
    private readonly SqliteCommand deleteSchedule;
    private readonly Task writer;

    private SqliteExecutionStore(SqliteConnection connection)
    {
        this.connection = connection;
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
        writer = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Opens a database, creating it if need be.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The store.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be opened, is of another version or is in use.</exception>
    public static SqliteExecutionStore Open(string file)
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
            Run(connection, "BEGIN EXCLUSIVE");
            Run(connection, """
                CREATE TABLE IF NOT EXISTS runs (
                    seq INTEGER PRIMARY KEY AUTOINCREMENT,
                    run_id TEXT NOT NULL UNIQUE,
                    namespace TEXT NOT NULL,
                    workflow_id TEXT NOT NULL,
                    status INTEGER NOT NULL,
                    info BLOB NOT NULL);
                CREATE INDEX IF NOT EXISTS runs_by_workflow ON runs (namespace, workflow_id, seq);
                CREATE INDEX IF NOT EXISTS runs_open ON runs (status) WHERE status = 1;
                CREATE TABLE IF NOT EXISTS events (run_id TEXT NOT NULL, first_event_id INTEGER NOT NULL, batch BLOB NOT NULL, PRIMARY KEY (run_id, first_event_id)) WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS buffered (run_id TEXT NOT NULL PRIMARY KEY, batch BLOB NOT NULL) WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS activities (run_id TEXT NOT NULL, scheduled_event_id INTEGER NOT NULL, info BLOB NOT NULL, PRIMARY KEY (run_id, scheduled_event_id)) WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS schedules (namespace TEXT NOT NULL, schedule_id TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (namespace, schedule_id)) WITHOUT ROWID;
                """);
            using (var version = connection.CreateCommand())
            {
                version.CommandText = "PRAGMA user_version";
                var found = Convert.ToInt32(version.ExecuteScalar(), CultureInfo.InvariantCulture);
                if (found is not (0 or SchemaVersion))
                {
                    throw new InvalidOperationException($"The database '{file}' has schema version {found}, this engine reads version {SchemaVersion}.");
                }
            }

            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SchemaVersion}"));
            Run(connection, "COMMIT");
            return new SqliteExecutionStore(connection);
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
        lock (gate)
        {
            var runs = new List<(string Namespace, string RunId)>();
            using (var select = connection.CreateCommand())
            {
                select.CommandText = "SELECT namespace, run_id FROM runs WHERE status = 1 ORDER BY seq";
                using var reader = select.ExecuteReader();
                while (reader.Read())
                {
                    runs.Add((reader.GetString(0), reader.GetString(1)));
                }
            }

            return runs.ConvertAll(r => Load(r.Namespace, r.RunId));
        }
    }

    /// <inheritdoc/>
    public StoredExecution? Find(string workflowNamespace, string workflowId, string? runId)
    {
        lock (gate)
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT run_id FROM runs WHERE namespace = $namespace AND workflow_id = $workflow AND ($run IS NULL OR run_id = $run) ORDER BY seq DESC LIMIT 1";
            select.Parameters.AddWithValue("$namespace", workflowNamespace);
            select.Parameters.AddWithValue("$workflow", workflowId);
            select.Parameters.AddWithValue("$run", (object?)runId ?? DBNull.Value);
            return select.ExecuteScalar() is string found ? Load(workflowNamespace, found) : null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorkflowExecutionInfo> List(string workflowNamespace)
    {
        lock (gate)
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT info FROM runs WHERE namespace = $namespace ORDER BY seq DESC";
            select.Parameters.AddWithValue("$namespace", workflowNamespace);
            using var reader = select.ExecuteReader();
            var result = new List<WorkflowExecutionInfo>();
            while (reader.Read())
            {
                result.Add(WorkflowExecutionInfo.Parser.ParseFrom((byte[])reader.GetValue(0)));
            }

            return result;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredSchedule> LoadSchedules()
    {
        lock (gate)
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT state FROM schedules ORDER BY namespace, schedule_id";
            using var reader = select.ExecuteReader();
            var result = new List<StoredSchedule>();
            while (reader.Read())
            {
                result.Add(StoredSchedule.Parser.ParseFrom((byte[])reader.GetValue(0)));
            }

            return result;
        }
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
            upsertRun.Dispose();
            insertEvents.Dispose();
            upsertBuffered.Dispose();
            deleteBuffered.Dispose();
            upsertActivity.Dispose();
            deleteActivity.Dispose();
            deleteActivities.Dispose();
            upsertSchedule.Dispose();
            deleteSchedule.Dispose();
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

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static byte[] Batch(IReadOnlyList<HistoryEvent> events) => new History { Events = { events } }.ToByteArray();

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

    private StoredExecution Load(string workflowNamespace, string runId)
    {
        var events = new List<HistoryEvent>();
        Read("SELECT batch FROM events WHERE run_id = $run ORDER BY first_event_id", reader => events.AddRange(History.Parser.ParseFrom((byte[])reader.GetValue(0)).Events));
        var buffered = new List<HistoryEvent>();
        Read("SELECT batch FROM buffered WHERE run_id = $run", reader => buffered.AddRange(History.Parser.ParseFrom((byte[])reader.GetValue(0)).Events));
        var activities = new Dictionary<long, PendingActivityInfo>();
        Read(
            "SELECT scheduled_event_id, info FROM activities WHERE run_id = $run",
            reader => activities[reader.GetInt64(0)] = PendingActivityInfo.Parser.ParseFrom((byte[])reader.GetValue(1)));
        return new StoredExecution(workflowNamespace, runId, events, buffered, activities);

        void Read(string sql, Action<SqliteDataReader> row)
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
        Exception? failed = null;
        while (writes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < 1000 && writes.Reader.TryRead(out var next))
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
                failed = new RpcException(RpcException.StatusCode.Internal, $"The database cannot be written: {e.Message}", null);
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
            using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
            foreach (var command in new[] { upsertRun, insertEvents, upsertBuffered, deleteBuffered, upsertActivity, deleteActivity, deleteActivities, upsertSchedule, deleteSchedule })
            {
                command.Transaction = transaction;
            }

            foreach (var pending in batch)
            {
                foreach (var write in pending.Writes)
                {
                    Apply(write);
                }

                Apply(pending.Schedule);
            }

            transaction.Commit();
        }
    }

    private void Apply(StoreWrite write)
    {
        var runId = write.Info.Execution.RunId;
        if (write.Events.Count > 0)
        {
            Execute(upsertRun, runId, write.Namespace, write.Info.Execution.WorkflowId, (int)write.Info.Status, write.Info.ToByteArray());
            Execute(insertEvents, runId, write.Events[0].EventId, Batch(write.Events));
        }

        if (write.Buffered is { Count: > 0 } buffered)
        {
            Execute(upsertBuffered, runId, Batch(buffered));
        }
        else if (write.Buffered is not null)
        {
            Execute(deleteBuffered, runId);
        }

        if (write.Info.Status != WorkflowExecutionStatus.Running)
        {
            Execute(deleteActivities, runId);
            return;
        }

        foreach (var (scheduledEventId, info) in write.Activities)
        {
            if (info is null)
            {
                Execute(deleteActivity, runId, scheduledEventId);
            }
            else
            {
                Execute(upsertActivity, runId, scheduledEventId, info.ToByteArray());
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
