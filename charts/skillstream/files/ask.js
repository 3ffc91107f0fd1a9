// Run by `helm test` with the gateway's address and the time it has: sends a posting through the gateway, waits until it is counted, and takes it back.
/* global AbortSignal, fetch, setTimeout */
const [, url, timeoutMs] = process.argv;
const deadline = Date.now() + Number(timeoutMs);
const say = (line) => process.stdout.write(`${line}\n`);

const ask = async (path, options = {}) => {
  const answer = await fetch(url + path, { ...options, signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${options.method ?? 'GET'} ${path}: ${answer.status} ${text}`);
  return text && JSON.parse(text);
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
const demand = `/v1/demand?country=LI&from=${month}&to=${month}`;
const go = (answer) => answer.skills.find(({ skillId }) => skillId === 'go')?.count ?? 0;
const posting = {
  source: 'helm-test',
  sourceId: `helm-test-${Date.now()}`,
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
