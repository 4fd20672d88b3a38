package assay.arch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Forbid what the machine never does. */
class HabitsTest {
    /** The workers own processes of their own and move what others print away from the protocol. */
    private static final DescribedPredicate<JavaClass> WORKER =
            resideInAPackage("assay.worker..").or(type("assay.experiment.Main"));

    private static final DescribedPredicate<JavaClass> CONSOLE = type("assay.cli.Console");
    private static final DescribedPredicate<JavaClass> MAIN = type("assay.cli.Main");

    @Test
    void only_the_console_prints() {
        hold(noClasses()
                .that(DescribedPredicate.not(WORKER.or(CONSOLE)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what is printed is escaped and bounded in one place"));
    }

    @Test
    void only_main_ends_the_process() {
        hold(noClasses()
                .that(DescribedPredicate.not(WORKER.or(MAIN)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("an exit code is decided in one place"));
    }

    @Test
    void nothing_logs_through_the_jdk() {
        hold(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("slf4j is the one way to log"));
    }

    @Test
    void only_experiments_and_what_brings_dl4j_know_it() {
        hold(noClasses()
                .that(DescribedPredicate.not(
                        resideInAPackage("assay.experiment..").or(resideInAPackage("assay.worker.cpu.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
                .because("136 MB must not be needed to check an answer"));
    }

    @Test
    void nothing_deserialises_objects() {
        hold(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream")
                .because("a submission must not choose which classes are made"));
    }

    @Test
    void only_the_worker_makes_classes_or_objects_that_a_file_names() {
        hold(noClasses()
                .that(DescribedPredicate.not(WORKER))
                .should()
                .beAssignableTo(ClassLoader.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.URLClassLoader|java\\.beans\\.XMLDecoder|javax\\.script\\..*|java\\.rmi\\..*")
                .because("nothing of a submission is loaded in the parent"));
    }

    @Test
    void randomness_comes_from_a_seed() {
        hold(noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.SplittableRandom.class)
                .because("a result is drawn again from the seed in its record"));
    }

    /** Limits and measured times are of the clock that never jumps; these write dates for people or files. */
    private static final DescribedPredicate<JavaClass> DATES = type("assay.grade.Grader")
            .or(type("assay.grade.OutFolder"))
            .or(type("assay.run.StagingArea"))
            .or(type("assay.run.WorkerStage"))
            .or(type("assay.run.RunCache"))
            .or(type("assay.compare.TrainingWorker"))
            .or(type("assay.experiment.transfer.FeatureStore"));

    @Test
    void no_limit_follows_a_clock_that_jumps() {
        hold(noClasses()
                .that(DescribedPredicate.not(DATES.or(WORKER)))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)")
                .because("a clock that is set must not end a run or keep it from ending"));
    }

    /** The type {@code name} and what is nested in it. */
    private static DescribedPredicate<JavaClass> type(String name) {
        return DescribedPredicate.describe(
                name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static void hold(ArchRule rule) {
        rule.check(Project.CLASSES);
    }
}
