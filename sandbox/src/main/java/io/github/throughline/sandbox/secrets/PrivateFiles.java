package io.github.throughline.sandbox.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders of which nobody but their owner reads anything, where the file system can tell people apart. */
public final class PrivateFiles {

    private static final boolean TELLS_PEOPLE_APART =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes the folder if it is missing, and closes it to others if it is not. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
            allow(folder, "rwx------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that was never readable for others, not even while it was empty. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                create(file);
            }
            allow(file, "rw-------");
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        if (TELLS_PEOPLE_APART) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static void allow(Path path, String permissions) throws IOException {
        if (TELLS_PEOPLE_APART) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
