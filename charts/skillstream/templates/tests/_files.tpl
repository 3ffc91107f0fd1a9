{{/* What the test may write by: a token of the user's, or the demo key, by which it signs one itself. Either may be missing. */}}
{{- define "skillstream.testFiles" -}}
{{- with .Values.test.token.existingSecret }}
{{- if .name }}
- secret:
    name: {{ .name | quote }}
    items: [{ key: {{ .key | quote }}, path: token }]
{{- end }}
{{- end }}
{{- with .Values.global.auth.demoKey }}
{{- if .enabled }}
- secret:
    name: {{ include "common.auth.demoSecret" $ | quote }}
    items: [{ key: {{ .existingSecret.privateKey | quote }}, path: demo-signing-key }]
    optional: true
{{- end }}
{{- end }}
{{- end }}
