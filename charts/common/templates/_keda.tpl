{{/* Brokers as KEDA reaches them from its own namespace. */}}
{{- define "common.kafka.bootstrapFromAfar" -}}
{{- if include "common.kafka.own" . -}}
{{ .Release.Name }}-kafka.{{ .Release.Namespace }}.svc:9092
{{- else -}}
{{ include "common.kafka.brokers" . }}
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
    name: {{ . }}
    key: {{ include "common.engine.passwordKey" (dict "root" $ "engine" "kafka" "user" $.Chart.Name) }}
  {{- end }}
  {{- if $ca }}
  - parameter: ca
    name: {{ $tls.caSecret.name }}
    key: {{ $tls.caSecret.key }}
  {{- end }}
{{- end -}}
{{- end }}
