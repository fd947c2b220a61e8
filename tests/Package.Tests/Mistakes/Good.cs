namespace Mistakes;

/// <summary>Uses what the entry without mistakes became, and one with mistakes too: neither adds an error of C#.</summary>
public static class Good
{
    public static object[] Types => [typeof(GoodActivity), typeof(Answer), typeof(UndeclaredWorkflow)];
}
