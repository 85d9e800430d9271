package io.github.throughline.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the project is. */
public final class ProjectFolder {

    static final String MODULE = "platform/backing-services";

    private ProjectFolder() {}

    /** The folder that {@code throughline.home} names, else the nearest parent of the current one that is the project. */
    public static Path locate() {
        var home = System.getProperty("throughline.home");
        if (home != null) {
            return Path.of(home).toAbsolutePath().normalize();
        }
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve(MODULE)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        here + " is not inside the project; say where it is with -Dthroughline.home=FOLDER"));
    }
}
