package io.github.throughline.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleRecordTest {

    static Stream<Topic> topics() {
        return Stream.concat(Topics.all().stream(), Topics.partner("acme").stream());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void isAValidRecordOfEveryTopicsType(Topic topic) {
        assertThat(SampleRecord.of(topic.record())).isInstanceOf(topic.record());
    }
}
