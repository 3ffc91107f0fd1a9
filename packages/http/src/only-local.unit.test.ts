import { expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { onlyLocal } from './only-local.ts';

const admitted = (remoteAddress: string | undefined): boolean => {
  let error: unknown;
  const request = { socket: { remoteAddress }, headers: {} } as unknown as Request;
  onlyLocal(request, {} as Response, (given) => (error = given));
  return error === undefined;
};

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(admitted(address)).toBe(true);
});

test.each(['127.0.0.6', '127.0.0.2', '10.0.0.7', '::ffff:10.0.0.7', 'fe80::1', '0.0.0.0', '', undefined])(
  '%s is not: a sidecar, another pod, or nobody knows whom',
  (address) => {
    expect(admitted(address)).toBe(false);
  },
);
