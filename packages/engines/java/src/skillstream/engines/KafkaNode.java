package skillstream.engines;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka process in combined mode (broker and controller), standalone or in a cluster. The first start formats its
 * log directory in the same JVM: a second JVM for the storage tool would cost seconds.
 */
public final class KafkaNode {
  /** @param args the path of a server.properties file, and the cluster id if several nodes form a cluster */
  public static void main(String[] args) throws Exception {
    var properties = new Properties();
    try (var in = new FileInputStream(args[0])) {
      properties.load(in);
    }
    Path meta = Path.of(properties.getProperty("log.dirs"), "meta.properties");
    if (!Files.exists(meta)) {
      String clusterId = args.length > 1 ? args[1] : Uuid.randomUuid().toString();
      String[] format = {"format", "--config", args[0], "--cluster-id", clusterId};
      int code = StorageTool.execute(format, System.out);
      if (code != 0) System.exit(code);
    }
    Kafka.main(new String[] {args[0]});
  }
}
