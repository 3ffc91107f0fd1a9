/** Kafka headers of CloudEvents 1.0 in binary mode, plus W3C trace context and extension attributes of ours. */
export const eventHeaders = {
  specVersion: 'ce_specversion',
  id: 'ce_id',
  type: 'ce_type',
  source: 'ce_source',
  time: 'ce_time',
  subject: 'ce_subject',
  postingSource: 'ce_postingsource',
  postingVersion: 'ce_postingversion',
  acceptedTime: 'ce_acceptedtime',
  replica: 'ce_replica',
  receivedPartition: 'ce_receivedpartition',
  receivedOffset: 'ce_receivedoffset',
  receivedTime: 'ce_receivedtime',
  receivedReplica: 'ce_receivedreplica',
  /** Of a tombstone: it takes the text of a posting away, and not the posting. */
  expired: 'expired',
  contentType: 'content-type',
  traceparent: 'traceparent',
  tracestate: 'tracestate',
} as const;

/** Headers that a dead letter adds to those of the original record. */
export const deadLetterHeaders = {
  reason: 'dlq_reason',
  code: 'dlq_code',
  topic: 'dlq_topic',
  partition: 'dlq_partition',
  offset: 'dlq_offset',
  attempts: 'dlq_attempts',
  time: 'dlq_time',
  cut: 'dlq_cut',
  key: 'dlq_key',
  noValue: 'dlq_novalue',
} as const;
