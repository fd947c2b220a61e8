using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Wippy.Runtime.Tests.Modules;

public class ChannelTests
{
    /// <summary>Every row of the table in spec/modules.md section 2.2: sizes, tasks, the expected interleaving.</summary>
    public static TheoryData<string, string, string, string> Rows() => new()
    {
        { "send, receiver waiting", "0", "spawn 1; send 0 7 | receive 0", "t0 spawned, t0 sent ok, t0 end" },
        { "send, receiver waiting: receiver follows", "0", "spawn 1; send 0 7; yield | receive 0", "t0 spawned, t0 sent ok, t1 got 7 true, t1 end, t0 yielded, t0 end" },
        { "send, room in buffer", "1", "spawn 1; yield | send 0 7; yield", "t1 sent ok, t0 spawned, t1 yielded, t1 end, t0 yielded, t0 end" },
        { "send, full", "0", "spawn 1; yield | send 0 7", "t0 spawned, t0 yielded, t0 end" },
        { "receive, buffered, no sender", "1", "send 0 7; receive 0", "t0 sent ok, t0 got 7 true, t0 end" },
        { "receive, buffered and blocked sender", "1", "spawn 1; receive 0; receive 0; yield | send 0 1; send 0 2", "t1 sent ok, t0 spawned, t0 got 1 true, t0 got 2 true, t1 sent ok, t1 end, t0 yielded, t0 end" },
        { "receive, no buffer, blocked sender", "0", "spawn 1; receive 0; yield | send 0 1", "t0 spawned, t0 got 1 true, t1 sent ok, t1 end, t0 yielded, t0 end" },
        { "receive, closed and empty", "0", "close 0; receive 0", "t0 closed, t0 got nil false, t0 end" },
        { "receive, otherwise", "0", "spawn 1; yield | receive 0", "t0 spawned, t0 yielded, t0 end" },
        { "close, nobody waiting", "1", "send 0 1; close 0; receive 0; receive 0", "t0 sent ok, t0 closed, t0 got 1 true, t0 got nil false, t0 end" },
        { "close, senders waiting", "0", "spawn 1; spawn 2; close 0 | send 0 1 | send 0 2", "t0 spawned, t0 spawned, t1 sent send on closed channel, t1 end, t2 sent send on closed channel, t2 end, t0 closed, t0 end" },
        { "close, receivers waiting", "0", "spawn 1; spawn 2; close 0 | receive 0 | receive 0", "t0 spawned, t0 spawned, t1 got nil false, t1 end, t2 got nil false, t2 end, t0 closed, t0 end" },
        { "second close", "0", "close 0; close 0", "t0 closed, t0 closed, t0 end" },
        { "send on closed", "0", "close 0; send 0 1", "t0 closed, error closed" },
        { "deadlock", "0", "receive 0", "error all coroutines blocked with no pending operations" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task FollowsTheTable(string row, string sizes, string tasks, string expected)
    {
        var program = Parse(sizes, tasks);
        Assert.True(expected == string.Join(", ", program.Expected()), row + ": the model says " + string.Join(", ", program.Expected()));
        Assert.Equal(expected, string.Join(", ", await program.RunAsync()));
    }

    [Fact]
    public async Task RandomProgramsFollowTheModel()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var program = Generate(new Random(seed));
            var expected = string.Join("\n", program.Expected());
            var actual = string.Join("\n", await program.RunAsync());
            Assert.True(expected == actual, $"seed {seed}\n{program}\nexpected\n{expected}\nactual\n{actual}");
        }
    }

    [Fact]
    public async Task SelectTakesTheFirstReadyCase()
    {
        var program = new ChannelProgram(
            [1, 1],
            [[new Step("send", 1, 5), new Step("send", 0, 4), new Step("select", Cases: [new Step("receive", 0), new Step("receive", 1)]), new Step("select", Cases: [new Step("receive", 0)], Default: true)]]);
        Assert.Equal("t0 sent ok, t0 sent ok, t0 selected c0 4 true, t0 default, t0 end", string.Join(", ", await program.RunAsync()));
    }

    private static ChannelProgram Parse(string sizes, string tasks) => new(
        sizes.Split(' ').Select(int.Parse).ToArray(),
        tasks.Split('|').Select(task => (IReadOnlyList<Step>)task.Split(';').Select(step =>
        {
            var words = step.Trim().Split(' ');
            var numbers = words.Skip(1).Select(int.Parse).ToArray();
            return words[0] == "spawn" ? new Step("spawn", 0, numbers[0]) : new Step(words[0], numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1));
        }).ToArray()).ToArray());

    private static ChannelProgram Generate(Random random)
    {
        var sizes = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(0, 3)).ToArray();
        var count = random.Next(2, 5);
        var tasks = new List<IReadOnlyList<Step>>();
        for (var t = 0; t < count; t++)
        {
            var steps = new List<Step>();
            if (t == 0)
            {
                steps.AddRange(Enumerable.Range(1, count - 1).Select(i => new Step("spawn", 0, i)));
            }

            var length = random.Next(1, 8);
            for (var i = 0; i < length; i++)
            {
                steps.Add(random.Next(10) switch
                {
                    < 3 => new Step("send", random.Next(sizes.Length), (t * 10) + i),
                    < 6 => new Step("receive", random.Next(sizes.Length)),
                    6 => random.Next(3) == 0 ? new Step("close", random.Next(sizes.Length)) : new Step("yield"),
                    7 => new Step("yield"),
                    _ => new Step(
                        "select",
                        Cases: Enumerable.Range(0, sizes.Length)
                            .Select(c => random.Next(2) == 0 ? new Step("send", c, (t * 10) + i) : new Step("receive", c))
                            .ToArray(),
                        Default: random.Next(3) == 0),
                });
            }

            tasks.Add(steps);
        }

        return new ChannelProgram(sizes, tasks);
    }
}
