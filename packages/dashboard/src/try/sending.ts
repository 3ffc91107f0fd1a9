import { ProblemError } from '@skillstream/client';
import type { IngestResult } from '@skillstream/contracts';
import { IssuerUnreachableError } from '../sign-in/issuer-unreachable.ts';

/** Postings of this page have a source of their own, so that they are never taken for others. */
export const SOURCE = 'page';
/** Texts whose ids are remembered: enough for whoever goes back and forth between some. */
const MOST_TEXTS = 50;

export type PageBody = { source: string; sourceId: string; description: string; descriptionFormat: 'text' };
// Not read as HTML, whatever it looks like: its skills were found in it as it stands.
const bodyOf = (sourceId: string, text: string): PageBody => ({
  ...{ source: SOURCE, sourceId, description: text, descriptionFormat: 'text' },
});
type Sending = { sourceId: string; pending: Promise<IngestResult> | null; result: IngestResult | null };

export type SendingDeps = {
  post: (body: PageBody) => Promise<IngestResult>;
  newId: () => string;
};

/**
 * Sends texts as postings, each under one id of the source until it is forgotten: a second click, and sending again
 * after a lost response, are the same posting, which the platform counts once.
 */
export const createSending = ({ post, newId }: SendingDeps) => {
  const byText = new Map<string, Sending>();
  const sendingOf = (text: string): Sending => {
    const known = byText.get(text);
    if (known) return known;
    const sending = { sourceId: newId(), pending: null, result: null };
    byText.set(text, sending);
    const [oldest] = byText.keys();
    if (byText.size > MOST_TEXTS) byText.delete(oldest!);
    return sending;
  };
  return {
    /** One request at a time for each text, however often it is called. @throws the errors of `post` */
    send: (text: string): Promise<IngestResult> => {
      const sending = sendingOf(text);
      sending.pending ??= post(bodyOf(sending.sourceId, text))
        .then((result) => (sending.result = result))
        .finally(() => (sending.pending = null));
      return sending.pending;
    },
    /** What sending a text gave before; null where nothing is known. */
    resultOf: (text: string): IngestResult | null => byText.get(text)?.result ?? null,
    /** After a retraction: sent again, it is another posting. */
    forget: (text: string): void => void byText.delete(text),
  };
};

/**
 * Whether a request that failed may have arrived all the same: it had no response, one that broke off while it was
 * read, or one of who passed it on. Not where it was refused, nor where it waits for a token.
 */
export const mayHaveArrived = (error: unknown): boolean => {
  if (error instanceof ProblemError) return error.status >= 500;
  return !(error instanceof IssuerUnreachableError);
};
