import { createClient } from '@skillstream/client';
import { heldToken } from './token.ts';

/** The gateway that served this page. */
export const gateway = createClient({
  baseUrl: globalThis.location.origin,
  token: async () => heldToken(),
});
