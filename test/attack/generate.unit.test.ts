import { expect, test } from '@jest/globals';
import { bytesOf } from './bytes.ts';
import { createAttacks, generate, markOf } from './generate.ts';
import { describeRequest, type AttackRequest } from './request.ts';

const all = createAttacks();
const rounds = (seed: number, count: number): AttackRequest[] => {
  const requests = generate(seed, all);
  return Array.from({ length: count * all.attacks.length }, () => requests.next().value as AttackRequest);
};
const linesOf = (requests: AttackRequest[]) => requests.map(describeRequest);

test('the same seed gives the same requests, and another seed others', () => {
  const lines = linesOf(rounds(7, 1));
  expect(linesOf(rounds(7, 1))).toEqual(lines);
  expect(linesOf(rounds(8, 1))).not.toEqual(lines);
});

test('each round makes every attack once, in an order of its own', () => {
  const requests = rounds(3, 2);
  const half = requests.length / 2;
  const [first, second] = [requests.slice(0, half), requests.slice(half)];
  const names = (those: AttackRequest[]) => those.map(({ operation, attack }) => `${operation}, ${attack}`);
  expect(names(first).sort()).toEqual(names(second).sort());
  expect(names(rounds(3, 2).slice(0, half))).not.toEqual(names(second));
  expect(requests.map(({ number }) => number)).toEqual(requests.map((_, i) => i + 1));
});

test('a round asks every operation of the document, and every field of the schema', () => {
  const asked = new Set(rounds(1, 1).map(({ operation }) => operation));
  expect(all.operations.filter((operation) => !asked.has(operation))).toEqual([]);
  expect(all.operations).toEqual(
    expect.arrayContaining(['DELETE /v1/postings/{id}', 'GET /v1/live', 'GraphQL query demand']),
  );
});

test('every attack has a name of its own within its operation', () => {
  const names = all.attacks.map(({ operation, name }) => `${operation}, ${name}`);
  const twice = names.filter((name, i) => names.indexOf(name) !== i && !name.startsWith('headers'));
  expect(twice).toEqual([]);
});

test('whoever asks for the live feed, which never ends, leaves', () => {
  for (const { method, target, manner } of rounds(2, 3))
    if (method === 'GET' && /^(https?:\/\/[^/]*)?\/v1\/live(\/?$|\?)/i.test(target))
      expect(manner.how).toBe('listen');
});

test('what is sent as a text is marked with its seed and number', () => {
  const requests = rounds(5, 1).filter(({ attack }) => attack === 'combining marks, explained');
  expect(requests).toHaveLength(1);
  const [{ body, number }] = requests as [AttackRequest];
  expect(bytesOf(body!).toString()).toContain(markOf(5, number));
});
