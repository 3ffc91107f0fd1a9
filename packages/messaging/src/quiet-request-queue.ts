import { createRequire } from 'node:module';

type RequestQueue = { pending: readonly unknown[]; scheduleCheckPendingRequests: () => void };

// kafkajs exports no request queue, and is CommonJS.
const require = createRequire(import.meta.url);
const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };

const schedule = prototype.scheduleCheckPendingRequests;

/**
 * Lets the request queues of kafkajs set their timer only while a request is pending. With nothing pending each one
 * sets it for a time long past, which Node takes for 1 ms, and again whenever it fires: hundreds of wake-ups a second
 * in an idle service. Whatever adds a pending request, or makes room for one, schedules again.
 */
export const quietRequestQueues = (): void => {
  prototype.scheduleCheckPendingRequests = function () {
    if (this.pending.length > 0) schedule.call(this);
  };
};
