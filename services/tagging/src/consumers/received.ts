import {
  eventHeaders,
  groups,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  receivedTopicEvent,
} from '@skillstream/contracts';
import {
  createTransformRunner,
  decodeEvent,
  encodeEvent,
  isExpired,
  sightDeath,
  sightRecord,
  spanOfRecord,
  type Kafka,
  type LogRecord,
  type TopicAdmin,
} from '@skillstream/messaging';
import { replicaName, type Channel, type FaultInjection, type Log } from '@skillstream/runtime';
import { runIn, type Tracer } from '@skillstream/telemetry';
import { taggedEventOf, type PostingTagger } from '../events/tagged-event.ts';

// Fetched, decoded, tagged and sent data is in memory several times: together eight times this size.
const FETCH_BYTES = 2_097_152;
const FETCH_BYTES_PER_PARTITION = 524_288;

type ReceivedConsumerDeps = {
  kafka: Kafka;
  admin: TopicAdmin;
  tagger: PostingTagger;
  /** Creates the topics that are written, also when one was deleted. */
  makeTopics: () => Promise<void>;
  log: Log;
  tracer: Tracer;
  faultInjection: FaultInjection;
  sessionTimeoutMs: number;
  onBatch: (partition: number, records: number, seconds: number) => void;
  onDeadLetter: () => void;
  narrate: Channel['narrate'];
  sight: Channel['sight'];
  /** Called for postings once their tags are in the log. */
  onTagged: (count: number) => void;
};

/** Consumes `postings.received` and produces `postings.tagged`, in one transaction for each batch. */
export const createReceivedConsumer = (deps: ReceivedConsumerDeps) => {
  const { tagger, log, faultInjection } = deps;
  const replica = replicaName();

  const transform = (record: LogRecord) => {
    // Its text is gone, and its tags stay as they are: forwarded, it would take the posting out of the counts.
    if (isExpired(record)) return null;
    const event = decodeEvent(receivedTopicEvent, record);
    const trace = spanOfRecord(record)?.context ?? null;
    const time = record.headers[eventHeaders.time] ?? new Date(record.timestampMs).toISOString();
    const { partition, offset, timestampMs, headers } = record;
    const received = {
      ...{ partition, offset, time: new Date(timestampMs).toISOString() },
      replica: headers[eventHeaders.replica],
    };
    const acceptedTime = headers[eventHeaders.acceptedTime];
    return encodeEvent({ ...taggedEventOf(event, tagger, time, trace), acceptedTime, replica, received });
  };

  const logTagged = (record: LogRecord) => {
    const trace = spanOfRecord(record)?.context;
    if (trace?.sampled) runIn(trace, () => log.info({ postingId: record.key }, 'posting tagged'));
  };

  return createTransformRunner({
    ...deps,
    topic: postingsReceived.name,
    outputTopic: postingsTagged.name,
    deadLetterTopic: receivedDeadLetters.name,
    groupId: groups.tagging,
    maxBytes: FETCH_BYTES,
    maxBytesPerPartition: FETCH_BYTES_PER_PARTITION,
    transform,
    onWritten: (written) => {
      const tagged = written.filter(({ to }) => to === postingsTagged.name);
      const dead = written.filter(({ to }) => to !== postingsTagged.name);
      for (const { record } of tagged) {
        logTagged(record);
        sightRecord(deps.sight, 'tagged', record);
      }
      for (const { record } of dead) sightDeath(deps.sight, 'published', record);
      deps.onTagged(tagged.length);
    },
    hooks: { beforeCommit: async () => faultInjection('in-transaction') },
  });
};
