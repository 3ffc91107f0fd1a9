package skillstream.engines;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;

/** Databases in one journal. A write with a durable write concern is flushed before it is acknowledged. */
final class JournalStore extends AbstractMongoBackend {
  private final Journal journal;

  JournalStore(Journal journal) {
    this.journal = journal;
    for (String name : journal.names()) resolveDatabase(name.substring(0, name.indexOf('.')));
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new JournalDatabase(name, getCursorRegistry(), journal);
  }

  @Override
  public Document getServerStatus() {
    return super.getServerStatus().append("documentsRead", journal.reads());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Document reply = super.handleCommand(channel, database, command, query);
    if (requiresDurability(command, query)) journal.flush();
    return reply;
  }

  // Drivers send no write concern with a drop, whatever is configured.
  private static boolean requiresDurability(String command, Document query) {
    if (command.startsWith("drop")) return true;
    if (!(query.get("writeConcern") instanceof Document concern)) return false;
    return "majority".equals(concern.get("w")) || Boolean.TRUE.equals(concern.get("j"));
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Document hello = Hello.reply(message, this);
    return hello != null ? hello : super.handleMessage(message);
  }
}
