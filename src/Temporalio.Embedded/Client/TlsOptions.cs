using System;

namespace Temporalio.Client;

/// <summary>Tls options.</summary>
public class TlsOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="TlsOptions"/> class.</summary>
    public TlsOptions()
    {
    }

    /// <summary>Gets or sets the client cert.</summary>
    public byte[]? ClientCert { get; set; }

    /// <summary>Gets or sets the client private key.</summary>
    public byte[]? ClientPrivateKey { get; set; }

    /// <summary>Gets or sets a value indicating whether disabled.</summary>
    public bool Disabled { get; set; }

    /// <summary>Gets or sets the domain.</summary>
    public string? Domain { get; set; }

    /// <summary>Gets or sets the server root CA cert.</summary>
    public byte[]? ServerRootCACert { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
