import { deflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { sourceOf } from '../matching/source.ts';
import { readModel } from './load-model.ts';
import { createScorer, namedFeatures, type Model } from './model.ts';
import { nameOf } from './names.ts';

const SIZE = 64;
const source = sourceOf('We Use Kafka');
const features = (sink: Parameters<Parameters<typeof namedFeatures>[1]>[0]) => {
  sink.value(nameOf('case'), nameOf('own'));
  sink.word([nameOf('before')], source, { start: 3, end: 6 });
};
const weights = Int8Array.from({ length: SIZE }, (_, place) => place - 8);
const model: Model = { version: '1', size: SIZE, bias: -2, step: 0.25, weights };
const fileOf = (size: number, bytes: number[], more = {}) =>
  JSON.stringify({
    ...{ version: '1', size, bias: 0, step: 0.5, ...more },
    weights: deflateSync(Int8Array.from(bytes)).toString('base64'),
  });

test('the score is the sum of the bias and the weights of the named features', () => {
  const named = namedFeatures(SIZE, features);
  expect(named.map(({ name }) => name)).toEqual(['case: own', 'before: use']);
  const sum = named.reduce((total, { place }) => total + weights[place]! * model.step, model.bias);
  expect(createScorer(model)(features)).toBeCloseTo(sum);
});

test('the score of one candidate does not affect the next', () => {
  const score = createScorer(model);
  expect(score(features)).toBe(score(features));
});

test.each([
  ['no JSON', '{'],
  ['a weight too few', fileOf(2, [0])],
  ['weights that are not deflated', JSON.stringify({ ...JSON.parse(fileOf(1, [0])), weights: 'AA==' })],
  ['an unknown field', fileOf(1, [0], { more: 1 })],
])('a model file with %s is refused', (_, text) => {
  expect(() => readModel(text)).toThrow();
});

test('weights are signed bytes, scaled by the step', () => {
  const { step, weights: read } = readModel(fileOf(4, [0, 1, 127, -128]));
  expect([...read].map((byte) => byte * step)).toEqual([0, 0.5, 63.5, -64]);
});
