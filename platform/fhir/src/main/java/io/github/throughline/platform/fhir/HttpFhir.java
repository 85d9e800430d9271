package io.github.throughline.platform.fhir;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Resources as HTTP answers. */
public final class HttpFhir {

    public static final String JSON_VALUE = "application/fhir+json";

    /** The one format that is spoken here. */
    public static final MediaType JSON = MediaType.parseMediaType(JSON_VALUE);

    private HttpFhir() {}

    /** A resource, with its version and the time of its last change as headers where it has them. */
    public static ResponseEntity<byte[]> ok(Resource resource) {
        var answer = ResponseEntity.ok().contentType(JSON);
        if (resource.getMeta().hasVersionId()) {
            answer.header("ETag", tag(resource.getMeta().getVersionId()));
        }
        Date changed = resource.getMeta().getLastUpdated();
        if (changed != null) {
            answer.lastModified(changed.toInstant().atZone(ZoneOffset.UTC));
        }
        return answer.body(FhirJson.write(resource));
    }

    /**
     * The one of an id.
     *
     * @param readable those among which it is, if the caller may see it
     */
    public static ResponseEntity<byte[]> one(Stream<? extends Resource> readable, String id) {
        return readable.filter(resource -> resource.getIdPart().equals(id))
                .findFirst()
                .map(HttpFhir::ok)
                .orElseThrow(FhirResourceNotFound::new);
    }

    /** @param version of a resource */
    public static String tag(String version) {
        return "W/\"" + version + "\"";
    }

    /** Anything else that is said in FHIR, e.g. an OperationOutcome. */
    public static ResponseEntity<byte[]> answer(int status, Resource resource) {
        return ResponseEntity.status(status).contentType(JSON).body(FhirJson.write(resource));
    }

    /**
     * One page of what a search found. It is all in the link to the next one, so that any instance answers it, for whom
     * it may be shown to.
     *
     * @param found in the order of {@link FhirCursor}, from the search's cursor on; one more than a page where there is more
     */
    public static ResponseEntity<byte[]> page(FhirSearch search, List<? extends Resource> found) {
        var bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(link(Optional.empty()));
        List<? extends Resource> page = found.subList(0, Math.min(search.count(), found.size()));
        if (found.size() > page.size()) {
            var next = FhirCursor.of(page.getLast());
            bundle.addLink().setRelation("next").setUrl(link(Optional.of(next)));
        }
        for (Resource resource : page) {
            bundle.addEntry()
                    .setFullUrl(base() + "/" + resource.fhirType() + "/" + resource.getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return answer(200, bundle);
    }

    private static String link(Optional<FhirCursor> next) {
        var link = ServletUriComponentsBuilder.fromCurrentRequest();
        next.ifPresent(cursor -> link.replaceQueryParam(FhirSearch.CURSOR, cursor));
        return link.toUriString();
    }

    /** Address of the service's FHIR endpoints. */
    public static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/fhir")
                .toUriString();
    }
}
