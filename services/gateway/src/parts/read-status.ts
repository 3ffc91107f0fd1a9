import {
  consumerStatus,
  readiness,
  type ConsumerStatus,
  type PartStatus,
  type PlatformStatus,
} from '@skillstream/contracts';
import { SkillstreamError, loggedError } from '@skillstream/runtime';
import { z } from 'zod';
import type { AskPart } from './ask-part.ts';
import { parts, type Part } from './route-table.ts';

const consumers = z.array(consumerStatus);
const reasonOf = (error: unknown) =>
  error instanceof SkillstreamError ? String(error.context.reason) : loggedError(error);

const refusals: string[] = ['unauthenticated', 'insufficient-scope'];

// Its service stands in the answer as unreachable then; who may not know is told so.
const noneWhileAway = (error: unknown): ConsumerStatus[] => {
  const refused = error instanceof SkillstreamError && refusals.includes(error.code);
  if (refused) throw error;
  return [];
};

/** How every part is: one that is away stands in the answer as such and fails nothing. */
export const readStatus = async (ask: AskPart): Promise<PlatformStatus> => {
  const ready = (part: Part): Promise<PartStatus> =>
    ask(part, '/readyz', readiness, { accept: [503] }).catch((error) => ({ unreachable: reasonOf(error) }));
  const consumersOf = (part: Part): Promise<ConsumerStatus[]> =>
    ask(part, '/v1/consumers', consumers).catch(noneWhileAway);
  const [states, ofTagging, ofAnalytics] = await Promise.all([
    Promise.all(parts.map(ready)),
    consumersOf('tagging'),
    consumersOf('analytics'),
  ]);
  return {
    services: {
      gateway: { ready: true, checks: {} },
      ...Object.fromEntries(parts.map((part, i) => [part, states[i]!])),
    },
    consumers: [...ofTagging, ...ofAnalytics],
  };
};
