package assay.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder stands for the root of the machine that is looked at. */
class IsolationAdviceTest {
    @TempDir
    Path machine;

    private Path file(String name, String content) throws IOException {
        Path file = machine.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void tools(String... names) throws IOException {
        for (String name : names) {
            Files.setPosixFilePermissions(file("usr/bin/" + name, ""), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private IsolationAdvice advice(boolean root) {
        return new IsolationAdvice("Linux", "amd64", root, machine);
    }

    @Test
    void a_missing_tool_is_named_with_its_package() throws IOException {
        assertEquals(Optional.of("/usr/bin/bwrap is missing"), advice(false).obstacle());
        tools("bwrap", "prlimit");
        assertEquals(Optional.of("/usr/bin/setpriv is missing"), advice(false).obstacle());
        assertEquals(
                "install util-linux, which has prlimit and setpriv",
                advice(false).remedies().get(0));
        tools("setpriv");
        assertEquals(Optional.empty(), advice(false).obstacle());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "proc/sys/kernel/apparmor_restrict_unprivileged_userns, 1, kernel.apparmor_restrict_unprivileged_userns=0",
        "proc/sys/kernel/unprivileged_userns_clone, 0, kernel.unprivileged_userns_clone=1",
        "proc/sys/user/max_user_namespaces, 0, user.max_user_namespaces=",
        ".dockerenv, '', seccomp=unconfined",
        "run/.containerenv, '', ci/outer-box.sh",
        "proc/self/status, 'Seccomp:\t2', seccomp=unconfined",
    })
    void the_setting_that_forbids_is_found(String file, String content, String remedy) throws IOException {
        tools("bwrap", "prlimit", "setpriv");
        file(file, content + "\n");
        List<String> remedies = advice(false).remedies();
        assertTrue(remedies.get(0).contains(remedy), remedies.toString());
    }

    @Test
    void root_is_not_sent_after_settings_that_do_not_bind_it() throws IOException {
        tools("bwrap", "prlimit", "setpriv");
        file("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
        assertTrue(advice(true).remedies().get(0).startsWith("try the command 'bwrap"));
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64, WSL2", "Mac OS X, aarch64, virtual machine", "Linux, riscv64, aarch64"})
    void other_systems_are_told_what_would_do(String system, String architecture, String remedy) {
        IsolationAdvice advice = new IsolationAdvice(system, architecture, false, machine);
        assertTrue(advice.obstacle().isPresent());
        assertTrue(advice.remedies().get(0).contains(remedy));
    }
}
