package dev.headroom.app.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the names in a directory survive a crash of the machine, as forcing a file does with its bytes. */
final class DurableDirectory {
    private DurableDirectory() {}

    /**
     * Forces what was created, renamed and deleted in a directory. Systems that do not open directories keep a journal of names.
     *
     * @throws IOException if the system can force directories and failed to
     */
    static void force(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException e) {
            // Windows opens none.
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }
}
