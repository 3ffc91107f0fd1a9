{{/* Lines of the ConfigMap. */}}
{{- define "gateway.config" -}}
{{ include "common.config" . }}
{{ include "common.config.redis" . }}
{{- range $part, $url := .Values.urls }}
{{ upper $part }}_URL: {{ $url | default (printf "http://%s-%s" $.Release.Name $part) | quote }}
{{- end }}
{{- end }}
