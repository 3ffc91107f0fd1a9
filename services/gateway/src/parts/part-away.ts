import { fault, type SkillstreamError, loggedError } from '@skillstream/runtime';
import type { Part } from './route-table.ts';

/** A part did not answer, or not as agreed: `unavailable`, with the part's name for the caller. */
export const partAway = (part: Part, cause: unknown): SkillstreamError =>
  fault('unavailable', `${part} is not available`, {
    cause,
    context: { part, reason: (cause as { code?: string } | null)?.code ?? loggedError(cause) },
  });
