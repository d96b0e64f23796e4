package dev.headroom.guard.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What {@link Kernel32} relies on, tried with another library: classes of this module are mapped directly, and a buffer sees native memory. */
@Tag("guard")
@EnabledOnOs(OS.LINUX)
class DirectMappingTest {
    private static final class LibC {
        static {
            Native.register(LibC.class, NativeLibrary.getInstance("c"));
        }

        private LibC() {}

        static native int getpid();

        /** Not 0 if it fails, so a boolean that is false. */
        static native boolean clock_gettime(int clock, Pointer into);
    }

    @Test
    void functionsAreCalled() {
        assertThat(LibC.getpid()).isEqualTo((int) ProcessHandle.current().pid());
    }

    @Test
    void aBufferSeesWhatACallFills() {
        try (Memory block = new Memory(16)) {
            block.clear();
            var bytes = block.getByteBuffer(0, 16).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(LibC.clock_gettime(0, block.share(0))).isFalse();
            assertThat(bytes.getLong(0)).isGreaterThan(1_700_000_000L);
        }
    }

    @Test
    void withoutKernel32ItCannotBeOpened() {
        assertThatThrownBy(Kernel32::open).isInstanceOf(LinkageError.class);
    }
}
