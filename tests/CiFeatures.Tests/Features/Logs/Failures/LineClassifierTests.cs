using System.Text;
using CiFeatures.Features.Logs.Failures;

namespace CiFeatures.Tests.Features.Logs.Failures;

public class LineClassifierTests
{
    [Theory]
    [InlineData("[ERROR] no goods", LineKinds.ErrorLevel)]
    [InlineData("ERROR: no goods", LineKinds.ErrorLevel)]
    [InlineData("fatal: not a repository", LineKinds.ErrorLevel)]
    [InlineData("##[error]a.go:3:1: undefined: os", LineKinds.ErrorLevel)]
    [InlineData("npm ERR! code 1", LineKinds.ErrorLevel)]
    [InlineData("make[1]: *** [all] Error 2", LineKinds.ErrorLevel)]
    [InlineData("time=\"x\" level=fatal msg=\"gone\"", LineKinds.ErrorLevel)]
    [InlineData("E0612 03:24:35.123456    12 server.go:42] gone", LineKinds.ErrorLevel)]
    [InlineData("ERRO[2026-06-13T03:40:20Z] gone", LineKinds.ErrorLevel)]
    [InlineData("src/a.c:4:2: error: gone", LineKinds.ErrorLevel | LineKinds.Diagnostic)]
    [InlineData("error[E0308]: mismatched types", LineKinds.ErrorLevel)]
    [InlineData("[WARNING] old", LineKinds.WarningLevel)]
    [InlineData("I0612 03:24:35.123456    12 server.go:42] well", LineKinds.InfoLevel)]
    [InlineData("the build failed", LineKinds.FailureWord)]
    [InlineData("ForkStarter IOException: gone", LineKinds.FailureWord)]
    [InlineData("permission denied", LineKinds.ReasonPhrase)]
    [InlineData("java.io.IOException: gone", LineKinds.Exception)]
    [InlineData("NameError: name 'x' is not defined", LineKinds.Exception)]
    [InlineData("at a.B.c(B.java:3)", LineKinds.Frame)]
    [InlineData("File \"a.py\", line 3, in <module>", LineKinds.Frame)]
    [InlineData("... 12 more", LineKinds.Frame)]
    [InlineData("goroutine 7 [running]:", LineKinds.Frame)]
    [InlineData("Caused by: x.Y", LineKinds.Cause)]
    [InlineData("Traceback (most recent call last):", LineKinds.Cause | LineKinds.Traceback)]
    [InlineData("Cart.java:[71,65] no such symbol", LineKinds.Diagnostic)]
    [InlineData("--- FAIL: TestX (0.1s)", LineKinds.FailedTest)]
    [InlineData("not ok 3 - adds", LineKinds.FailedTest)]
    [InlineData("FAIL\texample.test/shop [build failed]", LineKinds.FailedTest)]
    [InlineData("FAIL\texample.test/shop\t0.011s", LineKinds.Verdict)]
    [InlineData("[INFO] BUILD FAILURE", LineKinds.Verdict)]
    [InlineData("3 errors", LineKinds.Verdict)]
    [InlineData("+ make test", LineKinds.Echo)]
    [InlineData("--- PASS: TestX (0.1s)", LineKinds.Success)]
    [InlineData("------------", LineKinds.Wordless)]
    [InlineData("Tests run: 3, Failures: 0, Errors: 0", LineKinds.ZeroCount)]
    internal void Classify_Line_IsThatKind(string line, LineKinds kinds) => (Classify(line) & kinds).ShouldBe(kinds);

    [Theory]
    [InlineData("Installing perl-error (0.17)", LineKinds.FailureWord)]
    [InlineData("downloading golang.org/x/xerrors v0.1", LineKinds.FailureWord)]
    [InlineData("gcc -c src/error.c --fail-fast", LineKinds.FailureWord)]
    [InlineData("0 errors, no failures", LineKinds.FailureWord)]
    [InlineData("Error handling is tested", LineKinds.ErrorLevel)]
    [InlineData("see http://example.com:80/x", LineKinds.Diagnostic)]
    [InlineData("test/e2e/framework.go:23", LineKinds.Diagnostic)]
    [InlineData("at noon (maybe)", LineKinds.Frame)]
    [InlineData("Error: gone", LineKinds.Exception)]
    [InlineData("10 boxes", LineKinds.Verdict)]
    [InlineData("okay", LineKinds.Success)]
    internal void Classify_LineThatLooksLikeIt_IsNotThatKind(string line, LineKinds kind) => (Classify(line) & kind).ShouldBe(LineKinds.None);

    private static LineKinds Classify(string line)
    {
        var text = new LineText();
        text.Set(Encoding.UTF8.GetBytes(line));
        return LineClassifier.Classify(text);
    }
}
