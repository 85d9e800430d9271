package io.github.throughline.plan.fhir;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.throughline.plan.careplan.SignedVersion;
import io.github.throughline.platform.fhir.FhirSystems;
import io.github.throughline.signedplan.PlanContent;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Signature;

/** Signatures as provenance, and the exact bytes that they are over. */
final class FhirSignatures {

    private static final String PURPOSES = "urn:iso-astm:E1762-95:2013";
    private static final String AUTHORS_SIGNATURE = "1.2.840.10065.1.12.1.1";

    private FhirSignatures() {}

    /** Of the care plan, and of the bytes by which the JWS is checked: it is detached from them. */
    static Provenance provenance(SignedVersion signed) {
        PlanContent content = signed.version().content().read();
        String id = FhirVersionId.of(signed).toString();
        var signedBy = FhirSystems.member(content.signedBy()).setType("Practitioner");
        Date signedAt = Date.from(content.signedAt().truncatedTo(ChronoUnit.MILLIS));
        var provenance = new Provenance().setRecorded(signedAt);
        provenance.setId(id);
        provenance.setMeta(new Meta().setLastUpdated(FhirPlans.meta(signed).getLastUpdated()));
        provenance.addTarget(new Reference("CarePlan/" + id)).addTarget(new Reference("Binary/" + id));
        provenance
                .addAgent()
                .setType(FhirSystems.coded(
                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "author"))
                .setWho(signedBy);
        provenance.addSignature(new Signature()
                .addType(FhirSystems.coding(PURPOSES, AUTHORS_SIGNATURE))
                .setWhen(signedAt)
                .setWho(signedBy.copy())
                .setTargetFormat("application/json")
                .setSigFormat("application/jose")
                .setData(signed.version().content().signature().getBytes(US_ASCII)));
        return provenance;
    }

    static Binary bytes(SignedVersion signed) {
        String id = FhirVersionId.of(signed).toString();
        var binary = new Binary()
                .setContentType("application/json")
                .setSecurityContext(new Reference("CarePlan/" + id))
                .setData(signed.version().content().bytes());
        binary.setId(id);
        return binary;
    }
}
