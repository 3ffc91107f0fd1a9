{{/* Annotations of a pod by which a plain Prometheus finds it: a custom of its examples, which its configuration has to know. */}}
{{- define "common.scrapeAnnotations" -}}
{{- if .Values.global.monitoring.annotations -}}
prometheus.io/scrape: 'true'
prometheus.io/port: '8080'
prometheus.io/path: /metrics
{{- end }}
{{- end }}
