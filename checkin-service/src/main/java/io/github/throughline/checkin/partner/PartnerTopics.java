package io.github.throughline.checkin.partner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topics on which partners send outcomes, one a partner. */
final class PartnerTopics {

    static final String OUTCOMES = "throughline\\.partner\\.([a-z][a-z0-9-]{0,39})\\.outcome\\.v1";

    private static final Pattern PATTERN = Pattern.compile(OUTCOMES);

    private PartnerTopics() {}

    static boolean isOutcomes(String topic) {
        return PATTERN.matcher(topic).matches();
    }

    /** Id of the partner whose topic it is. */
    static String partnerOf(String topic) {
        Matcher matcher = PATTERN.matcher(topic);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(topic + " is no partner's outcome topic");
        }
        return matcher.group(1);
    }
}
