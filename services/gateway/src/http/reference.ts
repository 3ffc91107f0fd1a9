import { createHash } from 'node:crypto';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Response } from 'express';
import { readReference } from '../reference/assets.ts';
import { guarded } from './page-policy.ts';

// Revalidated after a while, with 304 as long as it is unchanged.
const FOR_A_WHILE = 'public, max-age=300';

// All responses send the same Buffer: Express would make one from a string each time, and hash it.
const shared = (content: Buffer, type: string) => {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  return (res: Response) => void res.set('ETag', etag).type(type).send(content);
};

/** The OpenAPI document, and a page that shows it and calls this gateway only. */
export const referenceHandlers = () => {
  const sendDocument = shared(Buffer.from(JSON.stringify(openApiDocument())), 'json');
  const { page, assets } = readReference();
  const sendPage = shared(page, 'html');
  const sendAsset = new Map([...assets].map(([name, { type, content }]) => [name, shared(content, type)]));
  return {
    getDescription: (_req, res) => sendDocument(res.set('Cache-Control', FOR_A_WHILE)),
    getReference: (_req, res) => sendPage(guarded(res, FOR_A_WHILE)),
    getReferenceAsset: (req, res) => {
      const send = sendAsset.get(req.params.asset);
      if (!send) throw appError('not-found', `The reference page has no file ${req.params.asset}`);
      send(guarded(res, FOR_A_WHILE));
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
