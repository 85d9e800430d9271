package io.github.throughline.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;

/** Which classes touch a technology, told by the name of their outermost class or of their package. */
final class Adapters {

    static final DescribedPredicate<JavaClass> SQL = named("speak SQL by name", "Jdbc.*|.*Configuration|.*Migration");

    static final DescribedPredicate<JavaClass> AVRO = named(
                    "speak Avro or Kafka by name",
                    "Avro.*|Kafka.*|.*(Listener|Topology|Processor|Serdes|Configuration|Handler|Extractor)")
            .or(inPackages("stream", "messaging"));

    static final DescribedPredicate<JavaClass> KAFKA = AVRO.as("speak Kafka by name");

    static final DescribedPredicate<JavaClass> WEB = named(
                    "speak HTTP by name",
                    "Http.*|Rest.*|Webhook.*|.*(Controller|Endpoint|Advice|Filter|Interceptor|Resolver|Configuration"
                            + "|Page|Form)")
            .or(inPackages("web", "console", "webhook"));

    static final DescribedPredicate<JavaClass> MAIL =
            named("speak SMTP by name", "Smtp.*|.*Mail.*|.*Configuration").or(inPackages("mail"));

    static final DescribedPredicate<JavaClass> FHIR =
            named("speak FHIR by name", ".*Fhir.*").or(inPackages("fhir", "fhirwriting"));

    static final DescribedPredicate<JavaClass> ANY = SQL.or(AVRO)
            .or(KAFKA)
            .or(WEB)
            .or(MAIL)
            .or(named("start or configure", ".*(Application|Settings|Health|Metrics)"))
            .as("carry a technology in their name");

    /** Wired by Spring: use cases and the like. Being found and being transactional is all they take from it. */
    static final DescribedPredicate<JavaClass> WIRED = DescribedPredicate.describe(
            "are wired by an annotation",
            type -> outermost(type).isMetaAnnotatedWith("org.springframework.stereotype.Component")
                    || outermost(type)
                            .isMetaAnnotatedWith(
                                    "org.springframework.boot.context.properties.ConfigurationProperties"));

    private Adapters() {}

    /** Those whose outermost class has such a simple name. */
    static DescribedPredicate<JavaClass> named(String description, String regex) {
        var pattern = Pattern.compile(regex);
        return DescribedPredicate.describe(
                description,
                type -> pattern.matcher(outermost(type).getSimpleName()).matches());
    }

    private static DescribedPredicate<JavaClass> inPackages(String... names) {
        var all = List.of(names);
        return DescribedPredicate.describe(
                "are in a package named " + all,
                type -> List.of(type.getPackageName().split("\\.")).stream().anyMatch(all::contains));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Adapters::outermost).orElse(type);
    }
}
