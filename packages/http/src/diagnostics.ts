import { once } from 'node:events';
import { cpuProfileQuery } from '@skillstream/contracts';
import type { Diagnostics } from '@skillstream/runtime';
import type { Response } from 'express';
import type { Handlers } from './operation-router.ts';

type DiagnosticHandlers = Pick<Handlers<'every'>, 'getProcessState' | 'takeCpuProfile' | 'takeHeapSnapshot'>;

/** Sends one part after the other, each once the caller has taken the one before. */
const sendAll = async (res: Response, parts: readonly Buffer[], closed: AbortSignal): Promise<void> => {
  res.set('Content-Length', String(parts.reduce((sum, { length }) => sum + length, 0)));
  for (const part of parts) {
    if (closed.aborted) return;
    if (!res.write(part)) await once(res, 'drain', { signal: closed }).catch(() => undefined);
  }
  res.end();
};

const closedSignal = (res: Response): AbortSignal => {
  const closed = new AbortController();
  res.on('close', () => closed.abort());
  return closed.signal;
};

/** Memory, CPU profiles and heap snapshots of this process; a caller who leaves ends what is being taken for him. */
export const diagnosticsHandlers = (diagnostics: Diagnostics): DiagnosticHandlers => ({
  getProcessState: (_req, res) => void res.json(diagnostics.state()),
  takeCpuProfile: async (req, res) => {
    const { seconds } = cpuProfileQuery.parse(req.query);
    const profile = await diagnostics.cpu(seconds, closedSignal(res));
    res.json(profile);
  },
  takeHeapSnapshot: async (_req, res) => {
    const closed = closedSignal(res);
    const parts = await diagnostics.heap();
    // Not Content-Encoding: the caller stores what he gets, and asks for no other form.
    res.type('application/gzip').set('Cache-Control', 'no-store');
    await sendAll(res, parts, closed);
  },
});
