package assay.data.weights;

import assay.data.Bytes;
import assay.data.Malformed;
import assay.data.weights.Pickled.Dict;
import assay.data.weights.Pickled.Global;
import assay.data.weights.Pickled.Tuple;
import assay.data.weights.Pickled.Values;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Read a pickle as data: the instructions that state dicts need put text, numbers, lists and recipes for tensors together;
 * every other instruction and every other name is refused by name. Memory is bounded by the number of instructions.
 */
final class Unpickler {
    /** A ResNet-101 needs about 20,000. */
    private static final int MOST_INSTRUCTIONS = 1_000_000;

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int NEWEST = 5;

    private final DataInputStream in;
    private final List<Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Long, Object> memo = new HashMap<>();
    private long textLeft = 4L * LONGEST_TEXT;

    private Unpickler(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** Read one pickle; what follows it is left. */
    static Object read(InputStream in) throws IOException {
        return new Unpickler(in).run();
    }

    private Object run() throws IOException {
        for (int count = 0; count < MOST_INSTRUCTIONS; count++) {
            int code = in.readUnsignedByte();
            Optional<Opcode> opcode = Opcode.of(code);
            if (opcode.isEmpty()) {
                throw new Forbidden("its pickle has the instruction " + Opcode.name(code));
            } else if (opcode.get() == Opcode.STOP) {
                return pop();
            }
            step(opcode.get());
        }
        throw new Malformed("its pickle has more than " + MOST_INSTRUCTIONS + " instructions");
    }

    private void step(Opcode opcode) throws IOException {
        switch (opcode) {
            case PROTO -> protocol(in.readUnsignedByte());
            case FRAME -> in.readLong();
            case MARK -> marks.add(stack.size());
            case NONE -> stack.add(Pickled.None.NONE);
            case NEWTRUE -> stack.add(true);
            case NEWFALSE -> stack.add(false);
            case BININT -> stack.add((long) Integer.reverseBytes(in.readInt()));
            case BININT1 -> stack.add((long) in.readUnsignedByte());
            case BININT2 -> stack.add((long) Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
            case LONG1 -> stack.add(whole(Bytes.read(in, in.readUnsignedByte())));
            case BINFLOAT -> stack.add(in.readDouble());
            case BINUNICODE, BINSTRING -> stack.add(text(length()));
            case SHORT_BINUNICODE, SHORT_BINSTRING -> stack.add(text(in.readUnsignedByte()));
            case BINPUT -> memo.put((long) in.readUnsignedByte(), top());
            case LONG_BINPUT -> memo.put(length(), top());
            case MEMOIZE -> memo.put((long) memo.size(), top());
            case BINGET -> stack.add(remembered(in.readUnsignedByte()));
            case LONG_BINGET -> stack.add(remembered(length()));
            default -> combine(opcode);
        }
    }

    /** Do what puts values together. */
    private void combine(Opcode opcode) throws IOException {
        switch (opcode) {
            case EMPTY_TUPLE -> stack.add(new Tuple(List.of()));
            case TUPLE1 -> stack.add(new Tuple(pop(1)));
            case TUPLE2 -> stack.add(new Tuple(pop(2)));
            case TUPLE3 -> stack.add(new Tuple(pop(3)));
            case TUPLE -> stack.add(new Tuple(popToMark()));
            case EMPTY_LIST -> stack.add(new Values(new ArrayList<>()));
            case APPEND -> append(pop(1));
            case APPENDS -> append(popToMark());
            case EMPTY_DICT -> stack.add(new Dict(new LinkedHashMap<>()));
            case SETITEM -> set(pop(2));
            case SETITEMS -> set(popToMark());
            case GLOBAL -> stack.add(Rebuild.global(line(), line()));
            case STACK_GLOBAL -> stack.add(global(pop(2)));
            case BINPERSID -> stack.add(Rebuild.storage(pop()));
            case REDUCE -> {
                Object arguments = pop();
                stack.add(Rebuild.call(pop(), arguments));
            }
            case BUILD -> build(pop());
            default -> throw new IllegalStateException("no such instruction: " + opcode);
        }
    }

    private static void protocol(int version) throws Malformed {
        if (version > NEWEST) {
            throw new Malformed("its pickle is of protocol " + version + "; up to " + NEWEST + " is read");
        }
    }

    /** Set attributes of what is on top: an OrderedDict has notes on versions, which say nothing about the numbers. */
    private void build(Object state) throws Malformed {
        if (!(top() instanceof Dict) || !(state instanceof Dict)) {
            throw new Malformed("its pickle sets attributes of something that is no OrderedDict");
        }
    }

    private static Global global(List<Object> names) throws IOException {
        if (names.get(0) instanceof String module && names.get(1) instanceof String name) {
            return Rebuild.global(module, name);
        }
        throw new Malformed("its pickle names something by values that are no text");
    }

    private void append(List<Object> values) throws Malformed {
        if (!(top() instanceof Values list)) {
            throw new Malformed("its pickle adds to something that is no list");
        }
        list.values().addAll(values);
    }

    private void set(List<Object> pairs) throws Malformed {
        if (!(top() instanceof Dict dict) || pairs.size() % 2 != 0) {
            throw new Malformed("its pickle sets values of something that is no dict");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.put(pairs.get(i), pairs.get(i + 1));
        }
    }

    private Object top() throws Malformed {
        if (stack.size() <= floor()) {
            throw new Malformed("its pickle takes a value where there is none");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() throws Malformed {
        return pop(1).get(0);
    }

    private List<Object> pop(int count) throws Malformed {
        if (stack.size() - count < floor()) {
            throw new Malformed("its pickle takes a value where there is none");
        }
        return cut(stack.size() - count);
    }

    private List<Object> popToMark() throws Malformed {
        if (marks.isEmpty()) {
            throw new Malformed("its pickle goes back to a mark that it did not set");
        }
        return cut(marks.remove(marks.size() - 1));
    }

    private List<Object> cut(int from) {
        List<Object> end = stack.subList(from, stack.size());
        List<Object> values = new ArrayList<>(end);
        end.clear();
        return values;
    }

    /** Return the height of the stack at the last mark; what is below belongs to others. */
    private int floor() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }

    private Object remembered(long place) throws Malformed {
        Object value = memo.get(place);
        if (value == null) {
            throw new Malformed("its pickle recalls a value that it did not keep");
        }
        return value;
    }

    private long length() throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    }

    private String text(long length) throws IOException {
        textLeft -= length;
        if (length > LONGEST_TEXT || textLeft < 0) {
            throw new Malformed("its pickle announces a text of " + length + " bytes");
        }
        return new String(Bytes.read(in, length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.readUnsignedByte(); one != '\n'; one = in.readUnsignedByte()) {
            if (line.length() == 200) {
                throw new Malformed("its pickle has a name of more than 200 characters");
            }
            line.append((char) one);
        }
        return line.toString();
    }

    /** Return a whole number from its bytes in two's complement, the lowest first. */
    private static Object whole(byte[] bytes) {
        byte[] reversed = new byte[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            reversed[bytes.length - i] = bytes[i];
        }
        reversed[0] = bytes.length > 0 && bytes[bytes.length - 1] < 0 ? (byte) -1 : 0;
        BigInteger number = new BigInteger(reversed);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
