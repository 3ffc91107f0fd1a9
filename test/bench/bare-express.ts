// A process that answers everything with the bytes that its parent sends it, by express alone.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';

const [body] = (await once(process, 'message')) as [string];
const app = express();
app.disable('x-powered-by');
app.get('/v1/demand', (_req, res) => void res.type('application/json').send(body));
const server = app.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
