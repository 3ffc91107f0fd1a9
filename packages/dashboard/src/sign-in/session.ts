import { heldReader, heldToken, holdToken } from '../api/token.ts';
import type { Granted, Issuer } from './issuer.ts';
import { notify } from './notice.ts';
import { msToNextPhase, phaseOf, type Validity } from './phase-of.ts';
import { isRefusal } from './sign-in-error.ts';

const AGAIN_MS = 5_000;
/** Timers take 31 bits. */
const LONGEST_MS = 2 ** 31 - 1;

type Session = {
  issuer: Issuer;
  granted: Granted;
  validity: Validity | null;
  /** Whether the token before was refused, and this one has not been taken yet. */
  isLastTry: boolean;
};
// In memory alone, as the token is.
let session: Session | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let renewing: Promise<void> | null = null;

// Each tab has a token of its own, and those of one reader sign out together.
const tabs = new BroadcastChannel('skillstream-sign-out');
tabs.onmessage = ({ data: reader }: MessageEvent<unknown>) => {
  if (reader === heldReader()) forget();
};

const phase = () => (session ? phaseOf(session.validity, Date.now()) : 'good');

const schedule = () => {
  clearTimeout(timer);
  const ms = session && msToNextPhase(session.validity, Date.now());
  if (!session || ms === null) return;
  const isAgain = phase() === 'due' && session.granted.refreshToken !== null;
  timer = setTimeout(() => void look(), Math.min(ms, isAgain ? AGAIN_MS : LONGEST_MS));
};

/** Holds what the issuer granted, and renews it before it ends. */
export const holdSession = (issuer: Issuer, granted: Granted, isLastTry = false): void => {
  const fromMs = Date.now();
  const { validSeconds } = granted;
  const validity = validSeconds === null ? null : { fromMs, untilMs: fromMs + validSeconds * 1000 };
  session = { issuer, granted, validity, isLastTry };
  holdToken(granted.token, granted.reader);
  schedule();
};

const forget = () => {
  clearTimeout(timer);
  session = null;
  holdToken(null);
};

const renew = async ({ issuer, granted }: Session, isLastTry: boolean): Promise<void> => {
  try {
    const next = await issuer.renew(granted);
    // Whoever signed out meanwhile stays so.
    if (session?.granted === granted) holdSession(issuer, next, isLastTry);
  } catch (error) {
    // The token is good until it ends; what is refused is not asked for again.
    if (isRefusal(error) && session?.granted === granted)
      session = { ...session, granted: { ...granted, refreshToken: null } };
  }
};

/** Renews a token that ends soon, and forgets one that has ended and was not renewed. */
const look = async (isLastTry = false): Promise<void> => {
  if (session && phase() !== 'good' && session.granted.refreshToken !== null) {
    renewing ??= renew(session, isLastTry).finally(() => (renewing = null));
    await renewing;
  }
  if (phase() === 'over') {
    forget();
    notify({ state: 'expired', text: 'Your session has expired.' });
  }
  schedule();
};

/** The token to send with a request. Timers sleep with the machine, so its end is looked at each time. */
export const usableToken = async (): Promise<string | null> => {
  if (phase() === 'over') await look();
  return heldToken();
};

/** The gateway took a token that was sent. */
export const tokenTaken = (token: string): void => {
  if (session?.isLastTry && token === heldToken()) session = { ...session, isLastTry: false };
};

/**
 * The gateway refused a token that was sent. It may have ended already, on the way or by a clock that is ahead of this
 * one: a session is renewed at once, and forgotten only where the next token is refused, too. A pasted token is
 * forgotten, and why is said.
 * @param reason as the gateway says it
 * @returns the token to send instead; null where there is none
 */
export const tokenRefused = async (token: string, reason: string | null): Promise<string | null> => {
  if (token !== heldToken()) return heldToken();
  const isGood = phase() === 'good';
  if (session && session.granted.refreshToken !== null && !(isGood && session.isLastTry)) {
    const nowMs = Date.now();
    if (isGood) session = { ...session, validity: { fromMs: nowMs, untilMs: nowMs } };
    await look(isGood);
    return heldToken() === token ? null : heldToken();
  }
  if (!isGood) return null;
  // A token that was pasted has no issuer to go to again.
  const state = session ? 'failed' : 'refused';
  forget();
  notify({ state, text: `Your token was refused${reason === null ? '.' : `: ${reason}.`}` });
  return null;
};

/** Forgets the token, here and in the reader's other tabs. @returns the session that there was */
export const endSession = (): Session | null => {
  const ended = session;
  const reader = heldReader();
  forget();
  if (ended) tabs.postMessage(reader);
  return ended;
};
