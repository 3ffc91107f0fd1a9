import { useId, useState, type RefObject } from 'react';
import { holdToken } from '../api/token.ts';
import { askWithToken } from '../api/verify-token.ts';
import { faultOfToken } from './check-token.ts';
import { notify } from './notice.ts';

const READS = '--scope analytics:read --scope ops:read';
const WRITES = '--scope postings:write --scope postings:retract';

/** Takes an access token that is pasted, and sends it with each request until the page is closed. */
export const PasteToken = ({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) => {
  const id = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const hold = async () => {
    const token = text.trim();
    if (token === '' || checking) return;
    setChecking(true);
    const found = await faultOfToken(token, askWithToken);
    setChecking(false);
    setFault(found);
    // Whoever has cancelled meanwhile does not sign in.
    if (found !== null || !dialog.current?.open) return;
    notify();
    setText('');
    dialog.current.close();
    holdToken(token);
  };
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={() => setFault(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void hold();
        }}
      >
        <h2 id={`${id}-title`}>Sign in with a token</h2>
        <p>Where reading is closed, or to send postings. It stays in the memory of this page alone.</p>
        <p>On this machine a command prints one. To read:</p>
        <p>
          <code>npm run -s skillstream -- token {READS}</code>
        </p>
        <p>To send and retract postings, too:</p>
        <p>
          <code>
            npm run -s skillstream -- token {READS} {WRITES}
          </code>
        </p>
        <p>
          For a cluster: <code>cluster token</code> in place of <code>token</code>.
        </p>
        <label htmlFor={`${id}-token`}>Access token</label>
        <input
          id={`${id}-token`}
          type="password"
          autoComplete="off"
          maxLength={16_000}
          value={text}
          aria-invalid={fault !== null}
          onChange={(event) => setText(event.target.value)}
        />
        {fault !== null && (
          <p className="trouble" role="alert">
            {fault}
          </p>
        )}
        <div className="tools">
          <button type="submit">{checking ? 'Asking …' : 'Sign in'}</button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
};
