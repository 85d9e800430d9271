package io.github.throughline.platform.messaging;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.messaging.*}.
 *
 * @param serializer class name of a Kafka serializer for Avro records in Confluent's wire format
 * @param deserializer class name of its counterpart
 * @param properties what both are configured with, e.g. the registry's URL
 */
@Validated
@ConfigurationProperties("throughline.messaging")
public record MessagingSettings(
        @NotBlank String serializer,
        @NotBlank String deserializer,
        @DefaultValue Map<String, String> properties) {}
