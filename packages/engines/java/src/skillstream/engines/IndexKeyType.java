package skillstream.engines;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Keys of an index. H2 itself would compare two keys by serializing both with Java's serialization, in every
 * step of every search; keys made of strings, which are almost all of ours, need none of that.
 */
final class IndexKeyType extends BasicDataType<KeyValue> {
  private static final byte STRINGS = 1;
  private static final byte OTHER = 2;
  private static final int MEMORY_BYTES = 160;
  private final ObjectDataType other = new ObjectDataType();

  @Override
  public KeyValue[] createStorage(int size) {
    return new KeyValue[size];
  }

  @Override
  public int compare(KeyValue a, KeyValue b) {
    boolean strings = isStrings(a);
    if (strings != isStrings(b)) return strings ? -1 : 1;
    if (!strings) return other.compare(a, b);
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = ((String) a.get(i)).compareTo((String) b.get(i));
      if (order != 0) return order;
    }
    return Integer.compare(a.size(), b.size());
  }

  @Override
  public int getMemory(KeyValue key) {
    return MEMORY_BYTES;
  }

  @Override
  public void write(WriteBuffer out, KeyValue key) {
    if (!isStrings(key)) {
      other.write(out.put(OTHER), key);
      return;
    }
    out.put(STRINGS).putVarInt(key.size());
    for (Object value : key) StringDataType.INSTANCE.write(out, (String) value);
  }

  @Override
  public KeyValue read(ByteBuffer in) {
    if (in.get() == OTHER) return (KeyValue) other.read(in);
    List<String> values = new ArrayList<>();
    for (int left = DataUtils.readVarInt(in); left > 0; left--) values.add(StringDataType.INSTANCE.read(in));
    return new KeyValue(values);
  }

  private static boolean isStrings(KeyValue key) {
    for (Object value : key) if (!(value instanceof String)) return false;
    return true;
  }
}
