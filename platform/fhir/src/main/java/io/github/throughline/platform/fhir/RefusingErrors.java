package io.github.throughline.platform.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler.IParseLocation;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/** Nothing is passed over in silence. Names the element at fault, never its value. */
final class RefusingErrors extends StrictErrorHandler {

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
        throw new UnreadableResource(element);
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
        throw new UnreadableResource(attribute);
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        throw new UnreadableResource(element);
    }
}
