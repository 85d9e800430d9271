package io.github.throughline.platform;

import io.github.throughline.testkit.architecture.ArchitectureRules;
import io.github.throughline.testkit.architecture.ArchitectureRules.Exemption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The platform is the technology that the services' domain is kept free of; where it is, stands here. */
class PlatformArchitectureTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchitectureRules.of(
                "io.github.throughline.platform",
                new Exemption(
                        "theDomainIsPlainJava",
                        "Inbox|Outbox.*|DueWorkRunner|BrokenThread|Callers|CallerArgument",
                        "are what services use in place of the technology"),
                new Exemption(
                        "onlyAdaptersSpeakSql",
                        "Inbox|OutboxRelay.*|OutboxRow|IdempotentRequests",
                        "are tables by what they promise"),
                new Exemption("onlyAdaptersSpeakSql", "Recoverable", "tells a database's failures apart"),
                new Exemption("onlyAdaptersSpeakAvro", "OutboxEvent|JdbcOutbox", "carry a record to its topic"),
                new Exemption("onlyAdaptersSpeakKafka", "OutboxRelay|OutboxRow", "carry a record to its topic"),
                new Exemption("onlyAdaptersSpeakHttp", "CallerArgument", "hands endpoints their caller"));
    }
}
