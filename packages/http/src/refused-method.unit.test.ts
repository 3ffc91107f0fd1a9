import { expect, test } from '@jest/globals';
import { Router } from 'express';
import { methodsAt, noHead } from './refused-method.ts';

const things = Router();
things.get('/things/:id', (_req, res) => void res.end());
things.delete('/things/:id', (_req, res) => void res.end());
things.get('/feed', noHead, (_req, res) => void res.end());
const others = Router();
others.post('/things/:id', (_req, res) => void res.end());

test('the methods of a path are those of every router, HEAD with GET', () => {
  expect(methodsAt([things], '/things/1')).toEqual(['DELETE', 'GET', 'HEAD']);
  expect(methodsAt([things, others], '/things/1')).toEqual(['DELETE', 'GET', 'HEAD', 'POST']);
});

test('a path that no router knows has none', () => {
  expect(methodsAt([things, others], '/things')).toEqual([]);
});

test('a path whose answer never ends has no HEAD', () => {
  expect(methodsAt([things], '/feed')).toEqual(['GET']);
});
