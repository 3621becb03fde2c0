namespace CiFeatures.Cli.Hosting;

/// <summary>The exit codes of the command; scripts rely on them.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int BadInput = 3;
    public const int SourceUnavailable = 4;
    public const int ItemsSkipped = 5;
    public const int GateFailed = 6;
    public const int Integrity = 7;
    public const int Interrupted = 130;
}
