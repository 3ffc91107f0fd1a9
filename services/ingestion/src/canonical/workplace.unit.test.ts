import { expect, test } from '@jest/globals';
import type { Workplace } from '@skillstream/contracts';
import { workplaceOf, type WorkplaceHints } from './workplace.ts';

const table: Array<[string, Partial<WorkplaceHints>, Workplace]> = [
  ['the sender counts first', { workplace: 'onsite', remote: true, header: 'Remote' }, 'onsite'],
  ['a remote flag', { remote: true }, 'remote'],
  ['a flag that is false', { remote: false }, 'onsite'],
  ['hybrid in the location beats the flag', { remote: true, location: 'Berlin (Hybrid)' }, 'hybrid'],
  ['remote in the header', { header: 'Acme | Remote' }, 'remote'],
  ['no remote', { header: 'Acme | No Remote' }, 'onsite'],
  ['onsite', { header: 'Acme | ONSITE' }, 'onsite'],
  ['a hybrid role in the text', { remote: false, text: 'This is a hybrid role.' }, 'hybrid'],
  ['days in the office', { text: 'We meet three days a week in our Berlin office.' }, 'hybrid'],
  ['hybrid cloud is no workplace', { text: 'You build hybrid cloud systems.' }, 'unknown'],
  ['fully remote in the text', { text: 'We are a fully remote team.' }, 'remote'],
  ['nothing said', {}, 'unknown'],
];

test.each(table)('%s', (_, hints, workplace) => {
  expect(workplaceOf({ location: '', header: '', text: '', ...hints })).toBe(workplace);
});
