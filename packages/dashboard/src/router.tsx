import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ComparePage } from './compare/compare-page.tsx';
import { parseSearch, printSearch, searchOf } from './filter/search.ts';
import { MarketPage } from './market/market-page.tsx';
import { ReportPage } from './reports/report-page.tsx';
import { ReportsPage } from './reports/reports-page.tsx';
import { Layout } from './shell/layout.tsx';
import { Failed, NotThere } from './shell/not-there.tsx';
import { SIGNED_IN_PATH } from './sign-in/arrival.ts';
import { SignedInPage } from './sign-in/signed-in-page.tsx';
import { SkillPage } from './skill/skill-page.tsx';
import { TryPage } from './try/try-page.tsx';

const root = createRootRoute({
  validateSearch: searchOf,
  component: Layout,
  notFoundComponent: NotThere,
  errorComponent: Failed,
});
const market = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <MarketPage search={market.useSearch()} />,
});
const skill = createRoute({
  getParentRoute: () => root,
  path: '/skills/$id',
  component: () => <SkillPage id={skill.useParams().id} search={skill.useSearch()} />,
});
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  component: () => <ComparePage search={compare.useSearch()} />,
});
const reports = createRoute({ getParentRoute: () => root, path: '/reports', component: ReportsPage });
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: () => <ReportPage id={report.useParams().id} search={report.useSearch()} />,
});
// Few come for these, or they are large: their code is fetched when they are opened.
const pipeline = createRoute({
  getParentRoute: () => root,
  path: '/pipeline',
  component: lazyRouteComponent(() => import('./pipeline/pipeline-page.tsx'), 'PipelinePage'),
});
const tryIt = createRoute({ getParentRoute: () => root, path: '/try', component: TryPage });
const load = createRoute({
  getParentRoute: () => root,
  path: '/load',
  component: lazyRouteComponent(() => import('./load/load-page.tsx'), 'LoadPage'),
});
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
});
const signedIn = createRoute({ getParentRoute: () => root, path: SIGNED_IN_PATH, component: SignedInPage });

/** The pages by their addresses; the gateway serves the document at each (contracts/src/page-operations.ts). */
export const router = createRouter({
  routeTree: root.addChildren([
    market,
    skill,
    compare,
    reports,
    report,
    pipeline,
    tryIt,
    load,
    sources,
    signedIn,
  ]),
  // Here, not by `validateSearch` alone, which leaves in what it does not give back.
  parseSearch: (text) => searchOf(parseSearch(text)),
  defaultErrorComponent: Failed,
  stringifySearch: printSearch,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
