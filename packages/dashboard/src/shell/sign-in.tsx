import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { heldReader, onReader } from '../api/token.ts';
import { signOut } from '../sign-in/flow.ts';
import { currentNotice, onNotice } from '../sign-in/notice.ts';
import { PasteToken } from '../sign-in/paste-token.tsx';
import { hereOf, useSignIn } from '../sign-in/use-sign-in.ts';

/** Signs in with the issuer of the installation, or with a token that is pasted where there is none; and out. */
export const SignIn = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const reader = useSyncExternalStore(onReader, heldReader);
  const { state } = useSyncExternalStore(onNotice, currentNotice);
  const queries = useQueryClient();
  // What was refused is asked again, and what another reader could see is forgotten.
  useEffect(() => onReader(() => void queries.resetQueries()), [queries]);
  const signIn = useSignIn(useCallback(() => dialog.current?.showModal(), []));
  const isOut = reader === null;
  const isLeaving = isOut && state === 'leaving';
  const press = () => {
    if (!isOut) void signOut();
    else if (!isLeaving) void signIn(hereOf(location));
  };
  // One button all the time, which has the focus before and after.
  return (
    <>
      <button type="button" aria-disabled={isLeaving} onClick={press}>
        {isOut ? (isLeaving ? 'Going to the issuer …' : 'Sign in') : 'Sign out'}
      </button>
      {isOut && <PasteToken dialog={dialog} />}
    </>
  );
};
