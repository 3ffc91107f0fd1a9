{{/* Settings of every service that are no secret: lines of a ConfigMap. */}}
{{- define "common.config" -}}
# Those of the image, since others may come by extraEnvFrom; probes and policies know these.
HOST: '::'
PORT: '8080'
MANAGEMENT_PORT: '8081'
LOG_LEVEL: {{ .Values.logLevel | quote }}
SHUTDOWN_TIMEOUT_MS: {{ .Values.shutdown.timeoutMs | int | quote }}
SHUTDOWN_WAIT_MS: {{ .Values.shutdown.waitMs | int | quote }}
{{ include "common.config.auth" . }}
{{ include "common.config.tracing" . | trim }}
{{- end }}

{{- define "common.config.kafka" -}}
{{- $kafka := .Values.global.kafka -}}
KAFKA_BROKERS: {{ include "common.kafka.brokers" . | quote }}
{{- with $kafka.prefix }}
KAFKA_PREFIX: {{ . | quote }}
{{- end }}
TOPIC_PARTITIONS: {{ $kafka.partitions | int | quote }}
TRACE_KAFKA: {{ .Values.global.tracing.kafka }}
REPLICATION_FACTOR: {{ $kafka.replicationFactor | int | quote }}
{{- with include "common.kafka.mechanism" . }}
KAFKA_SASL_MECHANISM: {{ . | quote }}
KAFKA_SASL_USERNAME: {{ include "common.kafka.username" $ | quote }}
{{- end }}
{{- include "common.config.tls" (dict "prefix" "KAFKA" "engine" "kafka" "tls" $kafka.tls) }}
{{- end }}

{{- define "common.config.mongodb" -}}
{{- $mongodb := .Values.global.mongodb -}}
MONGO_URL: {{ include "common.mongodb.url" . | quote }}
{{- with include "common.mongodb.username" . }}
MONGO_USERNAME: {{ . | quote }}
MONGO_AUTH_SOURCE: {{ $mongodb.authSource | quote }}
{{- end }}
{{- include "common.config.tls" (dict "prefix" "MONGO" "engine" "mongodb" "tls" $mongodb.tls) }}
{{- end }}

{{- define "common.config.redis" -}}
{{- $redis := .Values.global.redis -}}
REDIS_URL: {{ include "common.redis.url" . | quote }}
{{- with include "common.redis.prefix" . }}
REDIS_PREFIX: {{ . | quote }}
{{- end }}
{{- with include "common.redis.username" . }}
REDIS_USERNAME: {{ . | quote }}
{{- end }}
{{- include "common.config.tls" (dict "prefix" "REDIS" "engine" "redis" "tls" $redis.tls) }}
{{- end }}

{{/* Takes prefix, engine and tls. */}}
{{- define "common.config.tls" -}}
{{- if .tls.enabled }}
{{ .prefix }}_TLS: "true"
{{- if .tls.caSecret.name }}
{{ .prefix }}_TLS_CA_FILE: {{ include "common.engine.caFile" .engine | quote }}
{{- end }}
{{- end }}
{{- end }}
