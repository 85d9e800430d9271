package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.platform.fhir.FhirOutcomes;
import io.github.throughline.platform.fhir.HttpFhir;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many resources at once: a batch is answered entry by entry, of a transaction all is recorded or nothing. */
@Component
class TakingInBundles {

    private final FhirEntries entries;
    private final TakingInReadings taking;

    TakingInBundles(FhirEntries entries, TakingInReadings taking) {
        this.entries = entries;
        this.taking = taking;
    }

    /** @param key names the records whose entries do not, by their place in the Bundle; may be empty */
    public Bundle batch(Caller caller, Bundle batch, String key) {
        return response(BundleType.BATCHRESPONSE, take(caller, batch, key));
    }

    /** @throws TransactionRefused when any entry is refused */
    @Transactional
    public Bundle transaction(Caller caller, Bundle transaction, String key) {
        List<Taken> taken = take(caller, transaction, key);
        if (taken.stream().anyMatch(Taken.Refused.class::isInstance)) {
            throw new TransactionRefused(taken);
        }
        return response(BundleType.TRANSACTIONRESPONSE, taken);
    }

    private List<Taken> take(Caller caller, Bundle bundle, String key) {
        var taken = new ArrayList<Taken>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            taken.add(take(caller, entry, key.isEmpty() ? "" : key + "/" + taken.size()));
        }
        return taken;
    }

    private Taken take(Caller caller, BundleEntryComponent entry, String otherRecordId) {
        SentReading sent;
        try {
            sent = entries.read(entry, otherRecordId);
        } catch (Problem refused) {
            return new Taken.Refused(refused);
        }
        return taking.take(caller, sent);
    }

    private static Bundle response(BundleType type, List<Taken> taken) {
        var response = new Bundle().setType(type);
        taken.forEach(one -> response.addEntry().setResponse(response(one)));
        return response;
    }

    private static BundleEntryResponseComponent response(Taken taken) {
        return switch (taken) {
            case Taken.Recorded recorded ->
                new BundleEntryResponseComponent()
                        .setStatus(recorded.isNew() ? "201 Created" : "200 OK")
                        .setLocation(recorded.path())
                        .setEtag(HttpFhir.tag(recorded.version()));
            case Taken.Refused refused ->
                new BundleEntryResponseComponent()
                        .setStatus(String.valueOf(refused.problem().status()))
                        .setOutcome(FhirOutcomes.of(refused.problem()));
        };
    }
}
