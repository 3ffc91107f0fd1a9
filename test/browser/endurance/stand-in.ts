import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { until } from '@skillstream/async/testing';
import { demandResult, sourcesResult, trendResult } from '@skillstream/contracts';
import express, { type Response } from 'express';
import { createDashboard } from '../../../services/gateway/src/http/dashboard.ts';
import { snapshotAt } from './busy-day.ts';

const measured = { population: 1000, count: 400, share: 0.4, low: 0.37, high: 0.43 };
const answeredFrom = { model: 'views', caughtUp: true, viewVersion: 'v5-1' } as const;
const filter = { origin: 'sample' } as const;
const signIn = { tokenNeededFor: [], issuer: null };

/**
 * The gateway's page, with a live stream that a test writes, since nobody waits six hours for a platform. The little
 * else that the page asks for is always the same.
 */
export const startStandIn = async () => {
  const { getPipelinePage, getPageAsset } = createDashboard(signIn).handlers;
  const streams = new Set<Response>();
  const app = express();
  app.get('/pipeline', getPipelinePage);
  app.get('/assets/:asset', (req, res) => void getPageAsset(req as never, res));
  app.get('/v1/pipeline/live', (_req, res) => {
    streams.add(res.on('close', () => streams.delete(res)));
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.write('retry: 1000\n\n');
  });
  app.get('/v1/sign-in', (_req, res) => void res.json(signIn));
  app.get('/v1/demand', (_req, res) => {
    const skills = [{ ...measured, skillId: 'docker' }];
    res.json(demandResult.parse({ filter, population: 1000, skills, categories: [], answeredFrom }));
  });
  app.get('/v1/skills/:id/trend', (req, res) => {
    const months = [{ ...measured, month: '2025-01' }];
    res.json(trendResult.parse({ skillId: req.params.id, filter, months, answeredFrom }));
  });
  app.get('/v1/sources', (_req, res) => {
    const sources = [{ source: 'sample', origin: 'sample', postings: 1000 }];
    res.json(sourcesResult.parse({ origin: 'sample', sources, answeredFrom }));
  });
  app.get('/v1/pipeline', (_req, res) => void res.json(snapshotAt(0, new Date().toISOString(), 0)));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many streams are open. */
    streams: () => streams.size,
    /** Writes to the stream that is open. */
    write: async (text: string): Promise<void> => {
      const [stream] = await until('a stream is open', () => (streams.size > 0 ? [...streams] : null));
      if (!stream!.write(text)) await once(stream!, 'drain');
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
