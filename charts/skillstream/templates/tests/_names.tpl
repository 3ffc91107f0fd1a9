{{/* The test's own name label, by which the network rules know it. */}}
{{- define "skillstream.testSelector" -}}
{{ include "common.selector" (dict "Release" .Release "name" "skillstream-test") }}
{{- end }}
