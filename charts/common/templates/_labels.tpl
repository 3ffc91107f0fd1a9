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
{{ include "common.labelsWith" (dict "root" . "own" dict) }}
{{- end }}

{{/* The same of an object whose values have more of them. Takes root and own. */}}
{{- define "common.labelsWith" -}}
{{- with .root -}}
{{ include "common.selectorLabels" . }}
app.kubernetes.io/part-of: skillstream
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | replace "+" "_" | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}
{{- include "common.moreLabels" . }}
{{- end }}

{{/* What the values add to the labels of an object: its own, which win, and those of all. Takes root and own. */}}
{{- define "common.moreLabels" -}}
{{- with merge (dict) (.own | default dict) (.root.Values.global.commonLabels | default dict) }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/*
Annotations of an object's metadata with their key, or nothing: its own, which win, and those of all. Begins a line, and is
indented as in metadata. Takes root and own, which may be left out.
*/}}
{{- define "common.annotations" -}}
{{- with merge (dict) (.own | default dict) (.root.Values.global.commonAnnotations | default dict) }}
  annotations:
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- end }}

{{/* Labels of a pod. No version among them: a new chart with the same image and settings restarts nothing. */}}
{{- define "common.podLabels" -}}
{{ include "common.selectorLabels" . }}
app.kubernetes.io/part-of: skillstream
{{- include "common.moreLabels" (dict "root" . "own" .Values.podLabels) }}
{{- end }}
