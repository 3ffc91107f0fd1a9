import type { PreviewPosting } from '@skillstream/contracts';
import { count } from '../format/numbers.ts';
import { fieldQuality } from './quality.ts';

/** Of how many of the postings shown each field is known, and by what. */
export const QualityTable = ({ postings }: { postings: readonly PreviewPosting[] }) => (
  <div className="table" role="region" aria-label="Quality" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">known, of {count(postings.length)}</th>
          <th scope="col">as the row says</th>
          <th scope="col">by clear words</th>
          <th scope="col">by a guess</th>
        </tr>
      </thead>
      <tbody>
        {fieldQuality(postings).map(({ field, known, stated, likely, guess }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{count(known)}</td>
            <td>{count(stated)}</td>
            <td>{count(likely)}</td>
            <td>{count(guess)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
