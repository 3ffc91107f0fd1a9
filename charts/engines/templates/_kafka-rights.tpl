{{/* The pod that tells Kafka who may do what, and ends. */}}
{{- define "engines.kafkaRights.pod" -}}
{{- $id := dict "root" . "name" "kafka-rights" -}}
{{- $tag := .Values.global.image.tag | default .Chart.AppVersion -}}
metadata:
  labels:
    {{- include "engines.podLabels" $id | nindent 4 }}
spec:
  restartPolicy: OnFailure
  serviceAccountName: {{ .Release.Name }}-engines
  {{- include "engines.pod" . | nindent 2 }}
  securityContext:
    {{- include "common.podSecurityContext" 65532 | nindent 4 }}
  containers:
    - name: kafka-rights
      image: {{ include "common.image" (dict "image" .Values.kafka.rights.image "global" .Values.global "tag" $tag) }}
      imagePullPolicy: {{ .Values.global.image.pullPolicy }}
      terminationMessagePolicy: FallbackToLogsOnError
      securityContext:
        {{- include "common.securityContext" . | nindent 8 }}
      args: [packages/messaging/src/rights/main.ts]
      env:
        - { name: KAFKA_BROKERS, value: {{ include "common.kafka.brokers" . | quote }} }
        {{- with .Values.global.kafka.prefix }}
        - { name: KAFKA_PREFIX, value: {{ . | quote }} }
        {{- end }}
        - { name: KAFKA_SASL_MECHANISM, value: plain }
        - { name: KAFKA_SASL_USERNAME, value: skillstream }
        - name: KAFKA_SASL_PASSWORD
          valueFrom:
            secretKeyRef:
              name: {{ include "common.engine.secret" (dict "root" . "engine" "kafka") }}
              key: {{ .Values.global.kafka.existingSecret.passwordKey }}
      resources:
        {{- toYaml .Values.kafka.rights.resources | nindent 8 }}
{{- end }}
