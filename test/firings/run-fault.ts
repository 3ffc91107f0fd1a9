import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import { messageOf } from '@skillstream/errors';
import { startTraffic } from '../rules/traffic.ts';
import { LIGHT_MS } from './clocks.ts';
import type { Fault, Stage } from './fault.ts';
import { createFiringWatch } from './firing-watch.ts';
import { allCaughtUp, firingNow } from './look.ts';
import type { FaultResult } from './results.ts';

/** In milliseconds. */
type Limits = {
  /** An alert that has not fired by then does not. */
  firesMs: number;
  clearsMs: number;
  /** What it fired beside its own alerts may take so long to clear after them. */
  restMs: number;
  /** Nothing has fired for so long: nothing follows any more. */
  calmMs: number;
  /** As often as there is something new. */
  lookEveryMs: number;
};

/** Some times what the slowest of them takes. */
export const usualLimits: Limits = {
  firesMs: 240_000,
  clearsMs: 480_000,
  restMs: 480_000,
  calmMs: 4000,
  lookEveryMs: 300,
};

/**
 * Makes a fault, waits until its alerts fire, undoes it, and waits until nothing fires that did not before. What does
 * not happen in time is null in the result, or left.
 * @returns a sentence where it was not made, since nobody could have said which of its alerts were its own
 */
export const runFault = async (
  fault: Fault,
  stage: Stage,
  { firesMs, clearsMs, restMs, calmMs, lookEveryMs } = usualLimits,
): Promise<FaultResult | string> => {
  const { fires, afterwards = [], quiet, prepare, make } = fault;
  const traffic = quiet ? null : startTraffic(stage.platform, LIGHT_MS);
  if (quiet) await stage.platform.settled();
  const watch = createFiringWatch();
  const look = async () => {
    watch.look(await firingNow(stage.prometheus), Date.now());
    await sleep(lookEveryMs);
  };
  const haveFired = (ids: readonly string[]) => async () => {
    await look();
    return ids.every((id) => watch.firstMs(id) !== null);
  };
  const own = [...fires, ...afterwards];
  const ownClear = async () => {
    await look();
    return watch.firing().every((id) => !own.includes(id));
  };
  let before: readonly string[] = [];
  const left = () => watch.firing().filter((id) => own.includes(id) || !before.includes(id));
  let calmSinceMs = 0;
  const isCalm = async () => {
    await look();
    const calm = left().length === 0 && (await allCaughtUp(stage.prometheus));
    if (!calm) calmSinceMs = Date.now();
    return Date.now() - calmSinceMs > calmMs;
  };
  const inTime = (what: string, ask: () => Promise<boolean>, limitMs: number) =>
    until(what, ask, limitMs).catch(() => undefined);

  try {
    await prepare?.(stage);
    // Of what fires already nobody could say that it was this.
    const isClear = await until('its alerts are clear', ownClear, clearsMs).catch(() => false);
    if (!isClear) return `${fault.name} was not made: its own alerts fire already`;
    before = watch.firing();
    watch.forget();
    const madeMs = Date.now();
    const undo = await make(stage);
    await inTime('they fire', haveFired(fires), firesMs);
    const undoneMs = Date.now();
    await undo();
    await inTime('the others fire', haveFired(afterwards), firesMs);
    await inTime('they clear', ownClear, clearsMs);
    calmSinceMs = Date.now();
    await inTime('nothing else fires', isCalm, restMs);
    const since = (ms: number | null, fromMs: number) => (ms === null ? null : Math.max(0, ms - fromMs));
    const row = (isAfterwards: boolean) => (alert: string) => ({
      ...{ alert, isAfterwards },
      toFireMs: since(watch.firstMs(alert), isAfterwards ? undoneMs : madeMs),
      toClearMs: since(watch.clearedMs(alert), undoneMs),
    });
    return {
      fault,
      rows: [...fires.map(row(false)), ...afterwards.map(row(true))],
      also: watch.fired().filter((id) => !own.includes(id)),
      left: left(),
    };
  } catch (error) {
    throw new Error(`${fault.name} could not go on: ${messageOf(error)}`, { cause: error });
  } finally {
    await traffic?.end();
  }
};
