package io.github.throughline.sandbox.identity;

import java.net.InetAddress;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A web server put together by hand: the auto-configurations of everything else on the sandbox's class path would want
 * databases and brokers.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({LoginController.class, TokenController.class})
class WebServerConfiguration {

    @Bean
    TomcatServletWebServerFactory webServer(IdentitySettings settings) {
        var server = new TomcatServletWebServerFactory(settings.port());
        server.setAddress(InetAddress.getLoopbackAddress());
        return server;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcherServletRegistration(DispatcherServlet servlet) {
        return new ServletRegistrationBean<>(servlet, "/");
    }

    /** Cookies do not tell ports apart: under the usual name ours would sign people out of the console. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> context.getSessionCookieConfig().setName("SANDBOX_IDENTITY");
    }
}
