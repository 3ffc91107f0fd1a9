import { useCallback } from 'react';
import { readSignIn } from '../api/sign-in.ts';
import { beginSignIn } from './flow.ts';
import { notify } from './notice.ts';
import { SignInError, signInSentence } from './sign-in-error.ts';

/** The address of this page that is shown, to return to. */
export const hereOf = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string =>
  pathname + search;

/**
 * What a button for signing in does: it leads to the issuer, and back to an address of this page.
 * @param paste called instead where the installation names no issuer
 */
export const useSignIn = (paste?: () => void): ((returnTo: string) => Promise<void>) =>
  useCallback(
    async (returnTo) => {
      try {
        const { issuer } = await readSignIn();
        if (issuer) await beginSignIn(issuer, returnTo);
        else if (paste) paste();
        else throw new SignInError('none');
      } catch (error) {
        notify({ state: 'failed', text: signInSentence(error) });
      }
    },
    [paste],
  );
