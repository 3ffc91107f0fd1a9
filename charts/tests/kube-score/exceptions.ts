type Exception = { kinds: readonly string[]; reason: string };

/** Checks of kube-score that the charts do not meet: by which kinds of objects, and why it stays so. */
export const exceptions: Record<string, Exception> = {
  'container-image-pull-policy': {
    kinds: ['Deployment', 'StatefulSet', 'Job', 'CronJob', 'Pod'],
    reason: 'Tags are of versions and do not move; IfNotPresent lets a pod start while the registry is away.',
  },
  'container-security-context-user-group-id': {
    kinds: ['StatefulSet'],
    reason: "The engines' official images have their users' numbers, which their files belong to.",
  },
  'container-ephemeral-storage-request-and-limit': {
    kinds: ['StatefulSet'],
    reason: 'An engine without a volume keeps its data there, which the size of their folder limits.',
  },
  'deployment-has-host-podantiaffinity': {
    kinds: ['Deployment'],
    reason: 'Constraints of topology spread replicas, and let two share a node where there is but one.',
  },
  'deployment-replicas': {
    kinds: ['Deployment'],
    reason:
      'One is enough for what reads Kafka, which goes on where it stopped; `replicas` or KEDA makes more.',
  },
  'pod-probes-identical': {
    kinds: ['StatefulSet'],
    reason: 'Kafka is asked for its port by both; to be restarted it has to fail for four times as long.',
  },
  'service-type': {
    kinds: ['Service'],
    reason: 'A NodePort is made only where gateway.service.type asks for it.',
  },
};
