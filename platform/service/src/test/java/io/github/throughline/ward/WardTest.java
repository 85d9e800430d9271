package io.github.throughline.ward;

import io.github.throughline.testkit.backing.WithBackingServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the platform in the running ward service; all of them share one. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = WardApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithBackingServices
public @interface WardTest {}
