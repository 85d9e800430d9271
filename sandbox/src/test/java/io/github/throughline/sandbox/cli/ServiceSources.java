package io.github.throughline.sandbox.cli;

import io.github.throughline.backing.ProjectFolder;
import io.github.throughline.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What the services' sources say of themselves, for the documents to be held against. */
final class ServiceSources {

    private static final Path ROOT = ProjectFolder.locate();
    private static final Path DEFAULTS = ROOT.resolve("platform/service/src/main/resources/platform-defaults.yml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(throughline\\.[a-z.-]+)");
    private static final Pattern METRIC = Pattern.compile("\"(throughline\\.[a-z.]+)\"");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private ServiceSources() {}

    private static Stream<Path> modules() {
        return Stream.concat(
                Stream.of(ROOT.resolve("platform/service")),
                Topics.SERVICES.stream().map(ROOT::resolve));
    }

    /** Settings that somebody may have to set. */
    static Set<String> settable() throws IOException {
        var settings = new TreeSet<String>();
        // A module without settings of its own has no such file.
        var metadatas = modules()
                .map(module -> module.resolve("target/classes/META-INF/spring-configuration-metadata.json"))
                .filter(Files::exists)
                .toList();
        for (Path metadata : metadatas) {
            JsonMapper.shared()
                    .readTree(Files.readAllBytes(metadata))
                    .get("properties")
                    .forEach(property -> settings.add(property.get("name").asString()));
        }
        settings.removeIf(setting -> !setting.startsWith("throughline."));
        for (Path file : yamls()) {
            PLACEHOLDER.matcher(Files.readString(file)).results().forEach(name -> settings.add(name.group(1)));
        }
        return settings;
    }

    /** Those, and what the services set for themselves. */
    static Set<String> known() throws IOException {
        var settings = settable();
        for (Path file : yamls()) {
            settings.addAll(flat(file).keySet());
        }
        return settings;
    }

    /** As the documents write them: API, management. */
    static String ports(String service) throws IOException {
        var settings = flat(application(service));
        return settings.get("server.port") + ", " + settings.get("management.server.port");
    }

    /** Names of metrics with underscores, without Prometheus' endings. */
    static Set<String> metrics() throws IOException {
        var metrics = new TreeSet<String>();
        for (Path module : modules().toList()) {
            try (var sources = Files.walk(module.resolve("src/main/java"))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    METRIC.matcher(Files.readString(source))
                            .results()
                            .forEach(metric -> metrics.add(metric.group(1).replace('.', '_')));
                }
            }
        }
        return metrics;
    }

    /** Names of a cell that names several: {@code .b} stands for {@code a.b} after {@code a.a}, {@code -d} for c-d after c-c. */
    static List<String> fullNames(String cell) {
        var names = new ArrayList<String>();
        NAME.matcher(cell).results().map(name -> name.group(1)).forEach(name -> {
            var before = names.isEmpty() ? "" : names.getLast();
            names.add(
                    switch (name.charAt(0)) {
                        case '.' -> before.substring(0, before.lastIndexOf('.')) + name;
                        case '-' -> before.substring(0, before.lastIndexOf('-')) + name;
                        default -> name;
                    });
        });
        return names;
    }

    private static Path application(String service) {
        return ROOT.resolve(service).resolve("src/main/resources/application.yml");
    }

    private static List<Path> yamls() {
        return Stream.concat(Stream.of(DEFAULTS), Topics.SERVICES.stream().map(ServiceSources::application))
                .toList();
    }

    private static Map<String, Object> flat(Path file) throws IOException {
        var flat = new TreeMap<String, Object>();
        for (Object document : new Yaml().loadAll(Files.readString(file))) {
            flatten("", document, flat);
        }
        return flat;
    }

    private static void flatten(String name, Object value, Map<String, Object> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name.isEmpty() ? "" + key : name + "." + key, inner, flat));
        } else {
            flat.put(name, String.valueOf(value));
        }
    }
}
