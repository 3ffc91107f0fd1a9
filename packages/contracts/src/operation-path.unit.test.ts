import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchOperation } from './match-operation.ts';
import { operationPath } from './operation-path.ts';

test.each<[string, string]>([
  [operationPath('getStatus'), '/v1/status'],
  [operationPath('getTrend', { id: 'a/b ?' }), '/v1/skills/a%2Fb%20%3F/trend'],
  [
    operationPath('getDemand', {}, { role: 'backend', top: 5, country: undefined }),
    '/v1/demand?role=backend&top=5',
  ],
  [operationPath('listSkills', {}, { cursor: 'a&b' }), '/v1/skills?cursor=a%26b'],
])('the path of an operation has its parameters encoded, and its query: %s', (path, expected) => {
  expect(path).toBe(expected);
});

test('a path is not made without what stands in it', () => {
  expect(() => operationPath('getTrend')).toThrow('the path of getTrend needs id');
});

test('a path that is made of any id leads back to its operation', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(id, (skillId) => {
      const found = matchOperation('GET', operationPath('getPairs', { id: skillId }));
      expect(found?.operation.id).toBe('getPairs');
      expect(decodeURIComponent(found!.parameters['id']!)).toBe(skillId);
    }),
  );
});
