import type { SignIn, SignInIssuer } from '@skillstream/contracts';
import { readSignIn } from '../api/sign-in.ts';
import { arrival, SIGNED_IN_PATH } from './arrival.ts';
import { notify } from './notice.ts';
import { putPending, takePending } from './pending.ts';
import { endSession, holdSession, renewNow } from './session.ts';
import { SignInError, signInSentence } from './sign-in-error.ts';

// Needed by who signs in, and by nobody else.
const loadIssuer = () =>
  import('./issuer.ts').catch((cause: unknown) => {
    throw new SignInError('chunk', { cause });
  });
// The page as it was left, when somebody goes back to it.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) notify();
});
// A machine that wakes up has its network a moment later.
addEventListener('online', () => void renewNow());
const redirectUri = () => location.origin + SIGNED_IN_PATH;

/** Sends the browser to the issuer, from where it returns to an address of this page. */
export const beginSignIn = async (settings: SignInIssuer, returnTo: string): Promise<void> => {
  notify({ state: 'leaving' });
  try {
    // Without it a browser has no hashes, so no code challenge.
    if (!isSecureContext) throw new SignInError('insecure');
    const { makeTies, openIssuer } = await loadIssuer();
    const issuer = await openIssuer(settings);
    const ties = makeTies();
    const url = await issuer.authorizationUrl(ties, redirectUri());
    putPending({ ...ties, returnTo });
    location.assign(url);
  } catch (error) {
    notify({ state: 'failed', text: signInSentence(error) });
  }
};

/** The scopes that take a token here, and that the issuer did not grant though it was asked for them. */
const notGranted = ({ tokenNeededFor }: SignIn, asked: readonly string[], granted: readonly string[]) =>
  tokenNeededFor.filter((scope) => asked.includes(scope) && !granted.includes(scope));

export type Finished = { returnTo: string; fault: string | null };

const finish = async (): Promise<Finished> => {
  const pending = takePending();
  const returnTo = pending?.returnTo ?? '/';
  try {
    if (!arrival || !pending || pending.state !== arrival.get('state')) throw new SignInError('otherState');
    const signIn = await readSignIn();
    if (!signIn.issuer) throw new SignInError('none');
    const { openIssuer } = await loadIssuer();
    const issuer = await openIssuer(signIn.issuer);
    const granted = await issuer.exchange(arrival, pending, redirectUri());
    holdSession(issuer, granted);
    const missing = notGranted(signIn, signIn.issuer.scopes, granted.scopes).join(', ');
    const text = `The issuer did not grant ${missing}: what takes that stays closed.`;
    notify(missing === '' ? undefined : { state: 'partly', text });
    return { returnTo, fault: null };
  } catch (error) {
    return { returnTo, fault: signInSentence(error) };
  }
};

let finished: Promise<Finished> | null = null;
/** Changes what came back from the issuer for a token, once however often it is called; a fault is a sentence. */
export const finishSignIn = (): Promise<Finished> => (finished ??= finish());

/** Forgets the token, and ends the reader's session at the issuer where it can. */
export const signOut = async (): Promise<void> => {
  const ended = endSession();
  notify();
  const url = await ended?.issuer.end(ended.granted, `${location.origin}/`);
  if (url) location.assign(url);
};
