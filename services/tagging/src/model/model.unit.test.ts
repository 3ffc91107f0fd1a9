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
const weights = Float32Array.from({ length: SIZE }, (_, place) => place / 4);
const model: Model = { version: '1', size: SIZE, bias: -2, weights };

test('the score is the bias and the weights of the features that people are shown', () => {
  const named = namedFeatures(SIZE, features);
  expect(named.map(({ name }) => name)).toEqual(['case: own', 'before: use']);
  const sum = named.reduce((total, { place }) => total + weights[place]!, model.bias);
  expect(createScorer(model)(features)).toBeCloseTo(sum);
});

test('one candidate leaves nothing behind for the next', () => {
  const score = createScorer(model);
  expect(score(features)).toBe(score(features));
});

test.each([
  ['no JSON', '{'],
  ['a weight too few', JSON.stringify({ version: '1', size: 2, bias: 0, step: 1, weights: 'AA==' })],
  ['an unknown field', JSON.stringify({ version: '1', size: 1, bias: 0, step: 1, weights: 'AA==', more: 1 })],
])('a model file with %s is refused', (_, text) => {
  expect(() => readModel(text)).toThrow();
});

test('weights are signed bytes times the step', () => {
  const text = JSON.stringify({ version: '1', size: 4, bias: 0, step: 0.5, weights: 'AAF/gA==' });
  expect([...readModel(text).weights]).toEqual([0, 0.5, 63.5, -64]);
});
