package io.github.throughline.sandbox.stack;

import io.github.throughline.sandbox.secrets.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the one process that may do something; it falls with that process. */
public final class SandboxLock implements AutoCloseable {

    private final FileChannel channel;

    private SandboxLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * To start and end the sandbox of a folder.
     *
     * @throws IllegalStateException when another process holds it
     */
    static SandboxLock take(SandboxFolder folder) {
        PrivateFiles.folder(folder.root());
        return take(folder.lock(), "a sandbox runs already in " + folder.root() + ": end it with ./throughline down");
    }

    /** @param refusal what people are told when another process holds it */
    static SandboxLock take(Path file, String refusal) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new IllegalStateException(refusal);
            }
            return new SandboxLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
