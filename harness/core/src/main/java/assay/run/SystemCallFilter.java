package assay.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Make the seccomp program of a child (classic BPF, linux/seccomp.h, linux/filter.h).
 *
 * <p>A deny list with a ceiling: what is listed fails with EPERM, calls newer than the list with ENOSYS, sockets other
 * than AF_UNIX with EAFNOSUPPORT; another instruction set than the table's ends the process.
 */
final class SystemCallFilter {
    static final int EPERM = 1;
    static final int ENOSYS = 38;
    static final int EAFNOSUPPORT = 97;

    static final int ALLOW = 0x7fff0000;
    static final int KILL = 0x80000000;
    static final int ERRNO = 0x00050000;

    private static final int AF_UNIX = 1;
    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541c;
    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
    private static final int NEW_NAMESPACES = 0x7e020000;

    /** The driver's library ends with error 304 where it is refused (drivers 570 and newer). */
    static final Set<String> NEEDED_BY_CUDA = Set.of("memfd_create");

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER_AT = 0;
    private static final int ARCH_AT = 4;
    private static final int FIRST_ARGUMENT_AT = 16;
    private static final int SECOND_ARGUMENT_AT = 24;

    private final List<long[]> program = new ArrayList<>();

    private final SystemCallTable calls;
    private final Set<String> allowed;

    private SystemCallFilter(SystemCallTable calls, Set<String> allowed) {
        this.calls = calls;
        this.allowed = Set.copyOf(allowed);
    }

    /** Return the program as the kernel reads it. */
    static byte[] bytes(SystemCallTable calls) {
        return bytes(new SystemCallFilter(calls, Set.of()));
    }

    /** Return the program for a child on an NVIDIA GPU: the same, but for the calls without which CUDA does not start. */
    static byte[] bytesForGpu(SystemCallTable calls) {
        return bytes(new SystemCallFilter(calls, NEEDED_BY_CUDA));
    }

    private static byte[] bytes(SystemCallFilter filter) {
        filter.build();
        ByteBuffer out = ByteBuffer.allocate(8 * filter.program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (long[] one : filter.program) {
            out.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]).putInt((int) one[3]);
        }
        return out.array();
    }

    private void build() {
        load(ARCH_AT);
        add(JUMP_EQUAL, 1, 0, calls.audit());
        result(KILL);
        load(NUMBER_AT);
        add(JUMP_AT_LEAST, 0, 1, SystemCallTable.CEILING);
        result(ERRNO | ENOSYS);
        // glibc falls back to clone, whose flags can be read here; those of clone3 lie in memory.
        denyCall(calls.numberOfClone3(), ENOSYS);
        calls.denied().forEach((name, number) -> {
            if (!allowed.contains(name)) {
                denyCall(number, EPERM);
            }
        });
        add(JUMP_EQUAL, 0, 3, calls.numberOfClone());
        load(FIRST_ARGUMENT_AT);
        add(JUMP_ANY_BIT, 0, 6, NEW_NAMESPACES);
        result(ERRNO | EPERM);
        add(JUMP_EQUAL, 1, 0, calls.numberOfSocket());
        add(JUMP_EQUAL, 0, 3, calls.numberOfSocketpair());
        load(FIRST_ARGUMENT_AT);
        add(JUMP_EQUAL, 1, 0, AF_UNIX);
        result(ERRNO | EAFNOSUPPORT);
        restOfBuild();
    }

    private void restOfBuild() {
        load(NUMBER_AT);
        add(JUMP_EQUAL, 0, 4, calls.numberOfIoctl());
        load(SECOND_ARGUMENT_AT);
        add(JUMP_EQUAL, 1, 0, TIOCSTI);
        add(JUMP_EQUAL, 0, 1, TIOCLINUX);
        result(ERRNO | EPERM);
        result(ALLOW);
    }

    private void denyCall(int number, int errno) {
        add(JUMP_EQUAL, 0, 1, number);
        result(ERRNO | errno);
    }

    private void load(int offset) {
        add(LOAD, 0, 0, offset);
    }

    private void result(int action) {
        add(RETURN, 0, 0, action);
    }

    private void add(int code, int whenTrue, int whenFalse, int operand) {
        program.add(new long[] {code, whenTrue, whenFalse, operand});
    }
}
