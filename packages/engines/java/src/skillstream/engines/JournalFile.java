package skillstream.engines;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * An append-only file of entries, each with length, checksum and body. The newest bytes are buffered in memory until
 * they are flushed. Not thread-safe.
 */
final class JournalFile {
  static final int HEADER_BYTES = 8;
  private static final int TAIL_BYTES = 1 << 20;
  private final Path path;
  private FileChannel file;
  private long flushedBytes;
  private ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);

  interface Visitor {
    /** @param offset the offset of the body in the file */
    void entry(long offset, ByteBuffer body);
  }

  JournalFile(Path path) throws IOException {
    this.path = path;
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Reads all entries and truncates a partial entry that a crash left at the end. */
  void replay(Visitor visitor) throws IOException {
    long size = file.size();
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    while (flushedBytes + HEADER_BYTES <= size) {
      fill(header.clear(), flushedBytes);
      int length = header.getInt(0);
      if (length < 0 || flushedBytes + HEADER_BYTES + length > size) break;
      ByteBuffer body = fill(ByteBuffer.allocate(length), flushedBytes + HEADER_BYTES);
      if (checksum(body.array(), 0, length) != header.getInt(4)) break;
      visitor.entry(flushedBytes + HEADER_BYTES, body);
      flushedBytes += HEADER_BYTES + length;
    }
    file.truncate(flushedBytes);
  }

  /** @return the offset of the body */
  long append(byte[] body, int length) {
    if (tail.remaining() < HEADER_BYTES + length) {
      flush();
      if (tail.capacity() < HEADER_BYTES + length) tail = ByteBuffer.allocate(HEADER_BYTES + length);
    }
    tail.putInt(length).putInt(checksum(body, 0, length)).put(body, 0, length);
    return size() - length;
  }

  ByteBuffer read(long offset, int length) {
    if (offset >= flushedBytes) return ByteBuffer.wrap(tail.array(), (int) (offset - flushedBytes), length).slice();
    try {
      return fill(ByteBuffer.allocate(length), offset);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + path, e);
    }
  }

  long size() {
    return flushedBytes + tail.position();
  }

  void flush() {
    if (tail.position() == 0) return;
    try {
      for (tail.flip(); tail.hasRemaining(); ) flushedBytes += file.write(tail, flushedBytes);
    } catch (IOException e) {
      // No further write may be acknowledged: stop the process, the next start recovers from the file.
      Runtime.getRuntime().halt(1);
    }
    tail.clear();
  }

  /** Atomically replaces the old file on disk by this one. */
  void replace(JournalFile old) throws IOException {
    flush();
    file.force(true);
    old.file.close();
    Files.move(path, old.path, StandardCopyOption.ATOMIC_MOVE);
    file.close();
    old.file = FileChannel.open(old.path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    old.flushedBytes = flushedBytes;
    old.tail.clear();
  }

  private ByteBuffer fill(ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position()) < 0) throw new EOFException(path.toString());
    }
    return into.flip();
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }
}
