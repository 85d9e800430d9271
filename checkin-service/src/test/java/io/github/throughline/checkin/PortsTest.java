package io.github.throughline.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class PortsTest {

    @Test
    void theServiceHasPortsOfItsOwnBesideTheOtherServices() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));

        assertThat(yaml.getObject()).containsEntry("server.port", 8083).containsEntry("management.server.port", 9083);
    }
}
