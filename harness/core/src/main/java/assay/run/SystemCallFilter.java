package assay.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Make the seccomp program of a child on x86-64 (classic BPF, linux/seccomp.h, linux/filter.h).
 *
 * <p>A deny list with a ceiling: what is listed fails with EPERM, calls newer than the list with ENOSYS, sockets other
 * than AF_UNIX with EAFNOSUPPORT; another instruction set ends the process. Numbers: arch/x86/entry/syscalls/syscall_64.tbl.
 */
final class SystemCallFilter {
    /** The first number that this list does not know; also stops the x32 calls, whose bit 30 is set. */
    static final int CEILING = 451;

    static final int EPERM = 1;
    static final int ENOSYS = 38;
    static final int EAFNOSUPPORT = 97;

    static final int ALLOW = 0x7fff0000;
    static final int KILL = 0x80000000;
    static final int ERRNO = 0x00050000;

    private static final int ARCH_X86_64 = 0xc000003e;
    private static final int CLONE = 56;
    private static final int CLONE3 = 435;
    private static final int SOCKET = 41;
    private static final int SOCKETPAIR = 53;
    private static final int IOCTL = 16;
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

    private final Set<String> allowed;

    private SystemCallFilter(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** Return the program as the kernel reads it. */
    static byte[] bytes() {
        return bytes(new SystemCallFilter(Set.of()));
    }

    /** Return the program for a child on an NVIDIA GPU: the same, but for the calls without which CUDA does not start. */
    static byte[] bytesForGpu() {
        return bytes(new SystemCallFilter(NEEDED_BY_CUDA));
    }

    private static byte[] bytes(SystemCallFilter filter) {
        filter.build();
        ByteBuffer out = ByteBuffer.allocate(8 * filter.program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (long[] one : filter.program) {
            out.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]).putInt((int) one[3]);
        }
        return out.array();
    }

    /** Return the calls that fail with EPERM whatever their arguments, by name. */
    static SortedMap<String, Integer> denied() {
        SortedMap<String, Integer> calls = new TreeMap<>();
        for (String entry : (NAMESPACES + MACHINE + OTHERS + MEMORY).trim().split("\\s+")) {
            int colon = entry.indexOf(':');
            calls.put(entry.substring(0, colon), Integer.parseInt(entry.substring(colon + 1)));
        }
        return calls;
    }

    /** Other views of the file system and of the machine. */
    private static final String NAMESPACES = """
            unshare:272 setns:308 mount:165 umount2:166 pivot_root:155 chroot:161 open_tree:428 move_mount:429
            fsopen:430 fsconfig:431 fsmount:432 fspick:433 mount_setattr:442 name_to_handle_at:303 open_by_handle_at:304
            """;

    /** The machine itself. */
    private static final String MACHINE = """
            reboot:169 kexec_load:246 kexec_file_load:320 init_module:175 finit_module:313 delete_module:176
            create_module:174 query_module:178 get_kernel_syms:177 nfsservctl:180 swapon:167 swapoff:168 acct:163
            quotactl:179 quotactl_fd:443 sethostname:170 setdomainname:171 settimeofday:164 clock_settime:227
            adjtimex:159 clock_adjtime:305 iopl:172 ioperm:173 modify_ldt:154 syslog:103 vhangup:153 uselib:134
            lookup_dcookie:212 personality:135 ustat:136 sysfs:139 _sysctl:156
            """;

    /** Other processes, keys and surfaces of the kernel that homework does not need. */
    private static final String OTHERS = """
            ptrace:101 process_vm_readv:310 process_vm_writev:311 process_madvise:440 pidfd_getfd:438 kcmp:312
            bpf:321 perf_event_open:298 userfaultfd:323 io_uring_setup:425 io_uring_enter:426 io_uring_register:427
            add_key:248 request_key:249 keyctl:250 fanotify_init:300 fanotify_mark:301 flock:73
            """;

    /** Memory that no count of resident pages sees. */
    private static final String MEMORY = """
            memfd_create:319 memfd_secret:447 shmget:29 shmat:30 shmctl:31 shmdt:67 msgget:68 msgsnd:69 msgrcv:70
            msgctl:71 semget:64 semop:65 semctl:66 semtimedop:220 move_pages:279 migrate_pages:256 mq_open:240
            """;

    private void build() {
        load(ARCH_AT);
        add(JUMP_EQUAL, 1, 0, ARCH_X86_64);
        result(KILL);
        load(NUMBER_AT);
        add(JUMP_AT_LEAST, 0, 1, CEILING);
        result(ERRNO | ENOSYS);
        // glibc falls back to clone, whose flags can be read here; those of clone3 lie in memory.
        denyCall(CLONE3, ENOSYS);
        denied().forEach((name, number) -> {
            if (!allowed.contains(name)) {
                denyCall(number, EPERM);
            }
        });
        add(JUMP_EQUAL, 0, 3, CLONE);
        load(FIRST_ARGUMENT_AT);
        add(JUMP_ANY_BIT, 0, 6, NEW_NAMESPACES);
        result(ERRNO | EPERM);
        add(JUMP_EQUAL, 1, 0, SOCKET);
        add(JUMP_EQUAL, 0, 3, SOCKETPAIR);
        load(FIRST_ARGUMENT_AT);
        add(JUMP_EQUAL, 1, 0, AF_UNIX);
        result(ERRNO | EAFNOSUPPORT);
        restOfBuild();
    }

    private void restOfBuild() {
        load(NUMBER_AT);
        add(JUMP_EQUAL, 0, 4, IOCTL);
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
