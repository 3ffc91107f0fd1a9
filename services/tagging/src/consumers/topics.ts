import {
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  type TopicSpec,
} from '@skillstream/contracts';
import type { TopicAdmin } from '@skillstream/messaging';

type TopicsDeps = {
  admin: TopicAdmin;
  /** Before every name. */
  namespace: string;
  /** Of the topics that are written, when they are created. */
  partitions: number;
  /** Ends all waiting. */
  signal: AbortSignal;
};

/** The topics that tagging reads and writes. */
export const createTopics = ({ admin, namespace, partitions, signal }: TopicsDeps) => {
  const named = (spec: TopicSpec): TopicSpec => ({ ...spec, name: `${namespace}${spec.name}` });
  const [received, tagged, deadLetters] = [postingsReceived, postingsTagged, receivedDeadLetters].map(named);
  return {
    names: { received: received!.name, tagged: tagged!.name, deadLetters: deadLetters!.name },
    /** Makes those that are written, again when one is gone, and repairs their settings. */
    ensure: () => admin.ensureTopics([tagged!, deadLetters!], partitions, signal),
    /** Ends once ingestion has made the topic that is read. */
    waitForReceived: () => admin.waitForTopic(received!.name, signal),
  };
};
