import { describe, expect, test } from '@jest/globals';
import { postingsTagged, receivedDeadLetters } from '@skillstream/contracts';
import { configRepairs, repairedConfig, wantedConfig, wantedOfPresent } from './topic-plan.ts';

const everyTopic = { 'max.message.bytes': '1048588' };
const compacted = {
  ...everyTopic,
  'cleanup.policy': 'compact',
  'min.compaction.lag.ms': '3600000',
  'max.compaction.lag.ms': '86400000',
  'segment.ms': '86400000',
  'delete.retention.ms': '2592000000',
};

describe('the settings that a topic must have', () => {
  test.each([1, 2])(
    'compacted, readers may stop for 30 days; with %i copies one must have a write',
    (copies) => {
      expect(wantedConfig(copies)).toEqual(compacted);
    },
  );

  test.each([3, 5])('with %i copies two must have a write', (copies) => {
    expect(wantedConfig(copies)).toEqual({ ...compacted, 'min.insync.replicas': '2' });
  });

  test.each([
    ['a topic of postings is compacted, whatever it was', postingsTagged, 'delete', compacted],
    ['compacted dead letters stay it', receivedDeadLetters, 'compact', compacted],
    [
      'dead letters of an earlier release stay what they are',
      receivedDeadLetters,
      'delete',
      { ...compacted, 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' },
    ],
  ])('%s', (_what, spec, policy, wanted) => {
    expect(wantedOfPresent(spec, 1, { 'cleanup.policy': policy })).toEqual(wanted);
  });
});

test.each([
  ['all as wanted', compacted, {}],
  ['others beside them', { ...compacted, 'segment.bytes': '1000000' }, {}],
  ['one that differs', { ...compacted, 'cleanup.policy': 'delete' }, { 'cleanup.policy': 'compact' }],
  ['none there', {}, compacted],
])('repairs list what differs, and only that: %s', (_, present, repairs) => {
  expect(configRepairs(wantedConfig(1), present)).toEqual(repairs);
});

test('a repair includes what an operator set on the topic, and nothing that it inherits', () => {
  const setting = (configName: string, configValue: string | null, configSource: number) => ({
    configName,
    configValue,
    configSource,
  });
  const present = [
    setting('segment.bytes', '1000000', 1),
    setting('cleanup.policy', 'delete', 1),
    setting('hidden', null, 1),
    setting('max.message.bytes', '1048588', 5),
    setting('compression.type', 'zstd', 4),
  ];
  expect(repairedConfig(wantedConfig(1), present)).toEqual({
    ...compacted,
    'segment.bytes': '1000000',
  });
});
