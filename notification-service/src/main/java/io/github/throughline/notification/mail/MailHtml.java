package io.github.throughline.notification.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unbescape.html.HtmlEscape;

/** A mail's text for programs that show HTML: the same words, links that can be clicked, nothing from elsewhere. */
final class MailHtml {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s&]+");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><body style="font-family:system-ui,sans-serif;color:#16212c;line-height:1.5;max-width:36em">
            %s
            </body></html>
            """;

    private MailHtml() {}

    static String of(String text) {
        return PAGE.formatted(Arrays.stream(text.strip().split("\\R{2,}"))
                .map(MailHtml::paragraph)
                .collect(Collectors.joining("\n")));
    }

    private static String paragraph(String text) {
        String linked = LINK.matcher(HtmlEscape.escapeHtml4Xml(text)).replaceAll("<a href=\"$0\">$0</a>");
        return "<p>" + linked.replace("\n", "<br>\n") + "</p>";
    }
}
