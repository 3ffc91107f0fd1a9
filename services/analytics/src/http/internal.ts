import type { CountedSkill, ConsumerStatus, ViewsState, AnalyticsLine } from '@skillstream/contracts';
import type { Handlers } from '@skillstream/runtime';

type InternalDeps = {
  ledgerLine: () => Promise<AnalyticsLine>;
  consumers: () => ConsumerStatus[];
  viewVersion: () => Promise<string | null>;
  isCounted: (skillId: string) => Promise<boolean>;
};

/** What the gateway and operators ask of this service alone. */
export const internalHandlers = ({ ledgerLine, consumers, viewVersion, isCounted }: InternalDeps) =>
  ({
    getAnalyticsLine: async (_req, res) => {
      res.json(await ledgerLine());
    },
    getAnalyticsConsumers: (_req, res) => {
      res.json(consumers());
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
