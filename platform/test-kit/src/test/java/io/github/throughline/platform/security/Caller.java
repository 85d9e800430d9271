package io.github.throughline.platform.security;

/** Stands in for the platform's own, which is built after this module. */
public record Caller(String subject) {}
