import { responseOf } from '@skillstream/client';
import { plainTextOf } from '@skillstream/contracts/plain-text';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { gateway } from '../api/gateway.ts';
import { Trouble } from '../figures/query-state.tsx';
import { count } from '../format/numbers.ts';
import { useTitle } from '../shell/use-title.ts';
import { asPosting, placeInText } from './as-posting.ts';
import { charactersIn, MOST_CHARACTERS } from './characters.ts';
import { lastDraft, rememberDraft, type FoundIn } from './draft.ts';
import { Found } from './found.tsx';
import { foundText, noneFoundText } from './found-text.ts';
import { SendIn } from './send-in.tsx';

// Cleaned up and tagged as it is once it is sent in, so that what is found is what would be counted.
const findTags = async (text: string): Promise<FoundIn> => {
  const params = { query: { explain: true } };
  const plain = plainTextOf(text);
  const result = await responseOf(gateway.POST('/v1/tags', { params, body: asPosting(plain) }));
  return { text, plain, result: placeInText(plain, result) };
};

/** Finds the skills of a text that is pasted, and says why each was taken or refused. */
export const TryPage = () => {
  useTitle('Try it');
  const [text, setText] = useState(lastDraft().text);
  const [found, setFound] = useState(lastDraft().found);
  const finding = useMutation({
    mutationFn: findTags,
    onSuccess: (result) => {
      rememberDraft({ found: result });
      setFound(result);
    },
  });
  const characters = charactersIn(text);
  const tooMany = characters - MOST_CHARACTERS;
  const isPrevious = found !== null && found.text !== text;
  const cannotAsk = text.trim() === '' || tooMany > 0 || finding.isPending;
  return (
    <>
      <h1>Which skills does a text ask for?</h1>
      <form
        className="try"
        onSubmit={(event) => {
          event.preventDefault();
          if (!cannotAsk) finding.mutate(text);
        }}
      >
        <label htmlFor="text">A job posting, or any text in English</label>
        <textarea
          id="text"
          rows={10}
          value={text}
          aria-invalid={tooMany > 0}
          aria-describedby="characters"
          onChange={({ target }) => {
            rememberDraft({ text: target.value });
            setText(target.value);
          }}
        />
        <div className="tools">
          <button type="submit" aria-disabled={cannotAsk}>
            Find skills
          </button>
          <span id="characters" className={tooMany > 0 ? 'stale' : 'caption'}>
            {count(characters)} of {count(MOST_CHARACTERS)} characters
            {tooMany > 0 && `: ${count(tooMany)} too many, shorten the text`}
          </span>
        </div>
      </form>
      {finding.error && (
        <Trouble asksAgain={false} error={finding.error} again={() => finding.mutate(text)} />
      )}
      <p className="aside-text" role="status">
        {found && [foundText(found.result), noneFoundText(found.result)].filter(Boolean).join('. ')}
      </p>
      <p id="previous" className={isPrevious ? 'stale' : 'aside-text'} role="status">
        {isPrevious &&
          'The skills below are those of the previous text. Find skills again to send this one in.'}
      </p>
      {found && (
        <>
          <Found text={found.plain} result={found.result} />
          <SendIn key={found.text} text={found.text} isPrevious={isPrevious} />
        </>
      )}
    </>
  );
};
