import { expect, test } from '@jest/globals';
import { ProblemError, UnreachableError } from '@skillstream/client';
import { IssuerUnreachableError } from '../sign-in/issuer-unreachable.ts';
import { faultOf, needsToken } from './fault-of.ts';

const refused = (status: number, body: unknown = { code: 'refused', title: 'Refused' }) =>
  new ProblemError(new Response('', { status }), body);

test.each([
  [refused(401), true, true],
  [refused(403), true, true],
  [refused(404), false, true],
  [refused(422), false, true],
  [refused(429), false, false],
  [refused(503), false, false],
  [refused(401, null), true, true],
  [refused(403, null), false, false],
  [refused(404, null), false, false],
  [refused(422, '<html>'), false, false],
  [new UnreachableError('nobody', null), false, false],
  [new IssuerUnreachableError(null), false, false],
  [new Error('a fault of the page'), false, true],
])('%s: a token is missing: %s, asking again does not mend it: %s', (error, token, lasts) =>
  expect([needsToken(error), faultOf(error).lasts]).toEqual([token, lasts]),
);

test.each([refused(429), refused(503), refused(404, null), new UnreachableError('nobody', null)])(
  '%s: that the page asks again is said only where it does',
  (error) => {
    expect(faultOf(error).detail).toContain('asks again by itself');
    const { title, detail } = faultOf(error, false);
    expect(`${title} ${detail}`).not.toMatch(/asks again|counted/);
  },
);

test('a name of the address that is quoted turns no sentence around', () =>
  expect(faultOf(refused(404, { code: 'not-found', title: 'There is no report \u202eabc' })).title).toBe(
    'There is no report \\u{202e}abc.',
  ));

test('what there is none of is said once, with the skills that are nearest to it', () => {
  const body = { code: 'not-found', title: 'There is no skill dockr; the nearest: docker' };
  expect(faultOf(refused(404, { ...body, nearest: ['docker'] }))).toEqual({
    ...{ title: 'There is no skill dockr.', detail: '', lasts: true },
    nearest: ['docker'],
  });
  const posting = { code: 'not-found', title: 'There is no posting hn.x' };
  expect(faultOf(refused(404, posting))).toMatchObject({ title: 'There is no posting hn.x.', detail: '' });
});
