package io.github.throughline.stall.calibration;

import io.github.throughline.measures.Measure;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Terms as a file that a backtest takes. */
final class TermsYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private TermsYaml() {}

    static String of(Measure measure, String name, Object terms) {
        return of(measure, Map.of(name, terms));
    }

    static String of(Measure measure, Map<String, Object> terms) {
        return YAML.writeValueAsString(Map.of("measures", Map.of(measure.id(), terms)));
    }
}
