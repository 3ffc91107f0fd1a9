import { expect, test } from '@jest/globals';
import type { FiringAlert } from '@skillstream/contracts';
import { ALERTS_UNKNOWN } from '@skillstream/contracts/objectives-text';
import { quietText, wrongText, type Alerts } from './wrong-text.ts';

const alert = { severity: 'page' } as FiringAlert;

test.each<[Alerts, string]>([
  [[], 'No service reports a fault, and no alert fires.'],
  [[alert], 'No service reports a fault; 1 alert fires (below).'],
  [[alert, alert], 'No service reports a fault; 2 alerts fire (below).'],
  [null, `No service reports a fault; ${ALERTS_UNKNOWN}.`],
  [undefined, 'No service reports a fault.'],
])('while no service reports a fault and %j are the alerts, it says so: %s', (alerts, text) =>
  expect(quietText(alerts)).toBe(text),
);

test.each<[Alerts, string]>([
  [[], 'redis is away.'],
  [[alert], 'redis is away. 1 alert fires (below).'],
  [
    null,
    'redis is away. Which alerts fire is not known: Redis, in which the replicas show themselves, was not read.',
  ],
])('a screen reader is told the troubles, and of the alerts %j: %s', (alerts, text) =>
  expect(wrongText([{ where: 'redis', what: 'is away' }], alerts, true)).toBe(text),
);

test('while nothing is known nothing is called right', () =>
  expect(wrongText([], [], false)).toBe('What is wrong is not known now.'));
