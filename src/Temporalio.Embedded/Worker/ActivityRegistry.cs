using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace Temporalio.Worker;

/// <summary>The activities of a worker by name.</summary>
internal sealed class ActivityRegistry
{
    private readonly Dictionary<string, ActivityDefinition> definitions = new(StringComparer.Ordinal);
    private readonly ActivityDefinition? dynamicDefinition;

    /// <summary>Initializes a new instance of the <see cref="ActivityRegistry"/> class.</summary>
    /// <param name="activities">The activities.</param>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public ActivityRegistry(IEnumerable<ActivityDefinition> activities)
    {
        foreach (var definition in activities)
        {
            if (definition.Name is null)
            {
                dynamicDefinition = dynamicDefinition is null ? definition : throw new ArgumentException("Multiple dynamic activities provided");
            }
            else if (!definitions.TryAdd(definition.Name, definition))
            {
                throw new ArgumentException($"Duplicate activity named {definition.Name}");
            }
        }
    }

    /// <summary>Gets a value indicating whether there are any.</summary>
    public bool Any => definitions.Count > 0 || dynamicDefinition is not null;

    /// <summary>Finds an activity.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The activity, or the dynamic one.</returns>
    /// <exception cref="ApplicationFailureException">There is none; retried, since another worker may have it.</exception>
    public ActivityDefinition Find(string name) =>
        definitions.GetValueOrDefault(name) ?? dynamicDefinition ?? throw new ApplicationFailureException(
            $"Activity {name} is not registered on this worker, available activities: {string.Join(", ", definitions.Keys.Order(StringComparer.Ordinal))}",
            errorType: "NotFoundError");
}
