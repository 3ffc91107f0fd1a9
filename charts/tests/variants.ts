import { external } from './external.ts';
import type { Values } from './helm.ts';

const keda = (trigger: 'kafka' | 'prometheus'): Values => ({
  keda: {
    enabled: true,
    trigger,
    prometheus: { serverAddress: 'http://prometheus:9090', authentication: 'scaler', authModes: 'bearer' },
  },
});

/** Releases which together have every kind of object that the charts can make: what scanners look at. */
export const variants: Record<string, Values> = {
  'a demonstration': {
    generator: { enabled: true },
    tokens: { enabled: true },
    tagging: keda('kafka'),
    gateway: { autoscaling: { enabled: true }, ingress: { enabled: true } },
  },
  'engines of its own, watched': {
    ...external,
    global: {
      ...external.global,
      monitoring: {
        annotations: true,
        namespaceSelector: { 'kubernetes.io/metadata.name': 'monitoring' },
        serviceMonitor: { enabled: true },
      },
      tracing: { endpoint: 'http://collector.monitoring:4318', headersSecret: { name: 'collector' } },
    },
    prometheusRule: { enabled: true },
    dashboards: { enabled: true },
    ingestion: { autoscaling: { enabled: true } },
    tagging: keda('kafka'),
    analytics: keda('prometheus'),
    gateway: {
      service: { type: 'NodePort' },
      httpRoute: { enabled: true, parentRefs: [{ name: 'edge' }], hostnames: ['jobs.example.org'] },
    },
  },
  'as small as it gets': {
    engines: { persistence: { enabled: false }, kafka: { dataInMemory: { size: '64Mi' } } },
    ...Object.fromEntries(
      ['ingestion', 'tagging', 'analytics', 'gateway'].map((service) => [
        service,
        { replicas: 1, podDisruptionBudget: { enabled: false }, serviceAccount: { create: false } },
      ]),
    ),
  },
};
