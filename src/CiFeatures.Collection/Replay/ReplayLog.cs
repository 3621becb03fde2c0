using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Replay;

/// <summary>Writes one JSON line for each request. A line is handed to the system as one piece, so that it survives a kill of the process.</summary>
/// <remarks>Lines are added to a file that is there already. Safe to use from several threads.</remarks>
public sealed class ReplayLog : IDisposable
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file; its folder has to be there.</param>
    /// <exception cref="CiFeaturesException">It cannot be written (CIF1262).</exception>
    public ReplayLog(string path)
    {
        _path = path;
        try
        {
            _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ReplayErrors.Log(path, e);
        }
    }

    /// <summary>What kept a line from being written; null as long as all were.</summary>
    public CiFeaturesException? Failure { get; private set; }

    /// <summary>Writes a line; after a failure no more is written, and <see cref="Failure"/> says why.</summary>
    /// <param name="request">The request.</param>
    public void Write(ReplayRequest request)
    {
        ReadOnlySpan<byte> line = Line(request);
        lock (_lock)
        {
            if (Failure is not null)
            {
                return;
            }

            try
            {
                _file.Write(line);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                Failure = ReplayErrors.Log(_path, e);
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _file.Dispose();
        }
    }

    private static ReadOnlySpan<byte> Line(ReplayRequest request)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter json = new(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", request.Sequence);
            json.WriteNumber("begin_us", request.BeginMicroseconds);
            json.WriteNumber("end_us", request.EndMicroseconds);
            json.WriteString("method", request.Method);
            json.WriteString("target", request.Target);
            if (request.Status is { } status)
            {
                json.WriteNumber("status", status);
            }
            else
            {
                json.WriteNull("status");
            }

            json.WriteString("fault", request.Fault);
            json.WriteNumber("bytes", request.Bytes);
            json.WriteNumber("in_flight", request.InFlight);
            json.WriteString("user_agent", request.UserAgent);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }
}
