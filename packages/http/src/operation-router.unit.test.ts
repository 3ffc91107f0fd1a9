import { expect, test } from '@jest/globals';
import { operationList } from '@skillstream/contracts';
import type { RequestHandler } from 'express';
import { noQuery, operationRouter, type Handlers } from './operation-router.ts';

const handler: RequestHandler = (_req, res) => void res.json({});
const all = Object.fromEntries(
  operationList.filter(({ owner }) => owner === 'tagging').map(({ id }) => [id, handler]),
) as unknown as Handlers<'tagging'>;

test('a service has a route for each operation of its own', () => {
  const paths = operationRouter('tagging', all).stack.map(({ route }) => route?.path);
  expect(paths).toEqual(['/v1/skills', '/v1/skills/:id', '/v1/tags', '/v1/ledger', '/v1/consumers']);
});

test('an operation that takes no parameters refuses those that are sent', () => {
  const strict = operationRouter('tagging', all)
    .stack.filter(({ route }) => route?.stack.some(({ handle }) => (handle as unknown) === noQuery))
    .map(({ route }) => route?.path);
  expect(strict).toEqual(['/v1/skills/:id', '/v1/ledger', '/v1/consumers']);
});

test('a service with an operation that has no handler does not start, and neither with a handler too much', () => {
  const { findTags: _, ...fewer } = all;
  expect(() => operationRouter('tagging', fewer as Handlers<'tagging'>)).toThrow(
    'tagging has no handler for findTags (POST /v1/tags)',
  );
  const more = { ...all, findNothing: handler } as Handlers<'tagging'>;
  expect(() => operationRouter('tagging', more)).toThrow('tagging has no such operation: findNothing');
});
