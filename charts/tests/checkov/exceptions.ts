type Exception = { kinds: readonly string[]; reason: string };

const workloads = ['Deployment', 'StatefulSet', 'Job', 'CronJob', 'Pod'];

/** Checks of checkov that the charts do not meet: by which kinds of objects, and why it stays so. */
export const exceptions: Record<string, Exception> = {
  CKV_K8S_11: {
    kinds: workloads,
    reason: 'No limit of CPU: it would slow a pod down beside idle cores, and requests divide busy ones.',
  },
  CKV_K8S_43: {
    kinds: workloads,
    reason:
      'A digest is for whoever installs: image.digest. The same charts are used with images built here.',
  },
  CKV_K8S_15: {
    kinds: workloads,
    reason: 'Tags are of versions and do not move; IfNotPresent lets a pod start while the registry is away.',
  },
  CKV_K8S_35: {
    kinds: ['Deployment', 'StatefulSet', 'Job'],
    reason: 'Passwords are variables, so that a changed Secret is taken by a restart and not at some time.',
  },
  CKV_K8S_40: {
    kinds: ['StatefulSet'],
    reason: "The engines' official images have their users' numbers, which their files belong to.",
  },
  CKV_K8S_8: {
    kinds: ['Deployment', 'Pod'],
    reason: 'The load generator and helm test serve nothing: they end where they fail.',
  },
  CKV_K8S_9: { kinds: ['Deployment', 'Pod'], reason: 'The same.' },
};
