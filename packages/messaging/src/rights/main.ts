// Sets each service's rights in Kafka and exits; retries until Kafka is available. Every service's image has it: node
// packages/messaging/src/rights/main.ts, with the KAFKA_* variables of a user that may change ACLs.
import { retryForever } from '@skillstream/async';
import { engineUsers, kafkaAcls } from '@skillstream/contracts';
import { messageOf } from '@skillstream/errors';
import { createLog, kafkaAccess, silentLog } from '@skillstream/runtime';
import { createKafka } from '../kafka.ts';
import { applyRights } from './apply-rights.ts';
import { config } from './config.ts';

const log = createLog('kafka-rights', config.LOG_LEVEL);
const kafka = createKafka(config.KAFKA_BROKERS, 'kafka-rights', silentLog(), kafkaAccess(config));
const changes = await retryForever(() => applyRights(kafka, engineUsers, kafkaAcls(config.KAFKA_PREFIX)), {
  firstMs: 500,
  maxMs: 5000,
  signal: new AbortController().signal,
  onRetry: (error) => log.warn({ error: messageOf(error) }, 'rights not set yet'),
});
log.info(changes, 'every service has its rights in Kafka');
