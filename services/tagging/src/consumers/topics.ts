import { postingsReceived, postingsTagged, receivedDeadLetters } from '@skillstream/contracts';
import type { TopicAdmin } from '@skillstream/messaging';

type TopicsDeps = {
  admin: TopicAdmin;
  /** Settings of the topics that are written, when they are created. */
  partitions: number;
  /** Aborts all waits. */
  signal: AbortSignal;
};

/** The topics that tagging reads and writes. */
export const createTopics = ({ admin, partitions, signal }: TopicsDeps) => {
  return {
    /** Creates the topics that are written, also when one was deleted, and repairs their settings. */
    ensure: () => admin.ensureTopics([postingsTagged, receivedDeadLetters], partitions, signal),
    /** Resolves once ingestion has created the topic that is read. */
    waitForReceived: () => admin.waitForTopic(postingsReceived.name, signal),
  };
};
