package assay.data.weights;

import java.util.Optional;

/** The instructions of pickles that state dicts need, by their codes (CPython, Lib/pickletools.py); there are no others here. */
enum Opcode {
    PROTO(0x80),
    FRAME(0x95),
    STOP('.'),
    MARK('('),
    NONE('N'),
    NEWTRUE(0x88),
    NEWFALSE(0x89),
    BININT('J'),
    BININT1('K'),
    BININT2('M'),
    LONG1(0x8A),
    BINFLOAT('G'),
    BINUNICODE('X'),
    SHORT_BINUNICODE(0x8C),
    BINSTRING('T'),
    SHORT_BINSTRING('U'),
    EMPTY_TUPLE(')'),
    TUPLE1(0x85),
    TUPLE2(0x86),
    TUPLE3(0x87),
    TUPLE('t'),
    EMPTY_LIST(']'),
    APPEND('a'),
    APPENDS('e'),
    EMPTY_DICT('}'),
    SETITEM('s'),
    SETITEMS('u'),
    BINPUT('q'),
    LONG_BINPUT('r'),
    MEMOIZE(0x94),
    BINGET('h'),
    LONG_BINGET('j'),
    GLOBAL('c'),
    STACK_GLOBAL(0x93),
    BINPERSID('Q'),
    REDUCE('R'),
    BUILD('b');

    private static final Opcode[] BY_CODE = new Opcode[256];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** Return the instruction with {@code code}, 0 to 255. */
    static Optional<Opcode> of(int code) {
        return Optional.ofNullable(BY_CODE[code]);
    }

    /** Name an instruction that is none of these, for people. */
    static String name(int code) {
        return switch (code) {
            case 'i' -> "INST";
            case 'o' -> "OBJ";
            case 'P' -> "PERSID";
            case 0x81 -> "NEWOBJ";
            case 0x92 -> "NEWOBJ_EX";
            case 0x82, 0x83, 0x84 -> "EXT";
            case 'B', 'C', 0x8E -> "BINBYTES";
            default -> String.format("0x%02X", code);
        };
    }
}
