{{/*
Reference of an image. Takes image, global and tag (the one to use where neither the image nor global names one).
A digest wins over a tag.
*/}}
{{- define "common.image" -}}
{{- $registry := .image.registry | default .global.image.registry -}}
{{- with $registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{ .image.repository }}
{{- if .image.digest }}@{{ .image.digest }}{{ else }}:{{ .image.tag | default .tag }}{{ end -}}
{{- end }}

{{/* Image of a service: its own tag, else the one tag for all services, else the chart's appVersion. */}}
{{- define "common.serviceImage" -}}
{{- $tag := .Values.global.image.tag | default .Chart.AppVersion -}}
{{ include "common.image" (dict "image" .Values.image "global" .Values.global "tag" $tag) }}
{{- end }}

{{/* Secrets that the kubelet pulls images with. */}}
{{- define "common.imagePullSecrets" -}}
{{- with .Values.global.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}
