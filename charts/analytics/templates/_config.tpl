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
