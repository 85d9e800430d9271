package io.github.throughline.sandbox.cli;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The browser of this machine. */
final class Browsers {

    /** For each thing that is to be seen: the machine may be busy. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Browsers() {}

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("the browser test needs chromium or google-chrome on the PATH"));
    }

    static void isAccessible(Page page, String what) {
        var violations = new AxeBuilder(page).analyze().getViolations();
        Assertions.assertThat(violations)
                .as("accessibility of " + what)
                .allSatisfy(rule -> Assertions.fail("%s: %s %s", rule.getId(), rule.getHelp(), rule.getNodes()));
    }
}
