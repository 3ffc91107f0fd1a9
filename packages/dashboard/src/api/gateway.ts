import { createClient } from '@skillstream/client';
import { usableToken } from '../sign-in/session.ts';

/** The gateway that served this page. */
export const gateway = createClient({ baseUrl: globalThis.location.origin, token: usableToken });
