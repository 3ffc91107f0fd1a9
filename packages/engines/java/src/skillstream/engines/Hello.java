package skillstream.engines;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/** Handles the hello command: mongo-java-server implements the handshake only under its old name, isMaster. */
final class Hello {
  private Hello() {}

  /** @return the reply to a hello command, or null for any other message */
  static Document reply(MongoMessage message, MongoBackend backend) {
    Document query = message.getDocument();
    if (!query.keySet().iterator().next().equalsIgnoreCase("hello")) return null;
    return backend
        .handleCommand(message.getChannel(), message.getDatabaseName(), "ismaster", query)
        .append("isWritablePrimary", true);
  }
}
