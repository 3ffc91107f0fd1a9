package skillstream.engines;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server for MongoDB's wire protocol on this machine only, over a journal in one file. */
public final class MongoNode {
  /** What asks for no durability is on file after this long. */
  private static final int LAZY_MS = 1000;

  /** @param args port, then the data folder */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    Journal journal = new Journal(Path.of(args[1]));
    JournalStore backend = new JournalStore(journal);
    backend.version(new Version5());
    var server = new MongoServer(backend);
    server.bind("127.0.0.1", port);
    var clock = Executors.newSingleThreadScheduledExecutor();
    clock.scheduleWithFixedDelay(journal::flush, LAZY_MS, LAZY_MS, TimeUnit.MILLISECONDS);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.shutdownNow();
      journal.flush();
    }));
    Thread.currentThread().join();
  }

  /** Drivers of today refuse wire version 8, the highest that mongo-java-server knows by itself. */
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
