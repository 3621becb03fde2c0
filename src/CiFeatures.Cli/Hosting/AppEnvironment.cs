using CiFeatures.Collection.Http;
using Spectre.Console;

namespace CiFeatures.Cli.Hosting;

/// <summary>Everything that a verb gets from outside, so that a test can run it without a process.</summary>
internal sealed class AppEnvironment
{
    // Wide enough for the tables of a log that nobody looks at through a terminal.
    private const int PlainWidth = 1000;

    // Made when first used: most verbs draw nothing, and starting takes as long as reading a hundred megabytes.
    private readonly Lazy<IAnsiConsole> _outputConsole;
    private readonly Lazy<IAnsiConsole> _errorConsole;
    private bool _color;

    public AppEnvironment(TextWriter output, TextWriter error, TimeProvider time, string directory, bool outputIsTerminal, bool errorIsTerminal, bool color)
    {
        Output = output;
        Error = error;
        Time = time;
        Directory = directory;
        ErrorIsTerminal = errorIsTerminal;
        _color = color;
        _outputConsole = new(() => Console(output, outputIsTerminal, _color && outputIsTerminal), LazyThreadSafetyMode.None);
        _errorConsole = new(() => Console(error, errorIsTerminal, _color && errorIsTerminal), LazyThreadSafetyMode.None);
    }

    /// <summary>Gets the place for results.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets the place for talk.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets what opens the standard input.</summary>
    public Func<Stream> Input { get; init; } = System.Console.OpenStandardInput;

    public TimeProvider Time { get; }

    /// <summary>Gets what makes the carriers of requests; a test gives one that reaches this machine only.</summary>
    public Func<HttpMessageHandler> HttpHandlers { get; init; } = NetworkHandlers.Create;

    /// <summary>Gets the folder that relative paths start from.</summary>
    public string Directory { get; }

    public bool ErrorIsTerminal { get; }

    public IAnsiConsole OutputConsole => _outputConsole.Value;

    public IAnsiConsole ErrorConsole => _errorConsole.Value;

    public static AppEnvironment ForProcess()
    {
        bool color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new AppEnvironment(
            System.Console.Out,
            System.Console.Error,
            TimeProvider.System,
            Environment.CurrentDirectory,
            !System.Console.IsOutputRedirected,
            !System.Console.IsErrorRedirected,
            color);
    }

    /// <summary>Turns colours off for the rest of the call, whatever the terminal can do.</summary>
    public void WithoutColors()
    {
        _color = false;
        if (_outputConsole.IsValueCreated)
        {
            OutputConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        if (_errorConsole.IsValueCreated)
        {
            ErrorConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }
    }

    /// <summary>Makes a path whole, from the folder the command was called in.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Directory);

    private static IAnsiConsole Console(TextWriter writer, bool terminal, bool color)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!terminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
