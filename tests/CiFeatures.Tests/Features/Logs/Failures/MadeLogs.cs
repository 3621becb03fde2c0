namespace CiFeatures.Tests.Features.Logs.Failures;

/// <summary>Invented logs of failed builds, one for each kind of tool.</summary>
internal static class MadeLogs
{
    public const string Gradle = """
        > Task :app:compileJava
        > Task :app:processResources NO-SOURCE
        > Task :app:test

        ParcelTest > weighsParcels() PASSED

        ParcelTest > refusesHeavyParcels() FAILED
            org.opentest4j.AssertionFailedError: expected: <false> but was: <true>
                at app//org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)
                at app//example.ParcelTest.refusesHeavyParcels(ParcelTest.java:31)

        12 tests completed, 1 failed

        > Task :app:test FAILED

        FAILURE: Build failed with an exception.

        * What went wrong:
        Execution failed for task ':app:test'.
        > There were failing tests. See the report at: file:///src/app/build/reports/tests/test/index.html

        * Try:
        > Run with --stacktrace option to get the stack trace.

        BUILD FAILED in 9s
        3 actionable tasks: 3 executed
        """;

    public const string Pytest = """
        ============================= test session starts ==============================
        platform linux -- Python 3.12.3, pytest-8.2.0, pluggy-1.5.0
        collected 4 items

        tests/test_cart.py ..F.                                                  [100%]

        =================================== FAILURES ===================================
        ______________________________ test_total_with_tax _____________________________

            def test_total_with_tax():
                cart = Cart(tax=0.2)
                cart.add("pen", 1.0)
        >       assert cart.total() == 1.2
        E       assert 1.0 == 1.2
        E        +  where 1.0 = total()

        tests/test_cart.py:18: AssertionError
        =========================== short test summary info ============================
        FAILED tests/test_cart.py::test_total_with_tax - assert 1.0 == 1.2
        ========================= 1 failed, 3 passed in 0.12s ==========================
        """;

    public const string Npm = """
        npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory
        added 214 packages in 6s
        > shop@1.0.0 test
        > jest

        PASS src/cart.test.js
        FAIL src/checkout.test.js
          ● checkout › totals an order

            expect(received).toBe(expected) // Object.is equality

            Expected: 12
            Received: 10

              14 |   const order = checkout(cart);
            > 15 |   expect(order.total).toBe(12);
                 |                       ^

              at Object.<anonymous> (src/checkout.test.js:15:23)

        Tests:       1 failed, 7 passed, 8 total
        npm ERR! Test failed.  See above for more details.
        npm ERR! code ELIFECYCLE
        """;

    public const string Make = """
        gcc -O2 -Wall -c -o src/main.o src/main.c
        gcc -O2 -Wall -c -o src/error.o src/error.c
        src/error.c: In function 'report':
        src/error.c:12:9: warning: unused variable 'n' [-Wunused-variable]
        gcc -O2 -Wall -c -o src/parse.o src/parse.c
        src/parse.c: In function 'parse':
        src/parse.c:41:5: error: 'lenght' undeclared (first use in this function); did you mean 'length'?
           41 |     lenght = 0;
              |     ^~~~~~
              |     length
        make[1]: *** [Makefile:14: src/parse.o] Error 1
        make: *** [Makefile:7: all] Error 2
        """;

    public const string Rust = """
           Compiling shop v0.1.0 (/src/shop)
            Finished test [unoptimized + debuginfo] target(s) in 3.21s
             Running unittests src/lib.rs
        running 3 tests
        test cart::tests::adds ... ok
        test cart::tests::error_handling_works ... ok
        test cart::tests::totals ... FAILED

        failures:

        ---- cart::tests::totals stdout ----
        thread 'cart::tests::totals' panicked at src/cart.rs:44:9:
        assertion `left == right` failed
          left: 10
         right: 12
        note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace

        failures:
            cart::tests::totals

        test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

        error: test failed, to rerun pass `--lib`
        """;

    public const string Maven = """
        [INFO] Scanning for projects...
        [INFO] Running example.CartTest
        [INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.08 s - in example.CartTest
        [INFO] Running example.StockTest
        [ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.03 s <<< FAILURE! - in example.StockTest
        [ERROR] example.StockTest.reserves  Time elapsed: 0.01 s  <<< FAILURE!
        org.opentest4j.AssertionFailedError: expected: <3> but was: <2>
        	at example.StockTest.reserves(StockTest.java:22)
        	at java.base/java.util.ArrayList.forEach(ArrayList.java:1596)

        [INFO] 
        [INFO] Results:
        [INFO] 
        [ERROR] Failures: 
        [ERROR]   StockTest.reserves:22 expected: <3> but was: <2>
        [INFO] 
        [ERROR] Tests run: 6, Failures: 1, Errors: 0, Skipped: 0
        [INFO] 
        [INFO] ------------------------------------------------------------------------
        [INFO] BUILD FAILURE
        [INFO] ------------------------------------------------------------------------
        [INFO] Total time:  4.1 s
        [ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:3.2.5:test (default-test) on project shop: There are test failures.
        """;

    public const string CiOperator = """
        INFO[2026-06-13T03:23:12Z] Using namespace https://console.example/k8s/cluster/projects/ci-op-6gnbx1zy
        INFO[2026-06-13T03:23:13Z] Running step e2e-install.
        INFO[2026-06-13T03:40:13Z] Step e2e-install failed after 17m0s.
        INFO[2026-06-13T03:40:14Z] Logs for container test in pod e2e-install:
        INFO[2026-06-13T03:40:14Z] level=info msg="Creating infrastructure resources..."
        level=info msg="Waiting up to 20m0s for the API..."
        level=error msg="Attempted to gather ClusterOperator status after installation failure: listing ClusterOperator objects: connection refused"
        level=fatal msg="Bootstrap failed to complete"
        ERRO[2026-06-13T03:40:20Z] Some steps failed:
        ERRO[2026-06-13T03:40:20Z]   * could not run steps: step e2e failed: "e2e" pod "e2e-install" failed: the pod ci-op-6gnbx1zy/e2e-install failed after 16m40s
        INFO[2026-06-13T03:40:21Z] Reporting job state 'failed' with reason 'executing_graph:step_failed'
        """;

    public const string GoPanic = """
        === RUN   TestLoad
        --- PASS: TestLoad (0.00s)
        === RUN   TestSave
        --- FAIL: TestSave (0.00s)
        panic: runtime error: invalid memory address or nil pointer dereference [recovered]
        	panic: runtime error: invalid memory address or nil pointer dereference
        [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4f1e2a]

        goroutine 7 [running]:
        testing.tRunner.func1.2({0x50a1c0, 0x62b0f0})
        	/usr/local/go/src/testing/testing.go:1545 +0x238
        example.test/shop/store.(*Store).Save(...)
        	/src/store/store.go:40
        FAIL	example.test/shop/store	0.011s
        FAIL
        """;

    public const string DotNet = """
          Determining projects to restore...
          All projects are up-to-date for restore.
          Shop -> /src/shop/bin/Debug/net8.0/Shop.dll
        /src/shop/Cart.cs(12,17): error CS1061: 'Cart' does not contain a definition for 'Totl' [/src/shop/Shop.csproj]

        Build FAILED.

        /src/shop/Cart.cs(12,17): error CS1061: 'Cart' does not contain a definition for 'Totl' [/src/shop/Shop.csproj]
            0 Warning(s)
            1 Error(s)

        Time Elapsed 00:00:03.11
        """;

    public const string Ginkgo = """
        ------------------------------
        [sig-shop] Cart
          should keep its goods [Conformance]
          test/e2e/cart.go:40
        [It] should keep its goods [Conformance]
        STEP: adding a pen
        • [SLOW TEST:12.1 seconds]
        ------------------------------
        [sig-shop] Checkout
        [It] should refuse what is not there [Conformance]
          test/e2e/checkout.go:70
        STEP: ordering 3 of 2
        STEP: Destroying namespace "checkout-4711"

        • Failure [3.120 seconds]
        [sig-shop] Checkout
        test/e2e/framework.go:23
          should refuse what is not there [Conformance] [It]
          test/e2e/checkout.go:70

          Expected
              <int>: 200
          to equal
              <int>: 409

          test/e2e/checkout.go:88
        ------------------------------
        SSSSSS
        Summarizing 1 Failure:

        [Fail] [sig-shop] Checkout [It] should refuse what is not there [Conformance]
        test/e2e/checkout.go:88

        Ran 2 of 8 Specs in 31.004 seconds
        FAIL! -- 1 Passed | 1 Failed | 0 Pending | 6 Skipped
        """;
}
