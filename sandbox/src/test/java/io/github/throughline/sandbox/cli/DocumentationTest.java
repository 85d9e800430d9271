package io.github.throughline.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.backing.ProjectFolder;
import io.github.throughline.sandbox.stack.SandboxFolder;
import io.github.throughline.sandbox.stack.SandboxPartners;
import io.github.throughline.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents state is so. */
class DocumentationTest {

    private static final Path ROOT = ProjectFolder.locate();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./throughline ([a-z-]+)");
    private static final Pattern REFUSAL = Pattern.compile("(?m)^\\s+([A-Z][A-Z_]+)\\(\\s*\"([^\"]+)\"\\)");

    /** Without Prometheus' endings. */
    private static final Pattern METRIC = Pattern.compile("`(throughline_\\w+?)(?:_total|_seconds)*(?:\\{[^}]*})?`");

    static Stream<Path> documents() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve), docs.toList().stream())
                    .filter(file -> file.toString().endsWith(".md"));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        List<String> broken = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.startsWith("http"))
                .filter(target -> !Files.exists(document.resolveSibling(target)))
                .toList();
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandExists(Path document) throws IOException {
        Set<String> commands = Throughline.commandLine(SandboxFolder.ofProject())
                .getSubcommands()
                .keySet();
        List<String> named = COMMAND.matcher(Files.readString(document))
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(commands).containsAll(named);
    }

    @Test
    void theSettingsThatAreExplainedToOperatorsAreThoseThatThereAre() throws IOException {
        // Given
        var explained = MarkdownTable.column(ROOT.resolve("docs/operators.md"), "property").stream()
                .flatMap(cell -> ServiceSources.fullNames(cell).stream())
                .filter(name -> name.startsWith("throughline."))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(explained).containsAll(ServiceSources.settable());
        assertThat(ServiceSources.known()).containsAll(explained);
    }

    @Test
    void everyServiceListensWhereTheDocumentsSay() throws IOException {
        var services = MarkdownTable.column(ROOT.resolve("docs/operators.md"), "service");
        var ports = MarkdownTable.column(ROOT.resolve("docs/operators.md"), "port, management");

        assertThat(services).containsExactlyElementsOf(Topics.SERVICES);
        for (int i = 0; i < services.size(); i++) {
            assertThat(ServiceSources.ports(services.get(i))).isEqualTo(ports.get(i));
        }
    }

    @Test
    void everyMetricThatOperatorsAreToWatchIsRegistered() throws IOException {
        var watched = MarkdownTable.column(ROOT.resolve("docs/operators.md"), "metric").stream()
                .flatMap(cell -> METRIC.matcher(cell).results())
                .map(metric -> metric.group(1))
                .toList();

        assertThat(watched).isNotEmpty();
        assertThat(ServiceSources.metrics()).containsAll(watched);
    }

    @Test
    void thePartnersThatTheDocumentsNameAreTheSandboxes() throws IOException {
        var text = Files.readString(ROOT.resolve("docs/partners.md"));

        assertThat(text)
                .contains("`" + SandboxPartners.LAB + "`", "`" + SandboxPartners.NETWORK + "`")
                .contains(Topics.partnerOutcome(SandboxPartners.LAB).name());
    }

    @Test
    void everyRefusalIsExplainedToPartnersInTheSameWords() throws IOException {
        // Given
        Path partners = ROOT.resolve("docs/partners.md");
        String refusals = Files.readString(
                ROOT.resolve("checkin-service/src/main/java/io/github/throughline/checkin/reading/Refusal.java"));
        List<String> codes = REFUSAL.matcher(refusals)
                .results()
                .map(code -> "`%s`: %s".formatted(code.group(1), code.group(2)))
                .toList();

        // When
        List<String> rows = new ArrayList<>(MarkdownTable.column(partners, "code"));
        List<String> meanings = MarkdownTable.column(partners, "what it means");
        rows.replaceAll(row -> row + ": " + meanings.get(rows.indexOf(row)));

        // Then
        assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(codes);
    }
}
