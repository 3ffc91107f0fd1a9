import {
  pipelineEvent,
  pipelineState,
  sighting,
  sightingStages,
  type PipelineEvent,
  type PipelineState,
  type Sighting,
} from '@skillstream/contracts';

const PARTITIONS = 12;
/** What a busy platform shows each second, beside one snapshot. */
const EVENTS = 2;
const POSTINGS = 8;
export const MESSAGES_A_SECOND = 1 + EVENTS + POSTINGS * sightingStages.length;

const services = ['gateway', 'ingestion', 'tagging', 'analytics'] as const;
const groups = [
  ['postings.received.v1', 'tagging', 'tagging'],
  ['postings.tagged.v1', 'analytics-views-v6', 'analytics'],
  ['postings.tagged.v1', 'analytics-facts', 'analytics'],
] as const;
// The last one of each service is another every ten minutes, as where replicas are replaced.
const replicasOf = (service: string, second: number) => [
  ...[`${service}-0`, `${service}-1`],
  `${service}-${2 + Math.floor(second / 600)}`,
];

/** The state of a busy platform at a second; `step` is what its ledger has counted. */
export const snapshotAt = (second: number, at: string, step: number): PipelineState => ({
  ...{ at, via: 'redis' },
  services: services.map((service) => ({
    service,
    rates: { inPerSecond: 100 + (second % 7), outPerSecond: 99 + (second % 5) },
    replicas: replicasOf(service, second).map((replica, i) => ({
      ...{ replica, gone: false, ageSeconds: 0.5 },
      snapshot: {
        ...{
          service,
          replica,
          version: '0.1.0',
          startedAt: at,
          at,
          consumers: [],
          deadLetters: 0,
          dropped: 0,
        },
        rates: { inPerSecond: 33 + i, outPerSecond: 33 },
      },
    })),
  })),
  topics: groups.map(([topic, group, service]) => ({
    topic,
    consumers: [
      {
        ...{ group, service, recordsPerSecond: 100, lag: second % 50, oldestSeconds: 0.2 },
        partitions: Array.from({ length: PARTITIONS }, (_, partition) => ({
          ...{ partition, owner: replicasOf(service, second)[partition % 3]!, ageSeconds: 0.5 },
          ...{ position: second * POSTINGS, end: second * POSTINGS + 4, lag: 4, oldestSeconds: 0.2 },
        })),
      },
    ],
  })),
  ledger: {
    total: {
      ...{ source: '(total)', accepted: step, pending: 0, inFlight: 0, counted: step },
      ...{ deadLettered: 0, retracted: 0, missing: 0 },
    },
    ...{ idle: false, balanced: true },
  },
});

const eventsAt = (second: number, at: string): PipelineEvent[] =>
  Array.from({ length: EVENTS }, (_, i) => ({
    ...{ id: `event-${second}-${i}`, at, service: 'tagging', replica: replicasOf('tagging', second)[i]! },
    ...{
      type: 'batch.dropped',
      group: 'tagging',
      topic: 'postings.received.v1',
      partition: second % PARTITIONS,
    },
    ...{ from: second, to: second + 10, reason: `the broker of second ${second} left` },
  }));

const sightingsAt = (second: number, at: string): Sighting[] =>
  Array.from({ length: POSTINGS }, (_, i) => `sample.${second}-${i}`).flatMap((postingId) =>
    sightingStages.map((stage) => ({
      ...{ id: `${postingId}-${stage}`, at, service: 'analytics', replica: 'analytics-0' },
      ...{ stage, postingId, version: 1, topic: 'postings.tagged.v1', partition: 3, offset: second },
    })),
  );

const frame = (kind: string, value: object) => `event: ${kind}\ndata: ${JSON.stringify(value)}\n\n`;

/**
 * What the stream brings in so many seconds of a busy day, as the gateway writes it.
 * @param step counted by the ledger of each snapshot, so that it is seen when the page has read them all
 * @param nowMs what the page's clock says
 */
export const busySeconds = (from: number, seconds: number, step: number, nowMs: number): string => {
  let text = '';
  for (let second = from; second < from + seconds; second += 1) {
    const at = new Date(nowMs).toISOString();
    for (const one of sightingsAt(second, at)) text += frame('sighting', one);
    for (const one of eventsAt(second, at)) text += frame('event', one);
    text += frame('snapshot', snapshotAt(second, at, step));
  }
  return text;
};

/** Checks that all of it is what the gateway may send. @throws ZodError where it is not */
export const checkBusySecond = (): void => {
  const at = new Date(0).toISOString();
  pipelineState.parse(snapshotAt(1, at, 1));
  for (const one of eventsAt(1, at)) pipelineEvent.parse(one);
  for (const one of sightingsAt(1, at)) sighting.parse(one);
};
