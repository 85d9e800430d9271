/** Kafka and Avro as every service uses them: serializers by configuration, dead letters, CloudEvents headers. Which topics there are stands in schemas. */
@NullMarked
package io.github.throughline.platform.messaging;

import org.jspecify.annotations.NullMarked;
