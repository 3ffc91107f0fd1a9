import { expect, test } from '@jest/globals';
import { MOST_PREFIX_CHARS, namePrefix } from './name-prefix.ts';
import { postingsReceived, postingsTagged, receivedDeadLetters, taggedDeadLetters } from './topics.ts';

// Kafka's own bound.
const MOST_TOPIC_CHARS = 249;
const longest = `a${'b'.repeat(MOST_PREFIX_CHARS - 2)}.`;

test('with the longest prefix every topic has a name that Kafka takes', () => {
  expect(namePrefix.safeParse(longest).success).toBe(true);
  for (const { name } of [postingsReceived, postingsTagged, receivedDeadLetters, taggedDeadLetters]) {
    const topic = `${longest}${name}`;
    expect(topic.length).toBeLessThanOrEqual(MOST_TOPIC_CHARS);
    expect(topic).toMatch(/^[a-zA-Z0-9._-]+$/);
  }
});

test.each([
  ['none', '', true],
  ['a word and what separates it', 'team-a.', true],
  ['capitals, digits and the other separators', 'Team_1-x_', true],
  ['a separator alone', '.', false],
  ['nothing that separates', 'team', false],
  ['a character that Kafka refuses', 'team a.', false],
  ['one that means something in a pattern', 'team*.', false],
  ['a brace, which is a hash tag of Redis', '{a}.', false],
  ['a new line', 'team.\n', false],
  ['one that is too long', `a${longest}`, false],
])('a prefix of %s: %p is %p', (_what, prefix, ok) => expect(namePrefix.safeParse(prefix).success).toBe(ok));
