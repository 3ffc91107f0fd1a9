import type { SignIn } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Request, RequestHandler, Response } from 'express';
import { apiIndex } from '../dashboard/api-index.ts';
import { codings, readDashboard, type BuiltFile, type Coding } from '../dashboard/built-files.ts';
import { guarded } from './page-policy.ts';

// The page names files by the hash of their content: it is asked for each time, and they never change.
const EACH_TIME = 'no-cache';
// Files and what programs ask for: a page there would hide from its author that an address is wrong.
const OF_PROGRAMS = /^\/(v1|graphql|docs|assets|internal)(\/|$)|\.[a-z]+$/;
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
 * prefers JSON. `unknown` serves the same document with 404 to browsers, where no route is. Beside this gateway the
 * page may ask the issuer that it signs in with, where there is one. `looks` has the addresses of its style and icon.
 */
export const createDashboard = ({ issuer }: SignIn) => {
  const asks = issuer === null ? [] : [new URL(issuer.issuer).origin];
  const { page, assets } = readDashboard();
  const addressOf = (end: string) => `/assets/${[...assets.keys()].find((name) => name.endsWith(end))}`;
  const looks = { stylesheet: addressOf('.css'), icon: addressOf('.svg') };
  const index = apiIndex();
  const sendPage = (req: Request, res: Response) => sendFile(req, res, page, EACH_TIME, asks);
  /** The page says itself that it is not there; who asks for anything but HTML has the problem. */
  const unknown: RequestHandler = (req, res, next) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    // First what a program that takes everything is to have.
    const wantsPage = isRead && !OF_PROGRAMS.test(req.path) && req.accepts('json', 'html') === 'html';
    if (!wantsPage) return next();
    res.status(404).vary('Accept');
    sendPage(req, res);
  };
  const handlers = {
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
    getLoadPage: sendPage,
    getSourcesPage: sendPage,
    getSignedInPage: sendPage,
    getPageAsset: (req, res) => {
      const file = assets.get(req.params.asset);
      if (!file) throw appError('not-found', `The dashboard has no file ${req.params.asset}`);
      sendFile(req, res, file, FOR_EVER, asks);
    },
  } satisfies Partial<Handlers<'gateway'>>;
  return { handlers, unknown, looks };
};
