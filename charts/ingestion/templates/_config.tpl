{{/* Lines of the ConfigMap. */}}
{{- define "ingestion.config" -}}
{{- $bySource := list -}}
{{- range $source, $months := .Values.retention.bySource -}}
{{- $bySource = append $bySource (printf "%s=%d" $source (int $months)) -}}
{{- end -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{ include "common.config.mongodb" . }}
{{ include "common.config.redis" . }}
RETENTION_MONTHS: {{ .Values.retention.months | int | quote }}
RETENTION_MONTHS_BY_SOURCE: {{ join "," $bySource | quote }}
LINKING: {{ ternary "on" "off" .Values.linking | quote }}
BOARDS_FILE: {{ include "common.folder" "boards" }}/sources.yaml
{{- end }}

{{/* Name of the ConfigMap of sources. */}}
{{- define "ingestion.boards" -}}
{{ include "common.fullname" . }}-boards
{{- end }}

{{/* A file of job boards in the pod: the name of the folder, and its ConfigMap, which may be empty. YAML. */}}
{{- define "ingestion.folder" -}}
name: boards
configMap: {{ include "ingestion.boards" . | quote }}
{{- end }}
