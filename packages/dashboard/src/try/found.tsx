import { SkillLink } from '../figures/skill-link.tsx';
import { count } from '../format/numbers.ts';
import type { PlacedDecision, PlacedResult } from './as-posting.ts';
import { foundText, mentionsText, noneFoundText } from './found-text.ts';
import { piecesOf } from './pieces.ts';
import { categoryName } from '../format/category-name.ts';

// Categories beyond these share the last colour; the name stands beside each skill in the list below.
const COLOURS = 6;

// Enough to say so: only ingestion decides what is HTML, and only where nobody says that it is text.
const TAG = /<\/?[a-z][^<>]*>/i;

const Decisions = ({ decisions, taken }: { decisions: readonly PlacedDecision[]; taken: boolean }) => {
  const those = decisions.filter((one) => one.taken === taken);
  if (those.length === 0) return null;
  return (
    <section aria-label={taken ? 'Taken' : 'Refused'}>
      <h2>
        {taken ? '✓ Taken' : '✕ Refused'} ({mentionsText(those)})
      </h2>
      <ul className="decisions">
        {those.map((one) => (
          <li key={`${one.skillId}-${one.start}-${one.asTitle}`}>
            <strong>“{one.text}”</strong> as <SkillLink id={one.skillId} label={one.label} />{' '}
            <span className="caption">
              ({categoryName(one.category)}){one.asTitle && ', as the title'}: {one.because}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The skills of a text where they stand, and why each was taken or refused. */
export const Found = ({ text, result }: { text: string; result: PlacedResult }) => {
  const categories = [...new Set(result.tags.map(({ category }) => category))];
  const colourOf = (category: string) => Math.min(categories.indexOf(category), COLOURS - 1);
  const none = noneFoundText(result);
  const { leftOut, charactersLeftOut, decisions, decisionsLeftOut } = result;
  return (
    <div>
      <h2>{foundText(result)}</h2>
      {none !== null && <p>{none}</p>}
      {charactersLeftOut !== undefined && (
        <p className="stale">The last {count(charactersLeftOut)} characters were not looked through.</p>
      )}
      {leftOut && (
        <p className="stale">
          {count(leftOut.tags)} places and {count(leftOut.skills)} skills more are not listed.
        </p>
      )}
      <p className="caption">
        Looked at as a posting without a title: its first line is the title as well, and a name counts where
        it is taken in either. White space and invisible characters are cleaned up first, as ingestion does.
      </p>
      {TAG.test(text) && (
        <p className="caption">
          What looks like HTML is taken as it is written, here and when it is sent in from here. Sent to the
          API without <code>descriptionFormat</code>, its tags are removed before its skills are found.
        </p>
      )}
      <ul className="chips" aria-label="Categories">
        {categories.map((category) => (
          <li key={category} className={`s${colourOf(category)}`}>
            {categoryName(category)}
          </li>
        ))}
      </ul>
      <p className="pasted">
        {piecesOf(text, result.tags).map(({ text: piece, tag }, i) =>
          tag ? (
            <mark
              key={i}
              className={`s${colourOf(tag.category)}`}
              title={`${tag.label} (${categoryName(tag.category)})`}
            >
              {piece}
            </mark>
          ) : (
            <span key={i}>{piece}</span>
          ),
        )}
      </p>
      <div className="decided">
        <Decisions decisions={decisions} taken />
        <Decisions decisions={decisions} taken={false} />
      </div>
      {decisionsLeftOut !== undefined && <p>{count(decisionsLeftOut)} more decisions are not listed.</p>}
    </div>
  );
};
