{{/* Without the demo engines every engine needs an address. */}}
{{- define "skillstream.checks" -}}
{{- if not .Values.engines.enabled -}}
{{- range $engine, $key := dict "kafka" "brokers" "mongodb" "url" "redis" "url" -}}
{{- if not (index $.Values.global $engine $key) -}}
{{- fail (printf "engines.enabled is false, so global.%s.%s is needed" $engine $key) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
