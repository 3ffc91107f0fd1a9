{{/* Lines of the ConfigMap. */}}
{{- define "tagging.config" -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{- if .Values.taxonomy.configMap }}
TAXONOMY_FOLDER: /etc/skillstream/taxonomy
{{- end }}
{{- end }}
