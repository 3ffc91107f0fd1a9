{{/*
Where the engines are and how one logs in. An engine without an address in global is the demo engine of this release:
no TLS, and generated passwords of its admin `skillstream` and, but for MongoDB, of a user for each service, by its name.
An address means an engine of one's own.
*/}}
{{- define "common.kafka.own" -}}{{ if not .Values.global.kafka.brokers }}true{{ end }}{{- end }}
{{- define "common.mongodb.own" -}}{{ if not .Values.global.mongodb.url }}true{{ end }}{{- end }}
{{- define "common.redis.own" -}}{{ if not .Values.global.redis.url }}true{{ end }}{{- end }}

{{- define "common.kafka.brokers" -}}
{{ join "," .Values.global.kafka.brokers | default (printf "%s-kafka:9092" .Release.Name) }}
{{- end }}

{{/* URL with the database of the service that asks. */}}
{{- define "common.mongodb.url" -}}
{{ .Values.global.mongodb.url | default (printf "mongodb://%s-mongodb:27017" .Release.Name) | trimSuffix "/" }}/{{ .Values.database }}
{{- with .Values.global.mongodb.options }}?{{ . }}{{ end }}
{{- end }}

{{- define "common.redis.url" -}}
{{ .Values.global.redis.url | default (printf "redis://%s-valkey:6379" .Release.Name) }}
{{- end }}

{{/* What the names of a release begin with in Redis: as those in Kafka, unless it is said otherwise. */}}
{{- define "common.redis.prefix" -}}
{{ .Values.global.redis.prefix | default ((.Values.global.kafka | default dict).prefix) | default "" }}
{{- end }}

{{/* SASL mechanism, empty where Kafka asks for none. */}}
{{- define "common.kafka.mechanism" -}}
{{ if include "common.kafka.own" . }}plain{{ else }}{{ .Values.global.kafka.sasl.mechanism }}{{ end }}
{{- end }}
{{- define "common.kafka.username" -}}
{{ if include "common.kafka.own" . }}{{ .Chart.Name }}{{ else }}{{ .Values.global.kafka.sasl.username }}{{ end }}
{{- end }}
{{- define "common.redis.username" -}}
{{ if include "common.redis.own" . }}{{ .Chart.Name }}{{ else }}{{ .Values.global.redis.username }}{{ end }}
{{- end }}
{{- define "common.mongodb.username" -}}
{{ .Values.global.mongodb.username | default (ternary "skillstream" "" (not .Values.global.mongodb.url)) }}
{{- end }}

{{/* Secret that holds an engine's password. Takes root and engine. Empty: the engine asks for none. */}}
{{- define "common.engine.secret" -}}
{{- $own := include (printf "common.%s.own" .engine) .root -}}
{{- (index .root.Values.global .engine).existingSecret.name | default (ternary (printf "%s-engines" .root.Release.Name) "" (eq $own "true")) -}}
{{- end }}

{{/*
Key of a password in an engine's Secret: of a service's own user in the demo Kafka and Valkey, else of the one user.
Takes root, engine and user (a service's name).
*/}}
{{- define "common.engine.passwordKey" -}}
{{- $own := include (printf "common.%s.own" .engine) .root -}}
{{- if and $own (ne .engine "mongodb") }}{{ .user }}-{{ end -}}
{{ (index .root.Values.global .engine).existingSecret.passwordKey }}
{{- end }}

{{/* A service's password as a variable. Takes root, engine and variable. */}}
{{- define "common.engine.password" -}}
{{- with include "common.engine.secret" . }}
- name: {{ $.variable }}
  valueFrom:
    secretKeyRef:
      name: {{ . | quote }}
      key: {{ include "common.engine.passwordKey" (dict "root" $.root "engine" $.engine "user" $.root.Chart.Name) | quote }}
{{- end }}
{{- end }}

{{/* File of an engine's certificate authority in the pod. */}}
{{- define "common.engine.caFile" -}}/etc/skillstream/tls/{{ . }}/ca.crt{{- end }}
