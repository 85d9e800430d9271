package io.github.throughline.notification.patientnotice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.notification.patientnotice.PatientNotice.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class PatientWordingTest {

    private static final URI LINK = URI.create("https://checkin.example/checkin/token");

    /** Midnight in Zurich. */
    private static final Instant END = Instant.parse("2026-03-05T23:00:00Z");

    @Test
    void aPatientReadsUntilWhichOfTheirDaysItIsOpen() {
        assertThat(new PatientWording(Locale.ENGLISH).invitation(Kind.OPENED, END, ZoneId.of("Europe/Zurich"), LINK))
                .startsWith("""
                        Your check-in is open until the end of Thursday, March 5, 2026. It takes about two minutes:

                        https://checkin.example/checkin/token

                        This message is for one person alone""");
        assertThat(new PatientWording(Locale.GERMAN).invitation(Kind.ENDING, END, ZoneId.of("Europe/Zurich"), LINK))
                .startsWith("Ihr Check-in ist noch bis Ende Donnerstag, 5. März 2026 offen.");
    }

    @Test
    void aCodeStandsInTheTextAlone() {
        var wording = new PatientWording(Locale.ENGLISH);

        assertThat(wording.code("012345")).startsWith("Your code is 012345. It is valid for 10 minutes.");
        assertThat(wording.subject(Kind.CODE)).isEqualTo("Your code");
    }

    @Test
    void theLastParagraphReadsAsPeopleWrite() {
        assertThat(new PatientWording(Locale.ENGLISH).code("012345")).endsWith("""

                        This message is for one person alone, and holds nothing about anybody's health on purpose. \
                        If it is not for you, please delete it. In an emergency, call the emergency number. \
                        Please do not answer this message.
                        """);
    }

    @Test
    void anotherLanguageThanThereIsIsEnglish() {
        var italian = new PatientWording(Locale.ITALIAN);

        assertThat(italian.subject(Kind.OVERDUE)).isEqualTo("You can still answer your check-in");
        assertThat(italian.invitation(Kind.OVERDUE, END.plusSeconds(3600 * 9), ZoneId.of("Europe/Zurich"), LINK))
                .contains("until Friday, March 6, 2026, 8:59");
    }

    @Test
    void allLanguagesSayTheSameThings() {
        assertThat(ResourceBundle.getBundle("patient-notices", Locale.GERMAN).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("patient-notices", Locale.ROOT).keySet());
    }
}
