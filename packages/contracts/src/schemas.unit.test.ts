import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { breakingChanges } from './compatibility/breaking-changes.ts';
import * as contracts from './index.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';
import { schemas } from './schemas.ts';

const folder = new URL('../released/v1/', import.meta.url);
const released = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as JsonSchema;

// Exported schemas that are parts of registered ones.
const parts = [
  'answeredFrom',
  'appliedFilter',
  'boardRun',
  'bothCounts',
  'burnRate',
  'charactersLeftOut',
  'consumerSnapshot',
  'countParameter',
  'counted',
  'countedSkill',
  'countryCode',
  'demandFilter',
  'derivation',
  'derivations',
  'difference',
  'factTrail',
  'firingAlert',
  'jobDifference',
  'jobsChecked',
  'journeyStep',
  'ledgerRow',
  'letterTrail',
  'linkingState',
  'listedPosting',
  'listedSkill',
  'location',
  'measuredShare',
  'namePrefix',
  'objectiveEvents',
  'objectiveState',
  'objectivesState',
  'ownedPartition',
  'payQuantiles',
  'pipelineConsumer',
  'pipelineOrigin',
  'pipelinePartition',
  'pipelineRates',
  'pipelineReplica',
  'pipelineService',
  'pipelineTopic',
  'postingAttributes',
  'postingFacts',
  'postingFilter',
  'postingReceived',
  'postingTagged',
  'postingVersion',
  'previewFormat',
  'previewPosting',
  'previewQuality',
  'reportQuery',
  'reportedConsumer',
  'salary',
  'serviceStatus',
  'signInIssuer',
  'skill',
  'sourceName',
  'tableMapping',
  'tag',
  'tagDecision',
  'tagsLeftOut',
  'unavailableService',
  'unreachable',
  'validationIssue',
  'versionCounts',
  'versionDifference',
  'via',
  'viewTrail',
];

test.each(Object.entries(schemas))(
  '%s takes and gives what it did at its last release',
  (name, { schema, use }) => {
    expect(breakingChanges(released(name), jsonSchemaOf(schema), use)).toEqual([]);
  },
);

test('no released schema has vanished, and none waits for its release', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  expect(files.toSorted()).toEqual(Object.keys(schemas).toSorted());
});

test('every exported schema is registered, or named as a part of one that is', () => {
  const registered = new Set(Object.values(schemas).map(({ schema }) => schema));
  const loose = Object.entries(contracts)
    .filter(([, value]) => value instanceof z.ZodType && !registered.has(value))
    .map(([name]) => name);
  expect(loose.toSorted()).toEqual(parts);
});
