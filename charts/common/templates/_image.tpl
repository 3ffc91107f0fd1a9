{{/*
Reference of an image. Takes image, global, name (what has the image, for messages), and, where they are known, registry and tag
(to use where the image names none). A digest wins over a tag.
*/}}
{{- define "common.image" -}}
{{- $tag := .image.tag | default .tag -}}
{{- if not (or .image.digest $tag) -}}
{{- fail (printf "%s: the image %s needs a tag or a digest" .name .image.repository) -}}
{{- end -}}
{{- with .registry | default .image.registry | default .global.image.registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{ .image.repository }}
{{- if .image.digest }}@{{ .image.digest }}{{ else }}:{{ $tag }}{{ end -}}
{{- end }}

{{/*
Reference of an image that this project builds: its own tag, else the one tag for all, else the appVersion, which only a
registry that the values name can have. We publish under no name that is looked up without one, so an image without a
registry is one that was loaded onto the nodes, and has the tag or digest that the values say. Takes root, image and name.
*/}}
{{- define "common.ownImage" -}}
{{- $global := .root.Values.global.image -}}
{{- $registry := .image.registry | default $global.servicesRegistry | default $global.registry -}}
{{- $tag := .image.tag | default $global.tag -}}
{{- if not (or $registry .image.digest) -}}
{{- if not $tag -}}
{{- include "common.checks.noImage" . -}}
{{- else if eq $global.pullPolicy "Always" -}}
{{- fail (printf "%s: global.image.pullPolicy is Always, so global.image.servicesRegistry or image.registry is needed: %s is in no public registry" .name .image.repository) -}}
{{- end -}}
{{- end -}}
{{ include "common.image" (dict "name" .name "image" .image "global" .root.Values.global "registry" $registry "tag" ($tag | default .root.Chart.AppVersion)) }}
{{- end }}

{{/* Image of a service. */}}
{{- define "common.serviceImage" -}}
{{ include "common.ownImage" (dict "root" . "image" .Values.image "name" .Chart.Name) }}
{{- end }}

{{/* Secrets that the kubelet pulls images with. */}}
{{- define "common.imagePullSecrets" -}}
{{- with .Values.global.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}
