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
 * Documents in an append-only file, with only their places in memory (Sheehy and Smith, Bitcask, 2010). A B-tree
 * under random keys writes most of itself again at every commit; here a document is written once.
 */
final class Journal {
  private static final byte OPEN = 1;
  private static final byte PUT = 2;
  private static final byte REMOVE = 3;
  private static final byte DROP = 4;
  /** Kind, collection, slot. */
  private static final int PREFIX_BYTES = 9;
  private static final long WORTH_COMPACTING = 256L << 20;

  private final Path path;
  private final JournalFile file;
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Map<Integer, Slots> slots = new LinkedHashMap<>();
  private final ByteBuf entry = Unpooled.buffer(4096);
  private final LongAdder reads = new LongAdder();
  private int lastId = 0;
  private long liveBytes = 0;

  Journal(Path folder) throws IOException {
    Files.createDirectories(folder);
    path = folder.resolve("documents.journal");
    file = new JournalFile(path);
    file.replay(this::replayed);
    compactIfWorthIt(0);
  }

  /** Full names of the collections, "database.collection". */
  synchronized Set<String> names() {
    return Set.copyOf(ids.keySet());
  }

  /** @return the number of the collection, which is made if there is none */
  synchronized int open(String name) {
    Integer known = ids.get(name);
    if (known != null) return known;
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
    compactIfWorthIt(WORTH_COMPACTING);
  }

  synchronized void remove(int id, int slot) {
    start(REMOVE, id, slot);
    file.append(entry.array(), entry.readableBytes());
    removed(id, slot);
  }

  /** @return null when it was removed meanwhile */
  Document get(int id, int slot) {
    reads.increment();
    ByteBuffer bytes;
    synchronized (this) {
      Slots places = slots.get(id);
      if (places == null || !places.holds(slot)) return null;
      bytes = file.read(places.offset(slot), places.length(slot));
    }
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }

  /** Bytes of the document, 0 when there is none. */
  synchronized int length(int id, int slot) {
    Slots places = slots.get(id);
    return places == null || !places.holds(slot) ? 0 : places.length(slot);
  }

  /** How many documents were ever read, which is what a query without an index costs. */
  long reads() {
    return reads.sum();
  }

  synchronized int count(int id) {
    Slots places = slots.get(id);
    return places == null ? 0 : places.live();
  }

  synchronized int used(int id) {
    Slots places = slots.get(id);
    return places == null ? 0 : places.used();
  }

  synchronized long size() {
    return file.size();
  }

  /** What was written before is on file when this returns. */
  synchronized void flush() {
    file.flush();
  }

  private ByteBuf start(byte kind, int id, int slot) {
    return entry.clear().writeByte(kind).writeInt(id).writeInt(slot);
  }

  private void replayed(long offset, ByteBuffer body) {
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
    slots.computeIfAbsent(id, key -> new Slots());
  }

  private void placed(int id, int slot, long offset, int length) {
    Slots places = slots.get(id);
    if (places.holds(slot)) liveBytes -= places.length(slot);
    places.put(slot, offset, length);
    liveBytes += length;
  }

  private void removed(int id, int slot) {
    Slots places = slots.get(id);
    if (places.holds(slot)) liveBytes -= places.length(slot);
    places.remove(slot);
  }

  private void dropped(int id) {
    Slots places = slots.remove(id);
    for (int slot = 0; slot < places.used(); slot++) if (places.holds(slot)) liveBytes -= places.length(slot);
    ids.values().remove(id);
  }

  /** Writes a new file with what is live, once more than half of this one is not. */
  private void compactIfWorthIt(long from) {
    if (file.size() < from || file.size() < 2 * liveBytes + (1 << 20)) return;
    try {
      Path draft = path.resolveSibling("documents.draft");
      Files.deleteIfExists(draft);
      JournalFile compact = new JournalFile(draft);
      for (Map.Entry<String, Integer> collection : ids.entrySet()) {
        int id = collection.getValue();
        start(OPEN, id, 0).writeBytes(collection.getKey().getBytes(StandardCharsets.UTF_8));
        compact.append(entry.array(), entry.readableBytes());
        Slots places = slots.get(id);
        for (int slot = 0; slot < places.used(); slot++) {
          if (!places.holds(slot)) continue;
          start(PUT, id, slot).writeBytes(file.read(places.offset(slot), places.length(slot)));
          long offset = compact.append(entry.array(), entry.readableBytes());
          places.put(slot, offset + PREFIX_BYTES, places.length(slot));
        }
      }
      compact.replace(file);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot compact " + path, e);
    }
  }
}
