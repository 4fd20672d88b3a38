package assay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Say what to do on this machine to reach level A, from what the machine shows: the live probe says that it does not hold,
 * this says why and what changes it.
 *
 * @param system name of the operating system as Java gives it
 * @param architecture of the machine as Java gives it
 * @param root whether this process may do everything
 * @param files root of the file system that is looked at
 */
record IsolationAdvice(String system, String architecture, boolean root, Path files) {
    private static final List<String> TOOLS = List.of("usr/bin/bwrap", "usr/bin/prlimit", "usr/bin/setpriv");
    private static final String BOX = "run every submission in a container of its own (ci/outer-box.sh)";

    /** Look at the machine that this process runs on. */
    static IsolationAdvice here() {
        return new IsolationAdvice(
                System.getProperty("os.name"), System.getProperty("os.arch"), Tools.isRoot(), Path.of("/"));
    }

    /** Return why isolation cannot be tried at all, or nothing when the live probe has to decide. */
    Optional<String> obstacle() {
        if (!system.equals("Linux")) {
            return Optional.of("isolation needs Linux, this is " + system);
        } else if (SystemCallTable.of(architecture).isEmpty()) {
            return Optional.of("isolation needs x86-64 or aarch64, this is " + architecture);
        }
        return TOOLS.stream()
                .filter(tool -> !Files.isExecutable(files.resolve(tool)))
                .findFirst()
                .map(tool -> "/" + tool + " is missing");
    }

    /** Return what to do, the most likely cure first; never empty. */
    List<String> remedies() {
        List<String> remedies = new ArrayList<>();
        if (!system.equals("Linux")) {
            remedies.add("use Linux in a virtual machine (on Windows: WSL2), or " + BOX);
        } else if (SystemCallTable.of(architecture).isEmpty()) {
            remedies.add("use a machine with x86-64 or aarch64");
        } else {
            tools(remedies);
            kernel(remedies);
            container(remedies);
        }
        if (remedies.isEmpty()) {
            remedies.add("try the command 'bwrap --ro-bind / / --unshare-all true': what it prints names the reason");
        }
        return remedies;
    }

    private void tools(List<String> remedies) {
        if (!Files.isExecutable(files.resolve(TOOLS.get(0)))) {
            remedies.add("install bubblewrap ('apt install bubblewrap', 'dnf install bubblewrap')");
        }
        if (TOOLS.stream().skip(1).anyMatch(tool -> !Files.isExecutable(files.resolve(tool)))) {
            remedies.add("install util-linux, which has prlimit and setpriv");
        }
    }

    /** Name the settings by which distributions forbid user namespaces; root does without them, if it may make the others. */
    private void kernel(List<String> remedies) {
        if (!root
                && value("proc/sys/kernel/apparmor_restrict_unprivileged_userns")
                        .equals("1")) {
            remedies.add("run 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0' (Ubuntu 23.10 and newer;"
                    + " a line in /etc/sysctl.d keeps it)");
        }
        if (!root && value("proc/sys/kernel/unprivileged_userns_clone").equals("0")) {
            remedies.add("run 'sudo sysctl -w kernel.unprivileged_userns_clone=1'");
        }
        if (value("proc/sys/user/max_user_namespaces").equals("0")) {
            remedies.add("run 'sudo sysctl -w user.max_user_namespaces=10000'" + (root ? "" : ", or run as root"));
        }
    }

    private void container(List<String> remedies) {
        boolean inside = Files.exists(files.resolve(".dockerenv")) || Files.exists(files.resolve("run/.containerenv"));
        if (inside || isFiltered()) {
            remedies.add("this process runs in a container or under a filter that forbids namespaces: start it with"
                    + " '--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt"
                    + " systempaths=unconfined' (never --privileged), or " + BOX);
        }
    }

    private boolean isFiltered() {
        return value("proc/self/status").lines().anyMatch(line -> line.matches("Seccomp:\\s+2"));
    }

    private String value(String file) {
        try {
            return Files.readString(files.resolve(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Return what to do for control groups when {@code found} of them can be used; "" when nothing is missing. */
    static String forGroups(String found) {
        if (found.contains("unified") || (found.contains("memory") && found.contains("pids"))) {
            return "";
        }
        return "Without control groups memory is bounded by looking every 20 ms; to have the kernel do it, run as root, or"
                + " from 'systemd-run --user --scope bash', whose groups are yours.";
    }
}
