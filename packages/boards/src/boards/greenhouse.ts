import { decodeHTML } from 'entities';
import type { Board } from '../board.ts';
import {
  countOf,
  dateOf,
  fieldOf,
  idOf,
  objectsOf,
  placesOf,
  presentOf,
  requiredOf,
  textOf,
} from '../fields.ts';
import { accountInPath, listIn, nameOfAccount } from '../addresses.ts';

/** The address of a board that an address embeds; its host stays, whatever stands in it. */
const embedded = (url: URL): URL => {
  const board = new URL(url);
  board.pathname = url.searchParams.get('for') ?? '';
  return board;
};

/** Greenhouse's Job Board API: all jobs of an account in one answer, with their texts. */
export const greenhouse: Board = {
  name: 'greenhouse',
  title: 'Greenhouse',
  docs: 'https://developers.greenhouse.io/job-board.html',
  format: 'json',
  // A company's own pages embed the board: /embed/job_board?for=acme.
  detect: (url) =>
    accountInPath(url, /^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/) ??
    accountInPath(url, /^boards-api\.greenhouse\.io$/, 2) ??
    accountInPath(embedded(url), /^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/),
  list: (account) => `https://boards-api.greenhouse.io/v1/boards/${account}/jobs?content=true`,
  page: (body) => ({
    jobs: listIn(body, 'jobs'),
    next: null,
    total: countOf(fieldOf(body, 'meta', 'total')),
  }),
  id: idOf,
  posting: (job, account) =>
    presentOf({
      // The text is HTML, escaped once more.
      ...requiredOf(job['id'], decodeHTML(textOf(job['content']) ?? '')),
      descriptionFormat: 'html' as const,
      title: textOf(job['title']),
      organization: textOf(job['company_name']) ?? nameOfAccount(account),
      location: placesOf(
        fieldOf(job['location'], 'name'),
        ...objectsOf(job['offices']).map((office) => office['location']),
      ),
      datePosted: dateOf(job['first_published'] ?? job['updated_at']),
      url: textOf(job['absolute_url']),
      language: textOf(job['language']),
    }),
};
