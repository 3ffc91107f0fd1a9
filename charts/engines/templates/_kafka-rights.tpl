{{/* The pod that tells Kafka who may do what, and ends. */}}
{{- define "engines.kafkaRights.pod" -}}
{{- $id := dict "root" . "name" "kafka-rights" -}}
metadata:
  labels:
    {{- include "engines.podLabels" $id | nindent 4 }}
spec:
  restartPolicy: OnFailure
  serviceAccountName: {{ .Release.Name }}-engines
  {{- include "engines.pod" . | nindent 2 }}
  securityContext:
    {{- include "common.podSecurityContext" (dict "root" . "context" .Values.kafka.rights.podSecurityContext) | nindent 4 }}
  containers:
    - name: kafka-rights
      image: {{ include "common.ownImage" (dict "root" . "image" .Values.kafka.rights.image "name" "kafka.rights") }}
      imagePullPolicy: {{ .Values.global.image.pullPolicy }}
      terminationMessagePolicy: FallbackToLogsOnError
      securityContext:
        {{- toYaml .Values.kafka.rights.securityContext | nindent 8 }}
      args: [packages/messaging/src/rights/main.js]
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
              name: {{ include "common.engine.secret" (dict "root" . "engine" "kafka") | quote }}
              key: {{ .Values.global.kafka.existingSecret.passwordKey | quote }}
      resources:
        {{- toYaml .Values.kafka.rights.resources | nindent 8 }}
{{- end }}
