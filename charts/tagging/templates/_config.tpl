{{/* Lines of the ConfigMap. */}}
{{- define "tagging.config" -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{- end }}
