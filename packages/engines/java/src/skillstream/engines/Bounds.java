package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;

/**
 * The range of values that a condition on one field allows.
 *
 * @param exact whether the range expresses the condition completely
 */
record Bounds(Object low, boolean lowIncluded, Object high, boolean highIncluded, boolean exact) {

  /** @return null if an index cannot narrow the condition */
  static Bounds of(Object condition) {
    if (!(condition instanceof Document operators)) return KeyOrder.isIndexable(condition) ? equal(condition) : null;
    Bounds found = null;
    boolean exact = true;
    for (Map.Entry<String, Object> operator : operators.entrySet()) {
      Bounds one = of(operator.getKey(), operator.getValue());
      if (one == null) exact = false;
      else if (found == null) found = one;
      else if (KeyOrder.rank(found.low) == KeyOrder.rank(one.low)) found = found.and(one);
      else return null;
    }
    return found == null || exact ? found : found.inexact();
  }

  private static Bounds of(String operator, Object value) {
    int rank = KeyOrder.rank(value);
    if (rank == KeyOrder.NO_RANK) return null;
    if (operator.equals("$eq")) return equal(value);
    if (rank == 0) return null;
    var first = new KeyOrder.Edge(rank, -1);
    var last = new KeyOrder.Edge(rank, 1);
    return switch (operator) {
      case "$gt" -> new Bounds(value, false, last, true, true);
      case "$gte" -> new Bounds(value, true, last, true, true);
      case "$lt" -> new Bounds(first, true, value, false, true);
      case "$lte" -> new Bounds(first, true, value, true, true);
      default -> null;
    };
  }

  private static Bounds equal(Object value) {
    return new Bounds(value, true, value, true, true);
  }

  boolean isOneValue() {
    return lowIncluded && highIncluded && KeyOrder.BY_VALUE.compare(low, high) == 0;
  }

  boolean contains(Bounds inner) {
    int lows = KeyOrder.BY_VALUE.compare(low, inner.low);
    int highs = KeyOrder.BY_VALUE.compare(high, inner.high);
    return (lows < 0 || lows == 0 && (lowIncluded || !inner.lowIncluded))
        && (highs > 0 || highs == 0 && (highIncluded || !inner.highIncluded));
  }

  private Bounds and(Bounds other) {
    int lows = KeyOrder.BY_VALUE.compare(low, other.low);
    int highs = KeyOrder.BY_VALUE.compare(high, other.high);
    Bounds lower = lows > 0 || lows == 0 && !lowIncluded ? this : other;
    Bounds upper = highs < 0 || highs == 0 && !highIncluded ? this : other;
    return new Bounds(lower.low, lower.lowIncluded, upper.high, upper.highIncluded, true);
  }

  private Bounds inexact() {
    return new Bounds(low, lowIncluded, high, highIncluded, false);
  }
}
