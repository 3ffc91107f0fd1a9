{{/* Name of a chart's objects. The gateway and the engines are found by it, so it follows from the release alone. */}}
{{- define "common.fullname" -}}
{{ .Release.Name }}-{{ .Chart.Name }}
{{- end }}

{{/* Name of the service account: the chart's own, or one that exists. */}}
{{- define "common.serviceAccountName" -}}
{{ .Values.serviceAccount.name | default (ternary (include "common.fullname" .) "default" .Values.serviceAccount.create) }}
{{- end }}
