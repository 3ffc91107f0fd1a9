import {
  DELETE_RETENTION_MS,
  MAX_COMPACTION_LAG_MS,
  MIN_COMPACTION_LAG_MS,
  SEGMENT_MS,
  type TopicSpec,
} from '@skillstream/contracts';
import { BROKER_BATCH_BYTES } from './split-by-bytes.ts';

export type TopicConfig = Record<string, string>;

/**
 * The settings that a topic must have.
 * @param replicas copies of the topic in the cluster; with 3 or more, 2 of them must have a write
 */
export const wantedConfig = (replicas: number): TopicConfig => ({
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': String(MIN_COMPACTION_LAG_MS),
  'max.compaction.lag.ms': String(MAX_COMPACTION_LAG_MS),
  'segment.ms': String(SEGMENT_MS),
  'delete.retention.ms': String(DELETE_RETENTION_MS),
  ...(replicas >= 3 ? { 'min.insync.replicas': '2' } : {}),
  // Kafka's own default, set on the topic: so a cluster with other defaults accepts every record that is sent, too.
  'max.message.bytes': String(BROKER_BATCH_BYTES),
});

/** Of a topic that is kept: nothing in it ever goes. */
const KEPT: TopicConfig = { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' };

/** Whether a topic of dead letters is of an earlier release: its letters have other keys, and are to be migrated. */
export const isUnmigrated = ({ cleanup }: TopicSpec, present: TopicConfig): boolean =>
  cleanup === 'letters' && present['cleanup.policy'] === 'delete';

/**
 * The settings that an existing topic must have. Letters of an earlier release have other keys, or none: compaction
 * would take some of them away, so their topic stays as it was until it is migrated.
 */
export const wantedOfPresent = (spec: TopicSpec, replicas: number, present: TopicConfig): TopicConfig =>
  isUnmigrated(spec, present) ? { ...wantedConfig(replicas), ...KEPT } : wantedConfig(replicas);

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
