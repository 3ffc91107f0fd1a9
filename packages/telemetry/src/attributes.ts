// Names of the semantic conventions of OpenTelemetry, as the pinned version has them; a test compares them with it.
// The package itself is some megabytes of names that are not used here, and its messaging part is still "Development".

export const ERROR_TYPE = 'error.type';

/** Of a request that a service answers, or sends. */
export const http = {
  method: 'http.request.method',
  status: 'http.response.status_code',
  route: 'http.route',
  path: 'url.path',
  scheme: 'url.scheme',
  serverAddress: 'server.address',
  serverPort: 'server.port',
} as const;

/** Of a call to MongoDB or Redis. */
export const db = {
  system: 'db.system.name',
  operation: 'db.operation.name',
  collection: 'db.collection.name',
  batchSize: 'db.operation.batch.size',
} as const;

/** Of records that are sent or processed. */
export const messaging = {
  system: 'messaging.system',
  destination: 'messaging.destination.name',
  partition: 'messaging.destination.partition.id',
  operation: 'messaging.operation.name',
  operationType: 'messaging.operation.type',
  group: 'messaging.consumer.group.name',
  batchCount: 'messaging.batch.message_count',
  offset: 'messaging.kafka.offset',
  key: 'messaging.kafka.message.key',
  tombstone: 'messaging.kafka.message.tombstone',
} as const;

/** Our own, where the conventions have no name. */
export const own = {
  postingId: 'skillstream.posting.id',
  postingVersion: 'skillstream.posting.version',
  republished: 'skillstream.posting.republished',
  deadLetter: 'skillstream.dead_letter',
  cache: 'skillstream.cache.result',
} as const;
