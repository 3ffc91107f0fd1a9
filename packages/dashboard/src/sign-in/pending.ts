import type { Ties } from './issuer.ts';

/** A sign-in that has begun: its ties, and the address to return to. */
export type Pending = Ties & { returnTo: string };

// Of this tab alone, and gone once it is used: what it holds is of no use without the code.
const KEY = 'skillstream-sign-in';
const fields = ['state', 'nonce', 'verifier', 'returnTo'] as const;

/** Remembers a sign-in while the browser is at the issuer. */
export const putPending = (pending: Pending): void => sessionStorage.setItem(KEY, JSON.stringify(pending));

/** Whether an address is one of this page: a path, and no host. */
const isPath = (text: string): boolean => /^\/(?![/\\])/.test(text);

/** The sign-in that was begun in this tab, which is forgotten by that; null without one. */
export const takePending = (): Pending | null => {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const found = JSON.parse(text ?? 'null') as Partial<Pending> | null;
    if (!found || !fields.every((name) => typeof found[name] === 'string')) return null;
    return isPath(found.returnTo!) ? (found as Pending) : null;
  } catch {
    return null;
  }
};
