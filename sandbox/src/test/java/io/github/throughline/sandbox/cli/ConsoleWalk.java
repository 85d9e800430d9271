package io.github.throughline.sandbox.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.github.throughline.sandbox.stack.SandboxUsers;
import java.nio.file.Path;
import java.util.UUID;

/** A coordinator's way through the console, in a real browser. */
final class ConsoleWalk {

    /** Names a file that gets a picture of the console. */
    private static final String PICTURE = "throughline.console-picture";

    private final String console;

    ConsoleWalk(String console) {
        this.console = console;
    }

    void run(UUID escalation) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Browsers.PATIENCE.toMillis());
        try (var playwright = Browsers.playwright();
                var browser = Browsers.launch(playwright);
                var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900))) {
            page.setDefaultTimeout(Browsers.PATIENCE.toMillis());
            signIn(page);
            openEscalation(page, escalation);
            seeTheChart(page);
            takePicture(page);
            acknowledge(page);
            decide(page);
            signOut(page);
        }
    }

    private void signIn(Page page) {
        var user = SandboxUsers.all().getFirst();
        page.navigate(console + "/console");
        page.locator("input[name=username]").fill(user.name());
        page.locator("input[name=password]").fill(user.password());
        page.locator("button[type=submit]").click();
        assertThat(heading(page, "Worklist")).isVisible();
        Browsers.isAccessible(page, "the worklist");
    }

    /** Ends on the escalation's page. */
    private void openEscalation(Page page, UUID escalation) {
        page.navigate(console + "/console?whose=mine&state=open");
        page.locator("a[href*='" + escalation + "']").click();
        assertThat(page.locator(".case-state")).containsText("Plateau");
    }

    private static void seeTheChart(Page page) {
        var canvas = page.locator("canvas[data-trend]");
        assertThat(canvas).isVisible();
        page.waitForFunction("() => { const c = document.querySelector('canvas[data-trend]');"
                + " return c.width > 0 && c.getContext('2d').getImageData(0, 0, c.width, c.height)"
                + ".data.some(byte => byte !== 0); }");
        assertThat(heading(page, "Why the rule holds")).isVisible();
        assertThat(page.locator(".signature")).hasText("Signature valid");
        Browsers.isAccessible(page, "the escalation");
    }

    private static void takePicture(Page page) {
        var file = System.getProperty(PICTURE);
        if (file != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
        }
    }

    private static void acknowledge(Page page) {
        button(page, "Acknowledge").click();
        assertThat(page.locator(".held")).containsText("Acknowledged");
    }

    private static void decide(Page page) {
        page.locator("#kind").selectOption(new SelectOption().setValue("CONTINUE_AND_WATCH"));
        page.locator("#note").fill("Seen together with the physician.");
        button(page, "Record the decision").click();
        assertThat(page.locator(".decided")).isVisible();
    }

    /** Both there and at the identity provider: whoever comes back has to sign in. */
    private void signOut(Page page) {
        button(page, "Sign out").click();
        assertThat(button(page, "Sign out")).not().isVisible();
        page.navigate(console + "/console");
        assertThat(page.locator("input[name=username]")).isVisible();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
