package io.github.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HttpTracesTest {

    private final ServerRequestObservationContext context = new ServerRequestObservationContext(
            new MockHttpServletRequest("GET", "/checkin/a-secret-token"), new MockHttpServletResponse());

    @Test
    void aTraceNamesTheEndpointAndNotTheAddress() {
        // Given
        context.setPathPattern("/checkin/{token}");

        // Then
        assertThat(told()).contains("/checkin/{token}").doesNotContain("a-secret-token");
    }

    @Test
    void whatNoEndpointAnsweredIsNotNamed() {
        assertThat(told()).doesNotContain("a-secret-token");
    }

    private String told() {
        var traces = new HttpTraces();
        return traces.getHighCardinalityKeyValues(context) + " " + traces.getLowCardinalityKeyValues(context)
                + traces.getContextualName(context);
    }
}
