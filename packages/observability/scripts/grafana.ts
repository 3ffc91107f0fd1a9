import { ReduceDataOptionsBuilder, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
  type Dashboard,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as GraphBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import {
  EVERY_RELEASE,
  exprOf,
  type DashboardPlan,
  type Panel,
  type PanelQuery,
} from '../src/dashboards/dashboard.ts';
import { JOB } from '../src/alerts/service-alerts.ts';

const datasource = { type: 'prometheus', uid: '${datasource}' };
const [WIDTH, HEIGHT] = [8, 8];

// The values of a label that targets of the job have, and all of them at first.
const releaseVariable = (label: string, title: string, more = '') =>
  new QueryVariableBuilder(label)
    .label(title)
    .datasource(datasource)
    .query(`label_values(up{job="${JOB}"${more}}, ${label})`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .includeAll(true)
    .allValue(EVERY_RELEASE)
    .current({ text: 'All', value: '$__all' });
const chosen = { namespace: '$namespace', release: '$release' };

const target = (query: PanelQuery, at: number) =>
  new DataqueryBuilder()
    .refId(String.fromCharCode(65 + at))
    .datasource(datasource)
    .expr(exprOf(query, '$__rate_interval', chosen))
    .legendFormat(query.legend)
    // Dots that lead to traces, where a query is of a histogram's buckets.
    .exemplar(query.expr('1m').includes('_bucket'))
    .range();

const emptyPanel = (kind: Panel['kind']) =>
  kind === 'stat'
    ? new StatBuilder().reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    : new GraphBuilder().legend(new VizLegendOptionsBuilder().showLegend(true));

const panelOf = ({ kind, title, about, unit, queries }: Panel, id: number) => {
  const builder = emptyPanel(kind).id(id);
  builder.title(title).description(about).unit(unit).datasource(datasource).span(WIDTH).height(HEIGHT);
  for (const [at, query] of queries.entries()) builder.withTarget(target(query, at));
  return builder;
};

/** A dashboard as Grafana 11 and later import it; the data source and the release are chosen by variables of it. */
export const grafanaDashboard = ({ id, title, about, rows }: DashboardPlan): Dashboard => {
  const builder = new DashboardBuilder(`skillstream / ${title}`)
    .uid(`skillstream-${id}`)
    .description(about)
    .tags(['skillstream'])
    .timezone('browser')
    .refresh('30s')
    .time({ from: 'now-1h', to: 'now' })
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'))
    .withVariable(releaseVariable('namespace', 'Namespace'))
    .withVariable(releaseVariable('release', 'Release', ',namespace=~"$namespace"'));
  let panels = 0;
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title).id((panels += 1)));
    for (const panel of row.panels) builder.withPanel(panelOf(panel, (panels += 1)));
  }
  return builder.build();
};

/** The file that Grafana imports. */
export const dashboardFile = (plan: DashboardPlan): string =>
  `${JSON.stringify(grafanaDashboard(plan), null, 2)}\n`;
