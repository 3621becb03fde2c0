using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Runs protoc with the schemas of this folder: inputs that no code of the project made, and a reader of what it wrote.</summary>
internal static class Protoc
{
    private const string Timeless = "The protoc of the package Grpc.Tools does not run here";

    /// <summary>The bytes of a message in protobuf's text format.</summary>
    public static byte[] Encode(string schema, string message, string text) =>
        Run($"--encode={message}", schema, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>A message of the folder's inputs.</summary>
    public static byte[] EncodeFile(string schema, string message, string file) =>
        Run($"--encode={message}", schema, File.ReadAllBytes(Path.Combine(Folder, "Inputs", file)));

    /// <summary>A message in protobuf's text format.</summary>
    public static string Decode(string schema, string message, byte[] bytes) =>
        System.Text.Encoding.UTF8.GetString(Run($"--decode={message}", schema, bytes)).ReplaceLineEndings("\n");

    private static string Folder => Repository.PathOf("tests", "CiFeatures.Tests", "Decoding", "State");

    private static byte[] Run(string mode, string schema, byte[] input)
    {
        string tools = typeof(Protoc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProtocTools").Value ?? "";
        string program = Path.Combine(tools, "tools", Platform(), OperatingSystem.IsWindows() ? "protoc.exe" : "protoc");
        Skip.IfNot(tools.Length > 0 && File.Exists(program), $"{Timeless}: there is none for {Platform()}.");
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                $"--proto_path={Path.Combine(Folder, "Schema")}",
                $"--proto_path={Path.Combine(tools, "build", "native", "include")}",
                mode,
                schema,
            },
        };
        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task feed = Task.Run(() =>
        {
            using Stream to = process.StandardInput.BaseStream;
            to.Write(input);
        });
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        feed.Wait();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output.ToArray();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Skip.If(true, $"{Timeless}: {e.Message}");
            throw;
        }
    }

    private static string Platform()
    {
        if (OperatingSystem.IsMacOS())
        {
            return "macosx_universal";
        }

        string system = OperatingSystem.IsWindows() ? "windows" : "linux";
        return $"{system}_{(RuntimeInformation.OSArchitecture == Architecture.Arm64 && system == "linux" ? "arm64" : "x64")}";
    }
}
