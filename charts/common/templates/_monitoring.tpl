{{/* Annotations of a pod by which a plain Prometheus finds it: a custom of its examples, which its configuration has to know. */}}
{{- define "common.scrapeAnnotations" -}}
{{- if .Values.global.monitoring.annotations -}}
prometheus.io/scrape: 'true'
prometheus.io/port: '8080'
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
