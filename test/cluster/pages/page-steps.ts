import type { ShellChange } from './shell-of.ts';

/** A block of a page that is run, and what is done before and after it, which the page leaves to its reader. */
export type PageStep = {
  page: string;
  begins: string;
  change?: ShellChange;
  before?: string;
  after?: string;
};

const builds = 'docker buildx bake -f docker/docker-bake.hcl';
/** The cluster and its images are there: kubectl points at it, and the images were built by this command before. */
const made = ['kind create', 'kind load', builds];
const loaded = ['kind load', builds];
const answersAt = (port: number) => `curl -sf http://127.0.0.1:${port}/healthz > /dev/null`;
/** Without kind the command does not make images, and is told which are there. */
const up = { 'cluster up': 'cluster up --tag dev' };
const opened = { begins: 'npm run skillstream -- cluster open', answers: answersAt(4100) };
const gone = (...namespaces: string[]) =>
  `kubectl delete namespace ${namespaces.join(' ')} --ignore-not-found --timeout=300s`;
const rolledOut = (namespace: string) =>
  `kubectl -n ${namespace} rollout status deployment,statefulset --timeout=8m`;

const charts = 'charts/README.md';
const release = 'charts/skillstream/README.md';
const kubernetes = 'docs/kubernetes.md';
const removed: PageStep[] = [
  { page: release, begins: 'helm uninstall' },
  { page: release, begins: 'kubectl --namespace skillstream delete pvc,secret' },
];

const wholeRelease = (file: string): PageStep[] => [
  {
    page: 'k8s/README.md',
    begins: 'kind create',
    before: gone('skillstream'),
    change: {
      leaveOut: made,
      // kind brings the port of its node to this machine.
      replace: {
        'http://127.0.0.1:8080': `"http://$(kubectl get nodes -o jsonpath='{.items[0].status.addresses[0].address}'):30080"`,
      },
    },
  },
  ...removed,
  { page: charts, begins: 'kind create', change: { leaveOut: made } },
  { page: charts, begins: 'kubectl --namespace skillstream delete pod' },
  {
    page: kubernetes,
    begins: 'npm run skillstream -- cluster up',
    change: { replace: { ...up, FILE: file }, endless: [opened] },
  },
  // Over the volumes that `cluster down` left.
  { page: release, begins: builds, change: { leaveOut: loaded }, after: rolledOut('skillstream') },
  { page: release, begins: 'helm dependency update', change: { replace: { 'tag=NEW': 'tag=dev' } } },
  {
    page: kubernetes,
    begins: 'npm run skillstream -- cluster load',
    change: { replace: { FILE: file }, endless: [opened] },
  },
  {
    page: kubernetes,
    begins: 'kubectl -n skillstream patch secret',
    change: { replace: up },
    after: rolledOut('skillstream'),
  },
  { page: kubernetes, begins: 'npm run -s skillstream -- cluster token' },
  {
    page: kubernetes,
    begins: 'npm run skillstream -- cluster up --set generator',
    change: {
      replace: up,
      endless: [
        {
          begins: 'kubectl -n skillstream logs',
          answers: 'kubectl -n skillstream logs deployment/skillstream-generator | grep sending > /dev/null',
        },
      ],
    },
  },
  { page: kubernetes, begins: 'kubectl -n skillstream exec skillstream-valkey-0' },
  { page: charts, begins: `${builds} --load cli`, change: { leaveOut: loaded } },
  ...removed.slice(0, 1),
  { page: charts, begins: 'kubectl --namespace skillstream delete pvc,secret' },
];

const rendered: PageStep[] = [
  {
    page: charts,
    begins: 'helm dependency update',
    before: gone('skillstream'),
    after: rolledOut('skillstream'),
  },
  {
    page: charts,
    begins: 'kubectl create namespace skillstream',
    before: gone('skillstream'),
    after: rolledOut('skillstream'),
  },
  { page: charts, begins: 'kubectl --namespace skillstream get secret', after: gone('skillstream') },
];

const services = ['ingestion', 'tagging', 'analytics', 'gateway'] as const;
const single = (chart: string): PageStep[] => {
  const page = `charts/${chart}/README.md`;
  return [
    { page, begins: builds, change: { leaveOut: loaded } },
    { page, begins: 'helm dependency update', change: { replace: { 'tag=NEW': 'tag=dev' } } },
    { page, begins: `helm uninstall my-${chart}` },
  ];
};
const singleCharts: PageStep[] = [
  {
    page: charts,
    begins: 'kubectl create namespace engines',
    before: gone('engines', 'jobs'),
    change: {
      endless: [{ begins: 'kubectl --namespace jobs port-forward', answers: answersAt(4100) }],
    },
  },
  { page: charts, begins: 'npm run -s skillstream -- cluster token' },
  ...services.flatMap(single),
  ...single('engines'),
  {
    page: 'charts/engines/README.md',
    begins: 'kubectl --namespace engines delete',
    after: gone('engines', 'jobs'),
  },
];

/**
 * The blocks in the order in which they are run, on a cluster that nothing else uses.
 * @param file of postings
 */
export const pageSteps = (file: string): PageStep[] => [...wholeRelease(file), ...rendered, ...singleCharts];

const noRegistry = 'there is no registry to push to';
/** The blocks that are not run, and why. */
export const notRun: (Pick<PageStep, 'page' | 'begins'> & { why: string })[] = [
  { page: charts, begins: 'REGISTRY=', why: noRegistry },
  { page: charts, begins: 'kubectl --namespace skillstream create secret docker-registry', why: noRegistry },
  { page: 'k8s/README.md', begins: 'REGISTRY=', why: noRegistry },
  {
    page: charts,
    begins: 'kubectl --namespace skillstream patch pvc',
    why: 'there is no storage that can grow',
  },
  {
    page: kubernetes,
    begins: 'kubectl -n login port-forward',
    why: 'there is no Keycloak; access.cluster.test.ts has an issuer of its own',
  },
  { page: 'k8s/terraform/README.md', begins: 'cd k8s/terraform/google', why: 'there is no cloud' },
  { page: 'k8s/terraform/README.md', begins: 'terraform apply -target=google', why: 'there is no cloud' },
];
