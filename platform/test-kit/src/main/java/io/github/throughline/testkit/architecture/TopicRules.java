package io.github.throughline.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import io.github.throughline.testkit.architecture.ArchitectureRules.NamedRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is heard. */
final class TopicRules {

    private static final String LISTENER = "org.springframework.kafka.annotation.KafkaListener";

    private static final Set<String> TOPICS =
            Topics.all().stream().map(Topic::name).collect(Collectors.toSet());

    static final ArchRule LISTENERS_READ_KNOWN_TOPICS = methods()
            .that()
            .areAnnotatedWith(LISTENER)
            .should(be(listenersToTopics()))
            .allowEmptyShould(true)
            .because("an annotation takes only constants, and a topic that is misspelt there would never be heard");

    private TopicRules() {}

    static List<NamedRule> all() {
        return List.of(new NamedRule("listenersReadKnownTopics", LISTENERS_READ_KNOWN_TOPICS));
    }

    private static DescribedPredicate<JavaMethod> listenersToTopics() {
        return describe("listeners to topics of Topics", TopicRules::hearsKnownTopics);
    }

    private static boolean hearsKnownTopics(JavaMethod method) {
        return method.getAnnotationOfType(LISTENER)
                .get("topics")
                .filter(String[].class::isInstance)
                .map(topics -> TOPICS.containsAll(Arrays.asList((String[]) topics)))
                .orElse(true);
    }
}
