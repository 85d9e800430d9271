package io.github.throughline.notification.notice;

/** Over what a notice travels. */
public enum ChannelName {
    EMAIL,
    WEBHOOK,
    PARTNER_TOPIC
}
