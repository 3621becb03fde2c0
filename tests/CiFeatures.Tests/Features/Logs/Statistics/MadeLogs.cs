using System.Text;

namespace CiFeatures.Tests.Features.Logs.Statistics;

/// <summary>Logs made by chance out of what is hard to count: broken characters, odd white space, escape sequences, levels and times.</summary>
internal static class MadeLogs
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "2021/02/25 03:27:14 ", "time=\"2021-02-25T03:27:14.5Z\" level=info msg=", "I0225 03:27:14.123456 ", "Feb  5 03:27:14 ", "2021-02-25T03:27:14+02:00 ",
            "[error] ", "ERROR ", "error: ", "warnings ", "Warning: ", "INFO[0001] ", "{\"level\":\"debug\",", "fatal ", "log/error.go:12", "panic: x", "severity: \"critical\"",
            "\u001b[36m", "\u001b[0m", "\u001b[", "\u001b]0;title\u0007", "\u001b", "\u001b[1;3", "word", "a", "12:34:56", "99:99:99", "\n", "\n\n", "\r\n", " ", "\t",
            "\u001c", "\u001f", "\u0085", "\u00a0", "\u1680", "\u2003", "\u2028", "\u202f", "\u205f", "\u3000", "\u200b", "\u180e", "é", "€", "😀", "\0",
        }.Select(Encoding.UTF8.GetBytes),
        [0x80], [0xC0], [0xC1, 0xBF], [0xC2], [0xE0, 0x80], [0xE0, 0xA0], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF], [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xF4, 0x90], [0xF5], [0xFF],
    ];

    public static byte[] Make(Random random, int pieces)
    {
        List<byte> log = [];
        for (int i = 0; i < pieces; i++)
        {
            switch (random.Next(12))
            {
                case 0: log.Add((byte)random.Next(256)); break;
                case 1: log.AddRange(Encoding.ASCII.GetBytes(new string('x', random.Next(90)))); break;
                case 2: log.Add((byte)'\n'); break;
                default: log.AddRange(Pieces[random.Next(Pieces.Length)]); break;
            }
        }

        return [.. log];
    }
}
