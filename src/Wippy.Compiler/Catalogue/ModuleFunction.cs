namespace Wippy.Compiler.Catalogue;

/// <summary>What a call of a module function may do besides returning.</summary>
public enum FunctionEffect
{
    /// <summary>Returns at once; what it returns never waits.</summary>
    None,

    /// <summary>May wait.</summary>
    Waits,

    /// <summary>Returns at once, but gives an object whose methods may wait, such as a channel.</summary>
    GivesWaitable,

    /// <summary>Calls functions that it is given, which may wait.</summary>
    CallsBack,

    /// <summary>
    /// Leaves the running coroutine, which every function between it and the body of the coroutine must be ready for; or asks whether they are.
    /// </summary>
    Yields,

    /// <summary>Runs a coroutine: waits only if something inside makes the whole task wait. A yield inside ends the call.</summary>
    Resumes,
}

/// <summary>A function of a module.</summary>
/// <param name="Name">Its name behind the module's: <c>encode</c>, <c>random.bytes</c>.</param>
/// <param name="Effect">What a call may do.</param>
public sealed record ModuleFunction(string Name, FunctionEffect Effect);
