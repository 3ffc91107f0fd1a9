{{/* What every engine's pod has. */}}
{{- define "engines.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
{{- include "common.imagePullSecrets" . }}
{{- include "common.placement" .Values }}
{{- end }}

{{/* Security context of an engine's pod: its user and group, unless its values say otherwise. Takes root and engine (its values). */}}
{{- define "engines.podSecurityContext" -}}
{{- $context := .engine.podSecurityContext | default dict -}}
{{- with .engine.uid -}}
{{- $context = merge (dict) $context (dict "runAsUser" . "runAsGroup" . "fsGroup" .) -}}
{{- end -}}
{{ include "common.podSecurityContext" (dict "root" .root "context" $context) }}
{{- end }}

{{/*
How an upgrade replaces an engine's pod. Kubernetes adds rollingUpdate to that type and refuses it beside another, where no
merge takes it away unasked: helm 3 does for null, helm 4 for what it has written itself.
*/}}
{{- define "engines.updateStrategy" -}}
type: {{ .type }}
{{- if eq .type "RollingUpdate" }}
rollingUpdate: { partition: 0 }
{{- else }}
rollingUpdate: null
{{- end }}
{{- end }}
