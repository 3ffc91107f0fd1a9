{{/*
The trigger by which KEDA scales a service that reads a topic in a group: records of lag, which KEDA counts in Kafka itself,
or seconds of it, which the writer of the topic measures and a Prometheus has. Takes root, topic and group.
*/}}
{{- define "common.keda.trigger" -}}
{{- $keda := .root.Values.keda -}}
{{- if eq $keda.trigger "prometheus" -}}
- type: prometheus
  {{- with $keda.prometheus.authentication }}
  authenticationRef:
    name: {{ . | quote }}
  {{- end }}
  metadata:
    serverAddress: {{ $keda.prometheus.serverAddress | quote }}
    {{- with $keda.prometheus.authModes }}
    authModes: {{ . | quote }}
    {{- end }}
    query: {{ include "common.keda.query" . | quote }}
    threshold: {{ $keda.prometheus.lagSeconds | int | quote }}
    # No figure is no lag of zero: without one the replicas stay as they are.
    ignoreNullValues: 'false'
{{- else -}}
- type: kafka
  {{- if include "common.keda.authentication" .root }}
  authenticationRef:
    name: {{ include "common.fullname" .root }}
  {{- end }}
  metadata:
    bootstrapServers: {{ include "common.kafka.bootstrapFromAfar" .root | quote }}
    {{- $prefix := .root.Values.global.kafka.prefix | default "" }}
    topic: {{ printf "%s%s" $prefix .topic | quote }}
    consumerGroup: {{ printf "%s%s" $prefix .group | quote }}
    lagThreshold: {{ $keda.lagThreshold | int | quote }}
    {{- include "common.kafka.scalerAccess" .root | nindent 4 }}
{{- end -}}
{{- end }}

{{/*
The oldest record of any partition that a group has not processed, in seconds; nothing while nobody measures it. Metrics name
groups without the prefix that they have in Kafka.
*/}}
{{- define "common.keda.query" -}}
{{- $matchers := list (printf "group=%q" .group) -}}
{{- range .root.Values.keda.prometheus.matchers -}}
{{- $matchers = append $matchers (tpl . $.root) -}}
{{- end -}}
max(skillstream_consumer_lag_seconds{{ "{" }}{{ join "," $matchers }}{{ "}" }})
{{- end }}

{{/* Says `true` where KEDA has to log in at Kafka, or to know whom to believe. */}}
{{- define "common.keda.authentication" -}}
{{- if and .Values.keda.enabled (ne .Values.keda.trigger "prometheus") -}}
{{- if trim (include "common.kafka.scalerSecrets" .) }}true{{ end -}}
{{- end -}}
{{- end }}

{{/* Brokers as KEDA reaches them from its own namespace. */}}
{{- define "common.kafka.bootstrapFromAfar" -}}
{{- if include "common.kafka.own" . -}}
{{ .Release.Name }}-kafka.{{ .Release.Namespace }}.svc:9092
{{- else -}}
{{- $brokers := list -}}
{{- range .Values.global.kafka.brokers -}}
{{- /* A name without a dot is one of this namespace. */ -}}
{{- $brokers = append $brokers (regexReplaceAll `^([^.\[]+):` . (printf "${1}.%s.svc:" $.Release.Namespace)) -}}
{{- end -}}
{{ join "," $brokers }}
{{- end -}}
{{- end }}

{{/* How KEDA's Kafka scaler logs in, in its own words. */}}
{{- define "common.kafka.scalerAccess" -}}
{{- $words := dict "plain" "plaintext" "scram-sha-256" "scram_sha256" "scram-sha-512" "scram_sha512" -}}
sasl: {{ get $words (include "common.kafka.mechanism" .) | default "none" }}
tls: {{ ternary "enable" "disable" .Values.global.kafka.tls.enabled }}
{{- end }}

{{/* Where KEDA finds user, password and certificate authority. */}}
{{- define "common.kafka.scalerSecrets" -}}
{{- $tls := .Values.global.kafka.tls -}}
{{- $ca := and $tls.enabled $tls.caSecret.name -}}
{{- if include "common.kafka.mechanism" . -}}
configMapTargetRef:
  - parameter: username
    name: {{ include "common.fullname" . }}
    key: KAFKA_SASL_USERNAME
{{ end -}}
{{- if or $ca (include "common.kafka.mechanism" .) -}}
secretTargetRef:
  {{- with include "common.engine.secret" (dict "root" . "engine" "kafka") }}
  - parameter: password
    name: {{ . | quote }}
    key: {{ include "common.engine.passwordKey" (dict "root" $ "engine" "kafka" "user" $.Chart.Name) | quote }}
  {{- end }}
  {{- if $ca }}
  - parameter: ca
    name: {{ $tls.caSecret.name | quote }}
    key: {{ $tls.caSecret.key | quote }}
  {{- end }}
{{- end -}}
{{- end }}
