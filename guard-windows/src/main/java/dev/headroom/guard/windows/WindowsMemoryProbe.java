package dev.headroom.guard.windows;

import dev.headroom.probe.MemoryDomain;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Memory of the process, the machine and the job, in bytes.
 *
 * <p>Fast: GetProcessMemoryInfo: the working set as what is resident, and the private bytes as what cannot be dropped. Private bytes are
 * committed memory, touched or not, as Windows promises a page for each. Detailed: the machine's memory through OSHI, and the limit of the job
 * that the process is in, as one in a container is: it bounds what is committed, so private bytes are held against it; other processes of
 * the job are not seen. Never blocks. Where kernel32 cannot be called, OSHI tells the process's memory and no job is seen.
 */
final class WindowsMemoryProbe implements MemoryProbe {
    private final ProcessMemory process;
    private final OshiMachineMemory machine;
    private final @Nullable KernelCalls kernel;

    private WindowsMemoryProbe(ProcessMemory process, OshiMachineMemory machine, @Nullable KernelCalls kernel) {
        this.process = process;
        this.machine = machine;
        this.kernel = kernel;
    }

    static WindowsMemoryProbe ofKernel(KernelCalls kernel, OshiMachineMemory machine) {
        return new WindowsMemoryProbe(new KernelProcessMemory(kernel), machine, kernel);
    }

    static WindowsMemoryProbe ofOshi(OshiProcessMemory process, OshiMachineMemory machine) {
        return new WindowsMemoryProbe(process, machine, null);
    }

    @Override
    public void readFast(MemoryReading into) {
        process.read(into);
        for (int i = 0; i < into.domainCount(); i++) {
            into.domain(i).workingSet().set(into.workingSet());
        }
    }

    @Override
    public void readDetailed(MemoryReading into) {
        long jobLimit = jobLimit();
        into.setDomainCount(jobLimit == JobLimits.NONE ? 1 : 2);
        readFast(into);
        into.sharedMemory().setUnknown("Windows does not count it by itself");
        MemoryDomain whole = into.domain(0);
        whole.setName("physical memory");
        machine.read(whole);
        if (jobLimit != JobLimits.NONE) {
            MemoryDomain job = into.domain(1);
            job.setName("job object");
            job.usage().set(into.workingSet());
            job.limit().set(jobLimit);
            job.available().setUnknown("Windows does not tell it");
        }
    }

    private long jobLimit() {
        ByteBuffer limits = kernel == null ? null : kernel.jobLimits();
        return limits == null ? JobLimits.NONE : JobLimits.committedBytes(limits);
    }

    @Override
    public String source() {
        return process.source() + ", OSHI: memory of the machine (GetPerformanceInfo)"
                + (kernel == null ? "" : ", limits of the job (QueryInformationJobObject)");
    }

    @Override
    public void close() {
        process.close();
        if (kernel != null) {
            kernel.close();
        }
    }
}
