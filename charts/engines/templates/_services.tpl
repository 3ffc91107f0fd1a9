{{/* Name of the headless Service, by which a pod of an engine has a name of its own. Takes root and name. */}}
{{- define "engines.headlessName" -}}
{{ include "common.shortName" (dict "Release" .root.Release "name" (printf "%s-headless" .name) "longest" 63) }}
{{- end }}

{{/*
Name of the Service that governs a StatefulSet. Kubernetes lets nobody change it, so one that runs keeps the one it has:
before these charts had headless Services it was that of the clients. Takes root and name.
*/}}
{{- define "engines.governingService" -}}
{{- $set := include "common.shortName" (dict "Release" .root.Release "name" .name "longest" 52) -}}
{{- $running := lookup "apps/v1" "StatefulSet" .root.Release.Namespace $set -}}
{{- if $running -}}
{{ $running.spec.serviceName }}
{{- else if .root.Values.headlessServices.govern -}}
{{ include "engines.headlessName" . }}
{{- else -}}
{{ .root.Release.Name }}-{{ .name }}
{{- end -}}
{{- end }}

{{/* Takes root, name and port. */}}
{{- define "engines.headlessService" }}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "engines.headlessName" . }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "engines.labels" . | nindent 4 }}
  {{- include "common.annotations" (dict "root" .root) }}
spec:
  clusterIP: None
  # A pod that starts has its name, too.
  publishNotReadyAddresses: true
  {{- include "common.ipFamilies" .root | nindent 2 }}
  selector:
    {{- include "common.selector" (dict "Release" .root.Release "name" .name) | nindent 4 }}
  ports:
    - { name: client, port: {{ .port }}, targetPort: client }
{{- end }}
