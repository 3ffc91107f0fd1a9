import type { PostingInput, ValidationIssue } from '@skillstream/contracts';
import { plainName } from './column-name.ts';
import { readDate, type ShownOrder } from './date.ts';
import { eachPlace } from './each-place.ts';
import type { Field } from './field.ts';
import { identityOf, type IdentityBasis } from './identity.ts';
import type { Mapping } from './mapping.ts';
import { quotableOf } from './quotable.ts';
import { withUnits } from './salary-unit.ts';
import { isUnread, isUnclearText, readSalary, salaryTextOf, type SalaryCells } from './salary.ts';
import { MOST_LOCATION, sharedPlace, type PlaceFields } from './shared-place.ts';
import { employmentTypeInField } from '@skillstream/contracts/employment-words';
import { seniorityInField } from '@skillstream/contracts/seniority-words';
import { sourceNameOf } from '@skillstream/contracts/source-name';
import { readBoolean, readHomeShare, readWorkplace } from './words.ts';

/** A value of a row; numbers and booleans come from JSON. */
export type Value = string | number | boolean;
export type PostingOptions = {
  mapping: Mapping;
  /** What comes first in a date of numbers; null where nothing says it, both where dates contradict each other. */
  dates: ShownOrder;
  /** The source of rows that name none. */
  source: string;
  /** The object of JSON that the row is: a list in it may hold several places. */
  row?: object;
  /**
   * Called with the column of a value that is not understood as pay, yes or no, workplace, kind of contract or level,
   * and with the value where it may be quoted.
   */
  onUnread?: (column: string, value?: string) => void;
  /** Called for a date that would have to be known what comes first in. */
  onUndecided?: () => void;
};
export type MappedPosting = { posting: PostingInput; basis: IdentityBasis };

/** What databases and programs write for nothing. */
const absent = /^(?:null|none|nan|n\/?a|#n\/a|\\n|-+)$/i;

/** Takes the fields of a row one by one; an empty cell is none. */
const createCells = (values: ReadonlyMap<string, Value>, columnOf: Mapping['columnOf']) => {
  const text = (field: Field): string | undefined => {
    const column = columnOf(field);
    const value = column === undefined ? undefined : values.get(column);
    const given = value === undefined ? '' : String(value).trim();
    return given === '' || absent.test(given) ? undefined : given;
  };
  /** The same of money: a fraction of a number is one, whatever mark a language groups by. */
  const money = (field: Field): string | undefined => {
    const value = values.get(columnOf(field) ?? '');
    return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : text(field);
  };
  return { text, money, column: (field: Field): string => columnOf(field) ?? field };
};
type Cells = ReturnType<typeof createCells>;

const partsOf = <T extends object>(parts: T): T | undefined =>
  Object.keys(parts).length > 0 ? parts : undefined;

const placeFields = ['city', 'region', 'country', 'location'] as const;

const placeOf = ({ text }: Cells): PlaceFields => {
  const [city, region, country, location] = placeFields.map(text);
  const parts = { ...(region !== undefined && { region }), ...(city !== undefined && { city }) };
  // A region beside a whole place says less than the place.
  const place = city === undefined && location !== undefined ? location : partsOf(parts);
  return { ...(place !== undefined && { location: place }), ...(country !== undefined && { country }) };
};

// Of the names for regions the one that means nothing else, as "region" (EMEA) and "state" (open) do.
const ofStates = 'bundesland';
// These are cities first: "Hallein, Salzburg" would be in the city.
const likeCities = new Set(['berlin', 'bremen', 'hamburg', 'salzburg', 'wien']);

/** A place of one part with the state beside it: "Bad Homburg, Hessen". Two letters are a country's as well. */
const withState = (place: PlaceFields, { text, column }: Cells): PlaceFields => {
  const { location } = place;
  const state = text('region') ?? '';
  if (typeof location !== 'string' || plainName(column('region')) !== ofStates) return place;
  const isState = state.length > 2 && !likeCities.has(state.toLowerCase());
  const whole = `${location}, ${state}`;
  const isPart = !/[,;(]/.test(location) && whole.length <= MOST_LOCATION;
  return isState && isPart ? { ...place, location: whole } : place;
};

/** The place of a row, and what those in a list of a row of JSON share. */
const placeIn = (cells: Cells, row: object | undefined, columnOf: Mapping['columnOf']): PlaceFields => {
  const columns = placeFields.flatMap((field) => columnOf(field) ?? []);
  const places = row === undefined ? [] : eachPlace(row, columns);
  if (places.length < 2) return withState(placeOf(cells), cells);
  return sharedPlace(
    places.map((values) => {
      const each = createCells(values, columnOf);
      return withState(placeOf(each), each);
    }),
  );
};

/** A column `remote` may also hold words for the workplace, and the other way round. */
const workplaceOf = ({ text }: Cells, onUnread: (field: Field) => void) => {
  const [given, flag] = [text('workplace'), text('remote')];
  const workplace = given === undefined ? null : readWorkplace(given);
  const remote = flag === undefined ? null : readBoolean(flag);
  const other = flag === undefined || remote !== null ? null : (readHomeShare(flag) ?? readWorkplace(flag));
  if (given !== undefined && workplace === null) onUnread('workplace');
  if (flag !== undefined && remote === null && other === null) onUnread('remote');
  const known = workplace ?? other;
  return { ...(known !== null && { workplace: known }), ...(remote !== null && { remote }) };
};

/** The pay of a row: as amounts where columns have them, else in its own words, which ingestion reads. */
const payOf = (
  { text, money, column }: Cells,
  onUnread: (field: Field) => void,
): Pick<PostingInput, 'salary' | 'salaryText'> => {
  const [stated, min, max, currency, period] = (
    ['salary', 'salaryMin', 'salaryMax', 'salaryCurrency', 'salaryPeriod'] as const
  ).map(money);
  const given = Object.entries({ text: stated, min, max, currency, period });
  const columns = (['salary', 'salaryMin', 'salaryMax'] as const).filter(
    (field) => text(field) !== undefined,
  );
  const cells = withUnits(
    Object.fromEntries(given.filter(([, cell]) => cell !== undefined)) as SalaryCells,
    columns.map(column),
  );
  const salary = cells && readSalary(cells);
  const salaryText = cells && salary === null ? salaryTextOf(cells) : undefined;
  const isLost = !cells || salaryText === undefined || isUnclearText(salaryText, cells);
  if (isLost && isUnread(min, salary)) onUnread('salaryMin');
  if (isLost && isUnread(max, salary)) onUnread('salaryMax');
  if (isLost && salary === null && stated !== undefined) onUnread('salary');
  return { ...(salary !== null && { salary }), ...(salaryText !== undefined && { salaryText }) };
};

/** The texts that go over as they are. */
const plain = [
  'title',
  'organization',
  'description',
  'employmentType',
  'seniority',
  'url',
  'language',
] as const;

const formatOf = ({ text }: Cells): Pick<PostingInput, 'descriptionFormat'> => {
  const given = text('descriptionFormat')?.toLowerCase();
  return given === 'html' || given === 'text' ? { descriptionFormat: given } : {};
};

/**
 * The posting in a row of a file, by its columns.
 * @returns what to send, which ingestion validates; or the issues of values that cannot be read, by column
 */
export const postingOf = (
  values: ReadonlyMap<string, Value>,
  options: PostingOptions,
): MappedPosting | { faults: ValidationIssue[] } => {
  const { mapping, row, dates, source, onUnread = () => {}, onUndecided = () => {} } = options;
  // A key whose value is null is there, and says that there is nothing.
  const has = (name: string) => values.has(name) || (row !== undefined && Object.hasOwn(row, name));
  const columnOf = row ? (field: Field) => mapping.columnIn({ has }, field) : mapping.columnOf;
  const cells = createCells(values, columnOf);
  const { text, column } = cells;
  const texts = Object.fromEntries(
    plain.flatMap((field) => (text(field) === undefined ? [] : [[field, text(field)]])),
  );
  if (Object.keys(texts).length === 0)
    return { faults: [{ path: '', message: 'has none of the fields of a posting' }] };
  const given = text('datePosted');
  const day = given === undefined ? null : readDate(given, dates);
  if (day && 'message' in day && day.ambiguous) onUndecided();
  if (day && 'message' in day) return { faults: [{ path: column('datePosted'), message: day.message }] };

  const unread = (field: Field) => onUnread(column(field), quotableOf(field, text(field)));
  const employment = text('employmentType');
  if (employment !== undefined && employmentTypeInField(employment) === null) unread('employmentType');
  const seniority = text('seniority');
  if (seniority !== undefined && seniorityInField(seniority) === null) unread('seniority');
  const place = placeOf(cells);
  const { title, organization, description, url } = texts as Partial<Record<string, string>>;
  const { sourceId, basis } = identityOf({
    ...{ id: text('sourceId'), url, title, organization, description },
    location: place.location === undefined ? place.country : JSON.stringify(place),
  });
  const posting = {
    source: sourceNameOf(text('source') ?? '') ?? source,
    sourceId,
    ...(texts as Pick<PostingInput, 'description'>),
    ...formatOf(cells),
    // Ids are made of the first place alone, as they were before states and lists counted.
    ...placeIn(cells, row, columnOf),
    ...workplaceOf(cells, unread),
    ...payOf(cells, unread),
    ...(day && { datePosted: day.date }),
  };
  return { posting, basis };
};
