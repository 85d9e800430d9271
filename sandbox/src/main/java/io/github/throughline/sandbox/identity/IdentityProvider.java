package io.github.throughline.sandbox.identity;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Starts the provider. */
public final class IdentityProvider {

    private IdentityProvider() {}

    /** Runs until it is ended; takes the name of the settings' file as its only argument. */
    public static void main(String[] arguments) {
        var settings = JsonMapper.shared().readValue(Path.of(arguments[0]), IdentitySettings.class);
        new SpringApplicationBuilder(WebServerConfiguration.class, AuthorizationConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("logging.level.root", "warn"))
                .initializers(context -> context.getBeanFactory().registerSingleton("identitySettings", settings))
                .run();
    }
}
