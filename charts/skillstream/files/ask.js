// Run by `helm test` with the gateway's address, the time it has, and whom tokens are for: sends a posting through the
// gateway, waits until it is counted, and takes it back. Without a token it only reads.
/* global AbortSignal, Buffer, fetch, setTimeout */
import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, url, timeoutMs, audience] = process.argv;
const deadline = Date.now() + Number(timeoutMs);
const say = (line) => process.stdout.write(`${line}\n`);

const handed = (name) => {
  try {
    return readFileSync(`/etc/skillstream/access/${name}`, 'utf8').trim();
  } catch {
    return null;
  }
};

// As `skillstream token` signs one (JWT, ES256); it holds as long as this test may take.
const signToken = (key) => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const issuedAt = Math.floor(Date.now() / 1000);
  const scope = 'analytics:read postings:write postings:retract';
  const names = { iss: 'urn:skillstream:demo', aud: audience, sub: 'helm-test', scope };
  const times = { iat: issuedAt, exp: Math.ceil(deadline / 1000) + 30 };
  const text = `${part({ alg: 'ES256', typ: 'at+jwt' })}.${part({ ...names, ...times })}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
};

const tokenOf = (given, key) => given ?? (key && signToken(key));
const token = tokenOf(handed('token'), handed('demo-signing-key'));
const authorization = token ? { authorization: `Bearer ${token}` } : {};

const ask = async (path, { headers, ...options } = {}) => {
  const init = { ...options, headers: { ...headers, ...authorization }, signal: AbortSignal.timeout(10_000) };
  const response = await fetch(url + path, init);
  const text = await response.text();
  if (response.ok) return text && JSON.parse(text);
  throw Object.assign(new Error(`${options.method ?? 'GET'} ${path}: ${response.status} ${text}`), {
    status: response.status,
  });
};

// A part may be restarting, and a new pod's first packets may be refused: what fails is asked again until time is up.
const until = async (what, attempt) => {
  let last = 'no answer yet';
  while (Date.now() < deadline) {
    try {
      const found = await attempt();
      if (found) return found;
      last = 'not yet';
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${what}: ${last} after ${timeoutMs} ms`);
};

const month = new Date().toISOString().slice(0, 7);
// As one of the sample: no number of anybody's own postings changes, not even for a moment.
const demand = `/v1/demand?origin=sample&country=LI&from=${month}&to=${month}`;
const go = (response) => response.skills.find(({ skillId }) => skillId === 'go')?.count ?? 0;

const writeAndCount = async () => {
  const posting = {
    source: 'sample',
    sourceId: `0-${Date.now()}`,
    title: 'Backend developer',
    description: 'We write our services in Go (golang) and run them on Kubernetes.',
    location: { country: 'LI', city: 'Vaduz' },
    datePosted: new Date().toISOString().slice(0, 10),
  };
  const before = go(await until('demand', () => ask(demand)));
  const body = JSON.stringify(posting);
  const headers = { 'content-type': 'application/json' };
  const taken = await until('posting', () => ask('/v1/postings', { method: 'POST', headers, body }));
  say(`accepted ${JSON.stringify(taken)}`);
  const startedMs = Date.now();
  await until('count', async () => go(await ask(demand)) > before);
  say(`counted after ${Date.now() - startedMs} ms`);
  await until('retraction', async () => {
    await ask(`/v1/postings/${taken.postingId}`, { method: 'DELETE' });
    return true;
  });
  say('retracted');
};

// Where reading takes a token as well, a refusal is the answer that shows that somebody is there and looks.
const readOnly = async () => {
  const refusal = ({ status, message }) =>
    status === 401 ? 'refused, as reads are closed' : Promise.reject(new Error(message));
  const found = await until('demand', () => ask(demand).then(() => 'answered', refusal));
  say(`${found}; nothing was written: there is no token (test.token.existingSecret.name names one)`);
};

await (token ? writeAndCount() : readOnly());
