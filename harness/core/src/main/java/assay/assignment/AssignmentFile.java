package assay.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mirror {@code assignment.yaml} key by key. */
@About("What students see of an assignment: its tasks, what goes in, what comes out, what is worth how much.")
record AssignmentFile(
        @About("'assay/assignment/1'") String schema,

        @About("name of the assignment; the folder has the same")
        String id,

        @About("whole number; raise it when verdicts change, so that inputs are drawn anew")
        int version,

        @About("heading of the reports") String title,

        @About("what the child process may use") @Default("{}")
        LimitsFile limits,

        @About("what Java code of every task may use besides the JDK and the API: dl4j")
        List<Library> libraries,

        @About("the tasks in the order of the sheet") List<TaskFile> tasks) {
    static final String SCHEMA = "assay/assignment/1";

    /** Mirror one entry of {@code tasks}. */
    @About("One task.")
    record TaskFile(
            @About("lower-case words joined by - and /, such as linreg/closed-form; code is marked with it")
            String id,

            @About("number on the sheet, shown before the title") @Default("")
            String sheet,

            @About("heading in the reports") String title,

            @About(
                    "how it may be answered: answers, formula, code; the first two in answers.yaml. Or predictions alone: labels in a file")
            List<Way> ways,

            @About("the data set to train on; leave out where nothing is trained")
            Optional<DataFile> data,

            @About("what Java code of this task may use besides: dl4j, which is Deeplearning4j with ND4J")
            List<Library> libraries,

            @About("what a request brings, by name; a task without inputs is asked once")
            Map<String, FieldFile> inputs,

            @About("what is to be answered, by name") Map<String, FieldFile> answers,

            @About("what is judged, each with its points, in the order of the report")
            List<CriterionFile> criteria) {}

    /** Mirror {@code data}. */
    @About("The data set of a task that trains: the child reads the training images, the test labels never reach it.")
    record DataFile(
            @About("mnist or svhn where their files are at hand; digits or house-numbers are drawn")
            String name,

            @About("digits or house-numbers, to stand in where the files are missing") @Default("")
            String synthetic,

            @About("number of training images") int train,

            @About("number of test images in each request") int test,

            @About("the classes to use; the first gets the label 0, the next 1")
            List<Integer> only) {
        TrainingData toData() {
            return new TrainingData(name, synthetic, train, test, only);
        }
    }

    /** Mirror one entry of {@code inputs} or {@code answers}. */
    @About("One input or answer.")
    record FieldFile(
            @About("one of the types below") String type,

            @About("what it is, for the reports and the kit") @Default("")
            String about) {}

    /** Mirror one entry of {@code criteria}. */
    @About("One criterion.")
    record CriterionFile(
            @About("name within the task; grading.yaml judges it")
            String id,

            @About("heading in the reports") String title,
            @About("more than 0, parts allowed") double points,

            @About("criteria of the task that stand before it and must have passed; else it is skipped")
            List<String> needs) {}

    /** Mirror {@code limits}; what is not there takes {@link Limits#standard()}. */
    @About("Limits for the child process that runs the code of one submission.")
    record LimitsFile(
            @About("seconds until the code is compiled, imported and ready") @Default("20")
            double startSeconds,

            @About("seconds for one answer") @Default("5") double requestSeconds,

            @About("seconds for all requests together") @Default("120")
            double totalSeconds,

            @About("heap of a Java child") @Default("256") int heapMib,

            @About("memory of the child and its children") @Default("768")
            int memoryMib,

            @About("processes and threads") @Default("96") int processes,

            @About("captured prints that are kept") @Default("64")
            int outputKib) {
        Limits toLimits() {
            return new Limits(startSeconds, requestSeconds, totalSeconds, heapMib, memoryMib, processes, outputKib);
        }
    }
}
