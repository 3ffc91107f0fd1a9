package skillstream.engines;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A collection whose documents are stored in the journal; a position is a slot of the journal. */
final class JournalCollection extends AbstractSynchronizedMongoCollection<Integer> {
  private final Journal journal;
  private final CursorRegistry cursors;
  private final int id;
  /** True while the database is being opened: a single pass over the documents then fills all indexes. */
  private boolean opening;

  /** @param opening whether indexes are only registered, and filled by {@link #opened()} */
  JournalCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
      Journal journal, boolean opening) {
    super(database, name, options, cursors);
    this.journal = journal;
    this.cursors = cursors;
    this.id = journal.open(getFullName());
    this.opening = opening;
  }

  void opened() {
    fill(getIndexes());
    opening = false;
  }

  @Override
  protected synchronized QueryResult queryDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    QueryResult found = IndexScan.by(getIndexes(), query, this::getDocument,
        (candidates, rest) -> matchDocumentsFromStream(candidates, rest, order, skip, limit, batch, fields));
    if (found != null) return found;
    boolean natural = deriveComparator(order) == null && order != null && !order.isEmpty();
    IndexPlan plan = natural ? null : IndexPlan.of(getIndexes(), query, order, limit > 0 ? skip + limit : 0);
    if (plan == null) return matchDocuments(query, order, skip, limit, batch, fields);
    if (plan.ordered()) return scan(plan, query, skip, limit, batch, fields);
    return matchDocumentsFromStream(documentsAt(plan), query, order, skip, limit, batch, fields);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    ScanPath all = new NaturalPath(journal.used(id), isNaturalDescending(order));
    if (deriveComparator(order) == null) return scan(all, query, skip, limit, batch, fields);
    return matchDocumentsFromStream(documentsAt(all), query, order, skip, limit, batch, fields);
  }

  private Stream<Document> documentsAt(ScanPath path) {
    return StreamSupport.stream(path.after(null).spliterator(), false)
        .map(entry -> getDocument(entry.slot())).filter(Objects::nonNull);
  }

  private QueryResult scan(ScanPath path, Document query, int skip, int limit, int batch, Document fields) {
    var scan = new BatchedScan(cursors.generateCursorId(), new Matches(query, fields), this, path, skip, limit);
    List<Document> first = new ArrayList<>(scan.takeDocuments(batch));
    // Without a batch size, return everything at once: updates and deletions do not fetch further batches.
    while (batch <= 0 && !scan.isEmpty()) first.addAll(scan.takeDocuments(0));
    if (scan.isEmpty()) return new QueryResult(first);
    cursors.add(scan);
    return new QueryResult(first, scan);
  }

  private final class Matches implements BatchedScan.Documents {
    private final Document query;
    private final Document fields;

    Matches(Document query, Document fields) {
      this.query = query;
      this.fields = fields;
    }

    @Override
    public Document match(int slot) {
      Document document = getDocument(slot);
      return document != null && documentMatchesQuery(document, query) ? document : null;
    }

    @Override
    public int bytes(int slot) {
      return journal.length(id, slot);
    }

    @Override
    public List<Document> project(List<Document> documents) {
      return matchDocumentsFromStream(documents.stream(), new Document(), null, 0, 0, 0, fields).collectDocuments();
    }
  }

  @Override
  public synchronized int count(Document query, int skip, int limit) {
    IndexPlan plan = query == null || query.isEmpty() ? null : IndexPlan.of(getIndexes(), query, null, limit);
    if (plan == null || !plan.covered()) return super.count(query, skip, limit);
    return (int) plan.entries().stream().skip(skip).limit(limit > 0 ? limit : Integer.MAX_VALUE).count();
  }

  /** @return the complete result of a pipeline that an index alone can answer, otherwise null */
  synchronized List<Document> count(List<Document> pipeline, Object hint) {
    IndexCount plan = IndexCount.of(pipeline, hint);
    return plan == null ? null : plan.run(getIndexes());
  }

  /** Fills the index in one pass over the documents; mongo-java-server would make two. */
  @Override
  public synchronized void addIndex(Index<Integer> index) {
    if (opening) {
      getIndexes().add(index);
      return;
    }
    if (getIndexes().stream().noneMatch(existing -> existing.getName().equals(index.getName()))) fill(List.of(index));
    super.addIndex(index);
  }

  private void fill(List<Index<Integer>> indexes) {
    if (indexes.isEmpty()) return;
    try {
      streamAllDocumentsWithPosition().forEach(found -> {
        for (Index<Integer> index : indexes) index.add(found.getDocument(), found.getPosition(), this);
      });
    } catch (MongoServerError e) {
      throw new IndexBuildFailedException(e, this);
    }
  }

  @Override
  public synchronized void removeDocument(Document document) {
    Integer slot = getIndexes().stream()
        .filter(Index::isUnique).map(index -> index.getPosition(document)).filter(Objects::nonNull)
        .findFirst().orElse(null);
    for (Index<Integer> index : getIndexes())
      if (slot != null && index instanceof OrderedIndex ordered) ordered.remove(document, slot);
    super.removeDocument(document);
  }

  @Override
  protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
    return IntStream.range(0, journal.used(id)).boxed().mapMulti((slot, found) -> {
      Document document = journal.get(id, slot);
      if (document != null) found.accept(new DocumentWithPosition<>(document, slot));
    });
  }

  @Override
  protected Integer addDocumentInternal(Document document) {
    return journal.add(id, document);
  }

  @Override
  protected void handleUpdate(Integer slot, Document before, Document after) {
    journal.put(id, slot, after);
  }

  @Override
  protected Document getDocument(Integer slot) {
    return journal.get(id, slot);
  }

  @Override
  protected void removeDocument(Integer slot) {
    journal.remove(id, slot);
  }

  @Override
  public int count() {
    return journal.count(id);
  }

  @Override
  public void renameTo(MongoDatabase database, String name) {
    super.renameTo(database, name);
    journal.rename(id, getFullName());
  }

  // Needed only for statistics that nothing reads here; tracking would measure every document on every write.
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
