package io.github.throughline.testkit.backing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * For tests with a Spring context: real Kafka, PostgreSQL (an empty database for each context), schema registry, and an
 * issuer of tokens, set as the properties that every service reads. Put it beside {@code @SpringBootTest}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = BackingServicesInitializer.class)
public @interface WithBackingServices {}
