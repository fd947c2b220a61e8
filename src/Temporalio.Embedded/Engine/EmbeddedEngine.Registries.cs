using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;

namespace Temporalio.Engine;

/// <summary>What is registered: namespaces, search attributes, workers. It lives as long as the engine; namespaces need no registration to be used.</summary>
internal sealed partial class EmbeddedEngine
{
    private const string DefaultNamespace = "default";
    private readonly ConcurrentDictionary<string, RegisterNamespaceRequest> registeredNamespaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IndexedValueType> customSearchAttributes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Registration, WorkerRegistration> workers = new();

    /// <inheritdoc/>
    public IDictionary<string, IndexedValueType> CustomSearchAttributes => customSearchAttributes;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> KnownNamespaces => new SortedSet<string>([DefaultNamespace, .. registeredNamespaces.Keys, .. Namespaces], StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<WorkerRegistration> Workers => workers.Values.OrderBy(w => w.Identity, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void AddSearchAttributes(IEnumerable<KeyValuePair<string, IndexedValueType>> attributes)
    {
        foreach (var (name, type) in attributes)
        {
            if (SearchAttributeNames.Types.ContainsKey(name))
            {
                throw new RpcException(RpcException.StatusCode.InvalidArgument, $"Search attribute {name} is reserved by system.", null);
            }

            if (customSearchAttributes.GetOrAdd(name, type) != type)
            {
                throw new RpcException(RpcException.StatusCode.AlreadyExists, $"Search attribute {name} already exists.", null);
            }
        }

        Restrict();
    }

    /// <inheritdoc/>
    public void RemoveSearchAttributes(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!customSearchAttributes.TryRemove(name, out _))
            {
                throw new RpcException(RpcException.StatusCode.NotFound, $"Search attribute {name} doesn't exist.", null);
            }
        }

        Restrict();
    }

    /// <inheritdoc/>
    public void RegisterNamespace(RegisterNamespaceRequest request)
    {
        if (string.IsNullOrEmpty(request.Namespace))
        {
            throw new RpcException(RpcException.StatusCode.InvalidArgument, "Namespace is not set on request.", null);
        }

        if (KnownNamespaces.Contains(request.Namespace, StringComparer.Ordinal) || !registeredNamespaces.TryAdd(request.Namespace, request.Clone()))
        {
            throw new RpcException(RpcException.StatusCode.AlreadyExists, "Namespace already exists.", null);
        }
    }

    /// <inheritdoc/>
    public RegisterNamespaceRequest? DescribeNamespace(string name) =>
        registeredNamespaces.GetValueOrDefault(name)
        ?? (KnownNamespaces.Contains(name, StringComparer.Ordinal) ? new RegisterNamespaceRequest { Namespace = name, WorkflowExecutionRetentionPeriod = new Duration() } : null);

    /// <summary>Knows these custom search attributes and no others.</summary>
    /// <param name="attributes">The attributes.</param>
    public void LimitSearchAttributes(IEnumerable<KeyValuePair<string, IndexedValueType>> attributes)
    {
        SearchAttributes = new HashSet<string>(StringComparer.Ordinal);
        AddSearchAttributes(attributes);
    }

    private void Restrict() => SearchAttributes = SearchAttributes is null ? null : customSearchAttributes.Keys.ToHashSet(StringComparer.Ordinal);
}
