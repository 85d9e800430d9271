package io.github.throughline.notification.notice;

/** Notices can be sent as soon as the transaction is committed. */
public record NoticesReady() {}
