package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Interprets the program as the kernel does (Documentation/networking/filter.rst, "BPF engine and instruction set"). */
class SystemCallFilterTest {
    private static final SystemCallTable PC = SystemCallTable.X86_64;
    private static final SystemCallTable ARM = SystemCallTable.AARCH64;
    private static final int I386 = 0x40000003;

    static Stream<Arguments> denied() {
        return Stream.of(SystemCallTable.values())
                .flatMap(table -> table.denied().keySet().stream().map(name -> Arguments.of(table, name)));
    }

    @ParameterizedTest
    @MethodSource("denied")
    void a_listed_call_is_not_permitted(SystemCallTable table, String name) {
        int number = table.denied().get(name);
        assertEquals(SystemCallFilter.ERRNO | SystemCallFilter.EPERM, action(table, number, 0, 0));
        assertTrue(number < SystemCallTable.CEILING);
    }

    /** The numbers by which the kernel itself is told, where its headers are installed. */
    @ParameterizedTest
    @CsvSource({
        "X86_64, /usr/include/x86_64-linux-gnu/asm/unistd_64.h, ''",
        "AARCH64, /usr/include/asm-generic/unistd.h, 'create_module query_module get_kernel_syms iopl ioperm modify_ldt"
                + " uselib ustat sysfs _sysctl'"
    })
    void the_numbers_are_those_of_the_kernel_headers(SystemCallTable table, Path header, String absent)
            throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(header), "needs " + header);
        Map<String, Integer> kernel = new TreeMap<>();
        Matcher define =
                Pattern.compile("#define __NR(?:3264)?_(\\w+)\\s+(\\d+)").matcher(Files.readString(header));
        while (define.find()) {
            kernel.put(define.group(1), Integer.parseInt(define.group(2)));
        }
        table.denied().forEach((name, number) -> assertEquals(kernel.get(name), number, name));
        Set<String> expected = new TreeSet<>(PC.denied().keySet());
        expected.removeAll(Set.of(absent.split(" ")));
        assertEquals(expected, table.denied().keySet());
        assertEquals(kernel.get("clone"), table.numberOfClone());
        assertEquals(kernel.get("clone3"), table.numberOfClone3());
        assertEquals(kernel.get("socket"), table.numberOfSocket());
        assertEquals(kernel.get("socketpair"), table.numberOfSocketpair());
        assertEquals(kernel.get("ioctl"), table.numberOfIoctl());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"read, 0", "write, 1", "mmap, 9", "futex, 202", "execve, 59", "exit_group, 231", "prlimit64, 302"})
    void what_every_program_needs_is_allowed(String name, int number) {
        assertEquals(SystemCallFilter.ALLOW, action(PC, number, 0, 0), name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "read, 63, 0, ALLOW",
        "socket, 198, 1, ALLOW",
        "socket, 198, 2, 97",
        "socketpair, 199, 10, 97",
        "clone of a process, 220, 17, ALLOW",
        "clone into a user namespace, 220, 0x10000011, 1",
        "clone3, 435, 0, 38",
        "the first unknown call, 451, 0, 38",
        "a negative number, -1, 0, 38"
    })
    void arguments_decide_on_arm(String name, String number, String argument, String expected) {
        assertEquals(expected(expected), action(ARM, Integer.decode(number), Long.decode(argument), 0), name);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "socket, 41, 1, ALLOW",
        "socket, 41, 2, 97",
        "socket, 41, 10, 97",
        "socket, 41, 16, 97",
        "socket, 41, 40, 97",
        "socketpair, 53, 1, ALLOW",
        "socketpair, 53, 2, 97",
        "clone of a thread, 56, 0x003d0f00, ALLOW",
        "clone of a process, 56, 17, ALLOW",
        "clone into a user namespace, 56, 0x10000011, 1",
        "clone into a network namespace, 56, 0x40000011, 1",
        "clone3, 435, 0, 38",
        "the first unknown call, 451, 0, 38",
        "a call of x32, 0x40000000, 0, 38",
        "a negative number, -1, 0, 38"
    })
    void arguments_decide(String name, String number, String argument, String expected) {
        assertEquals(expected(expected), action(PC, Integer.decode(number), Long.decode(argument), 0), name);
    }

    private static int expected(String word) {
        return word.equals("ALLOW") ? SystemCallFilter.ALLOW : SystemCallFilter.ERRNO | Integer.parseInt(word);
    }

    @ParameterizedTest
    @CsvSource({"0x5412, 1", "0x541c, 1", "0x5401, 0"})
    void typing_into_a_terminal_is_not_permitted(String command, int errno) {
        int expected = errno == 0 ? SystemCallFilter.ALLOW : SystemCallFilter.ERRNO | errno;
        assertEquals(expected, action(PC, 16, 0, Long.decode(command)));
    }

    @Test
    void another_instruction_set_ends_the_process() {
        assertEquals(SystemCallFilter.KILL, action(PC, I386, 0, 0, 0));
        assertEquals(SystemCallFilter.KILL, action(PC, ARM.audit(), 63, 0, 0));
        assertEquals(SystemCallFilter.KILL, action(ARM, PC.audit(), 0, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("denied")
    void a_child_on_a_gpu_may_do_only_what_cuda_does_not_start_without(SystemCallTable table, String name) {
        int number = table.denied().get(name);
        int expected =
                name.equals("memfd_create") ? SystemCallFilter.ALLOW : SystemCallFilter.ERRNO | SystemCallFilter.EPERM;
        assertEquals(expected, action(SystemCallFilter.bytesForGpu(table), table.audit(), number, 0, 0));
    }

    private static int action(SystemCallTable table, int number, long first, long second) {
        return action(table, table.audit(), number, first, second);
    }

    private static int action(SystemCallTable table, int arch, int number, long first, long second) {
        return action(SystemCallFilter.bytes(table), arch, number, first, second);
    }

    /** Run the program on one call; A is the accumulator. */
    private static int action(byte[] filter, int arch, int number, long first, long second) {
        ByteBuffer call = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        call.putInt(0, number).putInt(4, arch).putLong(16, first).putLong(24, second);
        ByteBuffer program = ByteBuffer.wrap(filter).order(ByteOrder.LITTLE_ENDIAN);
        int accumulator = 0;
        for (int at = 0; at < program.capacity() / 8; at++) {
            int code = program.getShort(8 * at);
            int whenTrue = program.get(8 * at + 2) & 0xff;
            int whenFalse = program.get(8 * at + 3) & 0xff;
            int operand = program.getInt(8 * at + 4);
            switch (code) {
                case 0x20 -> accumulator = call.getInt(operand);
                case 0x15 -> at += accumulator == operand ? whenTrue : whenFalse;
                case 0x35 -> at += Integer.compareUnsigned(accumulator, operand) >= 0 ? whenTrue : whenFalse;
                case 0x45 -> at += (accumulator & operand) != 0 ? whenTrue : whenFalse;
                case 0x06 -> {
                    return operand;
                }
                default -> throw new AssertionError("unknown instruction " + code);
            }
        }
        throw new AssertionError("the program must end with a return");
    }
}
