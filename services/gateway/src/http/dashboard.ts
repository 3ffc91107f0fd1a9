import type { SignIn } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Request, Response } from 'express';
import { apiIndex } from '../dashboard/api-index.ts';
import { codings, readDashboard, type BuiltFile, type Coding } from '../dashboard/built-files.ts';
import { guarded } from './page-policy.ts';

// The page names files by the hash of their content: it is asked for each time, and they never change.
const EACH_TIME = 'no-cache';
const FOR_EVER = 'public, max-age=31536000, immutable';

const sendFile = (
  req: Request,
  res: Response,
  { type, etag, contents }: BuiltFile,
  cacheControl: string,
  asks: readonly string[],
) => {
  const coding = (req.acceptsEncodings(...codings) || 'identity') as Coding;
  guarded(res, cacheControl, asks).vary('Accept-Encoding');
  if (coding !== 'identity') res.set('Content-Encoding', coding);
  res.set({ 'Content-Type': type, ETag: `"${etag}-${coding}"` }).send(contents[coding]);
};

/**
 * Serves the dashboard, whose addresses are all the same document, and its files; at `/` the index of the API to who
 * prefers JSON. Beside this gateway it may ask the issuer that it signs in with, where there is one.
 */
export const dashboardHandlers = ({ issuer }: SignIn) => {
  const asks = issuer === null ? [] : [new URL(issuer.issuer).origin];
  const { page, assets } = readDashboard();
  const index = apiIndex();
  const sendPage = (req: Request, res: Response) => sendFile(req, res, page, EACH_TIME, asks);
  return {
    getIndex: (req, res) => {
      res.vary('Accept');
      if (req.accepts('html', 'json') === 'json') res.set('Cache-Control', EACH_TIME).json(index);
      else sendPage(req, res);
    },
    getSkillPage: sendPage,
    getComparePage: sendPage,
    getReportsPage: sendPage,
    getReportPage: sendPage,
    getPipelinePage: sendPage,
    getTryPage: sendPage,
    getSignedInPage: sendPage,
    getPageAsset: (req, res) => {
      const file = assets.get(req.params.asset);
      if (!file) throw appError('not-found', `The dashboard has no file ${req.params.asset}`);
      sendFile(req, res, file, FOR_EVER, asks);
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
