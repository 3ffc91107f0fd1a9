{{/* Lines of the ConfigMap. */}}
{{- define "tagging.config" -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{ include "common.config.redis" . }}
{{- if .Values.taxonomy.configMap }}
TAXONOMY_FOLDER: {{ include "common.folder" "taxonomy" }}
{{- end }}
{{- end }}
