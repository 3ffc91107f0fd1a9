{{/* The generator's own name label, by which the network rules know it. */}}
{{- define "skillstream.generatorSelector" -}}
{{ include "common.selector" (dict "Release" .Release "name" "skillstream-generator") }}
{{- end }}
