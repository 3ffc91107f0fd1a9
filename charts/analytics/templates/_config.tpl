{{/* Lines of the ConfigMap. */}}
{{- define "analytics.config" -}}
{{ include "common.config" . }}
{{ include "common.config.kafka" . }}
{{ include "common.config.mongodb" . }}
{{ include "common.config.redis" . }}
{{- if .Values.reports.configMap }}
REPORTS_FOLDER: {{ include "common.folder" "reports" }}
{{- end }}
{{- end }}

{{/* Reports of the user's own in the pod: the name of the folder, and its ConfigMap, which may be empty. YAML. */}}
{{- define "analytics.folder" -}}
name: reports
configMap: {{ .Values.reports.configMap | quote }}
{{- end }}
