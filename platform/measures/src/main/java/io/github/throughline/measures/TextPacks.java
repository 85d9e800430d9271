package io.github.throughline.measures;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The text packs that are known, one for each language. */
public final class TextPacks {

    private static final List<String> STANDARD = List.of("en.yaml", "de.yaml");

    private final MeasureCatalogue catalogue;
    private final Map<String, TextPack> packs;

    private TextPacks(MeasureCatalogue catalogue, Map<String, TextPack> packs) {
        this.catalogue = catalogue;
        this.packs = packs;
    }

    /** The words of the patient's page, and a plain question of our own about pain; no text of any instrument. */
    public static TextPacks standard(MeasureCatalogue catalogue) {
        var packs = new TreeMap<String, TextPack>();
        for (String file : STANDARD) {
            add(packs, TextPackFile.read(file, Yaml.resource("texts/" + file), catalogue));
        }
        return new TextPacks(catalogue, packs);
    }

    /**
     * These packs and what a folder's {@code *.yaml} files say more, or otherwise. A new language starts from the English
     * page.
     *
     * @throws InvalidTextPack when a file is not a text pack of measures in the catalogue
     */
    public TextPacks withFolder(Path folder) {
        var all = new TreeMap<>(packs);
        for (Path file : Yaml.filesOf(folder)) {
            add(all, TextPackFile.read(file.toString(), Yaml.bytes(file), catalogue));
        }
        return new TextPacks(catalogue, all);
    }

    private static void add(Map<String, TextPack> packs, TextPack pack) {
        TextPack english = packs.get(Locale.ENGLISH.toLanguageTag());
        String tag = pack.language().toLanguageTag();
        TextPack before = packs.get(tag);
        if (before != null) {
            packs.put(tag, before.with(pack));
        } else if (english != null) {
            var page = new TextPack(pack.language(), english.page(), english.sideEffects(), Map.of());
            packs.put(tag, page.with(pack));
        } else {
            packs.put(tag, pack);
        }
    }

    /** All packs, by language tag. */
    public Collection<TextPack> all() {
        return packs.values();
    }

    /** The pack of the first of some languages that there is, else the English one. */
    public TextPack best(List<Locale.LanguageRange> wanted) {
        Locale best = Locale.lookup(
                wanted, packs.values().stream().map(TextPack::language).toList());
        return packs.getOrDefault(
                best == null ? Locale.ENGLISH.toLanguageTag() : best.toLanguageTag(),
                packs.values().iterator().next());
    }
}
