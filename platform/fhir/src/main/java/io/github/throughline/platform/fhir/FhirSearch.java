package io.github.throughline.platform.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** The parameters of a search. One that is not known is refused: to leave it out would answer another question. */
public final class FhirSearch {

    static final String CURSOR = "_cursor";

    private static final String COUNT = "_count";
    private static final Set<String> ALWAYS = Set.of(COUNT, CURSOR, "_format");
    private static final Set<String> JSON_NAMES = Set.of("json", "application/json", HttpFhir.JSON_VALUE);
    private static final int USUAL_COUNT = 50;
    private static final int MOST_COUNT = 200;

    private final Map<String, List<String>> parameters;
    private final int count;
    private final FhirCursor after;

    private FhirSearch(Map<String, List<String>> parameters) {
        this.parameters = parameters;
        this.count = one(COUNT).map(FhirSearch::count).orElse(USUAL_COUNT);
        this.after = one(CURSOR).map(FhirCursor::parse).orElse(FhirCursor.BEGINNING);
    }

    /**
     * @param parameters of the request, by name
     * @param known names of those that this search takes
     * @throws InvalidSearch when there are others
     */
    public static FhirSearch of(Map<String, List<String>> parameters, Set<String> known) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name) && !ALWAYS.contains(name)) {
                throw new InvalidSearch(name, "this is not searched by; GET /fhir/metadata tells what is");
            }
        }
        var search = new FhirSearch(parameters);
        search.one("_format").filter(format -> !JSON_NAMES.contains(format)).ifPresent(format -> {
            throw new InvalidSearch("_format", "only json is spoken here");
        });
        return search;
    }

    /** Most resources on a page. */
    public int count() {
        return count;
    }

    /** Where the page begins, exclusive. */
    public FhirCursor after() {
        return after;
    }

    /** The patient, said as {@code patient} or {@code subject}; empty: of all patients. */
    public Optional<UUID> patient() {
        Optional<String> said = one("patient");
        return (said.isPresent() ? said : one("subject")).map(FhirSearch::patient);
    }

    /** The patient of a search that is never of all patients. */
    public UUID thePatient() {
        return patient().orElseThrow(() -> new InvalidSearch("patient", "name the patient: patient=<uuid>"));
    }

    /** The code of a parameter of type token, its system left out. */
    public Optional<String> code(String name) {
        return one(name).map(token -> token.substring(token.indexOf('|') + 1));
    }

    /** A parameter that is given at most once. */
    public Optional<String> one(String name) {
        List<String> said = parameters.getOrDefault(name, List.of());
        if (said.size() > 1) {
            throw new InvalidSearch(name, "give it once");
        }
        return said.stream().findFirst();
    }

    /** What a parameter of type date narrows; given several times, all hold. */
    public FhirPeriod period(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(said -> FhirPeriod.parse(name, said))
                .reduce(FhirPeriod.ALWAYS, FhirPeriod::and);
    }

    /** A page, and one more where there is more, of what was found and is all at hand. */
    public <T extends Resource> List<T> page(Stream<T> found) {
        FhirPeriod changed = period("_lastUpdated");
        return found.filter(resource -> changed.has(FhirCursor.of(resource).changedAt()))
                .filter(resource -> FhirCursor.of(resource).compareTo(after) > 0)
                .sorted((one, other) -> FhirCursor.of(one).compareTo(FhirCursor.of(other)))
                .limit(count + 1L)
                .toList();
    }

    private static UUID patient(String said) {
        try {
            return UUID.fromString(said.startsWith("Patient/") ? said.substring("Patient/".length()) : said);
        } catch (IllegalArgumentException e) {
            throw new InvalidSearch("patient", "name one patient by the id that Throughline gave: Patient/<uuid>");
        }
    }

    private static int count(String said) {
        try {
            int count = Integer.parseInt(said);
            if (count > 0) {
                return Math.min(count, MOST_COUNT);
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number that is too low is.
        }
        throw new InvalidSearch(COUNT, "a page has at least 1 and at most " + MOST_COUNT + " resources");
    }
}
