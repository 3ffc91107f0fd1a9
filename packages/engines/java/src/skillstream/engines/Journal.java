package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stores documents in an append-only file and keeps only their offsets in memory (Sheehy and Smith, Bitcask, 2010). A
 * B-tree with random keys rewrites most of its pages at every commit; here each document is written once.
 */
final class Journal {
  private static final byte OPEN = 1;
  private static final byte PUT = 2;
  private static final byte REMOVE = 3;
  private static final byte DROP = 4;
  /** The size of the entry prefix: kind, collection id, slot. */
  private static final int PREFIX_BYTES = 9;
  private static final long COMPACTION_MIN_BYTES = 256L << 20;

  private final Path path;
  private final JournalFile file;
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Map<Integer, SlotTable> slots = new LinkedHashMap<>();
  private final ByteBuf entry = Unpooled.buffer(4096);
  private final LongAdder reads = new LongAdder();
  private int lastId = 0;
  private long liveBytes = 0;

  Journal(Path folder) throws IOException {
    Files.createDirectories(folder);
    path = folder.resolve("documents.journal");
    file = new JournalFile(path);
    file.replay(this::apply);
    compactIfNeeded(0);
  }

  /** The full names of all collections, in the form "database.collection". */
  synchronized Set<String> names() {
    return Set.copyOf(ids.keySet());
  }

  /** @return the id of the collection, which is created if it does not exist */
  synchronized int open(String name) {
    Integer existing = ids.get(name);
    if (existing != null) return existing;
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int id = lastId + 1;
    start(OPEN, id, 0).writeBytes(bytes);
    file.append(entry.array(), entry.readableBytes());
    opened(id, name);
    return id;
  }

  synchronized void rename(int id, String name) {
    start(OPEN, id, 0).writeBytes(name.getBytes(StandardCharsets.UTF_8));
    file.append(entry.array(), entry.readableBytes());
    opened(id, name);
  }

  synchronized void drop(String name) {
    Integer id = ids.get(name);
    if (id == null) return;
    start(DROP, id, 0);
    file.append(entry.array(), entry.readableBytes());
    dropped(id);
  }

  synchronized int add(int id, Document document) {
    int slot = slots.get(id).used();
    put(id, slot, document);
    return slot;
  }

  synchronized void put(int id, int slot, Document document) {
    BsonEncoder.encodeDocument(document, start(PUT, id, slot));
    int length = entry.readableBytes();
    long offset = file.append(entry.array(), length);
    placed(id, slot, offset + PREFIX_BYTES, length - PREFIX_BYTES);
    compactIfNeeded(COMPACTION_MIN_BYTES);
  }

  synchronized void remove(int id, int slot) {
    start(REMOVE, id, slot);
    file.append(entry.array(), entry.readableBytes());
    removed(id, slot);
  }

  /** @return null if the document has been removed in the meantime */
  Document get(int id, int slot) {
    reads.increment();
    ByteBuffer bytes;
    synchronized (this) {
      SlotTable table = slots.get(id);
      if (table == null || !table.holds(slot)) return null;
      bytes = file.read(table.offset(slot), table.length(slot));
    }
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  /** The size of the document in bytes; 0 if there is none. */
  synchronized int length(int id, int slot) {
    SlotTable table = slots.get(id);
    return table == null || !table.holds(slot) ? 0 : table.length(slot);
  }

  /** The number of documents read since start, a measure of the cost of queries without an index. */
  long reads() {
    return reads.sum();
  }

  synchronized int count(int id) {
    SlotTable table = slots.get(id);
    return table == null ? 0 : table.live();
  }

  synchronized int used(int id) {
    SlotTable table = slots.get(id);
    return table == null ? 0 : table.used();
  }

  synchronized long size() {
    return file.size();
  }

  /** Writes all buffered entries to the file before it returns. */
  synchronized void flush() {
    file.flush();
  }

  private ByteBuf start(byte kind, int id, int slot) {
    return entry.clear().writeByte(kind).writeInt(id).writeInt(slot);
  }

  private void apply(long offset, ByteBuffer body) {
    byte kind = body.get();
    int id = body.getInt();
    int slot = body.getInt();
    switch (kind) {
      case OPEN -> opened(id, StandardCharsets.UTF_8.decode(body).toString());
      case PUT -> placed(id, slot, offset + PREFIX_BYTES, body.remaining());
      case REMOVE -> removed(id, slot);
      case DROP -> dropped(id);
      default -> throw new IllegalStateException(path + ": unknown entry " + kind + " at " + offset);
    }
  }

  private void opened(int id, String name) {
    lastId = Math.max(lastId, id);
    ids.values().remove(id);
    ids.put(name, id);
    slots.computeIfAbsent(id, key -> new SlotTable());
  }

  private void placed(int id, int slot, long offset, int length) {
    SlotTable table = slots.get(id);
    if (table.holds(slot)) liveBytes -= table.length(slot);
    table.put(slot, offset, length);
    liveBytes += length;
  }

  private void removed(int id, int slot) {
    SlotTable table = slots.get(id);
    if (table.holds(slot)) liveBytes -= table.length(slot);
    table.remove(slot);
  }

  private void dropped(int id) {
    SlotTable table = slots.remove(id);
    for (int slot = 0; slot < table.used(); slot++) if (table.holds(slot)) liveBytes -= table.length(slot);
    ids.values().remove(id);
  }

  /** Rewrites the file with live documents only, once more than half of it is garbage. */
  private void compactIfNeeded(long minBytes) {
    if (file.size() < minBytes || file.size() < 2 * liveBytes + (1 << 20)) return;
    try {
      Path draft = path.resolveSibling("documents.draft");
      Files.deleteIfExists(draft);
      JournalFile compact = new JournalFile(draft);
      for (Map.Entry<String, Integer> collection : ids.entrySet()) {
        int id = collection.getValue();
        start(OPEN, id, 0).writeBytes(collection.getKey().getBytes(StandardCharsets.UTF_8));
        compact.append(entry.array(), entry.readableBytes());
        SlotTable table = slots.get(id);
        for (int slot = 0; slot < table.used(); slot++) {
          if (!table.holds(slot)) continue;
          start(PUT, id, slot).writeBytes(file.read(table.offset(slot), table.length(slot)));
          long offset = compact.append(entry.array(), entry.readableBytes());
          table.put(slot, offset + PREFIX_BYTES, table.length(slot));
        }
      }
      compact.replace(file);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot compact " + path, e);
    }
  }
}
