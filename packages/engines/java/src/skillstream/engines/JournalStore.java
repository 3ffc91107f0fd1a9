package skillstream.engines;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;

/** Databases in one journal. A write that asks for durability is on file before it is acknowledged. */
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
    Document answer = super.handleCommand(channel, database, command, query);
    if (asksForDurability(command, query)) journal.flush();
    return answer;
  }

  // Drivers send no write concern with a drop, whatever they are told.
  private static boolean asksForDurability(String command, Document query) {
    if (command.startsWith("drop")) return true;
    if (!(query.get("writeConcern") instanceof Document concern)) return false;
    return "majority".equals(concern.get("w")) || Boolean.TRUE.equals(concern.get("j"));
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Document hello = Hello.answer(message, this);
    return hello != null ? hello : super.handleMessage(message);
  }
}
