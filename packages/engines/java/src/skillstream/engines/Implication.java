package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Objects;

/** Decides whether a query implies the filter of a partial index, so that the index can serve it. */
final class Implication {
  private Implication() {}

  static boolean holds(Document query, Document partial) {
    return partial.entrySet().stream().allMatch(condition -> holds(query, condition));
  }

  private static boolean holds(Document query, Map.Entry<String, Object> condition) {
    if (!query.containsKey(condition.getKey())) return false;
    Object operand = query.get(condition.getKey());
    if (Objects.equals(condition.getValue(), operand)) return true;
    Bounds inner = Bounds.of(operand);
    if (inner == null) return false;
    if (new Document("$exists", true).equals(condition.getValue())) return KeyOrder.rank(inner.low()) > 0;
    Bounds outer = Bounds.of(condition.getValue());
    return outer != null && outer.exact() && outer.contains(inner);
  }
}
