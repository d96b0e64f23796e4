package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    Path temp;

    private RunDirectory create(Path path, boolean overwrite) throws RunRefusedException {
        return RunDirectory.create(path, overwrite, List.of(), List.of());
    }

    @Test
    void missingDirectoriesAreMade() throws Exception {
        Path path = temp.resolve("a/b/c");
        try (RunDirectory directory = create(path, false)) {
            assertThat(directory.path()).isDirectory();
        }
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> create(file, true))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("is a file");
        Path below = file.resolve("further/below");
        assertThatThrownBy(() -> create(below, true))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage("output " + below + " is below " + file + ", which is a file; give another directory");
        assertThat(file).hasContent("x");
    }

    @Test
    void aDirectoryThatIsNotEmptyIsRefusedAndLeftAlone() throws Exception {
        Files.writeString(temp.resolve("manifest.json"), "{}");
        assertThatThrownBy(() -> create(temp, false))
                .hasMessageContaining("is not empty, and the run in it cannot be replaced: ");
        assertThat(temp).isDirectoryContaining("glob:**manifest.json");
        assertThat(temp.toFile().list()).containsExactly("manifest.json");
    }

    @Test
    void whatIsNotARunIsNotCalledOne() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "x");
        assertThatThrownBy(() -> create(temp, false))
                .hasMessage("output " + temp + " is not empty, and what is in it is not a run; give another directory");
    }

    @Test
    void overwriteNeverDeletesWhatIsNotOfARun() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "x");
        Files.writeString(temp.resolve("ranges.ndjson"), "x");
        assertThatThrownBy(() -> create(temp, true)).hasMessageContaining("thesis.txt");
        assertThat(temp.toFile().list()).containsExactlyInAnyOrder("thesis.txt", "ranges.ndjson");
    }

    @Test
    void overwriteDeletesNothingWhereADirectoryHasTheNameOfAFile() throws Exception {
        Files.createDirectories(temp.resolve("ranges.ndjson/mine"));
        Files.writeString(temp.resolve(".manifest.next"), "x");
        assertThatThrownBy(() -> create(temp, true)).hasMessageContaining("ranges.ndjson, which is not of a run");
        assertThat(temp.toFile().list()).containsExactlyInAnyOrder(".manifest.next", "ranges.ndjson");
    }

    @Test
    void whatIsReplacedCountsABegunRepairToo() throws Exception {
        Files.writeString(temp.resolve("ranges.ndjson"), "12345");
        Files.createDirectory(temp.resolve(RepairDirectory.NAME));
        Files.writeString(temp.resolve(RepairDirectory.NAME).resolve("ranges.ndjson"), "123");
        try (RunDirectory directory = create(temp, true)) {
            assertThat(directory.bytesToClear()).isEqualTo(8);
            directory.clear();
            assertThat(directory.bytesToClear()).isZero();
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aLinkToNothingIsNamed() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("gone"));
        assertThatThrownBy(() -> create(link, true)).hasMessageContaining("is a link to nothing");
    }

    @Test
    void asecondRunInTheDirectoryIsRefused() throws Exception {
        Path path = temp.resolve("run");
        try (RunDirectory first = create(path, false)) {
            assertThatThrownBy(() -> create(path, true)).hasMessageContaining("in use");
            assertThat(first.path()).isEqualTo(path);
        }
        create(path, false).close();
    }

    @Test
    void aDirectoryWithoutAManifestCannotBeResumed() {
        assertThatThrownBy(() -> RunDirectory.existing(temp)).hasMessageContaining("no manifest.json");
        assertThatThrownBy(() -> RunDirectory.existing(temp.resolve("none"))).hasMessageContaining("not a directory");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftBeforeItsRunHadBegunIsInNobodysWay() throws Exception {
        Files.writeString(temp.resolve(DirectoryLock.FILE_NAME), "process 999999999\n");
        Files.writeString(temp.resolve(ManifestFile.NEXT_NAME), "{");
        Files.writeString(temp.resolve(ManifestFile.RESERVE_NAME), "");
        assertThatThrownBy(() -> RunDirectory.existing(temp)).hasMessageContaining("generate it again");
        try (RunDirectory directory = create(temp, false)) {
            assertThat(directory.path()).isEqualTo(temp);
        }
    }
}
