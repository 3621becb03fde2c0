using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Support;

/// <summary>What all fuzz tests share: how many inputs, how inputs are damaged, and what a reader may do with them.</summary>
internal static class Fuzzing
{
    private const string Variable = "CIFEATURES_FUZZ_INPUTS";
    private const int ShownBytes = 96;

    // Bytes at which decoders decide something: ends of ranges, sign bits, and characters that open or close things in text formats.
    private static ReadOnlySpan<byte> Telling => [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF, 0x0A, 0x08, (byte)'"', (byte)'\\', (byte)'[', (byte)'{', (byte)'}', (byte)',', (byte)'-'];

    /// <summary>How many inputs a fuzz test runs: what the environment variable says, else the usual number.</summary>
    public static int Inputs(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked > 0 ? asked : usual;

    /// <summary>A source of chance that gives the same inputs in every run.</summary>
    public static Random Seeded(int seed) => new(seed);

    /// <summary>A damaged copy: one to eight small changes such as a flipped bit, a byte set, a part left out, repeated, moved or cut off.</summary>
    public static byte[] Mutate(byte[] valid, Random random)
    {
        List<byte> bytes = [.. valid];
        for (int left = 1 + random.Next(8); left > 0; left--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    /// <summary>Runs a reader: it may succeed or throw an error of the project, and must not allocate more than it should.</summary>
    /// <param name="input">What is read; shown when the test fails.</param>
    /// <param name="maxAllocatedBytes">The most bytes that the thread may allocate while reading.</param>
    /// <param name="read">Reads the input on this thread.</param>
    public static void OnlyKnownErrors(byte[] input, long maxAllocatedBytes, Action read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read();
        }
        catch (CiFeaturesException e)
        {
            e.Code.ShouldStartWith("CIF");
            e.Message.ShouldNotBeNullOrWhiteSpace();
        }
        catch (Exception e)
        {
            throw new ShouldAssertException($"{e.GetType().Name} for {Show(input)}: {e.Message}", e);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > maxAllocatedBytes)
        {
            throw new ShouldAssertException($"{allocated} bytes allocated, at most {maxAllocatedBytes} are allowed, for {Show(input)}");
        }
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(1 + random.Next(random.Next(2) == 0 ? 4 : 64), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 when length > 0:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 6:
                bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                break;
            case 7 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.Insert(at, (byte)random.Next(256));
                break;
        }
    }

    private static string Show(byte[] input) =>
        $"{input.Length} bytes {Convert.ToHexString(input.AsSpan(0, Math.Min(input.Length, ShownBytes)))}{(input.Length > ShownBytes ? "…" : "")}";
}
