import { noHead, type Handlers } from '@skillstream/http';
import type { ReadPipeline } from '../pipeline/create-pipeline.ts';
import type { PipelineWatch } from '../pipeline/watch-pipeline.ts';
import { beginEventStream } from './event-stream.ts';
import { onwardHeaders } from './request.ts';

export type PipelineHandlerDeps = { read: ReadPipeline; watch: Pick<PipelineWatch, 'join'> };

/**
 * The state of the pipeline, and its live stream as Server-Sent Events. The stream has no ids: a client that comes
 * back receives the events of the last minutes again, each with an id of its own, and the state within a second.
 */
export const pipelineHandlers = ({ read, watch }: PipelineHandlerDeps) =>
  ({
    getPipeline: async (req, res) => void res.json(await read(onwardHeaders(req))),
    watchPipeline: [
      noHead,
      (req, res) => {
        // The client may have left during authorization: no event would report that any more.
        if (res.closed) return;
        const { replay } = beginEventStream(req, res, (client) =>
          watch.join({ ...client, onEvent: ({ data }) => res.write(data) }, onwardHeaders(req)),
        );
        res.write(replay);
      },
    ],
  }) satisfies Partial<Handlers<'gateway'>>;
