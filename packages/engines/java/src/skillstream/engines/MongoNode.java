package skillstream.engines;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server for the MongoDB wire protocol on the loopback interface, with a journal file as storage. */
public final class MongoNode {
  /** The interval at which writes without a durable write concern are flushed. */
  private static final int FLUSH_INTERVAL_MS = 1000;

  /** @param args the port, then the data folder */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    Journal journal = new Journal(Path.of(args[1]));
    JournalStore backend = new JournalStore(journal);
    backend.version(new Version5());
    var server = new MongoServer(backend);
    server.bind("127.0.0.1", port);
    var scheduler = Executors.newSingleThreadScheduledExecutor();
    scheduler.scheduleWithFixedDelay(journal::flush, FLUSH_INTERVAL_MS, FLUSH_INTERVAL_MS, TimeUnit.MILLISECONDS);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.shutdownNow();
      journal.flush();
    }));
    Thread.currentThread().join();
  }

  /** Current drivers refuse wire version 8, the highest that mongo-java-server announces. */
  private static final class Version5 implements MongoVersion {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 9;
    }
  }
}
