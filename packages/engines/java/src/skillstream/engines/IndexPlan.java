package skillstream.engines;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A query plan that uses one ordered index.
 *
 * @param entries the index entries to read, in the requested order if the index provides it
 * @param ordered whether the index provides the requested order, or none was requested
 * @param covered whether the index alone decides the query, so that counting needs to read no document
 */
record IndexPlan(NavigableSet<IndexEntry> entries, boolean ordered, boolean covered) implements ScanPath {
  /** Plans are compared up to this number of entries; beyond it they count as equal. */
  private static final int MAX_COMPARED = 4096;

  /**
   * @param limit the maximum number of documents; 0 or less means all
   * @return the plan that reads the fewest documents, or null if no index helps
   */
  static IndexPlan of(List<Index<Integer>> indexes, Document query, Document order, int limit) {
    List<IndexPlan> plans = indexes.stream()
        .flatMap(index -> index instanceof Ordered ordered ? Stream.of(ordered) : Stream.empty())
        .map(index -> by(index, query, order == null ? new Document() : order))
        .filter(Objects::nonNull)
        .toList();
    if (plans.size() < 2) return plans.isEmpty() ? null : plans.get(0);
    return Collections.min(plans,
        Comparator.comparingLong((IndexPlan plan) -> plan.reads(limit)).thenComparing(plan -> !plan.ordered));
  }

  @Override
  public NavigableSet<IndexEntry> after(IndexEntry last) {
    return last == null ? entries : entries.tailSet(last, false);
  }

  private long reads(int limit) {
    boolean endsEarly = ordered && covered && limit > 0;
    return entries.stream().limit(endsEarly ? Math.min(limit, MAX_COMPARED) : MAX_COMPARED).count();
  }

  private static IndexPlan by(Ordered index, Document query, Document order) {
    NavigableSet<IndexEntry> all = index.entries();
    if (all == null || !Implication.holds(query, index.partial())) return null;
    List<String> fields = index.fields();
    List<Object> equal = new ArrayList<>();
    Bounds bounds = null;
    boolean exact = true;
    for (String field : fields) {
      if (!query.containsKey(field)) break;
      bounds = Bounds.of(query.get(field));
      if (bounds == null) break;
      exact &= bounds.exact();
      if (!bounds.isOneValue()) break;
      equal.add(bounds.low());
      bounds = null;
    }
    int bound = equal.size() + (bounds == null ? 0 : 1);
    int direction = direction(order, fields, equal.size());
    if (bound == 0 && index.partial().isEmpty() && (order.isEmpty() || direction == 0)) return null;
    boolean covered = exact && query.entrySet().stream().allMatch(condition ->
        fields.subList(0, bound).contains(condition.getKey()) || index.partial().entrySet().contains(condition));
    NavigableSet<IndexEntry> entries = between(all, fields.size(), equal, bounds);
    return new IndexPlan(
        direction < 0 ? entries.descendingSet() : entries, order.isEmpty() || direction != 0, covered);
  }

  private static NavigableSet<IndexEntry> between(
      NavigableSet<IndexEntry> all, int keys, List<Object> equal, Bounds bounds) {
    List<Object> lows = new ArrayList<>(equal);
    List<Object> highs = new ArrayList<>(equal);
    if (bounds != null) {
      lows.add(bounds.low());
      highs.add(bounds.high());
    }
    IndexEntry from = bounds == null || bounds.lowIncluded()
        ? IndexEntry.before(keys, lows) : IndexEntry.after(keys, lows);
    IndexEntry to = bounds == null || bounds.highIncluded()
        ? IndexEntry.after(keys, highs) : IndexEntry.before(keys, highs);
    return from.compareTo(to) < 0 ? all.subSet(from, true, to, true) : Collections.emptyNavigableSet();
  }

  /** 1 or -1 if reading the index forwards or backwards yields this order, 0 if neither does. */
  private static int direction(Document order, List<String> fields, int bound) {
    int direction = 0;
    int next = bound;
    for (Map.Entry<String, Object> key : order.entrySet()) {
      if (fields.subList(0, bound).contains(key.getKey())) continue;
      int requested = key.getValue() instanceof Number number ? Integer.signum(number.intValue()) : 0;
      if (next == fields.size() || !fields.get(next).equals(key.getKey())) return 0;
      if (requested == 0 || direction != 0 && direction != requested) return 0;
      direction = requested;
      next++;
    }
    return direction == 0 ? 1 : direction;
  }
}
