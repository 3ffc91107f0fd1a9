{{/* Lines of the ConfigMap. */}}
{{- define "gateway.config" -}}
{{ include "common.config" . }}
TRACE_TRUST_CALLERS: {{ .Values.global.tracing.trustCallers | quote }}
{{ include "common.config.redis" . }}
{{- range $part := list "analytics" "ingestion" "tagging" }}
{{ upper $part }}_URL: {{ index $.Values.urls $part | default (printf "http://%s-%s" $.Release.Name $part) | quote }}
{{- end }}
{{- range $class := list "reads" "writes" "streams" "expensive" }}
RATE_LIMIT_{{ upper $class }}_PER_MINUTE: {{ index $.Values.rateLimits (printf "%sPerMinute" $class) | int64 | quote }}
{{- end }}
LIVE_STREAMS_PER_CLIENT: {{ .Values.rateLimits.liveStreams | int64 | quote }}
TRUSTED_PROXIES: {{ .Values.trustedProxies | default "" | toString | quote }}
{{- with .Values.signIn }}
{{- if and .clientId (not $.Values.global.auth.issuer) }}
{{- fail "signIn.clientId names a client of global.auth.issuer, which is empty" }}
{{- end }}
PAGE_OIDC_CLIENT_ID: {{ .clientId | default "" | quote }}
PAGE_OIDC_SCOPES: {{ join " " .scopes | quote }}
PAGE_OIDC_RESOURCE: {{ .resource | default "" | quote }}
{{- end }}
CORS_ORIGINS: {{ join "," .Values.corsOrigins | quote }}
HSTS_MAX_AGE_SECONDS: {{ .Values.hstsMaxAgeSeconds | int64 | quote }}
{{- end }}
