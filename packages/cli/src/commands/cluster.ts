import { usageError } from '../terminal/cli-error.ts';
import type { Command } from '../terminal/command.ts';
import { clusterDebug } from './cluster/debug.ts';
import { clusterDown } from './cluster/down.ts';
import { clusterLoad } from './cluster/load.ts';
import { clusterOpen } from './cluster/open.ts';
import { clusterStatus } from './cluster/status.ts';
import { clusterToken } from './cluster/token.ts';
import { clusterUp } from './cluster/up.ts';

const usage = `skillstream cluster up|status|open|load|token|debug|down [-n NAMESPACE] [--release NAME]

Skillstream on the Kubernetes cluster that kubectl points at. Needs kubectl and helm; to build images, Docker too.

  up            installs or upgrades, and waits with a line for each workload
                --kind           make a kind cluster first (k8s/kind.yaml)
                --images WAY     build: with Docker, and load them into kind; pull: the cluster gets them
                                 (default: build for a kind cluster, else pull)
                --tag TAG        of the images
                -f FILE, --set K=V   values for the chart, as helm takes them
                --timeout N      seconds until it gives up (default: 300)
  status        workloads, pods, memory, and why some are not ready; exit code 1 while any is
  open          the page and the API on this machine, until Ctrl-C; --port N (default: 4100)
  load FILE     as skillstream load, into the cluster; signs tokens by the release's demo key, unless --token or
                SKILLSTREAM_TOKEN is one
  token --scope SCOPE   as skillstream token, by the release's demo key
  debug SERVICE --cpu 10s|--heap   as skillstream debug, of one pod (--replica POD)
  down          uninstalls it; --data deletes the engines' volumes and the Secret with their passwords too, also
                later

  -n, --namespace NAME, --release NAME   which one is meant (default: skillstream)`;

const parts: Record<string, (args: string[]) => Promise<number>> = {
  up: clusterUp,
  status: clusterStatus,
  open: clusterOpen,
  load: clusterLoad,
  token: clusterToken,
  debug: clusterDebug,
  down: clusterDown,
};

const run = async ([name = '', ...args]: string[]): Promise<number> => {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) throw usageError(`cluster takes ${Object.keys(parts).join(', ')}, not "${name}"`);
  return part(args);
};

export const cluster: Command = { usage, run };
