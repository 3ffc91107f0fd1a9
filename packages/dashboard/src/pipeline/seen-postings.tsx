import { originOfId } from '@skillstream/contracts/origin';
import { useRef, useState } from 'react';
import { Wrong } from './amounts.tsx';
import { AsOf } from './as-of.tsx';
import { LIST_HEADING } from './journey/journey-focus.ts';
import { heldList, type Listed } from './held-list.ts';
import { newestOf } from './newest-of.ts';
import type { Seen } from './replay/recording.ts';
import { useHeld } from './use-held.ts';
import { isPostingId, noPostingIdText } from '../filter/posting-id.ts';
import { timeOfDay } from '../format/times.ts';

const MOST = 12;
const names: Readonly<Record<string, string>> = {
  'counted-in-views': 'counted in views',
  'counted-in-facts': 'counted in facts',
};

/** Where it was seen: a death by a sign and words, and of made-up data that it is made up. */
const Sight = ({ one: { atMs, sighting } }: { one: Seen }) => (
  <span className="caption">
    {originOfId(sighting.postingId) === 'sample' ? 'sample' : 'own'},{' '}
    {sighting.dead ? <Wrong>dead letter</Wrong> : (names[sighting.stage] ?? sighting.stage)},{' '}
    {timeOfDay(atMs)}
  </span>
);

export type SeenPostingsProps = {
  seen: readonly Seen[];
  /** Said where there is none. */
  none: string;
  onChoose: (postingId: string) => void;
};

/**
 * The list itself. Its rows stay while the focus or the pointer is in it: under load each is replaced within seconds,
 * and the focus would fall out of the page with its button.
 */
const SeenLast = ({ seen, none, onChoose }: SeenPostingsProps) => {
  const { held, handlers } = useHeld();
  const listed = useRef<Listed>([]);
  listed.current = held ? heldList(listed.current, seen) : newestOf(seen, MOST);
  return (
    <>
      {listed.current.length === 0 && (
        <p className="caption">{none} Only some of those that are sent are shown here.</p>
      )}
      <ul className="plain" aria-label="Seen last" {...handlers}>
        {listed.current.map(([postingId, one]) => (
          <li key={postingId}>
            <button type="button" className="name" onClick={() => onChoose(postingId)}>
              {postingId}
            </button>{' '}
            <Sight one={one} />
          </li>
        ))}
      </ul>
      {held && <p className="caption">The same postings stay listed while you are in the list.</p>}
    </>
  );
};

/** Postings that were seen last, each where it was seen: the dots for who does not see or point at them. */
export const SeenPostings = (props: SeenPostingsProps) => {
  const { onChoose } = props;
  const [id, setId] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <section className="panel" aria-label="Postings on their way">
      <h2 id={LIST_HEADING} tabIndex={-1}>
        Postings on their way
      </h2>
      <AsOf />
      <form
        className="tools"
        onSubmit={(event) => {
          event.preventDefault();
          const asked = id.trim();
          if (isPostingId(asked)) onChoose(asked);
          setRefused(asked === '' || isPostingId(asked) ? null : asked);
        }}
      >
        <label htmlFor="posting">Id of a posting</label>
        <input id="posting" value={id} maxLength={200} onChange={(event) => setId(event.target.value)} />
        <button type="submit">Show its journey</button>
      </form>
      <div role="status">{refused !== null && <p className="stale">{noPostingIdText(refused)}</p>}</div>
      <SeenLast {...props} />
    </section>
  );
};
