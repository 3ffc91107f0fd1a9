import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { heldToken, holdToken, onToken } from '../api/token.ts';

/** Takes an access token that is pasted, and sends it with each request until the page is closed. */
export const SignIn = () => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const token = useSyncExternalStore(onToken, heldToken);
  const queries = useQueryClient();
  const hold = (next: string | null) => {
    holdToken(next);
    setText('');
    dialog.current?.close();
    // What was refused is asked again, and what another token could see is forgotten.
    void queries.resetQueries();
  };
  if (token !== null)
    return (
      <button type="button" onClick={() => hold(null)}>
        Sign out
      </button>
    );
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Sign in
      </button>
      <dialog ref={dialog} aria-labelledby={`${id}-title`}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') hold(text.trim());
          }}
        >
          <h2 id={`${id}-title`}>Sign in with a token</h2>
          <p>
            Where reading is closed, or to send postings. Of this machine’s own platform:{' '}
            <code>npm run skillstream -- token</code>. It stays in the memory of this page alone.
          </p>
          <label htmlFor={`${id}-token`}>Access token</label>
          <input
            id={`${id}-token`}
            type="password"
            autoComplete="off"
            maxLength={16_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="tools">
            <button type="submit">Sign in</button>
            <button type="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
};
