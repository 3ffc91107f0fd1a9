import { createBackoff } from '@skillstream/async';
import { openChannel } from '../api/open-channel.ts';
import { heldReader, heldToken, holdToken } from '../api/token.ts';
import { IssuerUnreachableError } from './issuer-unreachable.ts';
import type { Granted, Issuer } from './issuer.ts';
import { currentNotice, notify } from './notice.ts';
import { msToNextPhase, phaseOf, type Validity } from './phase-of.ts';
import { isRefusal } from './sign-in-error.ts';

const AGAIN = { firstMs: 5_000, maxMs: 30_000 };
/** Timers take 31 bits. */
const LONGEST_MS = 2 ** 31 - 1;

type Session = {
  issuer: Issuer;
  granted: Granted;
  validity: Validity | null;
  /** Whether the token before was refused, and this one has not been taken yet. */
  isLastTry: boolean;
  /** That the issuer did not answer when the token was to be renewed, and when it is asked again, in ms since 1970. */
  failure: { cause: unknown; againMs: number } | null;
  pauses: ReturnType<typeof createBackoff>;
  /** Whether the reader was told that the token has ended meanwhile. */
  isTold: boolean;
};
// In memory alone, as the token is.
let session: Session | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let renewing: Promise<void> | null = null;

// Each tab has a token of its own, and those of one reader sign out together.
const tabs = openChannel('skillstream-sign-out');
tabs?.addEventListener('message', ({ data: reader }: MessageEvent<unknown>) => {
  if (reader === heldReader()) forget();
});

const phase = () => (session ? phaseOf(session.validity, Date.now()) : 'good');

const schedule = () => {
  clearTimeout(timer);
  if (!session) return;
  const nowMs = Date.now();
  const againMs = session.failure ? Math.max(0, session.failure.againMs - nowMs) : null;
  const ms = msToNextPhase(session.validity, nowMs) ?? againMs;
  if (ms !== null) timer = setTimeout(() => void look(), Math.min(ms, againMs ?? ms, LONGEST_MS));
};

const issuerAway = () => (session?.failure ? new IssuerUnreachableError(session.failure.cause) : null);

const sayNoMoreThatItIsAway = () => {
  if (currentNotice().state === 'away') notify();
};

/** Holds what the issuer granted, and renews it before it ends. */
export const holdSession = (issuer: Issuer, granted: Granted, isLastTry = false): void => {
  const fromMs = Date.now();
  const { validSeconds } = granted;
  const validity = validSeconds === null ? null : { fromMs, untilMs: fromMs + validSeconds * 1000 };
  session = {
    ...{ issuer, granted, validity, isLastTry },
    ...{ failure: null, pauses: createBackoff(AGAIN), isTold: false },
  };
  holdToken(granted.token, granted.reader);
  sayNoMoreThatItIsAway();
  schedule();
};

const forget = () => {
  clearTimeout(timer);
  session = null;
  holdToken(null);
  sayNoMoreThatItIsAway();
};

const renew = async ({ issuer, granted }: Session, isLastTry: boolean): Promise<void> => {
  try {
    const next = await issuer.renew(granted);
    // Whoever signed out meanwhile stays so.
    if (session?.granted === granted) holdSession(issuer, next, isLastTry);
  } catch (cause) {
    if (session?.granted !== granted) return;
    // The token is good until it ends; what is refused is not asked for again. Who did not answer may do so later.
    session = isRefusal(cause)
      ? { ...session, granted: { ...granted, refreshToken: null }, failure: null }
      : { ...session, failure: { cause, againMs: Date.now() + session.pauses.nextMs() } };
  }
};

const expire = () => {
  forget();
  notify({ state: 'expired', text: 'Your session has expired.' });
};

const tellThatItIsAway = (away: Session) => {
  if (away.isTold) return;
  session = { ...away, isTold: true };
  const text =
    'The issuer cannot be reached, so your session is not renewed yet, and nothing new is read until then. It is asked again by itself.';
  notify({ state: 'away', text });
};

/** Renews a token that ends soon, and forgets one that has ended though the issuer was asked to renew it. */
const look = async (isLastTry = false): Promise<void> => {
  if (session && phase() !== 'good' && session.granted.refreshToken !== null) {
    renewing ??= renew(session, isLastTry).finally(() => (renewing = null));
    await renewing;
  }
  if (session && phase() === 'over') {
    if (session.failure) tellThatItIsAway(session);
    else expire();
  }
  schedule();
};

/** Asks an issuer that did not answer before once more, at once: it may be reached again. */
export const renewNow = async (): Promise<void> => {
  if (session?.failure) await look();
};

/**
 * The token to send with a request. Timers sleep with the machine, so its end is looked at each time.
 * @throws IssuerUnreachableError where it has ended and the issuer does not answer
 */
export const usableToken = async (): Promise<string | null> => {
  const isTimeToAsk = !session?.failure || Date.now() >= session.failure.againMs;
  if (phase() === 'over' && isTimeToAsk) await look();
  const away = phase() === 'over' ? issuerAway() : null;
  if (away) throw away;
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
 * @throws IssuerUnreachableError where nobody knows whether there is one
 */
export const tokenRefused = async (token: string, reason: string | null): Promise<string | null> => {
  if (token !== heldToken()) return heldToken();
  const isGood = phase() === 'good';
  if (session && session.granted.refreshToken !== null && !(isGood && session.isLastTry)) {
    const nowMs = Date.now();
    if (isGood) session = { ...session, validity: { fromMs: nowMs, untilMs: nowMs } };
    await look(isGood);
    if (heldToken() !== token) return heldToken();
    // As a refusal it would close the page, which asks no more after that.
    const away = issuerAway();
    if (away) throw away;
    return null;
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
  if (ended) tabs?.postMessage(reader);
  return ended;
};
