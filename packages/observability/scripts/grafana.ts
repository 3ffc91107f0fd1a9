import { ReduceDataOptionsBuilder, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  RowBuilder,
  type Dashboard,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as GraphBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { DashboardPlan, Panel, PanelQuery } from '../src/dashboards/dashboard.ts';

const datasource = { type: 'prometheus', uid: '${datasource}' };
const [WIDTH, HEIGHT] = [8, 8];

const target = ({ legend, expr }: PanelQuery, at: number) =>
  new DataqueryBuilder()
    .refId(String.fromCharCode(65 + at))
    .datasource(datasource)
    .expr(expr('$__rate_interval'))
    .legendFormat(legend)
    // Dots that lead to traces, where a query is of a histogram's buckets.
    .exemplar(expr('1m').includes('_bucket'))
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

/** A dashboard as Grafana 11 and later import it; the data source is chosen by a variable of it. */
export const grafanaDashboard = ({ id, title, about, rows }: DashboardPlan): Dashboard => {
  const builder = new DashboardBuilder(`skillstream / ${title}`)
    .uid(`skillstream-${id}`)
    .description(about)
    .tags(['skillstream'])
    .timezone('browser')
    .refresh('30s')
    .time({ from: 'now-1h', to: 'now' })
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'));
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
