import type { PreviewPosting, PreviewResult } from '@skillstream/contracts';
import { fileFields, type FileField } from '@skillstream/contracts/file-fields';
import { payText } from '../format/pay-text.ts';
import { SkillsCell } from './skills-cell.tsx';

export type ColumnsProps = {
  columns: PreviewResult['columns'];
  onChoose: (column: string, field: FileField | null) => void;
};

/** Which column becomes which field, each with a choice. */
export const ColumnsTable = ({ columns, onChoose }: ColumnsProps) => (
  <div className="table" role="region" aria-label="Columns" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">Column of the file</th>
          <th scope="col">becomes</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, field }) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            <td>
              <select
                aria-label={`What ${column} becomes`}
                value={field ?? ''}
                onChange={({ target }) => onChoose(column, (target.value || null) as FileField | null)}
              >
                <option value="">(left out)</option>
                {fileFields.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const placeText = ({ location: { city, region, country }, derived }: PreviewPosting): string =>
  [city, region, derived?.location?.from === 'default' ? `${country} (of all rows)` : country]
    .filter(Boolean)
    .join(', ');
const MOST_TEXT_CHARS = 80;
// As many as come with their text (`PREVIEWED_IN_FULL` of contracts): each is a question of its own.
const WITH_SKILLS = 5;

const cells: readonly (readonly [string, (posting: PreviewPosting) => string])[] = [
  ['Title', ({ title }) => title],
  ['Company', ({ organization }) => organization ?? ''],
  ['Place', placeText],
  ['Workplace', ({ workplace }) => workplace],
  ['Role', ({ role }) => role],
  ['Level', ({ seniority }) => seniority],
  ['Employment', ({ employmentType }) => employmentType ?? ''],
  ['Pay', ({ salary }) => (salary && payText(salary)) ?? ''],
  ['Date', ({ datePosted }) => datePosted],
  ['Language', ({ language }) => language ?? ''],
  ['Source', ({ source }) => source],
  ['Id', ({ sourceId }) => sourceId],
  ['Address', ({ url }) => url ?? ''],
  ['Text', ({ description }) => description.slice(0, MOST_TEXT_CHARS)],
];

/** The first postings as they would be stored, and of the first of them the skills that would be found. */
export const PostingsTable = ({ postings }: { postings: readonly PreviewPosting[] }) => (
  <div className="table" role="region" aria-label="First postings" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">Line</th>
          {cells.map(([name]) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">Skills (of the first {WITH_SKILLS})</th>
        </tr>
      </thead>
      <tbody>
        {postings.map((posting, index) => (
          <tr key={posting.line}>
            <th scope="row">{posting.line}</th>
            {cells.map(([name, cell]) => (
              <td key={name}>{cell(posting)}</td>
            ))}
            <td>{index < WITH_SKILLS ? <SkillsCell posting={posting} /> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
