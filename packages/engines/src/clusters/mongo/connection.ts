import type { Socket } from 'node:net';
import { sleep } from '@skillstream/async';
import {
  commandOf,
  failure,
  isHello,
  isWrite,
  majorityWait,
  refusalBySecondary,
  withWriteConcernError,
  writeOf,
} from './commands.ts';
import type { Faults } from './fault-injection.ts';
import type { Members } from './members.ts';
import type { ReplyMemory } from './reply-memory.ts';
import { connectUpstream } from './upstream.ts';
import { createSplitter, decode, encodeReply, idOf, type Message } from './wire.ts';

export type Deps = {
  upstream: string;
  /** The `hello` reply of the server behind the proxy. */
  hello: Record<string, unknown>;
  members: Members;
  memory: ReplyMemory;
  faults: Faults;
  electionMs: number;
};

/** Serves a client's connection to one member, until either side closes it. */
export const serveConnection = (client: Socket, member: number, deps: Deps) => {
  const { faults, members, memory } = deps;
  const upstream = connectUpstream(deps.upstream, () => client.destroy());
  let swallowed = false;
  const send = async (frame: Buffer) => {
    if (faults.delayMs > 0) await sleep(faults.delayMs);
    if (faults.halfOpen) swallowed = true;
    else client.write(frame);
  };

  const hello = async (message: Message) => {
    const { topologyVersion, maxAwaitTimeMS } = message.body;
    const helloReply = () => ({ ...deps.hello, ...members.view(member), localTime: new Date() });
    if (topologyVersion === undefined) return send(encodeReply(message, helloReply()));
    // A monitoring client: it receives each change, as a stream when it allows that.
    let responseTo = message.requestId;
    let known = topologyVersion;
    do {
      await members.changed(known, Number(maxAwaitTimeMS));
      const body = helloReply();
      known = body.topologyVersion;
      const frame = encodeReply(message, body, { responseTo, moreToCome: message.exhaustAllowed });
      responseTo = idOf(frame);
      await send(frame);
    } while (message.exhaustAllowed && !client.destroyed);
  };

  const write = async (message: Message) => {
    const trap = faults.take(writeOf(message));
    if (trap?.when === 'before') {
      members.stepDown(deps.electionMs);
      return trap.error === undefined ? client.destroy() : send(failure(message, trap.error));
    }
    const reply = await memory.once(message, () => upstream.ask(message.frame));
    if (trap !== null) {
      members.stepDown(deps.electionMs);
      return trap.error === undefined
        ? client.destroy()
        : send(withWriteConcernError(message, reply, trap.error));
    }
    const wait = majorityWait(message);
    const acknowledged = wait === null || (await faults.majority(wait.timeoutMs));
    return send(acknowledged ? reply : withWriteConcernError(message, reply, 64));
  };

  const reply = async (message: Message) => {
    const command = commandOf(message);
    if (isHello(command)) return hello(message);
    const refusal = members.isPrimary(member) ? null : refusalBySecondary(command);
    if (refusal !== null) return send(failure(message, refusal));
    if (isWrite(command)) return write(message);
    const wait = majorityWait(message);
    if (wait !== null) await faults.majority(wait.timeoutMs);
    return send(await upstream.ask(message.frame));
  };

  const split = createSplitter();
  let turn: Promise<unknown> = Promise.resolve();
  client.on('data', (chunk) => {
    if (faults.halfOpen) {
      swallowed = true;
      return;
    }
    for (const frame of split(chunk))
      turn = turn.then(() => reply(decode(frame))).catch(() => client.destroy());
  });
  client.on('error', () => client.destroy());
  client.on('close', upstream.close);
  return {
    cut: () => client.destroy(),
    /** A connection that lost bytes cannot be used again. */
    cutIfBroken: () => {
      if (swallowed) client.destroy();
    },
  };
};
