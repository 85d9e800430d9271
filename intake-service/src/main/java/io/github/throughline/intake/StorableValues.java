package io.github.throughline.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;

/** Reads the values of a body: what neither database nor topic could hold is refused with its field, not met there. */
@JacksonComponent
class StorableValues {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private StorableValues() {}

    /** Any text but with the character NUL. */
    static class Text extends StringDeserializer {

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = super.deserialize(json, context);
            return text != null && text.indexOf('\0') >= 0
                    ? context.reportInputMismatch(String.class, "no text has the character NUL")
                    : text;
        }
    }

    /** An instant of a year of four digits. */
    static class Moment extends ValueDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant instant = InstantDeserializer.INSTANT.deserialize(json, context);
            return instant.isBefore(FIRST) || instant.isAfter(LAST)
                    ? context.reportInputMismatch(Instant.class, "a year has four digits")
                    : instant;
        }
    }

    /** A day of a year of four digits. */
    static class Day extends ValueDeserializer<LocalDate> {

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(json, context);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                    ? context.reportInputMismatch(LocalDate.class, "a year has four digits")
                    : day;
        }
    }
}
