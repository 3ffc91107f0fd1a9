{{/* Objects of the user's own, each a document; templates in their texts see what the chart's do. */}}
{{- define "common.extraObjects" -}}
{{- range .Values.extraObjects }}
---
{{ tpl (toYaml .) $ }}
{{- end }}
{{- end }}
