import type { DashboardPlan } from './dashboard.ts';
import { engines } from './engines.ts';
import { kafkaClients } from './kafka-clients.ts';
import { overview } from './overview.ts';
import { pipeline } from './pipeline.ts';
import { analyticsDashboard, gatewayDashboard, ingestionDashboard, taggingDashboard } from './services.ts';

/** All dashboards, in the order in which one looks. */
export const dashboards: readonly DashboardPlan[] = [
  ...[overview, pipeline, kafkaClients, engines],
  ...[gatewayDashboard, ingestionDashboard, taggingDashboard, analyticsDashboard],
];
