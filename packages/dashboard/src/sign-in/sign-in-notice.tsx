import { useSyncExternalStore } from 'react';
import { currentNotice, notify, onNotice } from './notice.ts';
import { hereOf, useSignIn } from './use-sign-in.ts';

/** States in which nobody can go to the issuer now. */
const withoutIssuer = ['refused', 'away'];

const dismiss = () => {
  // The button goes with what it dismisses.
  document.getElementById('content')?.focus({ preventScroll: true });
  notify();
};

/** What there is to say about signing in, below the header: that the session has expired, or what failed. */
export const SignInNotice = () => {
  const notice = useSyncExternalStore(onNotice, currentNotice);
  const signIn = useSignIn();
  if (!('text' in notice)) return null;
  return (
    <div className="trouble" role="alert">
      <span>{notice.text}</span>
      {!withoutIssuer.includes(notice.state) && (
        <button type="button" onClick={() => void signIn(hereOf(location))}>
          Sign in again
        </button>
      )}
      <button type="button" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
};
