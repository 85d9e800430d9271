package io.github.throughline.sandbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of a document. */
final class MarkdownTable {

    private MarkdownTable() {}

    /** The cells below a heading, of the one table that has it. */
    static List<String> column(Path document, String heading) throws IOException {
        var cells = new ArrayList<String>();
        int column = -1;
        for (String line : Files.readAllLines(document)) {
            if (!line.startsWith("|")) {
                column = -1;
            } else if (column < 0) {
                column = cells(line).indexOf(heading);
            } else if (!line.startsWith("|---")) {
                cells.add(cells(line).get(column));
            }
        }
        return cells;
    }

    private static List<String> cells(String row) {
        return Stream.of(row.strip().replaceAll("^\\||\\|$", "").split("\\|"))
                .map(String::strip)
                .toList();
    }
}
