package io.github.throughline.platform.fhir;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** A service's capability as FHIR tells it. */
final class FhirCapabilityStatement {

    /** When the capability was last changed. */
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 25);

    private FhirCapabilityStatement() {}

    static CapabilityStatement of(FhirCapability capability, String base) {
        var statement = new CapabilityStatement()
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(SINCE.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1);
        statement.addFormat("json").addFormat(HttpFhir.JSON_VALUE);
        statement.getSoftware().setName("Throughline " + capability.service());
        statement.getImplementation().setDescription(capability.service()).setUrl(base);
        statement.addRest(rest(capability));
        return statement;
    }

    private static CapabilityStatementRestComponent rest(FhirCapability capability) {
        var rest = new CapabilityStatementRestComponent().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription("A bearer token of the deployment's OpenID Connect issuer; everybody sees the patients"
                        + " that they are related to, as far as those permit.")
                .addService(
                        FhirSystems.coded("http://terminology.hl7.org/CodeSystem/restful-security-service", "OAuth"));
        capability.resources().forEach(supported -> rest.addResource(resource(supported)));
        capability.interactions().stream()
                .sorted()
                .forEach(interaction -> rest.addInteraction().setCode(interaction));
        return rest;
    }

    private static CapabilityStatementRestResourceComponent resource(FhirCapability.Supported supported) {
        var resource = new CapabilityStatementRestResourceComponent().setType(supported.type());
        supported
                .interactions()
                .forEach(interaction -> resource.addInteraction().setCode(interaction));
        if (supported.interactions().contains(TypeRestfulInteraction.CREATE)) {
            resource.setConditionalCreate(true);
        }
        supported.searches().stream()
                .sorted()
                .forEach(name -> resource.addSearchParam().setName(name).setType(type(name)));
        return resource;
    }

    private static SearchParamType type(String name) {
        return switch (name) {
            case "patient", "subject", "questionnaire", "target" -> SearchParamType.REFERENCE;
            case "date", "authored", "recorded", "target-date", "_lastUpdated" -> SearchParamType.DATE;
            case "url" -> SearchParamType.URI;
            default -> SearchParamType.TOKEN;
        };
    }
}
