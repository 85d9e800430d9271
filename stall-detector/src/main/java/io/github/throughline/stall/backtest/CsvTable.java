package io.github.throughline.stall.backtest;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A CSV file with a header line: columns by name, in any order. A field may be quoted, but has no line break. */
final class CsvTable {

    private final String file;
    private final Map<String, Integer> columns;
    private final List<Row> rows;

    private CsvTable(String file, Map<String, Integer> columns, List<Row> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * One line.
     *
     * @param number of the line in the file, from 1
     */
    record Row(int number, List<String> fields) {}

    static CsvTable read(Path file) {
        List<String> lines = lines(file);
        int header = 0;
        while (header < lines.size() && lines.get(header).isBlank()) {
            header++;
        }
        if (header == lines.size()) {
            throw new UnusableFile(file, "it is empty", null);
        }
        var rows = new ArrayList<Row>();
        for (int i = header + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(new Row(i + 1, split(lines.get(i))));
            }
        }
        return new CsvTable(String.valueOf(file.getFileName()), columns(lines.get(header)), rows);
    }

    List<Row> rows() {
        return rows;
    }

    RejectedLine rejected(Row row, String reason) {
        return new RejectedLine(file, row.number(), reason);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    int width() {
        return columns.size();
    }

    /** The field, or nothing where the column or the field is missing. */
    String field(Row row, String column) {
        Integer place = columns.get(column);
        return place == null || place >= row.fields().size()
                ? ""
                : row.fields().get(place).strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new UnusableFile(file, "it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UnusableFile(file, "it can not be read", e);
        }
    }

    private static Map<String, Integer> columns(String header) {
        String withoutMark = header.startsWith("\uFEFF") ? header.substring(1) : header;
        var columns = new HashMap<String, Integer>();
        for (String name : split(withoutMark)) {
            columns.put(name.strip().toLowerCase(Locale.ROOT), columns.size());
        }
        return columns;
    }

    private static List<String> split(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean isEscaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (isEscaped) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
