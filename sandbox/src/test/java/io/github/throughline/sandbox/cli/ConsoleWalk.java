package io.github.throughline.sandbox.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.github.throughline.sandbox.stack.SandboxUsers;
import java.nio.file.Path;
import java.util.UUID;

/** A coordinator's way through the console, in a real browser. */
final class ConsoleWalk {

    /** Names a file that gets a picture of the console. */
    private static final String PICTURE = "throughline.console-picture";

    private static final int MOST_PRESSES = 120;

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
        tabTo(page, "input[name=username]");
        page.keyboard().type(user.name());
        tabTo(page, "input[name=password]");
        page.keyboard().type(user.password());
        page.keyboard().press("Enter");
        assertThat(heading(page, "Worklist")).isVisible();
        Browsers.isAccessible(page, "the worklist");
    }

    /** Ends on the escalation's page. */
    private void openEscalation(Page page, UUID escalation) {
        page.navigate(console + "/console?whose=mine&state=open");
        seeTheKeys(page);
        press(page, "j", "a[href*='" + escalation + "']");
        page.keyboard().press("Enter");
        assertThat(page.locator(".case-state")).containsText("Plateau");
    }

    private static void seeTheKeys(Page page) {
        page.keyboard().press("?");
        assertThat(heading(page, "Keys")).isVisible();
        Browsers.isAccessible(page, "the keys");
        page.keyboard().press("Escape");
        assertThat(heading(page, "Keys")).not().isVisible();
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
        page.keyboard().press("a");
        page.keyboard().press("Enter");
        assertThat(page.locator(".held")).containsText("Acknowledged");
    }

    private static void decide(Page page) {
        page.keyboard().press("d");
        page.keyboard().type("Continue");
        tabTo(page, "#note");
        page.keyboard().type("Seen together with the physician.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".decided")).isVisible();
    }

    /** Both there and at the identity provider: whoever comes back has to sign in. */
    private void signOut(Page page) {
        page.keyboard().press("w");
        assertThat(heading(page, "Worklist")).isVisible();
        tabTo(page, "form[action$='/logout'] button");
        page.keyboard().press("Enter");
        assertThat(button(page, "Sign out")).not().isVisible();
        page.navigate(console + "/console");
        assertThat(page.locator("input[name=username]")).isVisible();
    }

    private static void tabTo(Page page, String wanted) {
        press(page, "Tab", wanted);
    }

    /** Presses a key until the focus is where it is wanted. */
    private static void press(Page page, String key, String wanted) {
        for (int i = 0; i < MOST_PRESSES; i++) {
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("%s does not lead to %s".formatted(key, wanted));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
