type Model = new (object: object) => { validate(): void };
type Load = () => Promise<Record<string, unknown>>;

/** The kinds of operators whose definitions are in a package, by apiVersion and kind. */
const models: Readonly<Record<string, Load>> = {
  'gateway.networking.k8s.io/v1 HTTPRoute': () =>
    import('@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute'),
  'keda.sh/v1alpha1 ScaledObject': () => import('@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject'),
  'keda.sh/v1alpha1 TriggerAuthentication': () =>
    import('@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication'),
  'monitoring.coreos.com/v1 ServiceMonitor': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'),
  'monitoring.coreos.com/v1 PrometheusRule': () =>
    import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'),
  'cert-manager.io/v1 Certificate': () =>
    import('@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate'),
  'cert-manager.io/v1 Issuer': () => import('@kubernetes-models/cert-manager/cert-manager.io/v1/Issuer'),
  'argoproj.io/v1alpha1 Application': () =>
    import('@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application'),
  'source.toolkit.fluxcd.io/v1 GitRepository': () =>
    import('@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/GitRepository'),
  'helm.toolkit.fluxcd.io/v2 HelmRelease': () =>
    import('@kubernetes-models/flux-cd/helm.toolkit.fluxcd.io/v2/HelmRelease'),
};

/** An object's apiVersion and kind. */
export const typeOf = ({ apiVersion, kind }: { apiVersion?: string; kind: string }): string =>
  `${apiVersion} ${kind}`;
export const customTypes: readonly string[] = Object.keys(models);

/**
 * What is wrong with an object of an operator's kind: what is missing, or of another type. A field that its
 * definition does not know is not found, since Kubernetes drops it, too.
 */
export const validateCustom = async (object: {
  apiVersion?: string;
  kind: string;
  metadata: { name: string };
}): Promise<string[]> => {
  const Kind = (await models[typeOf(object)]!())[object.kind] as Model;
  try {
    new Kind(object).validate();
    return [];
  } catch (error) {
    return [`${object.kind} ${object.metadata.name}: ${(error as Error).message}`];
  }
};
