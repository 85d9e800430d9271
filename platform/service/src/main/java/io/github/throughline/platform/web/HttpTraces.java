package io.github.throughline.platform.web;

import io.micrometer.common.KeyValue;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Traces tell which endpoint was called, never the address: it can hold a link's token or an id. */
final class HttpTraces extends DefaultServerRequestObservationConvention {

    private static final String URL = "http.url";

    @Override
    protected KeyValue httpUrl(ServerRequestObservationContext context) {
        String pattern = context.getPathPattern();
        return KeyValue.of(URL, pattern == null ? KeyValue.NONE_VALUE : pattern);
    }
}
