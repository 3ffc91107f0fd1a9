{{/* Annotations of a pod by which a plain Prometheus finds it: a custom of its examples, which its configuration has to know. */}}
{{- define "common.scrapeAnnotations" -}}
{{- if .Values.global.monitoring.annotations -}}
prometheus.io/scrape: 'true'
prometheus.io/port: '8081'
prometheus.io/path: /metrics
{{- end }}
{{- end }}

{{/*
Labels as the rules and dashboards know them: `service` is the word of the service and not the name of the Service, `job` is
one for all, and `release`, with the `namespace` that the operator adds, tells releases apart. The metrics say `service`
themselves; that of `up` is the target's.
*/}}
{{- define "common.scrapeLabels" -}}
honorLabels: true
relabelings:
  - { targetLabel: job, replacement: skillstream }
  - { targetLabel: service, replacement: {{ .Chart.Name }} }
  - { targetLabel: release, replacement: {{ .Release.Name | quote }} }
{{- end }}

{{/* The label by which a ServiceMonitor knows the Service of metrics from that of callers, whose other labels are the same. */}}
{{- define "common.metricsLabel" -}}
app.kubernetes.io/component: metrics
{{- end }}

{{/*
The Service of a service's metrics, for the ServiceMonitor alone: headless, so that nothing outside of the cluster can be led to
it, and with the pods that are not ready, which have the most to tell.
*/}}
{{- define "common.metricsService" -}}
{{- if .Values.global.monitoring.serviceMonitor.enabled -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "common.shortName" (dict "Release" .Release "name" (printf "%s-metrics" .Chart.Name) "longest" 63) }}
  namespace: {{ .Release.Namespace | quote }}
  labels:
    {{- include "common.labelsWith" (dict "root" . "own" (include "common.metricsLabel" . | fromYaml)) | nindent 4 }}
  {{- include "common.annotations" (dict "root" .) }}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  {{- include "common.ipFamilies" . | nindent 2 }}
  selector:
    {{- include "common.selectorLabels" . | nindent 4 }}
  ports:
    - name: management
      port: 8081
      targetPort: management
      appProtocol: http
{{- end }}
{{- end }}
