type Json = { [key: string]: unknown };
type Fields = { 'f:spec': { 'f:template'?: Json; 'f:replicas'?: Json } };
type Owner = { manager: string; operation: string; subresource?: string; fieldsV1: Fields };
/** A Deployment as the cluster has it. */
export type LiveDeployment = Json & {
  kind: string;
  metadata: Json & { name: string; managedFields?: Owner[] };
  spec: Json & { replicas?: number };
};

const ownsReplicas = ({ fieldsV1 }: Owner) => 'f:replicas' in fieldsV1['f:spec'];
const withoutReplicas = (owner: Owner): Owner => {
  const { 'f:replicas': _replicas, ...spec } = owner.fieldsV1['f:spec'];
  return { ...owner, fieldsV1: { 'f:spec': spec } };
};
const ownersOf = (live: LiveDeployment | undefined) => live?.metadata.managedFields ?? [];
const withDefault = (live: LiveDeployment): LiveDeployment => ({
  ...live,
  spec: { ...live.spec, replicas: live.spec.replicas ?? 1 },
});

/** What becomes of it when an autoscaler, or somebody by hand, scales it: the number is theirs from then on. */
export const scaled = (live: LiveDeployment, replicas: number): LiveDeployment => {
  const fieldsV1: Fields = { 'f:spec': { 'f:replicas': {} } };
  const scaler = { manager: 'kube-controller-manager', operation: 'Update', subresource: 'scale', fieldsV1 };
  const managedFields = [...ownersOf(live).map(withoutReplicas), scaler];
  return { ...live, metadata: { ...live.metadata, managedFields }, spec: { ...live.spec, replicas } };
};

const applied = (live: LiveDeployment | undefined, wanted: LiveDeployment): LiveDeployment | 'conflict' => {
  const others = ownersOf(live).filter(({ operation }) => operation !== 'Apply');
  const theirs = others.some(ownsReplicas);
  const replicas = wanted.spec.replicas ?? (theirs ? live?.spec.replicas : undefined);
  if (theirs && replicas !== live?.spec.replicas) return 'conflict';
  const spec = { 'f:template': {}, ...(wanted.spec.replicas === undefined ? {} : { 'f:replicas': {} }) };
  const helm = { manager: 'helm', operation: 'Apply', fieldsV1: { 'f:spec': spec } };
  const metadata = { ...wanted.metadata, managedFields: [...others, helm] };
  return withDefault({ ...wanted, metadata, spec: { ...wanted.spec, replicas } });
};

/**
 * What becomes of its replicas by a change, as Kubernetes does it: where none are left there is 1, and a server-side
 * apply takes away only what nobody else owns, and refuses another number than an owner's.
 * @param changed what a create or a merge patch, which know of no owners, would leave
 * @param type content type of the change
 */
export const deploymentAfter = (
  live: LiveDeployment | undefined,
  changed: LiveDeployment,
  type: string,
): LiveDeployment | 'conflict' =>
  type.includes('apply-patch') ? applied(live, changed) : withDefault(changed);
