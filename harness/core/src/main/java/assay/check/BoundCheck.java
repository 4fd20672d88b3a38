package assay.check;

import java.util.function.Function;

/** Be a check kind with its parameters, ready to judge. */
public final class BoundCheck {
    private final String kind;
    private final Function<CheckContext, Judgement> judge;

    private BoundCheck(String kind, Function<CheckContext, Judgement> judge) {
        this.kind = kind;
        this.judge = judge;
    }

    /** Join a kind and its parameters. */
    static <S extends Record> BoundCheck of(CheckKind<S> kind, S spec) {
        return new BoundCheck(kind.name(), context -> kind.judge(spec, context));
    }

    /** Return the name of the kind. */
    public String kind() {
        return kind;
    }

    /** Judge; pure: the same context gives the same judgement. */
    public Judgement judge(CheckContext context) {
        return judge.apply(context);
    }
}
