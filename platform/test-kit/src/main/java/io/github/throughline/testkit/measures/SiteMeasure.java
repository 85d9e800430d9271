package io.github.throughline.testkit.measures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A measure that no release knows. */
public final class SiteMeasure {

    public static final String ID = "SITE-SLEEP";

    private static final String YAML = """
            id: SITE-SLEEP
            version: "1"
            name: Hours of sleep
            direction: HIGHER_IS_BETTER
            minimum: 0
            maximum: 12
            items:
              - {id: "1", minimum: 0, maximum: 12}
            scoring: {rule: SUM, missing: NO_TOTAL, atLeastAnswered: 1, decimals: 0, source: the answer is the score}
            acceptsTotal: true
            licence: the site's own
            recallPeriod: last night
            measurementError: {value: 2, unit: POINTS, source: the site's own series}
            importantChange: {value: 1, unit: POINTS, source: the site's own series}
            stall:
              minimumWeeks: {value: 4, source: the site}
              minimumReadings: {value: 4, source: the site}
              windowWeeks: {value: 4, source: the site}
              response: {value: 1, unit: POINTS, source: the site}
              progress: {value: 1, unit: POINTS, source: the site}
              plateauConfirmingReadings: {value: 1, source: the site}
              regressionConfirmingReadings: {value: 2, source: the site}
              regressionMuchWorse: {value: 1.5, source: the site}
            """;

    private SiteMeasure() {}

    /** As Kubernetes mounts a ConfigMap: the file is a link through a folder that is exchanged as one. */
    public static Path mounted() {
        try {
            Path mount = Files.createTempDirectory("measures");
            Path data = Files.createDirectory(mount.resolve("..2026_11_25"));
            Files.writeString(data.resolve("site-sleep.yaml"), YAML);
            Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_11_25"));
            Files.createSymbolicLink(mount.resolve("site-sleep.yaml"), Path.of("..data", "site-sleep.yaml"));
            return mount;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
