package io.github.throughline.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.backing.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What the documents state is so. */
class DocumentationTest {

    private static final Path ROOT = ProjectFolder.locate();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./throughline ([a-z]+)");
    private static final Pattern REFUSAL = Pattern.compile("(?m)^\\s+([A-Z][A-Z_]+)\\(\"([^\"]+)\"\\)");

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
        Set<String> commands = Throughline.commandLine().getSubcommands().keySet();
        List<String> named = COMMAND.matcher(Files.readString(document))
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(commands).containsAll(named);
    }

    @Test
    void everySettingIsExplainedToOperators() throws IOException {
        String operators = Files.readString(ROOT.resolve("docs/operators.md"));
        Set<String> unexplained = settings().stream()
                .filter(setting -> !Pattern.compile("[.-]" + lastSegment(setting) + "\\b")
                        .matcher(operators)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unexplained).isEmpty();
    }

    @Test
    void everyRefusalIsExplainedToPartnersInTheSameWords() throws IOException {
        String partners = Files.readString(ROOT.resolve("docs/partners.md"));
        String refusals = Files.readString(
                ROOT.resolve("checkin-service/src/main/java/io/github/throughline/checkin/reading/Refusal.java"));
        List<String> rows = REFUSAL.matcher(refusals)
                .results()
                .map(code -> "| `%s` | %s |".formatted(code.group(1), code.group(2)))
                .toList();
        assertThat(rows).isNotEmpty();
        assertThat(partners).contains(rows);
    }

    private static String lastSegment(String setting) {
        return Pattern.quote(setting.substring(setting.lastIndexOf('.') + 1));
    }

    private static Set<String> settings() throws IOException {
        var settings = new TreeSet<String>();
        for (String module : List.of(
                "platform/service",
                "intake-service",
                "plan-service",
                "checkin-service",
                "stall-detector",
                "notification-service")) {
            Path metadata = ROOT.resolve(module).resolve("target/classes/META-INF/spring-configuration-metadata.json");
            JsonMapper.shared()
                    .readTree(Files.readAllBytes(metadata))
                    .get("properties")
                    .forEach(property -> settings.add(property.get("name").asString()));
        }
        settings.removeIf(setting -> !setting.startsWith("throughline."));
        return settings;
    }
}
