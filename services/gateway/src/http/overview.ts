import type { Ledger, PlatformStatus } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import type { SharedRead } from '../overview/shared-read.ts';
import { onwardHeaders } from './request.ts';

export type OverviewDeps = { status: SharedRead<PlatformStatus>; ledger: SharedRead<Ledger> };

/** The responses that the gateway combines from all upstreams. */
export const overviewHandlers = ({ status, ledger }: OverviewDeps) =>
  ({
    getLedger: async (req, res) => void res.json(await ledger(onwardHeaders(req))),
    getStatus: async (req, res) => void res.json(await status(onwardHeaders(req))),
  }) satisfies Partial<Handlers<'gateway'>>;
