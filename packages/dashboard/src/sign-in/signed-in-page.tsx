import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { finishSignIn, type Finished } from './flow.ts';
import { useSignIn } from './use-sign-in.ts';

/** Where the issuer sends who signed in: on to where the reader was, or why not. */
export const SignedInPage = () => {
  useTitle('Signing in');
  const { history } = useRouter();
  const signIn = useSignIn();
  const [failed, setFailed] = useState<Finished | null>(null);
  useEffect(() => {
    void finishSignIn().then((finished) => {
      if (finished.fault === null) history.replace(finished.returnTo);
      else setFailed(finished);
    });
  }, [history]);
  if (!failed)
    return (
      <>
        <h1>Signing in</h1>
        <p className="loading" role="status">
          Asking the issuer for a token …
        </p>
      </>
    );
  return (
    <>
      <h1>Nobody is signed in</h1>
      <p className="trouble" role="alert">
        {failed.fault}
      </p>
      <div className="tools">
        <button type="button" onClick={() => void signIn(failed.returnTo)}>
          Sign in again
        </button>
        <Link to="/">To the market</Link>
      </div>
    </>
  );
};
