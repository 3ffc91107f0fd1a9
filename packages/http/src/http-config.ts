import { wholeNumber } from '@skillstream/contracts';
import { LONGEST_MS } from '@skillstream/runtime';
import { z } from 'zod';
import { serverLimits } from './server-limits.ts';

/** Variables of every service that serves HTTP; a service's config.ts extends them. */
export const httpConfig = z.object({
  HEADERS_TIMEOUT_MS: wholeNumber(1, LONGEST_MS).default(serverLimits.headersTimeoutMs),
  BODY_TIMEOUT_MS: wholeNumber(1, LONGEST_MS).default(serverLimits.bodyTimeoutMs),
  BODY_IDLE_TIMEOUT_MS: wholeNumber(1, LONGEST_MS).default(serverLimits.bodyIdleTimeoutMs),
});
