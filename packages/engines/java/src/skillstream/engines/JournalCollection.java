package skillstream.engines;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A collection whose documents are in the journal; a position is a slot there. */
final class JournalCollection extends AbstractSynchronizedMongoCollection<Integer> {
  private final Journal journal;
  private final int id;

  JournalCollection(
      MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Journal journal) {
    super(database, name, options, cursors);
    this.journal = journal;
    this.id = journal.open(getFullName());
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    QueryResult found = IndexScan.by(getIndexes(), query, this::getDocument,
        (candidates, rest) -> matchDocumentsFromStream(candidates, rest, order, skip, limit, batch, fields));
    return found != null ? found : super.queryDocuments(query, order, skip, limit, batch, fields);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    int used = journal.used(id);
    boolean backwards = isNaturalDescending(order);
    Stream<Document> all = IntStream.range(0, used)
        .mapToObj(i -> journal.get(id, backwards ? used - 1 - i : i)).filter(Objects::nonNull);
    return matchDocumentsFromStream(all, query, order, skip, limit, batch, fields);
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

  // Only for statistics that nobody here asks for: counting would measure every document at every write.
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
