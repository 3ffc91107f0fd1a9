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

// The first is for those who take anything: programs.
const types = ['application/json', 'application/graphql-response+json', 'text/event-stream', 'text/html'];

/**
 * Tells somebody who opens the path in a browser what it is for. It is no GraphQL, so that the draft of GraphQL
 * over HTTP says nothing of it: a program without a query is told 400, as that wants it.
 */
export const graphqlPage: RequestHandler = (req, res, next) => {
  res.vary('Accept');
  if (Object.keys(req.query).length > 0 || req.accepts(types) !== 'text/html') return next();
  res.type('html').send(page);
};
