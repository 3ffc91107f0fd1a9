import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import { requestClient } from './request-client.ts';

const clients = new AsyncLocalStorage<string>();

/** Remembers the client of a request for the questions that are asked because of it. */
export const rememberClient: RequestHandler = (req, _res, next) => clients.run(requestClient(req), next);

/** For whom a question is asked; empty where no request is the cause. */
export const askingClient = (): string => clients.getStore() ?? '';
