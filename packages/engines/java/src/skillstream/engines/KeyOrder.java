package skillstream.engines;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** The order of values in an index: by BSON type as in MongoDB, then by value. Null and missing are equal. */
final class KeyOrder implements Comparator<Object> {
  static final KeyOrder BY_VALUE = new KeyOrder();
  /** The rank of values that the index does not support: lists, documents, decimals, NaN and rarer types. */
  static final int NO_RANK = -1;
  private static final int LAST_RANK = 100;

  /** A bound that sorts before (side -1) or after (side 1) all values of one type. */
  record Edge(int ofRank, int side) {
    static final Edge FIRST = new Edge(NO_RANK, -1);
    static final Edge LAST = new Edge(LAST_RANK, 1);
  }

  private KeyOrder() {}

  static int rank(Object value) {
    if (Missing.isNullOrMissing(value)) return 0;
    if (value instanceof String) return 2;
    if (value instanceof Number) return value instanceof Decimal128 || value.equals(Double.NaN) ? NO_RANK : 1;
    if (value instanceof BinData) return 5;
    if (value instanceof UUID) return 6;
    if (value instanceof ObjectId) return 7;
    if (value instanceof Boolean) return 8;
    if (value instanceof Instant) return 9;
    return value instanceof Edge edge ? edge.ofRank : NO_RANK;
  }

  static boolean isIndexable(Object value) {
    return rank(value) != NO_RANK;
  }

  @Override
  public int compare(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) return x.compareTo(y);
    int byType = Integer.compare(rank(a), rank(b));
    if (byType != 0 || rank(a) == 0) return byType;
    if (a instanceof Edge x) return b instanceof Edge y ? Integer.compare(x.side, y.side) : x.side;
    if (b instanceof Edge y) return -y.side;
    if (a instanceof Number x) return compareNumbers(x, (Number) b);
    return ValueComparator.asc().compare(a, b);
  }

  // Different 64-bit integers may round to the same double, so equal doubles are compared by their digits.
  private static int compareNumbers(Number a, Number b) {
    int rounded = Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    if (rounded != 0 || a.equals(b) || Double.isInfinite(a.doubleValue())) return rounded;
    return digits(a).compareTo(digits(b));
  }

  private static BigDecimal digits(Number value) {
    return value instanceof Double || value instanceof Float
        ? new BigDecimal(value.doubleValue())
        : BigDecimal.valueOf(value.longValue());
  }
}
