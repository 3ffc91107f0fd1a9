{{/* What becomes of traces: lines of a ConfigMap. */}}
{{- define "common.config.tracing" -}}
{{- with .Values.global.tracing }}
{{- if .endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ .endpoint | quote }}
{{- end }}
{{- /* As digits: a small number would be written as 5e-05, which no service takes. */}}
OTEL_TRACES_SAMPLER_ARG: {{ kindIs "string" .sampleRatio | ternary .sampleRatio (regexReplaceAll "\\.?0+$" (printf "%.9f" (float64 .sampleRatio)) "") | quote }}
{{- end }}
{{- end }}

{{/* Headers for the collector, which may hold a key: a variable. */}}
{{- define "common.tracing.headersEnv" -}}
{{- with .Values.global.tracing }}
{{- if and .endpoint .headersSecret.name }}
- name: OTEL_EXPORTER_OTLP_HEADERS
  valueFrom:
    secretKeyRef:
      name: {{ .headersSecret.name | quote }}
      key: {{ .headersSecret.key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Egress to the collector of traces; nothing where none is set. */}}
{{- define "common.network.toCollector" -}}
{{- with .Values.global.tracing }}
{{- if .endpoint }}
{{- include "common.network.outside" (dict "egress" .egress "ports" (include "common.portsOfHttp" .endpoint | fromJsonArray)) }}
{{- end }}
{{- end }}
{{- end }}
