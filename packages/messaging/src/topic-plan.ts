import { DELETE_RETENTION_MS, MIN_COMPACTION_LAG_MS, type TopicSpec } from '@skillstream/contracts';

import { BROKER_BATCH_BYTES } from './split-by-bytes.ts';

export type TopicConfig = Record<string, string>;

/**
 * The settings that a topic must have.
 * @param replicas copies of the topic in the cluster; with 3 or more, 2 of them must have a write
 */
export const wantedConfig = (spec: TopicSpec, replicas: number): TopicConfig => ({
  ...(spec.cleanup === 'compact'
    ? {
        'cleanup.policy': 'compact',
        'min.compaction.lag.ms': String(MIN_COMPACTION_LAG_MS),
        'delete.retention.ms': String(DELETE_RETENTION_MS),
      }
    : { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' }),
  ...(replicas >= 3 ? { 'min.insync.replicas': '2' } : {}),
  // Kafka's own default, set on the topic: so a cluster with other defaults accepts every record that is sent, too.
  'max.message.bytes': String(BROKER_BATCH_BYTES),
});

/** The settings that differ from what they must be; all of them can be repaired. */
export const configRepairs = (wanted: TopicConfig, present: TopicConfig): TopicConfig =>
  Object.fromEntries(Object.entries(wanted).filter(([name, value]) => present[name] !== value));

/** A setting as Kafka describes it. */
export type PresentSetting = { configName: string; configValue: string | null; configSource: number };

// ConfigSource of the protocol: set on the topic itself, not inherited from the broker.
const OF_THE_TOPIC = 1;

/**
 * Everything to send to repair a topic: AlterConfigs replaces all settings that a topic has of its own, so those that
 * an operator added are included.
 */
export const repairedConfig = (wanted: TopicConfig, present: PresentSetting[]): TopicConfig => ({
  ...Object.fromEntries(
    present
      .filter(({ configSource, configValue }) => configSource === OF_THE_TOPIC && configValue !== null)
      .map(({ configName, configValue }) => [configName, configValue!]),
  ),
  ...wanted,
});
