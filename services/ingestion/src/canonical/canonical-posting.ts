import {
  MAX_POSTING_BYTES,
  type CanonicalPosting,
  type Location,
  type ValidationIssue,
  type PostingInput,
} from '@skillstream/contracts';
import { datePostedOf } from '@skillstream/contracts/date-posted';
import { firstLine, oneLine } from '@skillstream/contracts/plain-text';
import { createMask, type Mask } from '../privacy/create-mask.ts';
import { decodedText } from '../privacy/decoded-text.ts';
import { holdsEmail } from '../privacy/email.ts';
import type { Masked } from '../privacy/mask.ts';
import { holdsPhone } from '../privacy/phone-id.ts';
import { holdsProfileLink } from '../privacy/profile-link.ts';
import { contentHashOf } from './content-hash.ts';
import { countryOfField } from './country.ts';
import { derivationsOf } from './derived.ts';
import { employmentTypeOf } from './employment-type.ts';
import { headlineOf } from './headline.ts';
import { MOST_NESTED, toPlainText } from './html-to-text.ts';
import { languageOf } from './language.ts';
import { locationOf, writtenLocation } from './location.ts';
import { postingIdOf } from './posting-id.ts';
import { roleOf } from './role.ts';
import { rolePhrases } from './role-phrase.ts';
import { salaryOf } from './salary.ts';
import { seniorityOf } from './seniority.ts';
import { titleOf } from './title.ts';
import { workplaceOf } from './workplace.ts';

/** A canonical posting before the store assigns its version. */
export type UnversionedPosting = Omit<CanonicalPosting, 'version'>;
/** The posting and what was masked in it, or why it cannot be stored. */
export type Canonicalized = { posting: UnversionedPosting; masked: Masked } | { faults: ValidationIssue[] };

const HEADER_LENGTH = 300;
// What the version, the time of its closing, and its job will add to the JSON: an id has some 270 bytes at most.
const ADDED_BYTES = 450;

/**
 * Converts a posting as sent to the platform's canonical posting.
 * @param input a posting that passed the schema `postingInput`
 * @param now the time of receipt
 * @returns the posting without what points to a person, or every issue that a schema cannot detect: a description
 * without text, an id that holds an e-mail address, a phone number, the link to a profile or a control character, a
 * date that is invalid, before 1990 or more than a day ahead, an unknown currency, a salary whose ends are swapped or
 * that is implausible, HTML nested too deep, more than 256 KB
 */
export const canonicalize = (input: PostingInput, now: Date): Canonicalized => {
  const faults: ValidationIssue[] = [];
  const text = toPlainText(input.description, input.descriptionFormat);
  const organization = oneLine(input.organization ?? '');
  const mask = createMask({ country: statedCountry(input), organization, title: titleOf(input.title, '') });
  const description = mask.text(text ?? '');
  // It is a key in every store, so it cannot be masked.
  const personal = contactInId(oneLine(decodedText(input.sourceId)));
  if (personal !== null)
    faults.push({ path: 'sourceId', message: `holds ${personal}, which is not stored: give another id` });
  // "3" and "3\0" would look alike wherever they are shown, and be two postings.
  if (/\p{Cc}/u.test(input.sourceId)) faults.push({ path: 'sourceId', message: 'holds a control character' });
  if (text === null)
    faults.push({ path: 'description', message: `is HTML nested deeper than ${MOST_NESTED} elements` });
  else if (text === '') faults.push({ path: 'description', message: 'holds no text' });
  const day = datePostedOf(input.datePosted, now);
  if ('message' in day) faults.push({ path: 'datePosted', message: day.message });

  const title = mask.text(titleOf(input.title, description));
  const opening = firstLine(description, HEADER_LENGTH);
  const header = opening.startsWith(title) ? opening : `${title}\n${opening}`;
  // "Company | Role | Berlin" names where the work is; a sentence that opens a posting may name any place.
  const placed = input.title === undefined || isSegmented(opening) ? header : title;
  const place = locationOf(input, placed);
  const phrases = input.title === undefined ? rolePhrases(description) : [];
  const pay = salaryOf(input, description, place.value.country);
  if ('faults' in pay) faults.push(...pay.faults);
  if ('message' in day || 'faults' in pay || faults.length > 0) return { faults };

  const headline = headlineOf(opening);
  const workplace = workplaceOf({
    workplace: input.workplace,
    remote: input.remote,
    location: writtenLocation(input.location),
    title: input.title === undefined ? headlineOf(title) : title,
    headline,
    text: description,
  });
  const role = roleOf(title, description, phrases);
  const seniority = seniorityOf(input.seniority, title, phrases[0]);
  const employmentType = employmentTypeOf({
    stated: input.employmentType,
    title: input.title === undefined ? '' : title,
    headline,
    text: description,
  });
  const language = languageOf(input.language, description);
  const content = {
    postingId: postingIdOf(input.source, input.sourceId),
    source: input.source,
    sourceId: input.sourceId,
    title,
    organization: mask.contacts(organization) || null,
    description,
    location: placeWithout(mask, place.value),
    workplace: workplace.value,
    role: role.value,
    seniority: seniority.value,
    employmentType: employmentType.value,
    salary: pay.salary,
    datePosted: day.date,
    url: input.url === undefined ? null : mask.url(input.url),
    language: language.value,
    receivedAt: now.toISOString(),
  };
  const givenDate = input.datePosted === undefined ? null : day.date;
  const derived = derivationsOf({
    location: place.by,
    workplace: workplace.by,
    role: role.by,
    seniority: seniority.by,
    employmentType: employmentType.by,
    salary: pay.by,
    language: language.by,
    datePosted: input.datePosted === undefined ? { from: 'default', confidence: 'guess' } : null,
  });
  const posting = {
    ...content,
    contentHash: contentHashOf(content, givenDate),
    ...(derived !== undefined && { derived }),
  };
  return isTooLarge(posting)
    ? { faults: [{ path: '', message: `is over ${MAX_POSTING_BYTES} bytes as a canonical posting` }] }
    : { posting, masked: mask.masked };
};

const contactInId = (id: string): string | null => {
  if (holdsEmail(id)) return 'an e-mail address';
  if (holdsProfileLink(id)) return "the link to a person's profile or calendar";
  return holdsPhone(id) ? 'a phone number' : null;
};

/** The country that the sender states; the numbering plan of phone numbers in the text is most likely its own. */
const statedCountry = ({ country, location }: PostingInput): string | null =>
  countryOfField(country ?? '') ??
  countryOfField((typeof location === 'object' ? location.country : undefined) ?? '');

const placeWithout = (mask: Mask, { country, region, city }: Location): Location => ({
  country,
  region: mask.contactsOf(region),
  city: mask.contactsOf(city),
});

const isSegmented = (line: string): boolean => / (?:\||-{1,2}|–|—) /.test(line);

// A UTF-16 unit takes three bytes of JSON at most, line breaks and quotes two: few postings need the count.
const isTooLarge = (posting: UnversionedPosting): boolean =>
  posting.description.length * 3 > MAX_POSTING_BYTES / 2 &&
  Buffer.byteLength(JSON.stringify(posting)) + ADDED_BYTES > MAX_POSTING_BYTES;
