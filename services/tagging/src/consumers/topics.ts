import {
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  type TopicSpec,
} from '@skillstream/contracts';
import type { TopicAdmin } from '@skillstream/messaging';

type TopicsDeps = {
  admin: TopicAdmin;
  /** Prefix of every name. */
  namespace: string;
  /** Settings of the topics that are written, when they are created. */
  partitions: number;
  /** Aborts all waits. */
  signal: AbortSignal;
};

/** The topics that tagging reads and writes. */
export const createTopics = ({ admin, namespace, partitions, signal }: TopicsDeps) => {
  const named = (spec: TopicSpec): TopicSpec => ({ ...spec, name: `${namespace}${spec.name}` });
  const [received, tagged, deadLetters] = [postingsReceived, postingsTagged, receivedDeadLetters].map(named);
  return {
    names: { received: received!.name, tagged: tagged!.name, deadLetters: deadLetters!.name },
    /** Creates the topics that are written, also when one was deleted, and repairs their settings. */
    ensure: () => admin.ensureTopics([tagged!, deadLetters!], partitions, signal),
    /** Resolves once ingestion has created the topic that is read. */
    waitForReceived: () => admin.waitForTopic(received!.name, signal),
  };
};
