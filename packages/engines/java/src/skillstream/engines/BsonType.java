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
  /** A guess in bytes that H2's cache counts with; measuring each document would cost an encoding. */
  private static final int MEMORY_BYTES = 512;

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }

  @Override
  public int compare(Document a, Document b) {
    throw new UnsupportedOperationException("documents are values, never keys");
  }

  @Override
  public int getMemory(Document document) {
    return MEMORY_BYTES;
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
