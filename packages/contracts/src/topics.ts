/** The settings of a topic; the service that writes it creates and checks it. */
export type TopicSpec = {
  name: string;
  /**
   * `compact` for everything keyed by posting; `letters` for dead letters, compacted as well, and keyed by topic,
   * partition and offset of the original: a topic of an earlier release is kept as it is until it is migrated.
   */
  cleanup: 'compact' | 'letters';
  description: string;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a reader may pause before compaction can have removed a tombstone that it has not read. */
export const DELETE_RETENTION_MS = 30 * DAY_MS;
export const MIN_COMPACTION_LAG_MS = HOUR_MS;
/**
 * Kafka compacts closed segments alone, and by default one may stay open for a week, and a log half superseded for
 * good. With these, text that a tombstone has superseded is gone two days later (docs/privacy.md).
 */
export const SEGMENT_MS = DAY_MS;
export const MAX_COMPACTION_LAG_MS = DAY_MS;
export const DEFAULT_TOPIC_PARTITIONS = 12;

export const postingsReceived: TopicSpec = {
  name: 'postings.received.v1',
  cleanup: 'compact',
  description:
    'Every posting at its latest version, as accepted by ingestion; a tombstone is a retraction, or with the header ' +
    '`expired` the end of its text.',
};

export const postingsTagged: TopicSpec = {
  name: 'postings.tagged.v1',
  cleanup: 'compact',
  description:
    'Every posting at its latest version with its attributes and tags; the only input of analytics.',
};

/**
 * The dead-letter topic of one consumer group of one topic.
 * @param topic the topic's name
 * @param group the consumer group's name
 */
export const deadLetterTopic = (topic: string, group: string): TopicSpec => ({
  name: `${topic}.${group}.dlq`,
  cleanup: 'letters',
  description: `Records of ${topic} that ${group} could not process: the original bytes, and the reason.`,
});

/** Consumer groups, each named after the service (and projection) that reads. */
export const groups = { tagging: 'tagging', views: 'analytics-views-v6', facts: 'analytics-facts' } as const;

/** The relay's transactional id, the same for all replicas; its lease in MongoDB is called the same. */
export const RELAY_ID = 'ingestion-relay';

/** What the groups begin with in which a tool or a verification reads a topic once; they are deleted afterwards. */
export const ONE_READ_GROUPS = 'skillstream-read-';

/** The dead-letter topic of analytics: one dead letter for both projections, not one for each. */
export const taggedDeadLetters = deadLetterTopic(postingsTagged.name, 'analytics');
export const receivedDeadLetters = deadLetterTopic(postingsReceived.name, groups.tagging);
