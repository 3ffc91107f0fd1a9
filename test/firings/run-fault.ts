import { until } from '@skillstream/async/testing';
import { messageOf } from '@skillstream/errors';
import { startTraffic } from '../rules/traffic.ts';
import type { Fault, Stage } from './fault.ts';
import { createFiringWatch } from './firing-watch.ts';
import { allCaughtUp, firingNow } from './look.ts';
import type { FaultResult } from './results.ts';

/** More than any of them takes: ten times the longest, by the clock of its rule. */
const FIRES_WITHIN_MS = 240_000;
const CLEARS_WITHIN_MS = 360_000;
/** Nothing has fired for so long: nothing follows any more. */
const CALM_MS = 4000;

/**
 * Makes a fault on a stage where nothing fires, waits until its alerts fire, undoes it, and waits until nothing does.
 * What does not happen in time is null in the result, or left.
 */
export const runFault = async (fault: Fault, stage: Stage): Promise<FaultResult> => {
  const { fires, afterwards = [], quiet, make } = fault;
  const traffic = quiet ? null : startTraffic(stage.platform);
  // What comes in has to be there before it waits; and what came in before has to be counted.
  if (quiet) await stage.platform.settled();
  const watch = createFiringWatch();
  const look = async () => watch.look(await firingNow(stage.prometheus), Date.now());
  const haveFired = (ids: readonly string[]) => async () => {
    await look();
    return ids.every((id) => watch.firstMs(id) !== null);
  };
  let calmSinceMs = Date.now();
  const isCalm = async () => {
    await look();
    const calm = watch.firing().length === 0 && (await allCaughtUp(stage.prometheus));
    if (!calm) calmSinceMs = Date.now();
    return Date.now() - calmSinceMs > CALM_MS;
  };
  const inTime = (what: string, ask: () => Promise<boolean>, limitMs: number) =>
    until(what, ask, limitMs).catch(() => undefined);

  const madeMs = Date.now();
  try {
    const undo = await make(stage);
    await inTime('they fire', haveFired(fires), FIRES_WITHIN_MS);
    const undoneMs = Date.now();
    await undo();
    await inTime('the others fire', haveFired(afterwards), FIRES_WITHIN_MS);
    calmSinceMs = Date.now();
    await inTime('nothing fires', isCalm, CLEARS_WITHIN_MS);
    const since = (ms: number | null, fromMs: number) => (ms === null ? null : Math.max(0, ms - fromMs));
    const row = (isAfterwards: boolean) => (alert: string) => ({
      ...{ alert, isAfterwards },
      toFireMs: since(watch.firstMs(alert), isAfterwards ? undoneMs : madeMs),
      toClearMs: since(watch.clearedMs(alert), undoneMs),
    });
    return {
      fault,
      rows: [...fires.map(row(false)), ...afterwards.map(row(true))],
      also: watch.fired().filter((id) => !fires.includes(id) && !afterwards.includes(id)),
      left: [...watch.firing()],
    };
  } catch (error) {
    throw new Error(`${fault.name} could not go on: ${messageOf(error)}`, { cause: error });
  } finally {
    await traffic?.end();
  }
};
