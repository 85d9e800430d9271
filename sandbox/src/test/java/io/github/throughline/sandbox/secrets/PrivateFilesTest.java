package io.github.throughline.sandbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyTheOwnerReadsANewFile() throws IOException {
        // Given
        var file = folder.resolve("deep/secret");

        // When
        PrivateFiles.write(file, "s");

        // Then
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).content().isEqualTo("s");
    }

    @Test
    void whatOthersCouldReadIsClosedToThem() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("open"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        // When
        PrivateFiles.write(file, "after");
        PrivateFiles.folder(folder);

        // Then
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
