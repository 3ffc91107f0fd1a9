import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import { checkOwnDatabase } from '../platform/own-database.ts';
import { withDatabase } from '../platform/database-url.ts';
import { databaseNames } from '../platform/service-specs.ts';
import { holdsText, mentions, type Finding, type Looked } from './finding.ts';
import { createFound, foundOf } from './found.ts';

type Bytes = { type: 'Buffer'; data: number[] };
const isBytes = (value: unknown): value is Bytes =>
  typeof value === 'object' && value !== null && (value as Bytes).type === 'Buffer';
const isThere = (value: unknown): boolean => value !== null && value !== undefined;
/**
 * A document as text, without the name of its job, which is made of the id of the posting that was the first of it:
 * another one's would seem to name this posting. Postings are stored as bytes of JSON.
 */
const textOf = ({ job: _name, ...document }: { job?: unknown }): string =>
  JSON.stringify(document, (_, value: unknown) =>
    isBytes(value) ? Buffer.from(value.data).toString('utf8') : value,
  );

/**
 * What a document has of a posting; null where it does not name it.
 * @param text of the posting's, if it is known; otherwise only a stored posting and its signature count as text
 */
export const documentFinding = (
  place: string,
  document: Partial<Record<'_id' | 'posting' | 'retracted' | 'signature' | 'state' | 'job', unknown>>,
  { id, text }: { id: string; text: string | undefined },
): Finding | null => {
  const written = textOf(document);
  if (!mentions(written, id)) return null;
  // A signature has the words of the employer, and hashes of the text; that of a text that expired may stay.
  const isSigned = isThere(document.signature) && document.state !== 'expired';
  const isStored = document._id === id && (isThere(document.posting) || isSigned);
  const hasText = isStored || (text !== undefined && holdsText(written, text));
  const isLive = document._id === id && isThere(document.posting) && document.retracted === false;
  return hasText
    ? { place, what: 'text', until: isLive ? 'live' : 'overdue' }
    : { place, what: 'id', until: 'kept' };
};

/**
 * What MongoDB has of a posting: every document of our databases that names it.
 * @param untilMs nothing is read after that, on the clock of performance.now()
 */
export const lookInMongo = async (
  url: string,
  { id, text, untilMs }: { id: string; text: string | undefined; untilMs: number },
): Promise<Looked[]> => {
  const looked: Looked[] = [];
  for (const database of databaseNames()) {
    const connection = connectMongo(withDatabase(url, database), silentLog());
    try {
      await connection.asPromise();
      const collections = await connection.listCollections();
      if (collections.length === 0)
        looked.push({
          ...{ store: 'MongoDB', place: database, ...foundOf([]), complete: false },
          reason:
            'there is no such database: are INGESTION_DATABASE and ANALYTICS_DATABASE those of the services?',
        });
      await checkOwnDatabase(connection, process.env);
      for (const { name } of collections) {
        const place = `${database}.${name}`;
        const found = createFound();
        let complete = true;
        for await (const document of connection.collection(name).find({}, { promoteBuffers: true })) {
          const finding = documentFinding(place, document, { id, text });
          if (finding) found.add(finding);
          complete = performance.now() <= untilMs;
          if (!complete) break;
        }
        looked.push({ store: 'MongoDB', place, ...found.found(), complete });
      }
    } finally {
      await connection.close();
    }
  }
  return looked;
};
