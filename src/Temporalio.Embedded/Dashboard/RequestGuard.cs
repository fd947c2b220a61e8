using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Temporalio.Dashboard;

/// <summary>
/// Keeps other web sites out: requests must name this machine (against DNS rebinding), and what changes something must come from a page
/// of the dashboard, by its origin and by a secret of the process in the form.
/// </summary>
/// <param name="allowedHosts">Host names besides those of the loopback address.</param>
internal sealed class RequestGuard(IReadOnlyCollection<string> allowedHosts)
{
    private const string ContentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Gets the secret that forms carry.</summary>
    public string FormToken { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lets a request pass or refuses it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What handles it.</param>
    /// <returns>A task for the end.</returns>
    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (!IsKnownHost(context.Request.Host))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This dashboard does not answer to that host name.").ConfigureAwait(false);
        }
        else if (HttpMethods.IsPost(context.Request.Method) && !await IsOwnFormAsync(context.Request).ConfigureAwait(false))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "This does not come from a page of this dashboard, or the page is from before a restart: load it again.").ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason);
    }

    private bool IsKnownHost(HostString host) =>
        string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || allowedHosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private async Task<bool> IsOwnFormAsync(HttpRequest request)
    {
        if (!string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase) || !request.HasFormContentType)
        {
            return false;
        }

        var form = await request.ReadFormAsync().ConfigureAwait(false);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form["token"].ToString()), Encoding.UTF8.GetBytes(FormToken));
    }
}
