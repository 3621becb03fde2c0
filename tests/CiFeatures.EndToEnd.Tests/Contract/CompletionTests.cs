using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Contract;

/// <summary>The completion scripts, in the shells that they are for. A shell that is not installed is a visible skip.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData("cifeatures fea", "features")]
    [InlineData("cifeatures ", "features", "demo", "store")]
    [InlineData("cifeatures store ver", "verify")]
    [InlineData("cifeatures features --for", "--force", "--format")]
    [InlineData("cifeatures features --format pa", "parquet")]
    [InlineData("cifeatures features --from x --format ", "parquet", "csv", "npz")]
    [InlineData("cifeatures plot grid --order ", "published", "failing-first")]
    [InlineData("cifeatures completion ", "bash", "zsh", "fish", "powershell")]
    public void Bash_LineSoFar_IsCompleted(string line, params string[] expected)
    {
        WriteShim();
        File.WriteAllText(_folder.PathOf("script.bash"), ProgramRun.Expect(0, _folder.Path, "completion", "bash").Output);
        File.WriteAllText(_folder.PathOf("try.bash"), """
            PATH="$PWD:$PATH"
            source ./script.bash
            function=$(complete -p cifeatures | sed -E 's/.*-F ([^ ]+).*/\1/')
            COMP_LINE="$1"
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$1"
            [[ "$1" == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            COMPREPLY=()
            "$function"
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        ProgramRun? run = ProgramRun.Other(_folder.Path, "bash", "--norc", "try.bash", line);
        Skip.If(run is null, "bash is not installed.");

        run.ExitCode.ShouldBe(0, run.ToString());
        expected.ShouldBeSubsetOf(run.Output.Split('\n'), run.ToString());
        string typed = line[(line.LastIndexOf(' ') + 1)..];
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(w => w.StartsWith(typed, StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("bash", "-n")]
    [InlineData("zsh", "-n")]
    [InlineData("fish", "--no-execute")]
    public void Script_OfAShell_HasNoSyntaxError(string shell, string check)
    {
        File.WriteAllText(_folder.PathOf("script"), ProgramRun.Expect(0, _folder.Path, "completion", shell).Output);

        ProgramRun? run = ProgramRun.Other(_folder.Path, shell, check, "script");
        Skip.If(run is null, $"{shell} is not installed.");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Error.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private void WriteShim()
    {
        string shim = _folder.PathOf("cifeatures");
        File.WriteAllText(shim, $"#!/bin/sh\nexec dotnet exec '{ProgramRun.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
