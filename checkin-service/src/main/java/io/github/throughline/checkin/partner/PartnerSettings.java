package io.github.throughline.checkin.partner;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code throughline.*} on partners.
 *
 * @param partnerHmacKey key under which partners' patient ids are recognised, at least 32 bytes in base64; the same as in
 *     intake-service
 * @param partnerPatience how long after it was sent a record waits for its episode or plan to become known, machine time
 * @param partnerTopicRefresh how soon the topics of a new partner are found, machine time
 */
@Validated
@ConfigurationProperties("throughline")
record PartnerSettings(
        @NotBlank String partnerHmacKey,
        @DefaultValue("5s") Duration partnerPatience,
        @DefaultValue("3s") Duration partnerTopicRefresh) {}
