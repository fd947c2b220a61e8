using System;

namespace Temporalio.Activities;

/// <summary>Marks a method as an activity.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ActivityAttribute : Attribute
{
    /// <summary>The activity is named after the method, without a trailing <c>Async</c> if it returns a task.</summary>
    public ActivityAttribute()
    {
    }

    /// <summary>Names the activity.</summary>
    /// <param name="name">Type name of the activity.</param>
    public ActivityAttribute(string name) => Name = name;

    /// <summary>Type name of the activity, null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether it takes every activity that has no other definition. It must take one array of raw values.</summary>
    public bool Dynamic { get; set; }
}
