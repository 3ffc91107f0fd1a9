{{/* Lines of the ConfigMap. */}}
{{- define "ingestion.config" -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{ include "common.config.mongodb" . }}
{{ include "common.config.redis" . }}
{{- end }}
