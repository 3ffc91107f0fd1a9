package skillstream.engines;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A server for MongoDB's wire protocol on this machine only, over an H2 file or in memory. */
public final class MongoNode {
  /** @param args port, then the data folder or the word "memory" */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    AbstractMongoBackend backend = args[1].equals("memory") ? new MemoryStore() : onDisk(Path.of(args[1]));
    backend.version(new Version5());
    var server = new MongoServer(backend);
    server.bind("127.0.0.1", port);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    Thread.currentThread().join();
  }

  private static DiskStore onDisk(Path folder) throws Exception {
    Files.createDirectories(folder);
    MVStore store = new MVStore.Builder().fileName(folder.resolve("documents.mv.db").toString()).cacheSize(64).pageSplitSize(4096).open();
    // What asks for no durability is on file after this many milliseconds.
    store.setAutoCommitDelay(1000);
    return new DiskStore(store);
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
