import type { Board } from '../board.ts';
import {
  dateOf,
  fieldOf,
  idOf,
  objectsOf,
  placesOf,
  presentOf,
  requiredOf,
  sectionsOf,
  textOf,
} from '../fields.ts';
import { accountInHost, elementsIn, nameOfAccount } from '../addresses.ts';

/** Personio's XML feed: all positions of an account in one answer. */
export const personio: Board = {
  name: 'personio',
  title: 'Personio',
  docs: 'https://developer.personio.de/docs/retrieving-open-job-positions',
  format: 'xml',
  detect: (url) => accountInHost(url, /^([^.]+)\.jobs\.personio\.(?:de|com)$/),
  list: (account) => `https://${account}.jobs.personio.de/xml`,
  page: (body) => ({
    jobs: elementsIn(body, 'workzag-jobs', 'position'),
    next: null,
    total: null,
  }),
  id: idOf,
  posting: (job, account) =>
    presentOf({
      ...requiredOf(
        job['id'],
        sectionsOf(
          objectsOf([fieldOf(job['jobDescriptions'], 'jobDescription') ?? []].flat()).map((part) => ({
            title: part['name'],
            html: part['value'],
          })),
        ),
      ),
      descriptionFormat: 'html' as const,
      title: textOf(job['name']),
      organization: textOf(job['subcompany']) ?? nameOfAccount(account),
      location: placesOf(job['office'], ...[fieldOf(job['additionalOffices'], 'office') ?? []].flat()),
      employmentType: textOf(job['schedule']) ?? textOf(job['employmentType']),
      seniority: textOf(job['seniority']),
      datePosted: dateOf(job['createdAt']),
      url: `https://${account}.jobs.personio.de/job/${textOf(job['id'])}`,
    }),
};
