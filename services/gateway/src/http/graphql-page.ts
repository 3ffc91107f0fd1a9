import type { RequestHandler } from 'express';

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>GraphQL</title>
<h1>GraphQL</h1>
<p>Programs ask here: POST, application/json, {"query": "…"}. The schema answers introspection.</p>
<p>The same questions over REST, to be tried in a browser, stand in <a href="/docs">the reference</a>.</p>
</html>
`;

// The first one is for clients that accept anything: programs.
const types = ['application/json', 'application/graphql-response+json', 'text/event-stream', 'text/html'];

/**
 * Explains the path to a person who opens it in a browser. Such a request is not GraphQL, so the GraphQL over HTTP
 * draft does not apply: a program without a query gets 400, as the draft requires.
 */
export const graphqlPage: RequestHandler = (req, res, next) => {
  res.vary('Accept');
  if (Object.keys(req.query).length > 0 || req.accepts(types) !== 'text/html') return next();
  res.type('html').send(page);
};
