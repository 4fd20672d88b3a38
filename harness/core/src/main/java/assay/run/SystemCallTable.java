package assay.run;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hold the numbers that an instruction set gives to the system calls of the filter. They are the kernel's interface and
 * never change: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h, both of Linux 5.17.
 *
 * <p>A call that an instruction set does not have (port input, modify_ldt and the like on aarch64) is not in its list.
 */
enum SystemCallTable {
    /** The 64-bit calls of PCs; calls of x32, whose bit 30 is set, lie above the ceiling. */
    X86_64(0xc000003e, "amd64", new int[] {56, 435, 41, 53, 16}, Listed.X86_64),
    /** The calls of 64-bit ARM; the filter is tested by an interpreter of its program, not on such a machine. */
    AARCH64(0xc00000b7, "aarch64", new int[] {220, 435, 198, 199, 29}, Listed.AARCH64);

    /** The first number that these lists do not know. */
    static final int CEILING = 451;

    private final int audit;
    private final String javaName;
    private final int clone;
    private final int clone3;
    private final int socket;
    private final int socketpair;
    private final int ioctl;
    private final String listed;

    SystemCallTable(int audit, String javaName, int[] looked, String listed) {
        this.audit = audit;
        this.javaName = javaName;
        this.clone = looked[0];
        this.clone3 = looked[1];
        this.socket = looked[2];
        this.socketpair = looked[3];
        this.ioctl = looked[4];
        this.listed = listed;
    }

    /** Return the table of the machine that this process runs on, if there is one. */
    static Optional<SystemCallTable> here() {
        return of(System.getProperty("os.arch"));
    }

    /** Return the table of an instruction set by the name that Java gives it. */
    static Optional<SystemCallTable> of(String javaName) {
        for (SystemCallTable table : values()) {
            if (table.javaName.equals(javaName)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Return the instruction set as the kernel names it to a filter (linux/audit.h). */
    int audit() {
        return audit;
    }

    int numberOfClone() {
        return clone;
    }

    int numberOfClone3() {
        return clone3;
    }

    int numberOfSocket() {
        return socket;
    }

    int numberOfSocketpair() {
        return socketpair;
    }

    int numberOfIoctl() {
        return ioctl;
    }

    /** Return the calls that fail with EPERM whatever their arguments, by name. */
    SortedMap<String, Integer> denied() {
        SortedMap<String, Integer> calls = new TreeMap<>();
        for (String entry : listed.trim().split("\\s+")) {
            int colon = entry.indexOf(':');
            calls.put(entry.substring(0, colon), Integer.parseInt(entry.substring(colon + 1)));
        }
        return calls;
    }

    /** Hold the lists, as an enum cannot refer to its own constants before it is made. */
    private static final class Listed {
        static final String AARCH64 = """
            unshare:97 setns:268 mount:40 umount2:39 pivot_root:41 chroot:51 open_tree:428 move_mount:429 fsopen:430
            fsconfig:431 fsmount:432 fspick:433 mount_setattr:442 name_to_handle_at:264 open_by_handle_at:265
            reboot:142 kexec_load:104 kexec_file_load:294 init_module:105 finit_module:273 delete_module:106
            nfsservctl:42 swapon:224 swapoff:225 acct:89 quotactl:60 quotactl_fd:443 sethostname:161
            setdomainname:162 settimeofday:170 clock_settime:112 adjtimex:171 clock_adjtime:266 syslog:116
            vhangup:58 lookup_dcookie:18 personality:92 ptrace:117 process_vm_readv:270 process_vm_writev:271
            process_madvise:440 pidfd_getfd:438 kcmp:272 bpf:280 perf_event_open:241 userfaultfd:282
            io_uring_setup:425 io_uring_enter:426 io_uring_register:427 add_key:217 request_key:218 keyctl:219
            fanotify_init:262 fanotify_mark:263 flock:32 memfd_create:279 memfd_secret:447 shmget:194 shmat:196
            shmctl:195 shmdt:197 msgget:186 msgsnd:189 msgrcv:188 msgctl:187 semget:190 semop:193 semctl:191
            semtimedop:192 move_pages:239 migrate_pages:238 mq_open:180 io_setup:0
            """;

        /** Other views of the file system and of the machine. */
        private static final String NAMESPACES = """
            unshare:272 setns:308 mount:165 umount2:166 pivot_root:155 chroot:161 open_tree:428 move_mount:429
            fsopen:430 fsconfig:431 fsmount:432 fspick:433 mount_setattr:442 name_to_handle_at:303
            open_by_handle_at:304
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
            io_setup:206
            """;

        static final String X86_64 = NAMESPACES + MACHINE + OTHERS + MEMORY;

        private Listed() {}
    }
}
