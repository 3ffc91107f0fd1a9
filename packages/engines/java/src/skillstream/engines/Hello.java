package skillstream.engines;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/** mongo-java-server knows the handshake only by its old name, isMaster. */
final class Hello {
  private Hello() {}

  /** @return the answer to a hello, or null for any other message */
  static Document answer(MongoMessage message, MongoBackend backend) {
    Document query = message.getDocument();
    if (!query.keySet().iterator().next().equalsIgnoreCase("hello")) return null;
    return backend
        .handleCommand(message.getChannel(), message.getDatabaseName(), "ismaster", query)
        .append("isWritablePrimary", true);
  }
}
