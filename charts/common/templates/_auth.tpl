{{/* Whose tokens are taken, and what for: lines of a ConfigMap. */}}
{{- define "common.config.auth" -}}
{{- $auth := .Values.global.auth -}}
ENVIRONMENT: {{ $auth.environment }}
AUTH_AUDIENCE: {{ $auth.audience | quote }}
AUTH_TOKEN_TYPE: {{ $auth.tokenType }}
AUTH_READS: {{ $auth.reads }}
{{- with $auth.issuer }}
AUTH_ISSUER: {{ . | quote }}
{{- end }}
{{- if and $auth.issuer $auth.caSecret.name }}
# The issuer is asked by Node's own fetch, which knows no other way.
NODE_EXTRA_CA_CERTS: {{ include "common.engine.caFile" "issuer" | quote }}
{{- end }}
{{- end }}

{{/* Secret that holds the demo key. */}}
{{- define "common.auth.demoSecret" -}}
{{ .Values.global.auth.demoKey.existingSecret.name | default (printf "%s-engines" .Release.Name) }}
{{- end }}

{{/* Where the demo key's private half is, as an annotation, for who may read that Secret and signs tokens by it. */}}
{{- define "common.auth.demoAnnotation" -}}
{{- if .Values.global.auth.demoKey.enabled -}}
skillstream.dev/demo-key: {{ printf "%s/%s" (include "common.auth.demoSecret" . | trim) .Values.global.auth.demoKey.existingSecret.privateKey | quote }}
{{- end -}}
{{- end }}

{{/* The demo key's public half as a variable. The private half has no business in a service: who could sign could be anybody. */}}
{{- define "common.auth.demoEnv" -}}
{{- if .Values.global.auth.demoKey.enabled }}
- name: AUTH_DEMO_PUBLIC_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "common.auth.demoSecret" . | quote }}
      key: {{ .Values.global.auth.demoKey.existingSecret.publicKey | quote }}
{{- end }}
{{- end }}

{{/* The user's own Secrets that tokens are verified by, as words. */}}
{{- define "common.auth.ownSecrets" -}}
{{- $auth := .Values.global.auth -}}
{{- if $auth.demoKey.enabled }}{{ $auth.demoKey.existingSecret.name }}{{ end }} {{ if $auth.issuer }}{{ $auth.caSecret.name }}{{ end }}
{{- end }}
