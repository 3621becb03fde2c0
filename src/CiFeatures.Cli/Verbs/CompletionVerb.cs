using System.CommandLine;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Verbs;

/// <summary>Prints the script that teaches a shell to complete verbs, options and values.</summary>
internal static class CompletionVerb
{
    // The scripts ask the command itself ([suggest]), so they never lag behind its verbs and options.
    private const string Bash = """
        # cifeatures completion for bash; load with: source <(cifeatures completion bash)
        _cifeatures() {
            local line="${COMP_LINE}" point="${COMP_POINT}" words
            words=$(cifeatures "[suggest:${point}]" "${line}" 2>/dev/null)
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "${words}" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _cifeatures cifeatures
        """;

    private const string Zsh = """
        # cifeatures completion for zsh; load with: source <(cifeatures completion zsh)
        _cifeatures() {
            local -a words
            words=("${(@f)$(cifeatures "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            if (( ${#words} )) && [[ -n "${words[1]}" ]]; then
                compadd -- "${words[@]}"
            else
                _files
            fi
        }
        compdef _cifeatures cifeatures
        """;

    private const string Fish = """
        # cifeatures completion for fish; load with: cifeatures completion fish | source
        function __cifeatures_complete
            set -l line (commandline -cp)
            cifeatures "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c cifeatures -a "(__cifeatures_complete)"
        """;

    private const string PowerShell = """
        # cifeatures completion for PowerShell; load with: cifeatures completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName cifeatures -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            cifeatures "[suggest:$cursorPosition]" "$commandAst" | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(VerbRunner runner)
    {
        var shell = new Argument<string>("shell") { Description = "The shell: bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");
        var command = new Command("completion", "Print the completion script of a shell.") { shell };
        runner.Bind(command, context =>
        {
            context.Environment.Output.WriteLine(context.Get(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            });
            return ExitCodes.Ok;
        });
        return command;
    }
}
