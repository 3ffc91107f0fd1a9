{{/* Labels that find the pods of one part of a release. Takes Release and name. */}}
{{- define "common.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{/* The same for this chart. They never change between versions: a Deployment's selector cannot. */}}
{{- define "common.selectorLabels" -}}
{{ include "common.selector" (dict "Release" .Release "name" .Chart.Name) }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "common.labels" -}}
{{ include "common.selectorLabels" . }}
app.kubernetes.io/part-of: skillstream
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* Labels of a pod. No version among them: a new chart with the same image and settings restarts nothing. */}}
{{- define "common.podLabels" -}}
{{ include "common.selectorLabels" . }}
app.kubernetes.io/part-of: skillstream
{{- with .Values.podLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}
