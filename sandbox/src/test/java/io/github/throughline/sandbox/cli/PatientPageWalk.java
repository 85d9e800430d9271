package io.github.throughline.sandbox.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** A patient's way through the check-in, by keyboard alone, in a real browser. */
final class PatientPageWalk {

    /** Where pictures of the page go. */
    private static final Path PICTURES = Path.of("target", "patient-page");

    private final URI link;
    private final int width;

    private final Supplier<String> code;

    PatientPageWalk(PatientWithLink patient, int width) {
        this.link = patient.link();
        this.code = patient::code;
        this.width = width;
    }

    /** Answers everything; the first time that it is sent, the answer of the server is lost on its way back. */
    void answer() {
        inBrowser(page -> {
            var lost = new AtomicInteger();
            page.route("**/submission", route -> loseTheFirstAnswer(route, lost));
            open(page);
            resumeAfterReload(page);
            press(page, "Next");
            countWithKeyboard(page);
            press(page, "Next");
            press(page, "Next");
            tellASideEffect(page);
            press(page, "Next");
            writeAMessage(page);
            press(page, "Next");
            seen(page, "Ready to send?", "review");
            press(page, "Send my answers");
            seen(page, "Thank you", "thanks");
            Assertions.assertThat(lost.get()).isGreaterThanOrEqualTo(2);
            seeOwnTrend(page);
        });
    }

    /** Who comes again is told that all is well. */
    void comeAgain() {
        inBrowser(page -> {
            page.navigate(link.toString());
            seen(page, "You have answered already", "answered");
            page.navigate(link + "?lang=de");
            seen(page, "Sie haben bereits geantwortet", "answered-de");
        });
    }

    /** A link that was altered opens nothing. */
    void comeWithAnotherLink() {
        inBrowser(page -> {
            page.navigate(link.toString().replaceAll("..$", "xx"));
            seen(page, "This link no longer works", "gone");
        });
    }

    private interface Steps {
        void take(Page page);
    }

    private void inBrowser(Steps steps) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Browsers.PATIENCE.toMillis());
        try (var playwright = Browsers.playwright();
                var browser = Browsers.launch(playwright);
                var page = browser.newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, width < 600 ? 740 : 900)
                        .setLocale("en"))) {
            page.setDefaultTimeout(Browsers.PATIENCE.toMillis());
            page.onPageError(error -> {
                throw new AssertionError(error);
            });
            steps.take(page);
        }
    }

    private static void loseTheFirstAnswer(Route route, AtomicInteger lost) {
        if (lost.incrementAndGet() == 1) {
            route.fetch();
            route.abort();
        } else {
            route.resume();
        }
    }

    private void open(Page page) {
        page.navigate(link.toString());
        seen(page, "Your check-in", "welcome");
        press(page, "Start");
        assertThat(heading(page, "How strong was your pain on average?")).isFocused();
        page.getByRole(AriaRole.RADIO).first().focus();
        page.keyboard().press("Space");
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(page.getByRole(
                        AriaRole.RADIO, new Page.GetByRoleOptions().setName("6").setExact(true)))
                .isChecked();
        assertThat(page.locator("#status")).hasText("Saved");
        picture(page, "pain");
    }

    /** What was answered is there again, from the server: nothing is kept on the device. */
    private void resumeAfterReload(Page page) {
        page.evaluate("localStorage.clear()");
        page.navigate(link.toString());
        press(page, "Go on");
        assertThat(page.getByRole(
                        AriaRole.RADIO, new Page.GetByRoleOptions().setName("6").setExact(true)))
                .isChecked();
        Browsers.isAccessible(page, "a question");
    }

    private void countWithKeyboard(Page page) {
        seen(page, "This week: Home exercise", "activity");
        page.locator("button[aria-label$='+1']").focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("Enter");
        }
        assertThat(page.locator("output")).hasText("4");
    }

    private void tellASideEffect(Page page) {
        assertThat(heading(page, "Did anything bother you that could come from your treatment?"))
                .isVisible();
        page.getByLabel("Nausea").focus();
        page.keyboard().press("Space");
        picture(page, "side-effects");
        Browsers.isAccessible(page, "the side effects");
        press(page, "Next");
        assertThat(heading(page, "Nausea: how bad was it?")).isVisible();
        page.getByLabel("Moderate").focus();
        page.keyboard().press("Space");
        press(page, "Next");
        assertThat(heading(page, "Did you change any medication?")).isVisible();
        Browsers.isAccessible(page, "the medication");
    }

    private void writeAMessage(Page page) {
        page.getByLabel("Your message").fill("Could somebody call me on Thursday?");
        picture(page, "message");
        Browsers.isAccessible(page, "the message");
    }

    /** With the code that comes by mail. */
    private void seeOwnTrend(Page page) {
        page.getByText("See how you are doing").click();
        seen(page, "How you are doing", "trend-locked");
        press(page, "Send me a code");
        page.getByLabel("The code from the message").fill("000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("#status")).containsText("This code is not right");
        page.getByLabel("The code from the message").fill(code.get());
        page.keyboard().press("Enter");
        assertThat(page.locator("svg.chart")).isVisible();
        seen(page, "Pain", "trend");
    }

    private void seen(Page page, String heading, String picture) {
        assertThat(heading(page, heading)).isVisible();
        picture(page, picture);
        Browsers.isAccessible(page, picture);
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(width + "-" + name + ".png")));
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .focus();
        page.keyboard().press("Enter");
    }
}
