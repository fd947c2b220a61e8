using System;
using System.Collections.Generic;
using System.Linq;

namespace Temporalio.Embedded.CrashHost;

/// <summary>One thing that a <see cref="Script"/> does.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">A name of its own, where the world outside learns of it.</param>
/// <param name="Number">How often it fails first, or how long it takes.</param>
/// <param name="Steps">What it consists of.</param>
public sealed record Step(string Kind, string Name = "", int Number = 0, IReadOnlyList<Step>? Steps = null);

/// <summary>A message from outside to a workflow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsUpdate">Whether it is an update, not a signal.</param>
public sealed record Message(string Name, bool IsUpdate);

/// <summary>A workflow that clients start.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Steps">What it does.</param>
/// <param name="Messages">What is sent to it.</param>
/// <param name="Expected">What comes out, however often it is interrupted.</param>
public sealed record PlannedWorkflow(string Id, IReadOnlyList<Step> Steps, IReadOnlyList<Message> Messages, string Expected);

/// <summary>Random workflows and what must come of them. The same seed makes the same plan.</summary>
public sealed class RandomPlan
{
    private readonly Random random;
    private readonly List<string> told = [];
    private int names;

    /// <summary>Initializes a new instance of the <see cref="RandomPlan"/> class.</summary>
    /// <param name="seed">The seed.</param>
    public RandomPlan(int seed)
    {
        random = new Random(seed);
        Workflows = Enumerable.Range(1, random.Next(2, 6)).Select(number =>
        {
            var steps = Steps(random.Next(3, 9), 0, true);
            var messages = Enumerable.Range(0, random.Next(0, 5)).Select(i => new Message($"m{number}.{i}", random.Next(2) == 0)).ToList();
            return new PlannedWorkflow($"w{number}", steps, messages, Script.Join(steps.SelectMany(Expected), messages.Select(m => m.Name)));
        }).ToList();
    }

    /// <summary>Gets the workflows.</summary>
    public IReadOnlyList<PlannedWorkflow> Workflows { get; }

    /// <summary>Gets what the workflows tell the ledger, each once.</summary>
    public IReadOnlyList<string> Told => told;

    private static IEnumerable<string> Expected(Step step) => step.Kind switch
    {
        "continue" => [],
        "all" => [$"[{Script.Join(step.Steps!.SelectMany(Expected), [])}]"],
        "child" when step.Steps!.Any(s => s.Kind == "fail") => [$"failed {step.Steps![^1].Name}"],
        "child" => [$"({Script.Join(step.Steps!.SelectMany(Expected), [])})"],
        _ => [step.Name.Length > 0 ? step.Name : step.Kind],
    };

    private List<Step> Steps(int count, int depth, bool mayContinue) => Enumerable.Range(0, count).Select(_ => Step(depth, mayContinue)).ToList();

    private Step Step(int depth, bool mayContinue)
    {
        while (true)
        {
            switch (random.Next(16))
            {
                case 0 or 1 or 2:
                    return new Step("activity", Name(), random.Next(4) == 0 ? random.Next(1, 3) : 0);
                case 3:
                    return new Step("local", Name(), random.Next(4) == 0 ? 1 : 0);
                case 4:
                    return new Step("timer", Number: random.Next(1, 6));
                case 5 when depth < 2:
                    var steps = Steps(random.Next(1, 4), depth + 1, depth == 0);
                    if (random.Next(4) == 0)
                    {
                        steps.Add(new Step("fail", Name()));
                    }

                    return new Step("child", Steps: steps);
                case 6 or 7 when depth < 2:
                    return new Step("all", Steps: Steps(random.Next(2, 5), depth + 1, false));
                case 8:
                    told.Add(Name());
                    return new Step("tell", told[^1]);
                case 9 when mayContinue:
                    return new Step("continue");
                case 10:
                    return new Step("refused", Name());
                case 11:
                    return new Step("nobody");
                case 12:
                    return new Step(((string[])["cancelled timer", "cancelled activity", "cancelled child"])[random.Next(3)]);
                case 13:
                    return new Step("patch", Name());
                case 14:
                    return new Step(((string[])["memo", "attribute", "guid"])[random.Next(3)], Number: random.Next(100));
                default:
                    break;
            }
        }
    }

    private string Name() => $"n{++names}";
}
