import { responseOf } from '@skillstream/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { gateway } from '../api/gateway.ts';
import { Trouble } from '../figures/query-state.tsx';
import { count } from '../format/numbers.ts';
import { useTitle } from '../shell/use-title.ts';
import { Found } from './found.tsx';
import { SendIn } from './send-in.tsx';

/** What the gateway explains at once (services/tagging/src/http/tags-query.ts). */
const MOST_CHARACTERS = 20_000;

const findTags = async (text: string) => ({
  text,
  result: await responseOf(
    gateway.POST('/v1/tags', { params: { query: { explain: true } }, body: { text } }),
  ),
});

/** Finds the skills of a text that is pasted, and says why each was taken or refused. */
export const TryPage = () => {
  useTitle('Try it');
  const [text, setText] = useState('');
  const found = useMutation({ mutationFn: findTags });
  return (
    <>
      <h1>Which skills does a text ask for?</h1>
      <form
        className="try"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') found.mutate(text);
        }}
      >
        <label htmlFor="text">A job posting, or any text in English</label>
        <textarea
          id="text"
          rows={10}
          maxLength={MOST_CHARACTERS}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="tools">
          <button type="submit" disabled={text.trim() === '' || found.isPending}>
            Find skills
          </button>
          <span className="caption">
            {count(text.length)} of {count(MOST_CHARACTERS)} characters
          </span>
        </div>
      </form>
      {found.error && <Trouble error={found.error} again={() => found.mutate(text)} />}
      {found.data && (
        <>
          <Found text={found.data.text} result={found.data.result} />
          <SendIn key={found.submittedAt} text={found.data.text} />
        </>
      )}
    </>
  );
};
