import type { Ledger, PlatformStatus } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';
import type { SharedLook } from '../overview/shared-look.ts';
import { onwardHeaders } from './request.ts';

export type OverviewDeps = { status: SharedLook<PlatformStatus>; ledger: SharedLook<Ledger> };

/** The responses that the gateway combines from all upstreams. */
export const overviewHandlers = ({ status, ledger }: OverviewDeps) =>
  ({
    getLedger: async (req, res) => void res.json(await ledger(onwardHeaders(req))),
    getStatus: async (req, res) => void res.json(await status(onwardHeaders(req))),
  }) satisfies Partial<Handlers<'gateway'>>;
