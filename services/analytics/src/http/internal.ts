import type {
  AnalyticsRow,
  ConsumerStatus,
  CountedSkill,
  ReplicaReport,
  ViewsState,
} from '@skillstream/contracts';
import type { Handlers } from '@skillstream/http';

type InternalDeps = {
  ledgerRow: () => Promise<AnalyticsRow>;
  consumers: () => ConsumerStatus[];
  report: () => ReplicaReport;
  viewVersion: () => Promise<string | null>;
  isCounted: (skillId: string) => Promise<boolean>;
};

/** Handlers of the internal operations, for the gateway and for operators. */
export const internalHandlers = ({ ledgerRow, consumers, report, viewVersion, isCounted }: InternalDeps) =>
  ({
    getAnalyticsRow: async (_req, res) => {
      res.json(await ledgerRow());
    },
    getAnalyticsConsumers: (_req, res) => {
      res.json(consumers());
    },
    getAnalyticsPipeline: (_req, res) => {
      res.json(report());
    },
    getViewsState: async (_req, res) => {
      const state: ViewsState = { version: await viewVersion() };
      res.json(state);
    },
    isSkillCounted: async (req, res) => {
      const found: CountedSkill = { counted: await isCounted(req.params.id) };
      res.json(found);
    },
  }) satisfies Partial<Handlers<'analytics'>>;
