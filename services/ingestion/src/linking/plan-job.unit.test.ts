import { expect, test } from '@jest/globals';
import { planJob, type LinkChange, type PlannedMember } from './plan-job.ts';

const member = (id: string, over: Partial<PlannedMember> = {}): PlannedMember => ({
  ...{ id, state: 'live', datePosted: '2026-05-01', primary: null, job: null },
  ...over,
});
const [counts, other] = [
  { job: 'J', primary: true },
  { job: 'J', primary: false },
];
const expired = { state: 'expired' } as const;
const to = (id: string, primary: boolean | null): LinkChange => ({ id, job: 'J', primary });

test.each<[string, PlannedMember[], LinkChange[], LinkChange[]]>([
  ['nothing of one that is alone', [member('a')], [], []],
  ['both of a new job, the loser before', [member('a'), member('b')], [to('b', false)], [to('a', true)]],
  ['only who is new', [member('a', counts), member('b')], [to('b', false)], []],
  ['nothing again', [member('a', counts), member('b', other)], [], []],
  ['a change of who counts', [member('a', other), member('b', counts)], [to('b', false)], [to('a', true)]],
  ['the last one of a job, which counts then', [member('a', other)], [], [to('a', true)]],
  ['nothing of the last one that counts', [member('a', counts)], [], []],
  [
    'one that left its job, and is alone',
    [member('a', { job: 'K', primary: false })],
    [],
    [{ id: 'a', job: null, primary: null }],
  ],
  [
    'one that came from another job',
    [member('a', counts), member('b', { job: 'K', primary: true })],
    [to('b', false)],
    [],
  ],
  [
    'the fields of an expired one that counts',
    [member('a'), member('b', expired)],
    [to('a', false)],
    [to('b', true)],
  ],
  [
    'nothing of an expired one that counts beside another',
    [member('a', { ...expired, ...counts }), member('b', expired)],
    [],
    [],
  ],
  [
    'that a second expired one which counts is of no job',
    [member('a', { ...expired, ...counts }), member('b', { ...expired, ...counts })],
    [{ id: 'b', job: null, primary: null }],
    [],
  ],
  ['nothing of an expired one alone', [member('a', { ...expired, job: 'K', primary: true })], [], []],
])('publishes %s', (_, members, losers, winner) => {
  expect(planJob('J', members)).toMatchObject({ losers, winner });
});

test('of expired postings that count one is of the job, and the others are of jobs of their own', () => {
  const members = [
    member('a', { ...expired, ...counts }),
    member('b', expired),
    member('c', { ...expired, ...other }),
  ];
  expect(planJob('J', members)).toMatchObject({ primary: 'a', apart: ['b'] });
});
