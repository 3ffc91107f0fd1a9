import { expect, test } from '@jest/globals';
import { jsonSchemaOf } from './json-schema.ts';
import { textUpTo } from './text.ts';

const five = textUpTo(5, 1);

test.each([
  ['', false],
  ['abcde', true],
  ['abcdef', false],
  ['🦓🦓🦓🦓🦓', true],
  ['🦓🦓🦓🦓🦓🦓', false],
])('five characters at most, whatever UTF-16 takes for them: %s', (text, taken) => {
  expect(five.safeParse(text).success).toBe(taken);
});

test('its JSON Schema says the same', () => {
  expect(jsonSchemaOf(five)).toEqual({ type: 'string', minLength: 1, maxLength: 5 });
});
