import { useId, useState, type RefObject } from 'react';
import { holdToken } from '../api/token.ts';

/** Takes an access token that is pasted, and sends it with each request until the page is closed. */
export const PasteToken = ({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) => {
  const id = useId();
  const [text, setText] = useState('');
  const hold = () => {
    if (text.trim() === '') return;
    holdToken(text.trim());
    setText('');
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          hold();
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
  );
};
