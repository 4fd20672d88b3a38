/**
 * Parse formulas into trees that can be evaluated, counted, compared and drawn.
 *
 * <p>The grammar, loosest first; blanks and line ends may stand anywhere between two symbols:
 *
 * <pre>{@code
 * formula  = product { ("+" | "-") product }                 a - b - c = (a - b) - c
 * product  = factor { ("*" | "/") factor }                   a / b * c = (a / b) * c
 * factor   = ("-" | "+") factor | power                      -x^2 = -(x^2)
 * power    = atom [ "^" exponent ]                           2^3^2 = 2^(3^2) = 512
 * exponent = ("-" | "+") exponent | power                    2^-1 = 1/2
 * atom     = number | name | name "[" index "]" | name "(" formula { "," formula } ")" | "(" formula ")"
 * number   = digits [ "." [ digits ] ] [ exp ] | "." digits [ exp ]        1, 0.5, 1e-3
 * exp      = ("e" | "E") [ "+" | "-" ] digits
 * name     = a letter a-z or A-Z, then letters, digits and "_"
 * index    = digits                                          x[1] is the first entry of x
 * }</pre>
 *
 * <p>A product always has its sign: {@code 2*x}, not {@code 2x}. The signs {@code ·} and {@code ×} mean {@code *}; the
 * typographic minus and the dash mean {@code -}.
 *
 * <p>Functions of one value: {@code exp}, {@code ln} (natural), {@code log10}, {@code sqrt}, {@code sin}, {@code cos},
 * {@code tan}, {@code tanh}, {@code abs}, {@code sigmoid} (also {@code sigma}). Operations may be spelled as words:
 * {@code add(a, b)}, {@code sub(a, b)}, {@code mul(a, b)}, {@code div(a, b)}, {@code pow(a, b)}, {@code neg(a)},
 * {@code square(a)}. There is no {@code log}, since half of the world means log10 by it. Constants: {@code pi}, and
 * {@code e} unless an input has that name.
 *
 * <p>{@code sum(...)} goes through all vectors inside it in step: {@code sum((yhat - y)*x)} adds up the products of
 * first, second, ... entries. A {@code sum} inside a {@code sum} is a number of its own. Outside of {@code sum} a vector needs
 * an index.
 *
 * <p>Values are doubles: {@code 1/0} is infinite, {@code sqrt(-1)} is not a number, neither is an error. A formula has
 * at most 2,000 characters and 100 levels of nesting.
 */
@NullMarked
package assay.formula;

import org.jspecify.annotations.NullMarked;
