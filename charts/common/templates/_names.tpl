{{/* Name of a chart's objects. The gateway and the engines are found by it, so it follows from the release alone. */}}
{{- define "common.fullname" -}}
{{ .Release.Name }}-{{ .Chart.Name }}
{{- end }}

{{/*
Name of an object whose name Kubernetes puts into a label of 63 characters, with a suffix of its own where it makes more of
it: a Job's longest is 63, a StatefulSet's 52. It is RELEASE-NAME unless that is too long. Takes Release, name and longest.
*/}}
{{- define "common.shortName" -}}
{{- $full := printf "%s-%s" .Release.Name .name -}}
{{- if le (len $full) (int .longest) -}}
{{ $full }}
{{- else -}}
{{- $mark := .Release.Name | sha256sum | trunc 8 -}}
{{- $room := sub .longest (add (len .name) (len $mark) 2) | int -}}
{{ printf "%s-%s-%s" (.Release.Name | trunc $room | trimSuffix "-") $mark .name }}
{{- end -}}
{{- end }}

{{/* Name of the service account: the chart's own, or one that exists. */}}
{{- define "common.serviceAccountName" -}}
{{ .Values.serviceAccount.name | default (ternary (include "common.fullname" .) "default" .Values.serviceAccount.create) }}
{{- end }}
