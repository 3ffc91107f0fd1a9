{{/* Lines of the ConfigMap. */}}
{{- define "tagging.config" -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{ include "common.config.redis" . }}
{{- if .Values.taxonomy.configMap }}
TAXONOMY_FOLDER: {{ include "common.folder" "taxonomy" }}
{{- end }}
{{- end }}

{{/* A taxonomy of the user's own in the pod: the name of the folder, and its ConfigMap, which may be empty. YAML. */}}
{{- define "tagging.folder" -}}
name: taxonomy
configMap: {{ .Values.taxonomy.configMap | quote }}
{{- end }}
