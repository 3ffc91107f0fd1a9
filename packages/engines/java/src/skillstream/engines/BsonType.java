package skillstream.engines;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the H2 file as BSON: several times faster and smaller than Java serialization. */
final class BsonType extends BasicDataType<Document> {
  /** What an object, and an entry of a document around its value, take in memory, in bytes, roughly. */
  private static final int OBJECT_BYTES = 40;

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }

  @Override
  public int compare(Document a, Document b) {
    throw new UnsupportedOperationException("documents are values, never keys");
  }

  /**
   * H2 cuts pages and keeps its cache within bounds by this. Too low a guess fills the heap, and makes pages
   * of so many documents that each update writes a hundred kilobytes.
   */
  @Override
  public int getMemory(Document document) {
    return memoryOf(document);
  }

  private static int memoryOf(Object value) {
    int bytes = OBJECT_BYTES;
    if (value instanceof String text) bytes += text.length();
    else if (value instanceof Document document)
      for (Object part : document.values()) bytes += OBJECT_BYTES + memoryOf(part);
    else if (value instanceof Iterable<?> list) for (Object part : list) bytes += memoryOf(part);
    return bytes;
  }

  @Override
  public void write(WriteBuffer out, Document document) {
    ByteBuf buffer = Unpooled.buffer(1024);
    BsonEncoder.encodeDocument(document, buffer);
    out.putVarInt(buffer.readableBytes()).put(buffer.nioBuffer());
  }

  @Override
  public Document read(ByteBuffer in) {
    byte[] bytes = new byte[DataUtils.readVarInt(in)];
    in.get(bytes);
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
