import { isIP } from 'node:net';
import type { ContainerRuntimeClient, GenericContainer } from 'testcontainers';

/**
 * The address of this machine on which its own Docker engine is reached: loopback, or the bridge for who runs in a
 * container. Null where the engine is on another machine, whose interfaces nobody here knows.
 */
export const ownAddress = (host: string, { container }: ContainerRuntimeClient): string | null =>
  isIP(host) !== 0 && (container.dockerode.modem as { socketPath?: string }).socketPath ? host : null;

type Bound = { hostConfig: { PortBindings: Record<string, { HostIp?: string; HostPort: string }[]> } };

/**
 * Publishes a container's ports on one address alone: the engines ask nobody for a password, and what Docker publishes
 * passes a firewall by. testcontainers has no option for it and publishes on every interface, so this adds to what its
 * option sets, the `PortBindings` of the Docker Engine API.
 * @param draft whose ports are exposed, and which has not started
 */
export const publishOn = (address: string, draft: GenericContainer): GenericContainer => {
  const { PortBindings: bindings } = (draft as unknown as Bound).hostConfig;
  for (const binding of Object.values(bindings).flat()) binding.HostIp = address;
  return draft;
};
