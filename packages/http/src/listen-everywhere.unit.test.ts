import { Server } from 'node:http';
import { afterEach, expect, jest, test } from '@jest/globals';
import express from 'express';
import { listen } from './listen.ts';

afterEach(() => void jest.restoreAllMocks());

const statusAt = async (address: string) => (await fetch(`http://${address}/`)).status;

test(':: is every address of both families', async () => {
  const { server, port } = await listen(express(), 0, '::');
  expect(await statusAt(`127.0.0.1:${port}`)).toBe(404);
  expect(await statusAt(`[::1]:${port}`)).toBe(404);
  server.close();
});

test(':: leaves the family to Node, which takes IPv4 alone on a machine without IPv6', async () => {
  const asked = jest.spyOn(Server.prototype, 'listen');
  for (const host of ['::', '127.0.0.1']) (await listen(express(), 0, host)).server.close();
  expect(asked.mock.calls.map(([settings]) => settings)).toEqual([
    { port: 0 },
    { port: 0, host: '127.0.0.1' },
  ]);
});
